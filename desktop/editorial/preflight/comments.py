"""Every comment was answered."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.editorial.preflight.reason import Material, Reason


def check(material: Material) -> Iterator[Reason]:
    """Each open comment."""
    for flaw in material.comments:
        yield Reason("comments", flaw.sentence, block_id=flaw.block_id, start=flaw.start, end=flaw.end)
