"""A page as a Word document, on the house's letterhead.

Imports python-docx at once: import this module lazily.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Twips

from desktop.publishing.letterhead import letterhead, settled
from desktop.publishing.page import (
    EndMark,
    Heading,
    ImageFile,
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
)
from desktop.publishing.word_pictures import fitted, inline_picture
from desktop.publishing.wordml import (
    Element,
    RunStyles,
    element,
    line_paragraph,
    page_fields,
    paragraph,
    plain_run,
    proofing_tag,
    tab,
)

#: python-docx refuses longer core properties.
_LONGEST_PROPERTY = 255
#: The letterhead leaves room for a band above the type label; without one the text moves up (twentieths of a point).
_TOP_WITHOUT_BAND = 1700
_SECTION_STYLES = {
    SectionKind.NOTES: "Notes",
    SectionKind.ABOUT: "Boilerplate",
    SectionKind.CONTACTS: "Contact",
    SectionKind.LINKS: "Notes",
}


def write_docx(page: Page) -> bytes:
    """The finished file. Pure: the same page gives the same bytes in any process on any day."""
    sheet = Sheet(page)
    for part in page.parts:
        sheet.add(*PartsWriter(sheet).write(part))
    return sheet.finish()


class Sheet:
    """A letterhead being filled: body, running head and foot, properties. One thread, used once."""

    def __init__(self, page: Page, *, with_masthead: bool = True) -> None:
        self.page = page
        self.document: WordDocument = docx.Document(io.BytesIO(letterhead()))
        self._pictures = 0
        self._body: Element = self.document.element.body
        self.styles = RunStyles(page.language, self._relate)
        self._speak(page.language)
        self._describe()
        self._run_head_and_foot()
        if with_masthead:
            self._masthead()

    def add(self, *elements: Element) -> None:
        """Append to the body, before its section properties."""
        for each in elements:
            self._body[-1].addprevious(each)

    def text(self, style: str, text: str) -> Element:
        """A plain paragraph in the page's language."""
        return paragraph(style, plain_run(text, self.page.language), direction=self.page.direction)

    def new_numbering(self) -> str:
        """The id of a fresh numbered list that starts at 1."""
        numbering: Any = self.document.part.numbering_part.element
        numbers = numbering.findall(qn("w:num"))
        num_id = str(1 + max(int(number.get(qn("w:numId"))) for number in numbers))
        override = element("lvlOverride", element("startOverride", val="1"), ilvl="0")
        numbering.append(element("num", element("abstractNumId", val="1"), override, numId=num_id))
        return num_id

    def picture(self, image: ImageFile, described: str, *, room: int = 0) -> Element:
        """A run with the image at its own size, at most as wide as the text (or ``room``, in EMU) and half a page high."""
        section: Any = self.document.sections[0]
        room = room or section.page_width - section.left_margin - section.right_margin
        part = self.document.part.package.get_or_add_image_part(io.BytesIO(image.content))
        self._pictures += 1
        return inline_picture(
            self.document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE),
            fitted(image.width, image.height, room, section.page_height // 2),
            number=self._pictures,
            name=image.key,
            described=described,
        )

    def finish(self) -> bytes:
        """The file's bytes."""
        stream = io.BytesIO()
        self.document.save(stream)
        return settled(stream.getvalue())

    def _relate(self, url: str) -> str:
        return self.document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def _speak(self, language: str) -> None:
        """The default language of everything, so that no proofing tool takes a Spanish text for English."""
        tag = proofing_tag(language)
        for default in self.document.styles.element.iter(qn("w:lang")):
            default.set(qn("w:val"), tag)
        for default in self.document.settings.element.iter(qn("w:themeFontLang")):
            default.set(qn("w:val"), tag)

    def _describe(self) -> None:
        properties, imprint = self.document.core_properties, self.page.imprint
        properties.title = self.page.title[:_LONGEST_PROPERTY]
        properties.author = (imprint.author or self.page.organisation)[:_LONGEST_PROPERTY]
        properties.language = self.page.language
        properties.content_status = imprint.status.value
        created = imprint.created_at or imprint.updated_at
        if created:
            properties.created = _plain_utc(created)
        if imprint.updated_at:
            properties.modified = _plain_utc(imprint.updated_at)

    def _run_head_and_foot(self) -> None:
        section, page = self.document.sections[0], self.page
        first, later = section.first_page_header, section.header
        organisation = [tab(), plain_run(page.organisation, page.language, style="HeaderOrganisation")]
        label = plain_run(page.type_label, page.language)
        self._fill(first, "TypeLabel", label, *(organisation if page.organisation else ()))
        running = page.type_label if not page.is_embargoed else f"{page.type_label} · {page.release_line}"
        self._fill(later, "Header", plain_run(running, page.language))
        if not page.draft_band:
            section.top_margin = Twips(_TOP_WITHOUT_BAND)
        else:
            for header in (first, later):
                header.paragraphs[0]._p.addprevious(self.text("DraftBand", page.draft_band))  # noqa: SLF001 - its element
        for footer in (section.first_page_footer, section.footer):
            left = plain_run(page.organisation, page.language)
            self._fill(footer, "Footer", left, tab(), *page_fields(page.page_of, page.language))

    def _fill(self, place: Any, style: str, *content: Element) -> None:
        old = place.paragraphs[0]._p  # noqa: SLF001 - python-docx's own name for the element
        old.getparent().replace(old, paragraph(style, *content, direction=self.page.direction))

    def _masthead(self) -> None:
        page = self.page
        self.add(self.text("EmbargoLine" if page.is_embargoed else "ReleaseLine", page.release_line))
        if page.number_and_date:
            self.add(self.text("NumberAndDate", page.number_and_date))


class PartsWriter:
    """Spells parts of the render tree as paragraphs."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def write(self, part: Part) -> list[Element]:  # noqa: PLR0911 - one spelling a kind
        """The paragraphs of one part."""
        match part:
            case Heading(line, is_main):
                return [self._line("Heading1" if is_main else "Heading2", line)]
            case Subhead(line):
                return [self._line("Subtitle", line)]
            case Paragraph(line, is_lead):
                return [self._line("Lead" if is_lead else "BodyText", line)]
            case Quote():
                return self._quote(part)
            case Listing():
                return self._listing(part, "List")
            case Picture():
                return self._picture(part)
            case Section():
                return self._section(part)
            case EndMark(text):
                return [self._sheet.text("EndMark", text)]

    def _line(self, style: str, line: Line, num_id: str = "") -> Element:
        return line_paragraph(style, line, self._sheet.styles, num_id=num_id)

    def _quote(self, quote: Quote) -> list[Element]:
        made = [self._line("Quote", line) for line in quote.lines]
        if quote.attribution:
            made.append(self._sheet.text("QuoteAttribution", f"— {quote.attribution}"))
        return made

    def _listing(self, listing: Listing, family: str) -> list[Element]:
        if not listing.is_ordered:
            return [self._line(f"{family}Bullet", line) for line in listing.items]
        num_id = self._sheet.new_numbering()
        return [self._line(f"{family}Number", line, num_id) for line in listing.items]

    def _picture(self, picture: Picture) -> list[Element]:
        if picture.image is None:
            made = [self._sheet.text("Image", picture.placeholder)]
        else:
            made = [paragraph("Picture", self._sheet.picture(picture.image, picture.described))]
        return [*made, self._line("Caption", picture.legend_line)] if picture.legend else made

    def _section(self, section: Section) -> list[Element]:
        made = [self._sheet.text("Heading2", section.heading)] if section.heading else []
        style = _SECTION_STYLES[section.kind]
        for part in section.parts:
            if isinstance(part, Listing):
                made += self._listing(part, "Notes")
            else:
                made.append(self._line(style, part.line))
        return made


def _plain_utc(moment: datetime) -> datetime:
    """The moment in UTC; python-docx writes the digits with a Z whatever the zone says."""
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
