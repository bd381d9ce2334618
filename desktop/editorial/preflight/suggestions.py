"""Every suggested change was accepted or rejected."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.editorial.preflight.reason import Material, Reason


def check(material: Material) -> Iterator[Reason]:
    """Each pending suggestion."""
    for flaw in material.suggestions:
        yield Reason("suggestions", flaw.sentence, block_id=flaw.block_id, start=flaw.start, end=flaw.end)
