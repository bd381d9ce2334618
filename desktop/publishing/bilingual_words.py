"""The words of a two-column document, in the language of its reader: kinds, states, what became stale."""

from __future__ import annotations

from desktop.domain.document import BlockKind
from desktop.domain.segment import ChangeClass, SegmentState
from desktop.i18n import in_document


def translation_label(language: str) -> str:
    """The heading of a translation whose language is not known."""
    return in_document(language, "Translation")


def kind_label(language: str, kind: BlockKind) -> str:
    """What a block is, for a reader."""
    labels = {
        BlockKind.HEADLINE: in_document(language, "Headline"),
        BlockKind.SUBHEAD: in_document(language, "Subhead"),
        BlockKind.DATELINE: in_document(language, "Dateline"),
        BlockKind.LEAD: in_document(language, "Lead"),
        BlockKind.PARAGRAPH: in_document(language, "Paragraph"),
        BlockKind.QUOTE: in_document(language, "Quote"),
        BlockKind.LIST_ITEM: in_document(language, "List item"),
        BlockKind.IMAGE: in_document(language, "Image"),
        BlockKind.BOILERPLATE: in_document(language, "About text"),
        BlockKind.CONTACT: in_document(language, "Contact"),
        BlockKind.NOTES: in_document(language, "Notes to editors"),
        BlockKind.RELATED_LINK: in_document(language, "Related link"),
        BlockKind.END_MARK: in_document(language, "End mark"),
    }
    return labels[kind]


def state_label(language: str, state: SegmentState) -> str:
    """How far a translation is, for a reader."""
    labels = {
        SegmentState.UNTRANSLATED: in_document(language, "Untranslated"),
        SegmentState.DRAFT: in_document(language, "Draft translation"),
        SegmentState.TRANSLATED: in_document(language, "Translated"),
        SegmentState.REVIEWED: in_document(language, "Reviewed"),
        SegmentState.FINAL: in_document(language, "Final"),
    }
    return labels[state]


def stale_label(language: str, change: ChangeClass) -> str:
    """That the source moved on, and in what way."""
    match change:
        case ChangeClass.COSMETIC:
            return in_document(language, "Stale: the source changed in punctuation or case")
        case ChangeClass.NUMBERS_ONLY:
            return in_document(language, "Stale: numbers changed in the source")
        case ChangeClass.SPLIT | ChangeClass.MERGED:
            return in_document(language, "Stale: the source sentence was split or merged")
        case _:
            return in_document(language, "Stale: the source was reworded")
