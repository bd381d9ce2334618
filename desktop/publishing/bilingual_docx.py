"""Source and translation side by side: a two-column Word table, one row per segment.

Imports python-docx at once: import this module lazily.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Twips

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import RichText
from desktop.domain.segment import PairedSegment
from desktop.publishing import bilingual_words as words
from desktop.publishing.dates import language_name
from desktop.publishing.docx_writer import Sheet
from desktop.publishing.page import Page, Part, Picture
from desktop.publishing.render_tree import build_line
from desktop.publishing.wordml import Element, RunStyles, element, line_paragraph, paragraph, plain_run

_COLUMN = 6860  # twentieths of a point: half of A4 across, less the margins
_MARGIN = 1559


@dataclass(frozen=True, slots=True)
class Columns:
    """The two languages; ``target`` is empty where it is not known, and then its runs carry no language."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Material:
    """What the table is made of; ``translated`` gives the blocks that stand in no pair."""

    source: Document
    pairs: Sequence[PairedSegment]
    translated: Document | None = None


def write_bilingual_docx(
    page: Page, source: Document, target: str, pairs: Sequence[PairedSegment], translated: Document | None = None
) -> bytes:
    """The finished file. ``page`` gives title, bands, pictures and the language of the labels; pure and deterministic.

    Segments whose sentence is gone from the source are left out: they are the translator's, not the reader's.
    """
    sheet = Sheet(page)
    _across(sheet)
    if page.title:
        sheet.add(sheet.text("Heading1", page.title))
    sheet.add(
        _table(sheet, Columns(source.language, target), Material(source, pairs, translated)), paragraph("SegmentText")
    )
    return sheet.finish()


def _across(sheet: Sheet) -> None:
    """A4 across, with the running head's tab at the new right margin."""
    section = sheet.document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Twips(_MARGIN)
    for style in ("Header", "Footer"):
        for stop in sheet.document.styles[style].element.iter(qn("w:tab")):
            stop.set(qn("w:pos"), str(2 * _COLUMN))


def _table(sheet: Sheet, columns: Columns, material: Material) -> Element:
    source = material.source
    width = str(_COLUMN)
    properties = element(
        "tblPr",
        element("tblStyle", val="BilingualTable"),
        element("tblW", w=str(2 * _COLUMN), type="dxa"),
        element("tblLayout", type="fixed"),
        element(
            "tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"
        ),
    )
    grid = element("tblGrid", element("gridCol", w=width), element("gridCol", w=width))
    rows = _Rows(sheet, columns, {block.id: block.kind for block in source.blocks})
    made = _ordered(rows, material, {part.block_ids[0]: part for part in sheet.page.parts if _is_seen(part)})
    return element("tbl", properties, grid, rows.header(), *made)


def _is_seen(part: Part) -> TypeGuard[Picture]:
    return isinstance(part, Picture) and part.image is not None


def _ordered(rows: _Rows, material: Material, pictures: Mapping[str, Picture]) -> Iterator[Element]:
    """A row per segment in the text's order, each picture above its caption, and the blocks that nobody translates."""
    by_block: dict[str, list[PairedSegment]] = defaultdict(list)
    for pair in material.pairs:
        if not pair.segment.is_gone:
            by_block[pair.segment.block_id].append(pair)
    for block in material.source.blocks:
        if block.id in pictures:
            yield rows.picture(pictures[block.id])
        mine = by_block.pop(block.id, [])
        yield from (rows.row(pair) for pair in mine)
        drawn = None if mine or material.translated is None else material.translated.block(block.id)
        if drawn is not None and block.text.text.strip():
            yield rows.drawn(block, drawn)
    for rest in by_block.values():
        yield from (rows.row(pair) for pair in rest)


class _Rows:
    """Spells pairs as table rows."""

    def __init__(self, sheet: Sheet, columns: Columns, kinds: Mapping[str, BlockKind]) -> None:
        self._sheet = sheet
        self._labels = sheet.page.language
        self._columns = columns
        self._kinds = kinds
        self._source = replace(sheet.styles, language=columns.source)
        self._target = replace(sheet.styles, language=columns.target)

    def header(self) -> Element:
        """The row of language names, repeated on every page."""
        properties = element("trPr", element("cantSplit"), element("tblHeader"))
        cells = []
        for language in (self._columns.source, self._columns.target):
            name = language_name(language, self._labels) if language else words.translation_label(self._labels)
            cells.append(_cell(paragraph("SegmentText", plain_run(name, self._labels, style="Strong"))))
        return element("tr", properties, *cells)

    def row(self, pair: PairedSegment) -> Element:
        """One segment: number and kind over the source, state over the translation."""
        kind = self._kinds.get(pair.segment.block_id)
        label = f"{pair.number} · {words.kind_label(self._labels, kind)}" if kind else str(pair.number)
        state = words.state_label(self._labels, pair.segment.state)
        state_runs = [plain_run(state, self._labels)]
        if pair.is_stale:
            stale = words.stale_label(self._labels, pair.change)
            state_runs += [plain_run(" · ", self._labels), plain_run(stale, self._labels, style="StaleState")]
        return element(
            "tr",
            element("trPr", element("cantSplit")),
            _cell(
                paragraph("SegmentLabel", plain_run(label, self._labels)), self._text(pair.segment.source, self._source)
            ),
            _cell(paragraph("SegmentLabel", *state_runs), self._text(pair.segment.target, self._target)),
        )

    def picture(self, picture: Picture) -> Element:
        """A picture over both columns; its caption stands below it, in both languages."""
        if picture.image is None:
            raise ValueError("no image")
        shown = paragraph("SegmentText", self._sheet.picture(picture.image, picture.described, room=_COLUMN * 635))
        wide = element("tcPr", element("tcW", w=str(2 * _COLUMN), type="dxa"), element("gridSpan", val="2"))
        return element("tr", element("trPr", element("cantSplit")), element("tc", wide, shown))

    def drawn(self, source: Block, translated: Block) -> Element:
        """A block that the library or the directory says in both languages."""
        label = paragraph("SegmentLabel", plain_run(words.kind_label(self._labels, source.kind), self._labels))
        return element(
            "tr",
            element("trPr", element("cantSplit")),
            _cell(label, self._text(source.text, self._source)),
            _cell(paragraph("SegmentLabel"), self._text(translated.text, self._target)),
        )

    @staticmethod
    def _text(text: RichText, styles: RunStyles) -> Element:
        return line_paragraph("SegmentText", build_line(text, styles.language), styles)


def _cell(*content: Element) -> Element:
    return element("tc", element("tcPr", element("tcW", w=str(_COLUMN), type="dxa")), *content)
