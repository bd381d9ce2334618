"""A translation as a Word table that comes back: id, source, translation, status, comments; one row a sentence.

What must survive somebody else's Word or LibreOffice: the id as small text and as a bookmark's name (with a fingerprint
of the translation as it left), chips as character styles whose names say what they are, links as links.
Imports python-docx at once: import this module lazily.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Twips

from desktop.domain.handing import Handed, HandedSegment, escaped, token_of
from desktop.domain.richtext import MarkKind, RichText, Run
from desktop.i18n import in_document
from desktop.publishing import bilingual_words as words
from desktop.publishing.dates import language_name
from desktop.publishing.docx_writer import Sheet
from desktop.publishing.page import RTL, Page
from desktop.publishing.safe_text import (
    LONGEST_LINK,
    clean,
    directed,
    language_direction,
    one_line,
    safe_url,
    text_direction,
)
from desktop.publishing.wordml import Element, element, paragraph, plain_run, proofing_tag

#: Twentieths of a point; together the width of A4 across, less the margins.
_WIDTHS = (960, 4980, 4980, 1180, 1620)
_MARGIN = 1559
_SHADE = "F1F3F6"
_SMALL = "10"  # half points
#: What the names of our character styles begin with; the rest are the marks' tokens.
STYLE_PREFIX = "Comunicado "
_LOOKS = {MarkKind.PLACEHOLDER: "OpenGap", MarkKind.PROTECTED: "Untranslated"}
_PIECES = re.compile("([\n\t])")
_DIRECT = frozenset({MarkKind.STRONG, MarkKind.EMPHASIS})
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_handout_docx(page: Page, handed: Handed) -> bytes:
    """The finished file. ``page`` gives title, bands and the language of the labels; pure and deterministic."""
    sheet = Sheet(page)
    _across(sheet)
    if title := one_line(handed.title):
        sheet.add(sheet.text("Heading1", title))
    sheet.add(sheet.text("SegmentText", _instruction(page.language)))
    sheet.add(_Table(sheet, handed).element(), _identity(handed, page.language))
    return sheet.finish()


def _instruction(language: str) -> str:
    return in_document(
        language,
        "Write in the third column only. Every row comes back to its sentence by its id; tracked changes and comments "
        "come back as such.",
    )


def _identity(handed: Handed, language: str) -> Element:
    """Whose text this is, for the way back."""
    languages = f"{handed.source_language} > {handed.target_language}"
    text = f"Comunicado {handed.release_id} {handed.version_id} {languages}"
    return paragraph("SegmentLabel", plain_run(text, language))


def _across(sheet: Sheet) -> None:
    section = sheet.document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Twips(_MARGIN)
    for style in ("Header", "Footer"):
        for stop in sheet.document.styles[style].element.iter(qn("w:tab")):
            stop.set(qn("w:pos"), str(sum(_WIDTHS)))


@dataclass
class _Table:
    """Spells sentences as rows; makes the styles and bookmarks it needs in the sheet."""

    sheet: Sheet
    handed: Handed
    _styles: dict[str, str] = field(default_factory=dict)

    def element(self) -> Element:
        """The whole table."""
        properties = element(
            "tblPr",
            element("tblStyle", val="BilingualTable"),
            element("tblW", w=str(sum(_WIDTHS)), type="dxa"),
            element("tblLayout", type="fixed"),
            element(
                "tblLook",
                val="0020",
                firstRow="1",
                lastRow="0",
                firstColumn="0",
                lastColumn="0",
                noHBand="1",
                noVBand="1",
            ),
        )
        grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in _WIDTHS))
        rows = (self._row(number, each) for number, each in enumerate(self.handed.segments))
        return element("tbl", properties, grid, self._header(), *rows)

    def _header(self) -> Element:
        labels = self.sheet.page.language
        names = (
            in_document(labels, "ID"),
            f"{language_name(self.handed.source_language, labels)} ({self.handed.source_language})",
            f"{language_name(self.handed.target_language, labels)} ({self.handed.target_language})",
            in_document(labels, "Status"),
            in_document(labels, "Comments"),
        )
        cells = (
            _cell(at, paragraph("SegmentText", plain_run(name, labels, style="Strong")))
            for at, name in enumerate(names)
        )
        return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *cells)

    def _row(self, place: int, segment: HandedSegment) -> Element:
        labels = self.sheet.page.language
        state = words.state_label(labels, segment.state)
        status = [paragraph("SegmentLabel", plain_run(state, labels))]
        if segment.is_stale:
            stale = in_document(labels, "The source changed since")
            status.append(paragraph("SegmentLabel", plain_run(stale, labels, style="StaleState")))
        if segment.is_fixed:
            status = [paragraph("SegmentLabel", plain_run(in_document(labels, "Not to be translated"), labels))]
        remarks = [
            paragraph("SegmentLabel", *self._remark(note.author, note.text, labels)) for note in segment.notes
        ] or [paragraph("SegmentLabel")]
        target_shade = _SHADE if segment.is_fixed else ""
        return element(
            "tr",
            element("trPr", element("cantSplit")),
            _cell(0, *self._id(place, segment), shade=_SHADE),
            _cell(1, self._text(segment.source, self.handed.source_language), shade=_SHADE),
            _cell(2, self._text(segment.target, self.handed.target_language), shade=target_shade),
            _cell(3, *status),
            _cell(4, *remarks),
        )

    def _id(self, place: int, segment: HandedSegment) -> list[Element]:
        """The number for people, below it the id, small, inside a bookmark that says it once more."""
        labels = self.sheet.page.language
        kind = words.kind_label(labels, segment.kind)
        # Word and LibreOffice cut a bookmark's name after 40 characters: a letter, 32 digits of the id, 7 of the base.
        label = plain_run(f"{segment.number} · {kind}" if segment.number else kind, labels)
        name = f"fixed_{place}" if segment.is_fixed else f"s{segment.id.replace('-', '')}{segment.base}"
        start = element("bookmarkStart", id=str(place + 1), name=name)
        end = element("bookmarkEnd", id=str(place + 1))
        if segment.is_fixed:
            return [paragraph("SegmentLabel", start, label, end)]
        run = plain_run(segment.id, labels)
        run[0].append(element("noProof"))
        run[0].append(element("sz", val=_SMALL))
        _in_order(run[0])
        return [paragraph("SegmentLabel", label), paragraph("SegmentLabel", start, run, end)]

    @staticmethod
    def _remark(author: str, text: str, language: str) -> Iterator[Element]:
        if author:
            yield plain_run(f"{clean(author)}: ", language, style="Strong")
        yield plain_run(clean(text), language)

    def _text(self, text: RichText, language: str) -> Element:
        direction = text_direction(text.text, language_direction(language))
        content: list[Element] = []
        for run in text.runs():
            if not run.text:
                continue
            link = run.value(MarkKind.LINK) or ""
            is_real = bool(link) and safe_url(link) == link and len(link) <= LONGEST_LINK
            made = list(self._runs(run, language, is_linked=is_real))
            if not is_real:
                content += made
                continue
            anchor = element("hyperlink", *made)
            anchor.set(f"{_R}id", self.sheet.styles.relate(link))
            content.append(anchor)
        return paragraph("SegmentText", *content, direction=direction)

    def _runs(self, run: Run, language: str, *, is_linked: bool) -> Iterator[Element]:
        kinds = {kind for kind, value in run.marks if not value}
        named = sorted(
            marked
            for marked in run.marks
            if (marked[0] not in _DIRECT or marked[1]) and not (is_linked and marked[0] is MarkKind.LINK)
        )
        style = self._style(named) if named else ("Hyperlink" if is_linked else "")
        tag = proofing_tag(language)
        for text, direction in directed(run.text):
            properties = element(
                "rPr",
                element("rStyle", val=style) if style else None,
                *((element("b"), element("bCs")) if MarkKind.STRONG in kinds else ()),
                *((element("i"), element("iCs")) if MarkKind.EMPHASIS in kinds else ()),
                element("rtl") if direction == RTL else None,
                element("lang", val=tag, bidi=tag) if direction == RTL else element("lang", val=tag),
            )
            yield _run(text, properties)

    def _style(self, marks: list[tuple[MarkKind, str]]) -> str:
        """The id of the character style that says these marks; made on first use."""
        name = STYLE_PREFIX + " ".join(token_of(*marked) for marked in marks)
        if name not in self._styles:
            style_id = self._styles[name] = f"Comunicado{len(self._styles) + 1}"
            look = next((_LOOKS[kind] for kind, _ in marks if kind in _LOOKS), "DefaultParagraphFont")
            style = element("style", element("name", val=name), element("basedOn", val=look), type="character")
            style.set(qn("w:customStyle"), "1")
            style.set(qn("w:styleId"), style_id)
            self.sheet.document.styles.element.append(style)
        return self._styles[name]


def _run(text: str, properties: Element) -> Element:
    made = element("r", properties)
    for piece in _PIECES.split(text):
        if piece == "\n":
            made.append(element("br"))
        elif piece == "\t":
            made.append(element("tab"))
        elif piece:
            content = element("t")
            content.text = escaped(piece).replace("\r", "_x000D_")
            content.set(_SPACE, "preserve")
            made.append(content)
    return made


_RUN_ORDER = ("rStyle", "b", "bCs", "i", "iCs", "noProof", "sz", "rtl", "lang")


def _in_order(properties: Element) -> None:
    """Word refuses run properties in another order than ECMA-376's."""
    properties[:] = sorted(properties, key=lambda each: _RUN_ORDER.index(each.tag.rsplit("}", 1)[-1]))


def _cell(at: int, *content: Element, shade: str = "") -> Element:
    properties = element(
        "tcPr",
        element("tcW", w=str(_WIDTHS[at]), type="dxa"),
        element("shd", val="clear", color="auto", fill=shade) if shade else None,
    )
    return element("tc", properties, *content)
