"""The standing texts are today's."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.editorial.preflight.reason import Material, Reason


def check(material: Material) -> Iterator[Reason]:
    """Each standing text whose time is over or has not come."""
    for flaw in material.outdated:
        yield Reason("boilerplate", flaw.sentence, block_id=flaw.block_id, start=flaw.start, end=flaw.end)
