"""A release has a headline and a text."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.document import BlockKind
from desktop.editorial.preflight.reason import Material, Reason
from desktop.i18n import _

_BODY = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})


def check(material: Material) -> Iterator[Reason]:
    """No headline, or nothing below it."""
    document = material.document
    written = [block for block in document if block.text.text.strip()]
    if not any(block.kind is BlockKind.HEADLINE for block in written):
        first = document.blocks[0].id if document.blocks else ""
        yield Reason("headline", _("There is no headline."), block_id=first)
    if not any(block.kind in _BODY for block in written):
        last = document.blocks[-1].id if document.blocks else ""
        yield Reason("headline", _("There is no text below the headline."), block_id=last)
