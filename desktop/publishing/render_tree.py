"""From a document and its imprint to a page: the only place that decides what a layout means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import MarkKind, RichText
from desktop.domain.suggestions import official
from desktop.publishing import words
from desktop.publishing.page import (
    EndMark,
    Heading,
    ImageFile,
    Imprint,
    Line,
    Listing,
    Page,
    Paragraph,
    Part,
    Picture,
    Quote,
    Section,
    SectionKind,
    Subhead,
    TextRun,
)
from desktop.publishing.safe_text import (
    clean,
    directed,
    language_direction,
    language_tag,
    one_line,
    safe_url,
    text_direction,
)

__all__ = ["Images", "Imprint", "Page", "build_line", "build_page"]

_SECTIONS = {
    BlockKind.NOTES: SectionKind.NOTES,
    BlockKind.BOILERPLATE: SectionKind.ABOUT,
    BlockKind.CONTACT: SectionKind.CONTACTS,
    BlockKind.RELATED_LINK: SectionKind.LINKS,
}
#: The end mark stands before these.
_AFTER_THE_END = frozenset({SectionKind.NOTES, SectionKind.CONTACTS, SectionKind.LINKS})
_ENDS_WITH_DASH = re.compile(r"[-‐‒–—―:]\s*$")
UNTRANSLATED = "untranslated"


#: The images of a document by asset id.
Images = Mapping[str, ImageFile]
_NO_IMAGES: Images = MappingProxyType({})


def build_page(document: Document, imprint: Imprint, images: Images = _NO_IMAGES) -> Page:
    """The whole page. Pure: the same values give the same page, whatever the interface speaks.

    What is only suggested is on no page, whoever asks for it.
    """
    document = official(document)
    language = document.language
    parts = _Layout(document, images).parts()
    return Page(
        language=language,
        direction=language_direction(language),
        title=one_line(document.title),
        type_label=one_line(imprint.type_words.upper() or words.type_label(language, imprint.type)),
        release_line=words.release_line(language, imprint),
        is_embargoed=imprint.is_embargoed,
        number=words.number_label(language, one_line(imprint.number)),
        date_line=_date_line(language, imprint),
        date=imprint.published_on.isoformat() if imprint.published_on else "",
        draft_band="" if imprint.is_approved else words.draft_band(language),
        organisation=one_line(imprint.organisation),
        page_of=words.page_of(language),
        parts=parts,
        imprint=imprint,
    )


def build_line(text: RichText, language: str, block_id: str = "", *, is_dateline: bool = False) -> Line:
    """One paragraph's runs: clean text, safe links, cut where the writing direction changes."""
    runs: list[TextRun] = []
    for run in text.strip().runs():
        tongue = language_tag(run.value(MarkKind.LANGUAGE) or "")
        for piece, direction in directed(clean(run.text)):
            runs.append(
                TextRun(
                    text=piece,
                    strong=run.has(MarkKind.STRONG),
                    emphasis=run.has(MarkKind.EMPHASIS),
                    link=safe_url(run.value(MarkKind.LINK) or ""),
                    language="" if tongue == language else tongue,
                    gap=one_line(run.value(MarkKind.PLACEHOLDER) or ""),
                    is_untranslated=run.value(MarkKind.PROTECTED) == UNTRANSLATED,
                    is_dateline=is_dateline,
                    direction=direction,
                )
            )
    kept = tuple(run for run in runs if run.text)
    direction = text_direction("".join(run.text for run in kept), language_direction(language))
    return Line(kept, direction, (block_id,) if block_id else ())


def _date_line(language: str, imprint: Imprint) -> str:
    if imprint.published_on is None:
        return ""
    from desktop.publishing.dates import long_date  # noqa: PLC0415 - lazy: Babel

    return long_date(imprint.published_on, language)


def _join_dateline(dateline: Line, line: Line) -> Line:
    """The dateline run into the paragraph that follows it; its own dash is kept, a missing one added."""
    gap = " " if _ENDS_WITH_DASH.search(dateline.text) else " – "
    runs = (*dateline.runs, TextRun(gap, is_dateline=True), *line.runs)
    return Line(runs, dateline.direction, (*dateline.block_ids, *line.block_ids))


class _Layout:
    """Turns one document's blocks into parts, top to bottom."""

    def __init__(self, document: Document, images: Images) -> None:
        self._images = images
        self._language = document.language
        self._blocks = [block for block in document.blocks if self._shows(block)]
        self._headed: set[SectionKind] = set()
        self._parts: list[Part] = []

    @staticmethod
    def _shows(block: Block) -> bool:
        if block.kind is BlockKind.IMAGE:
            return True
        return bool(one_line(block.text.text))

    def parts(self) -> tuple[Part, ...]:
        """All parts, with an end mark if the document has text but no mark of its own."""
        at = 0
        while at < len(self._blocks):
            at = self._take(at)
        if self._parts and not any(isinstance(part, EndMark) for part in self._parts):
            self._parts.insert(self._end_of_text(), EndMark(words.end_mark(self._language)))
        return tuple(self._parts)

    def _end_of_text(self) -> int:
        for place in range(len(self._parts), 0, -1):
            part = self._parts[place - 1]
            if not (isinstance(part, Section) and part.kind in _AFTER_THE_END):
                return place
        return 0

    def _take(self, at: int) -> int:
        """Lay out the part that begins at a block; answers where the next part begins."""
        block = self._blocks[at]
        match block.kind:
            case BlockKind.NOTES | BlockKind.BOILERPLATE | BlockKind.CONTACT | BlockKind.RELATED_LINK:
                return self._take_section(at)
            case BlockKind.LIST_ITEM:
                end = self._run_end(at, lambda other: other.kind is BlockKind.LIST_ITEM)
                self._parts.extend(self._listings(self._blocks[at:end]))
                return end
            case BlockKind.QUOTE:
                return self._take_quote(at)
            case BlockKind.DATELINE:
                return self._take_dateline(at)
            case _:
                self._parts.append(self._single(block))
                return at + 1

    def _single(self, block: Block) -> Part:
        line = self._line(block)
        match block.kind:
            case BlockKind.HEADLINE:
                return Heading(line, is_main=not any(isinstance(part, Heading) for part in self._parts))
            case BlockKind.SUBHEAD:
                return Subhead(line)
            case BlockKind.IMAGE:
                return self._picture(block)
            case BlockKind.END_MARK:
                return EndMark(line.text, line.block_ids)
            case _:
                return Paragraph(line, is_lead=block.kind is BlockKind.LEAD)

    def _take_dateline(self, at: int) -> int:
        dateline = build_line(self._blocks[at].text, self._language, self._blocks[at].id, is_dateline=True)
        following = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        if following and following.kind in (BlockKind.LEAD, BlockKind.PARAGRAPH):
            self._parts.append(Paragraph(_join_dateline(dateline, self._line(following)), is_lead=True))
            return at + 2
        self._parts.append(Paragraph(dateline, is_lead=True))
        return at + 1

    def _take_quote(self, at: int) -> int:
        speaker, title = (self._blocks[at].attr(name) for name in ("speaker", "title"))
        end = self._run_end(
            at,
            lambda other: (
                other.kind is BlockKind.QUOTE and other.attr("speaker") == speaker and other.attr("title") == title
            ),
        )
        lines = tuple(self._line(block) for block in self._blocks[at:end])
        is_named = one_line(speaker).casefold() in one_line(" ".join(line.text for line in lines)).casefold()
        attribution = ", ".join(one_line(part) for part in (speaker, title) if one_line(part))
        self._parts.append(Quote(lines, "" if is_named else attribution))
        return end

    def _take_section(self, at: int) -> int:
        """One section: its blocks in a row, and the list items that stand among or after notes."""
        first = self._blocks[at].kind
        kind = _SECTIONS[first]
        takes = {first, BlockKind.LIST_ITEM} if kind is SectionKind.NOTES else {first}
        end = self._run_end(at, lambda other: other.kind in takes)
        blocks = self._blocks[at:end]
        heading = "" if kind in self._headed else words.section_heading(self._language, kind)
        self._headed.add(kind)
        own = one_line(blocks[0].text.text).rstrip(":")
        if heading and own.casefold() == heading.casefold():
            heading, blocks = own, blocks[1:]
        if kind is SectionKind.LINKS:
            self._parts.append(Section(kind, heading, (Listing(tuple(self._related(block) for block in blocks)),)))
        else:
            self._parts.append(Section(kind, heading, tuple(self._paragraphs(blocks))))
        return end

    def _paragraphs(self, blocks: Sequence[Block]) -> Iterable[Paragraph | Listing]:
        for is_list, group in groupby(blocks, key=lambda block: block.kind is BlockKind.LIST_ITEM):
            if is_list:
                yield from self._listings(group)
            else:
                yield from (Paragraph(self._line(block)) for block in group)

    def _listings(self, blocks: Iterable[Block]) -> Iterable[Listing]:
        for ordered, group in groupby(blocks, key=lambda block: block.attr("ordered")):
            yield Listing(tuple(self._line(block) for block in group), is_ordered=ordered not in ("", "0"))

    def _picture(self, block: Block) -> Picture:
        alt, credit = (one_line(block.attr(name)) for name in ("alt", "credit"))
        caption = self._line(block) if one_line(block.text.text) else self._plain(block.attr("caption"))
        placeholder = words.picture_placeholder(self._language, alt or one_line(caption.text))
        return Picture(placeholder, alt, caption, credit, self._images.get(block.attr("asset")), (block.id,))

    def _plain(self, text: str) -> Line:
        return build_line(RichText.plain(one_line(text)), self._language)

    def _related(self, block: Block) -> Line:
        """A title that leads to its address; a title without one is only text."""
        url, text = safe_url(block.attr("url")), block.text.strip()
        linked = text.with_mark(0, len(text), MarkKind.LINK, url) if url else text
        return build_line(linked, self._language, block.id)

    def _line(self, block: Block) -> Line:
        return build_line(block.text, self._language, block.id)

    def _run_end(self, at: int, belongs: Callable[[Block], bool]) -> int:
        end = at
        while end < len(self._blocks) and belongs(self._blocks[end]):
            end += 1
        return end
