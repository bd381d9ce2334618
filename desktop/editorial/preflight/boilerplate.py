"""The standing texts and contact lines are today's."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.editorial.preflight.reason import Material, Reason, Severity


def check(material: Material) -> Iterator[Reason]:
    """Each standing text whose time is over or has not come."""
    for flaw in material.outdated:
        severity = Severity.WARNS if flaw.is_warning else Severity.BLOCKS
        yield Reason("boilerplate", flaw.sentence, severity, block_id=flaw.block_id, start=flaw.start, end=flaw.end)
