"""The render tree's shapes: what a page is made of once every decision about layout has been taken.

Writers walk these and decide nothing but their format's spelling. All texts are clean: no control characters
but the line feed (a forced line break), no lone surrogates; all links are safe.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.release import ReleaseStatus

LTR, RTL = "ltr", "rtl"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a layout has to know besides the text.

    ``type`` is a template name such as ``press-release``; ``embargo_at`` is aware, ``embargo_zone`` an IANA name
    (empty or unknown: UTC). ``is_approved`` means: signed with exactly this text. ``published_on`` is the date
    printed under the release line; ``created_at`` and ``updated_at`` become file properties.
    """

    type: str = "press-release"
    number: str = ""
    status: ReleaseStatus = ReleaseStatus.DRAFT
    embargo_at: datetime | None = None
    embargo_zone: str = ""
    is_approved: bool = False
    published_on: date | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None
    organisation: str = ""
    author: str = ""
    #: What a type of the office's own is called in the text's language; empty for the built-in ones.
    type_words: str = ""

    @property
    def is_embargoed(self) -> bool:
        """Whether the page must say that it is under embargo."""
        return self.embargo_at is not None and self.status not in (ReleaseStatus.RELEASED, ReleaseStatus.CORRECTED)


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of text that looks and speaks one way.

    ``link`` is empty or a safe absolute URL; ``language`` a BCP 47 tag, only where it is not the page's;
    ``gap`` the name of an open gap; ``direction`` is ``ltr`` or ``rtl``.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    language: str = ""
    gap: str = ""
    is_untranslated: bool = False
    is_dateline: bool = False
    direction: str = LTR


@dataclass(frozen=True, slots=True)
class Line:
    """The content of one paragraph. ``block_ids`` are the document's blocks that it was made from."""

    runs: tuple[TextRun, ...] = ()
    direction: str = LTR
    block_ids: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The plain text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Heading:
    """The headline; any further headline of a document is a heading inside the text (``is_main`` false)."""

    line: Line
    is_main: bool = True


@dataclass(frozen=True, slots=True)
class Subhead:
    """The line below the headline."""

    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; the lead may begin with dateline runs."""

    line: Line
    is_lead: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """One speaker's words, over one or more paragraphs. ``attribution`` is empty where the text names the speaker."""

    lines: tuple[Line, ...]
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, bulleted or numbered from 1."""

    items: tuple[Line, ...]
    is_ordered: bool = False


@dataclass(frozen=True, slots=True)
class ImageFile:
    """An image's bytes: PNG, JPEG or GIF, with its size in pixels. ``key`` is the asset's id."""

    key: str
    content: bytes
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with what is said of it. ``placeholder`` is shown where the picture itself cannot be.

    ``caption`` is a line of text like any other; ``credit`` and ``alt`` as written. Where ``alt`` is empty, readers
    that cannot see get the caption.
    """

    placeholder: str
    alt: str = ""
    caption: Line = Line()
    credit: str = ""
    image: ImageFile | None = None
    block_ids: tuple[str, ...] = ()

    @property
    def described(self) -> str:
        """The alternative text, or the caption where there is none."""
        return self.alt or self.caption.text

    @property
    def legend(self) -> tuple[TextRun, ...]:
        """The runs of caption and credit as one line."""
        credit = (TextRun(self.credit, direction=self.caption.direction),) if self.credit else ()
        between = (TextRun(" "),) if credit and self.caption.runs else ()
        return (*self.caption.runs, *between, *credit)

    @property
    def legend_line(self) -> Line:
        """The same as a line; empty where there is neither."""
        return Line(self.legend, self.caption.direction)


class SectionKind(StrEnum):
    """The parts of a release that stand outside its story."""

    NOTES = "notes"
    ABOUT = "about"
    CONTACTS = "contacts"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Section:
    """Notes to editors, the about text, the contacts, or related links. ``heading`` may be empty."""

    kind: SectionKind
    heading: str
    parts: tuple[Paragraph | Listing, ...]


@dataclass(frozen=True, slots=True)
class EndMark:
    """Where the text for publication ends."""

    text: str
    block_ids: tuple[str, ...] = ()


Part = Heading | Subhead | Paragraph | Quote | Listing | Picture | Section | EndMark


@dataclass(frozen=True, slots=True)
class Page:
    """A whole release in one language, ready for any writer.

    ``draft_band`` is empty on an approved text. ``date`` is the machine's form of ``date_line`` (ISO, or empty).
    ``page_of`` is the running page count with the fields ``{page}`` and ``{pages}``.
    """

    language: str
    direction: str
    title: str
    type_label: str
    release_line: str
    is_embargoed: bool
    number: str
    date_line: str
    date: str
    draft_band: str
    organisation: str
    page_of: str
    parts: tuple[Part, ...]
    imprint: Imprint

    @property
    def number_and_date(self) -> str:
        """The reference line under the release line; may be empty."""
        return " · ".join(part for part in (self.number, self.date_line) if part)
