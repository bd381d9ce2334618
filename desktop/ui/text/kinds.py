"""The block kinds by the names people know, with their keys."""

from __future__ import annotations

from desktop.domain.document import BlockKind
from desktop.i18n import _

#: In the order of the list of kinds, with the digit of Ctrl+Alt+digit.
KIND_KEYS: tuple[tuple[BlockKind, str], ...] = (
    (BlockKind.PARAGRAPH, "0"),
    (BlockKind.HEADLINE, "1"),
    (BlockKind.SUBHEAD, "2"),
    (BlockKind.DATELINE, "3"),
    (BlockKind.LEAD, "4"),
    (BlockKind.QUOTE, "5"),
    (BlockKind.LIST_ITEM, "6"),
    (BlockKind.CONTACT, "7"),
    (BlockKind.BOILERPLATE, "8"),
    (BlockKind.NOTES, "9"),
    (BlockKind.IMAGE, ""),
    (BlockKind.RELATED_LINK, ""),
    (BlockKind.END_MARK, ""),
)


def kind_name(kind: BlockKind) -> str:
    """A kind's name in the interface's language."""
    return {
        BlockKind.HEADLINE: _("Headline"),
        BlockKind.SUBHEAD: _("Subhead"),
        BlockKind.DATELINE: _("Dateline"),
        BlockKind.LEAD: _("Lead"),
        BlockKind.PARAGRAPH: _("Paragraph"),
        BlockKind.QUOTE: _("Quote"),
        BlockKind.LIST_ITEM: _("List item"),
        BlockKind.IMAGE: _("Image"),
        BlockKind.BOILERPLATE: _("About text"),
        BlockKind.CONTACT: _("Contact"),
        BlockKind.NOTES: _("Notes to editors"),
        BlockKind.RELATED_LINK: _("Related link"),
        BlockKind.END_MARK: _("End mark"),
    }[kind]


def hint_of(kind: BlockKind) -> str:
    """What an empty block of a kind says; plain paragraphs and list items say nothing."""
    if kind is BlockKind.IMAGE:
        return _("Caption of the image")
    return "" if kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) else kind_name(kind)
