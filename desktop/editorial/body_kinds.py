"""What each line of a release is, from its second paragraph to its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.domain.document import Attrs, BlockKind, make_attrs
from desktop.domain.richtext import RichText
from desktop.editorial import lines
from desktop.editorial.contact_reading import is_contact_label, is_contact_point, is_contact_text
from desktop.editorial.import_values import RawBlock, RecognisedBlock
from desktop.editorial.quotes import read_quotation

_ADDRESS_LINES = 12
_ADDRESS_LINE = 120
_QUOTE_OPENS = tuple('“«„"')


def recognise_body(raw: Sequence[RawBlock], start: int, end: int) -> list[RecognisedBlock]:
    """Blocks for ``raw[start:end]``, in order, one each."""
    body = _Body(raw, end)
    return [body.read(index) for index in range(start, end)]


class _Body:
    """Reads the lines from top to bottom and remembers what section it is in and who spoke last."""

    def __init__(self, raw: Sequence[RawBlock], end: int) -> None:
        self._raw = raw
        self._end = end
        self._section: BlockKind | None = None
        self._lines_in_section = 0
        self._speaker: Attrs = ()
        self._has_open_quote = False

    def read(self, index: int) -> RecognisedBlock:
        """What one line is."""
        block = self._raw[index]
        text = block.text.text
        left_out = self._left_out(block, text)
        if left_out is not None:
            return RecognisedBlock(block.text, left_out, is_kept=False, raw=index)
        if lines.is_end_mark(text):
            self._enter(None)
            return RecognisedBlock(block.text, BlockKind.END_MARK, is_kept=True, raw=index)
        kind, rich, attrs = self._kind(block, text, index)
        return RecognisedBlock(rich, kind, is_kept=True, attrs=attrs, raw=index)

    def _enter(self, section: BlockKind | None) -> None:
        self._section = section
        self._lines_in_section = 0

    def _left_out(self, block: RawBlock, text: str) -> BlockKind | None:
        """The kind of a line that is not kept: labels that the program draws itself, links, credits."""
        if not text:
            return None if block.kind is BlockKind.IMAGE else BlockKind.PARAGRAPH
        if is_contact_label(text):
            self._enter(BlockKind.CONTACT)
            return BlockKind.CONTACT
        if lines.notes_label(text) == len(text):
            self._enter(BlockKind.NOTES)
            return BlockKind.NOTES
        is_debris = (
            lines.is_immediate(text)
            or lines.is_embargo(text)
            or lines.is_weak_footer(text)
            or lines.is_caption(text)
            or (lines.is_bare_dash(text) and not lines.is_end_mark(text))
        )
        return BlockKind.PARAGRAPH if is_debris else None

    def _kind(self, block: RawBlock, text: str, index: int) -> tuple[BlockKind, RichText, Attrs]:
        labelled = self._labelled(block, text)
        if labelled is not None:
            return *labelled, ()
        in_section = self._section if self._section is not BlockKind.CONTACT else None
        listed = _list_item(block, text)
        if listed is not None and in_section is None:
            return listed
        if block.kind in (BlockKind.IMAGE, BlockKind.BOILERPLATE, BlockKind.NOTES):
            return block.kind, block.text, ()
        if in_section is not None:
            return in_section, block.text.slice(lines.bullet_length(text)).strip(), ()
        return self._prose(block, text, index)

    def _labelled(self, block: RawBlock, text: str) -> tuple[BlockKind, RichText] | None:
        """A line that says itself what it is, or an entry under such a line."""
        label = lines.notes_label(text)
        if label:
            self._enter(BlockKind.NOTES)
            return BlockKind.NOTES, block.text.slice(label).strip()
        if lines.is_about_label(text) or lines.is_founding_sentence(text):
            self._enter(BlockKind.BOILERPLATE)
            return BlockKind.BOILERPLATE, block.text
        return (BlockKind.CONTACT, block.text) if self._is_contact(block, text) else None

    def _prose(self, block: RawBlock, text: str, index: int) -> tuple[BlockKind, RichText, Attrs]:
        quoted = self._quotation(block, text)
        if quoted is not None:
            return BlockKind.QUOTE, block.text, quoted
        kind = BlockKind.SUBHEAD if self._is_subhead(block, text, index) else BlockKind.PARAGRAPH
        return kind, block.text, ()

    def _is_contact(self, block: RawBlock, text: str) -> bool:
        if block.kind is BlockKind.CONTACT or is_contact_text(text):
            if self._section is not BlockKind.CONTACT:
                self._enter(BlockKind.CONTACT if text.endswith(":") else None)
            return True
        if self._section is not BlockKind.CONTACT:
            return False
        self._lines_in_section += 1
        if (len(text) <= _ADDRESS_LINE and self._lines_in_section <= _ADDRESS_LINES) or is_contact_point(text):
            return True
        self._enter(None)
        return False

    def _quotation(self, block: RawBlock, text: str) -> Attrs | None:
        """The quotation's attributes; a quotation that names nobody goes on with the speaker before."""
        found = read_quotation(text)
        is_continued = self._has_open_quote and text.startswith(_QUOTE_OPENS)
        self._has_open_quote = False
        if found is None:
            if block.kind is BlockKind.QUOTE or is_continued:
                return self._speaker
            self._speaker = ()
            return None
        self._has_open_quote = found.is_open
        if found.speaker:
            self._speaker = make_attrs({"speaker": found.speaker, "title": found.title})
        return self._speaker

    def _is_subhead(self, block: RawBlock, text: str, index: int) -> bool:
        following = next((self._raw[i].text.text for i in range(index + 1, self._end) if self._raw[i].text.text), "")
        if block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD):
            return len(text) <= 200
        is_short = 3 <= len(text) <= 90 and not lines.is_sentence_ended(text) and not text.endswith((",", ";"))
        return is_short and text[0].isupper() and len(following) > len(text) and len(following) >= _ADDRESS_LINE


def _list_item(block: RawBlock, text: str) -> tuple[BlockKind, RichText, Attrs] | None:
    bullet = lines.bullet_length(text)
    number = lines.number_length(text)
    if block.kind is not BlockKind.LIST_ITEM and not bullet and not (number and len(text) <= 600):
        return None
    is_ordered = block.is_ordered or (bool(number) and not bullet)
    rich = block.text.slice(bullet or (number if block.kind is not BlockKind.LIST_ITEM else 0)).strip()
    if re.match(r"[—–-]\s?[A-ZÀ-Þ].{0,300}[—–]\s?(?:dijo|señaló|afirmó|explicó|agregó)", text[:400]):
        return None
    return BlockKind.LIST_ITEM, rich, make_attrs({"ordered": "1" if is_ordered else ""})
