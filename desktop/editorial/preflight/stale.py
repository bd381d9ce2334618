"""A translation older than its source does not leave."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.editorial.preflight.reason import NAMED, Material, Reason, excerpt
from desktop.i18n import _, ngettext


def check(material: Material) -> Iterator[Reason]:
    """Each sentence whose source changed since it was translated."""
    found = [segment for segment in material.segments if segment.is_stale]
    for segment in found[:NAMED]:
        sentence = _("The source changed: “{text}”").format(text=excerpt(segment.source.text))
        yield Reason("stale", sentence, block_id=segment.block_id, segment_id=segment.id)
    more = len(found) - NAMED
    if more > 0:
        words = ngettext("{count} more sentence is stale.", "{count} more sentences are stale.", more)
        rest = found[NAMED]
        yield Reason("stale", words.format(count=more), block_id=rest.block_id, segment_id=rest.id)
