"""No gap of a template is left open."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.editorial.gaps import list_open_gaps
from desktop.editorial.preflight.reason import NAMED, Material, Reason
from desktop.i18n import _, ngettext


def check(material: Material) -> Iterator[Reason]:
    """Each open gap by its label."""
    found = list_open_gaps(material.document)
    for gap in found[:NAMED]:
        sentence = _("The gap “{name}” is open.").format(name=gap.label)
        yield Reason("gaps", sentence, block_id=gap.block_id, start=gap.start, end=gap.end)
    more = len(found) - NAMED
    if more > 0:
        words = ngettext("{count} more gap is open.", "{count} more gaps are open.", more)
        rest = found[NAMED]
        yield Reason("gaps", words.format(count=more), block_id=rest.block_id, start=rest.start, end=rest.end)
