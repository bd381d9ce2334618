"""What types of gaps and kinds of blocks are called."""

from __future__ import annotations

from desktop.domain.document import BlockKind
from desktop.editorial.templates import GapType
from desktop.i18n import _


def gap_type_word(type_: GapType) -> str:
    """The type in the interface's language."""
    return {
        GapType.TEXT: _("Text"),
        GapType.LONG_TEXT: _("Long text"),
        GapType.PLACE: _("Place"),
        GapType.DATE: _("Date"),
        GapType.TIME: _("Time"),
        GapType.PERSON: _("Person"),
        GapType.NUMBER: _("Number"),
        GapType.CHOICE: _("Choice"),
        GapType.CONTACT: _("Contact from the directory"),
    }[type_]


def block_kinds() -> tuple[tuple[BlockKind, str], ...]:
    """The kinds that a template's text may have, in the order of a release."""
    return (
        (BlockKind.HEADLINE, _("Headline")),
        (BlockKind.SUBHEAD, _("Subhead")),
        (BlockKind.DATELINE, _("Dateline")),
        (BlockKind.LEAD, _("Lead")),
        (BlockKind.PARAGRAPH, _("Paragraph")),
        (BlockKind.QUOTE, _("Quote")),
        (BlockKind.LIST_ITEM, _("List item")),
        (BlockKind.NOTES, _("Notes to editors")),
        (BlockKind.BOILERPLATE, _("About text")),
        (BlockKind.CONTACT, _("Contact")),
        (BlockKind.END_MARK, _("End mark")),
    )
