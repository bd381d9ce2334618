"""Every sentence of a translation was said to be right by a person."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.editorial.preflight.reason import NAMED, Material, Reason, excerpt
from desktop.i18n import _, ngettext


def check(material: Material) -> Iterator[Reason]:
    """Each sentence without a translation, or with one that nobody confirmed. Stale ones are told elsewhere."""
    found = [segment for segment in material.segments if not segment.is_done and not segment.is_stale]
    for segment in found[:NAMED]:
        text = excerpt(segment.source.text)
        if segment.target.text.strip():
            sentence = _("Not confirmed yet: “{text}”").format(text=text)
        else:
            sentence = _("Not translated yet: “{text}”").format(text=text)
        yield Reason("unconfirmed", sentence, block_id=segment.block_id, segment_id=segment.id)
    more = len(found) - NAMED
    if more > 0:
        words = ngettext("{count} more sentence is not confirmed.", "{count} more sentences are not confirmed.", more)
        rest = found[NAMED]
        yield Reason("unconfirmed", words.format(count=more), block_id=rest.block_id, segment_id=rest.id)
