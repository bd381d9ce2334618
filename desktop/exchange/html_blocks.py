"""A cleaned tree of HTML into paragraphs with marks: what is a block, what is a mark, what is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from desktop.domain.document import BlockKind
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.editorial.import_values import RawBlock
from desktop.exchange.read_file import clean_text

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = frozenset(
    [
        "html",
        "body",
        "article",
        "main",
        "section",
        "div",
        "header",
        "footer",
        "nav",
        "aside",
        "form",
        "figure",
        "figcaption",
        "p",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "address",
        "pre",
        "center",
        "fieldset",
        "details",
        "summary",
        "hr",
    ]
) | frozenset(_HEADINGS)
_NOT_OF_THE_TEXT = frozenset({"nav", "footer", "aside"})
_ROLES_NOT_OF_THE_TEXT = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alert"}
)
_STRONG, _EMPHASIS = frozenset({"strong", "b"}), frozenset({"em", "i", "cite", "dfn"})
_WORD_STYLES = {
    "msotitle": (BlockKind.HEADLINE, 1),
    "msosubtitle": (BlockKind.SUBHEAD, 2),
    "block-text": (BlockKind.QUOTE, 0),
    "quotations": (BlockKind.QUOTE, 0),
    "msoquote": (BlockKind.QUOTE, 0),
    "msointensequote": (BlockKind.QUOTE, 0),
}
#: A raised figure is part of the number or the unit before it: m², H₂O.
_RAISED = {"sup": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"), "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")}
_NOTE_MARK = re.compile(r"\[?(?:\d{1,3}|[ivx]{1,5}|[*†‡↑])\]?", re.IGNORECASE)
_CELLS = ("td", "th")
_LONGEST_CELL = 300
#: A non-breaking space alone is meant; in a run of blanks it only held a place.
_BLANKS = re.compile(r"[ \t\n\u00a0]{2,}|[\t\n]")
_WRITTEN_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,7})[.)]", re.IGNORECASE)
_COMMENT_CLASSES = frozenset({"msocommentreference", "msocomanchor", "msocomtxt", "msocomoff", "msocommenttext"})
_NOT_THE_TEXT = frozenset({"comment-list", "comment", "header", "footer", "header-list", "footer-list"})
_SAFE_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_INVISIBLE_IN_LINK = re.compile(r"[\x00-\x20\x7f\u00a0\u2000-\u200f\u2028-\u202f]")


@dataclass(slots=True)
class _Paragraph:
    """The block being filled: pieces of text and, for each, the marks it stands under."""

    kind: BlockKind | None = None
    level: int = 0
    is_ordered: bool = False
    pieces: list[tuple[str, frozenset[tuple[MarkKind, str]]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree the walk is: the hint for paragraphs here, the marks, the depth of lists."""

    kind: BlockKind | None = None
    level: int = 0
    marks: frozenset[tuple[MarkKind, str]] = frozenset()
    list_depth: int = 0
    is_preformatted: bool = False
    is_ordered: bool = False

    def under(self, kind: BlockKind | None, level: int) -> _Place:
        return replace(self, kind=kind, level=level)

    def marked(self, *marks: tuple[MarkKind, str], without: Iterable[MarkKind] = ()) -> _Place:
        gone = set(without) | {kind for kind, _value in marks}
        kept = frozenset(mark for mark in self.marks if mark[0] not in gone)
        return replace(self, marks=kept | frozenset(marks))


class HtmlWalk:
    """One pass over a tree; counts what it leaves out or turns into something else.

    ``images``, ``unsafe_links``, ``hidden``, ``note_marks`` and ``comments`` did not come along, ``tables`` came as
    paragraphs by cell, ``rows_of_tables`` as lines by row.

    ``is_page`` is true for a whole page, whose navigation does not belong to the text, and false for a piece
    that a person selected.
    """

    def __init__(self, *, is_page: bool) -> None:
        self.images = 0
        self.unsafe_links = 0
        self.tables = 0
        self.hidden = 0
        self.note_marks = 0
        self.comments = 0
        self.rows_of_tables = 0
        self._is_in_row = False
        self._is_page = is_page
        self._done: list[_Paragraph] = []
        self._open = _Paragraph()
        self._keeps_forms = False

    def blocks(self, root: Any) -> tuple[RawBlock, ...]:
        """The paragraphs of the tree, in order, without empty ones."""
        self._keeps_forms = not self._is_page or _is_mostly_form(root)
        start = _content_root(root) if self._is_page else root
        heading = _heading_outside(root, start) if start is not root else None
        if heading is not None:
            self._element(heading, _Place())
        self._element(start, _Place())
        self._close()
        return tuple(block for paragraph in self._done for block in _finished(paragraph))

    def _element(self, element: Any, place: _Place) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if self._is_left_out(element, tag):
            return
        if tag == "br":
            self._line_break()
            return
        if self._is_in_row and tag in _BLOCKS:
            self._text(" ", place)
            self._children(element, place)
            self._text(" ", place)
            return
        if tag == "table" and is_data_table(element):
            self._table(element, place)
            return
        if tag in _BLOCKS:
            self._close()
            inner = self._block_place(element, tag, place)
            self._begin(inner)
            self._children(element, inner)
            self._close()
            self._begin(place)
            return
        if tag in _RAISED and not len(element) and (element.text or "").isdecimal():
            self._text((element.text or "").translate(_RAISED[tag]), place)
            return
        self._children(element, self._inline_place(element, tag, place))

    def _table(self, table: Any, place: _Place) -> None:
        """A line for each row, its cells apart by a dot in the middle."""
        self.rows_of_tables += 1
        for row in table.iter("tr"):
            self._close()
            self._begin(place.under(None, 0))
            self._is_in_row = True
            for number, cell in enumerate(c for c in row if c.tag in _CELLS and _own_text(c)):
                if number:
                    self._text(" · ", place)
                self._children(cell, place)
            self._is_in_row = False
        self._close()
        self._begin(place)

    def _children(self, element: Any, place: _Place) -> None:
        self._text(element.text, place)
        for child in element:
            self._element(child, place)
            self._text(child.tail, place)

    def _is_left_out(self, element: Any, tag: str) -> bool:
        style = _style(element)
        if tag == "img":
            self.images += 1
            return True
        if tag == "a" and _is_note_mark(element):
            self.note_marks += 1
            return True
        if _is_comment(element, style):
            self.comments += any("msocomanchor" in _classes(each) for each in element.iter())
            return True
        if tag in ("del", "") or "ignore" in style.get("mso-list", "") or "msodel" in _classes(element):
            return True
        if _is_hidden(element, style):
            self.hidden += bool(_own_text(element))
            return True
        return self._is_page and self._is_around_the_text(element, tag)

    def _is_around_the_text(self, element: Any, tag: str) -> bool:
        if tag == "form":
            return not self._keeps_forms
        if tag == "header":
            return not _is_inside(element, ("article", "main"))
        role = (element.get("role") or "").lower()
        return tag in _NOT_OF_THE_TEXT or role in _ROLES_NOT_OF_THE_TEXT or element.get("aria-hidden") == "true"

    def _block_place(self, element: Any, tag: str, place: _Place) -> _Place:
        place = self._styled(element, place)
        if tag == "table" and element.find(".//th") is not None:
            self.tables += 1
        if tag in ("ul", "ol"):
            depth = place.list_depth + 1
            return _Place(None, 0, place.marks, depth, is_preformatted=False, is_ordered=tag == "ol")
        if tag == "pre":
            return replace(place, is_preformatted=True)
        hint = _hint(element, tag, place.list_depth)
        if hint is None:
            return place
        is_ordered = place.is_ordered if tag in ("li", "dd") else _has_ignored_number(element)
        return replace(place.under(*hint), is_ordered=is_ordered)

    def _inline_place(self, element: Any, tag: str, place: _Place) -> _Place:
        if tag in _STRONG:
            place = place.marked((MarkKind.STRONG, ""))
        elif tag in _EMPHASIS:
            place = place.marked((MarkKind.EMPHASIS, ""))
        elif tag == "a" and element.get("href"):
            url, is_unsafe = safe_link(element.get("href"))
            self.unsafe_links += is_unsafe
            if url:
                place = place.marked((MarkKind.LINK, url))
        return self._styled(element, place)

    @staticmethod
    def _styled(element: Any, place: _Place) -> _Place:
        style = _style(element)
        weight, slant = style.get("font-weight", ""), style.get("font-style", "")
        if weight in ("bold", "bolder") or (weight.isdigit() and int(weight[:4]) >= 600):
            place = place.marked((MarkKind.STRONG, ""))
        elif weight in ("normal", "lighter") or weight.isdigit():
            place = place.marked(without=[MarkKind.STRONG])
        if slant in ("italic", "oblique"):
            return place.marked((MarkKind.EMPHASIS, ""))
        return place.marked(without=[MarkKind.EMPHASIS]) if slant == "normal" else place

    def _text(self, text: str | None, place: _Place) -> None:
        text = clean_text(text) if text else ""  # once more: what was written as an entity is a character now
        if not text:
            return
        lines = text.split("\n") if place.is_preformatted else [text]
        for number, line in enumerate(lines):
            if number:
                self._line_break()
            self._open.pieces.append((line, place.marks))

    def _line_break(self) -> None:
        if self._is_in_row or self._open.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD):
            self._open.pieces.append((" ", frozenset()))
            return
        kind, level, is_ordered = self._open.kind, self._open.level, self._open.is_ordered
        self._close()
        self._open = _Paragraph(kind, level, is_ordered)

    def _begin(self, place: _Place) -> None:
        self._open = _Paragraph(place.kind, place.level, place.is_ordered and place.kind is BlockKind.LIST_ITEM)

    def _close(self) -> None:
        self._done.append(self._open)
        self._open = _Paragraph()


def safe_link(href: str) -> tuple[str, bool]:
    """``(url, is unsafe)``: http, https, mailto (the address alone) and tel; all else gives an empty url.

    A relative address is dropped without being called unsafe: the page's own address is not known.
    """
    url = _INVISIBLE_IN_LINK.sub("", href)
    if url.startswith("//"):
        url = f"https:{url}"
    lowered = url.lower()
    if lowered.startswith("mailto:"):
        return url.split("?", 1)[0], False
    if lowered.startswith(_SAFE_SCHEMES):
        return _unwrapped_link(url), False
    has_scheme = re.match(r"[a-z][a-z0-9+.-]*:", lowered) is not None
    return "", has_scheme


def _unwrapped_link(url: str) -> str:
    """The address behind the detour that Google Docs puts before every link."""
    try:
        parts = urlsplit(url)
        is_detour = parts.hostname in ("www.google.com", "google.com") and parts.path == "/url"
        target = parse_qs(parts.query).get("q", [""])[0] if is_detour else ""
    except ValueError:
        return ""
    return target if target.lower().startswith(("http://", "https://")) else url


def _finished(paragraph: _Paragraph) -> Iterator[RawBlock]:
    text = "".join(piece for piece, _marks in paragraph.pieces)
    if not text.strip():
        return
    marks: list[Mark] = []
    parts: list[str] = []
    at = 0
    ends_in_blank = True
    for piece, names in paragraph.pieces:
        collapsed = _BLANKS.sub(" ", piece)
        if ends_in_blank:
            collapsed = collapsed.lstrip(" \u00a0")
        if not collapsed:
            continue
        ends_in_blank = collapsed.endswith((" ", "\u00a0"))
        marks.extend(Mark(at, at + len(collapsed), kind, value) for kind, value in names)
        parts.append(collapsed)
        at += len(collapsed)
    rich = _without_edge_blanks(RichText.of("".join(parts), marks).strip())
    if paragraph.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD):
        rich = _without_whole_strong(rich)
    if rich:
        yield RawBlock(rich, paragraph.kind, paragraph.level, paragraph.is_ordered)


def _without_edge_blanks(rich: RichText) -> RichText:
    """Marks drawn in from the blanks at their edges, as Word leaves them."""
    marks: list[Mark] = []
    for mark in rich.marks:
        inside = rich.text[mark.start : mark.end]
        left = len(inside) - len(inside.lstrip())
        right = len(inside) - len(inside.rstrip())
        marks.append(Mark(mark.start + left, mark.end - right, mark.kind, mark.value))
    return RichText.of(rich.text, [mark for mark in marks if mark.start < mark.end])


def _without_whole_strong(rich: RichText) -> RichText:
    """A headline that is bold all over is a headline, not strong text."""
    whole = any(m.start == 0 and m.end == len(rich) for m in rich.marks_of(MarkKind.STRONG))
    return rich.without_mark(MarkKind.STRONG) if whole else rich


def _hint(element: Any, tag: str, list_depth: int) -> tuple[BlockKind, int] | None:
    """The kind and level that an element's name, its Word style or its Word list says."""
    if tag in _HEADINGS:
        level = _HEADINGS[tag]
        return (BlockKind.HEADLINE if level == 1 else BlockKind.SUBHEAD), level
    if tag == "li" or (tag == "dd" and list_depth):
        return BlockKind.LIST_ITEM, max(1, list_depth)
    if tag == "blockquote":
        return BlockKind.QUOTE, 0
    word_list = re.match(r"l\d+ level(\d)", _style(element).get("mso-list", ""))
    if word_list:
        return BlockKind.LIST_ITEM, int(word_list.group(1))
    if tag == "p" and _has_ignored_bullet(element):
        return BlockKind.LIST_ITEM, 1
    return next((_WORD_STYLES[name] for name in _classes(element) if name in _WORD_STYLES), None)


def is_data_table(table: Any) -> bool:
    """Whether a table holds facts in rows and columns, rather than laying a page out."""
    rows = [[cell for cell in row if cell.tag in _CELLS] for row in table.iter("tr")]
    if sum(len(row) >= 2 for row in rows) < 2 or next(table.iterdescendants("table"), None) is not None:
        return False
    return all(_is_plain_cell(cell) for row in rows for cell in row)


def _is_plain_cell(cell: Any) -> bool:
    blocks = [each for each in cell.iterdescendants() if each.tag in _BLOCKS and _own_text(each)]
    deepest = [
        each for each in blocks if not any(other is not each and each in other.iterancestors() for other in blocks)
    ]
    return len(_own_text(cell)) <= _LONGEST_CELL and len(deepest) <= 1 and not any(b.tag == "li" for b in blocks)


def _classes(element: Any) -> list[str]:
    return (element.get("class") or "").lower().split()


def _is_comment(element: Any, style: Mapping[str, str]) -> bool:
    """What Word's reviewers wrote beside the text, and heads and feet of its pages; the words they stand at stay."""
    if style.get("mso-element") in _NOT_THE_TEXT or style.get("mso-special-character") == "comment":
        return True
    return not _COMMENT_CLASSES.isdisjoint(_classes(element))


def _has_ignored_number(element: Any) -> bool:
    """Whether the mark that Word wrote before a list's item is a number or a letter, not a bullet."""
    for span in element.iter("span"):
        if "ignore" in _style(span).get("mso-list", ""):
            return _WRITTEN_NUMBER.match(_own_text(span)) is not None
    return False


def _is_note_mark(element: Any) -> bool:
    """Whether a link only leads to a footnote and back (mammoth, Word, LibreOffice, web pages)."""
    return (element.get("href") or "").startswith("#") and bool(_NOTE_MARK.fullmatch(_own_text(element)))


def _is_hidden(element: Any, style: Mapping[str, str]) -> bool:
    if element.get("hidden") is not None or style.get("mso-hide") == "all":
        return True
    return style.get("display") == "none" or style.get("visibility") == "hidden"


def _style(element: Any) -> dict[str, str]:
    declarations = (part.partition(":") for part in (element.get("style") or "").lower().split(";"))
    return {name.strip(): " ".join(value.replace("!important", "").split()) for name, _c, value in declarations}


def _own_text(element: Any) -> str:
    return "".join(element.itertext()).strip()


def _has_ignored_bullet(element: Any) -> bool:
    return any("ignore" in _style(span).get("mso-list", "") for span in element.iter("span"))


def _is_inside(element: Any, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _is_mostly_form(root: Any) -> bool:
    """Whether one form wraps the page, as ASP.NET does it: then the text is in there."""
    whole = len(_own_text(root))
    return any(len(_own_text(form)) > 0.5 * whole for form in root.iter("form"))


def _content_root(root: Any) -> Any:
    """The element that holds the text, where the page says so and it holds a good part of it."""
    whole = len(_own_text(root))
    articles = list(root.iter("article"))
    mains = [*root.iter("main"), *root.xpath(".//*[@role='main']")]
    for candidate in (*(articles if len(articles) == 1 else []), *mains):
        size = len(_own_text(candidate))
        if size >= 400 or size > 0.5 * whole:
            return candidate
    return root


def _heading_outside(root: Any, start: Any) -> Any | None:
    """The page's only first heading, where it stands before the element that holds the text."""
    headings = list(root.iter("h1"))
    if len(headings) != 1 or start in headings[0].iterancestors():
        return None
    return headings[0]
