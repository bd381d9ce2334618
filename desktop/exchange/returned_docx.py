"""A bilingual Word table as it comes back: rows to their sentences, tracked changes and comments as what they are.

Knows what Word and LibreOffice do to such a table: runs are cut anew, styles get other ids, a bookmark may be lost
(the id's text stays), a cell may get a second paragraph.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from desktop.domain.handing import Note, Returned, ReturnedSegment, is_base, read_token, unescaped
from desktop.domain.richtext import MarkKind, RichText, Run, join, merge_runs
from desktop.domain.segment import SegmentState
from desktop.exchange.docx_checks import document_part, parse_xml, unpack
from desktop.exchange.read_file import refuse
from desktop.exchange.safe_xml import Element, attribute, child, children, local
from desktop.i18n import _

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_BOOKMARK = re.compile(r"s([0-9a-f]{32})([0-9a-f]{6}[a-z])")
_IDENTITY = re.compile(rf"Comunicado ({_ID.pattern}) ({_ID.pattern}) ([A-Za-z0-9-]+) > ([A-Za-z0-9-]+)")
_TAG = re.compile(r"\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\)\s*$")
_PREFIX = "Comunicado "
_COLUMNS = 5
_NEW, _OLD = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})
_INTO = frozenset({"hyperlink", "sdt", "sdtContent", "smartTag", "fldSimple", "customXml", "dir", "bdo"})
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def read_bilingual_docx(content: bytes, name: str, states: Mapping[str, SegmentState]) -> Returned:
    """All that the table says. ``states``: the words of the status column, in small letters.

    Raises BadInputError for what is no Word document, hostile, or without such a table. For the pool.
    """
    parts = unpack(content, name)
    main = document_part(parts, name)
    root = parse_xml(parts[main], name)
    folder = posixpath.dirname(main)
    book = _Book(
        styles=_styles(parse_xml(parts[f"{folder}/styles.xml"], name)) if f"{folder}/styles.xml" in parts else {},
        links=_links(parts, main, name),
        comments=_comments(parse_xml(parts[f"{folder}/comments.xml"], name))
        if f"{folder}/comments.xml" in parts
        else {},
    )
    for table in (each for each in root.iter() if local(each) == "tbl"):
        rows = [_cells(row) for row in children(table, "tr")]
        rows = [row for row in rows if len(row) >= 3]
        languages = tuple(_tag(rows[0][at]) for at in (1, 2)) if rows else ("", "")
        body = rows[1:] if all(languages) and not _identity(rows[0][0])[0] else rows
        segments = tuple(found for row in body if (found := _segment(row, book, states)) is not None)
        if any(each.id for each in segments):
            said = _IDENTITY.search("\n".join(_words(p) for p in root.iter() if local(p) == "p"))
            languages = (said[3], said[4]) if said else languages
            ids = (said[1], said[2]) if said else ("", "")
            return Returned(name, languages[0], languages[1], segments, *ids)
    raise refuse(
        _("“{name}” holds no table that was handed out for translation.").format(name=name),
        _("Take back the file that was sent out, with its id column."),
    )


@dataclass(frozen=True, slots=True)
class _Book:
    """What runs refer to: styles by id, links by relationship, comments by number."""

    styles: Mapping[str, frozenset[tuple[MarkKind, str]]]
    links: Mapping[str, str]
    comments: Mapping[str, Note]


def _cells(row: Element) -> list[Element]:
    found = children(row, "tc")
    for wrapped in children(row, "sdt", "customXml"):
        found += [each for each in wrapped.iter() if local(each) == "tc"]
    return found


def _tag(cell: Element) -> str:
    found = _TAG.search(" ".join(_words(p) for p in children(cell, "p")).strip())
    return found[1] if found else ""


def _segment(cells: list[Element], book: _Book, states: Mapping[str, SegmentState]) -> ReturnedSegment | None:
    """A row's sentence; ``None`` for rows with neither an id nor a source."""
    segment_id, base = _identity(cells[0])
    source = _Reading(book)
    source.cell(cells[1])
    target = _Reading(book)
    target.cell(cells[2])
    if not segment_id and not source.after.text.strip():
        return None
    status = children(cells[3], "p") if len(cells) > 3 else []
    notes = [*_remarks(cells[4] if len(cells) >= _COLUMNS else None), *_word_comments(cells, book)]
    is_edited = bool(target.editors)
    return ReturnedSegment(
        id=segment_id,
        source=source.before,
        target=target.after,
        state=states.get(_words(status[0]).strip().casefold()) if status else None,
        base=base,
        notes=tuple(notes),
        is_fixed=not segment_id and _is_fixed(cells[0]),
        before=target.before if is_edited else None,
        editors=tuple(dict.fromkeys(target.editors)),
    )


def _identity(cell: Element) -> tuple[str, str]:
    for mark in cell.iter():
        found = _BOOKMARK.fullmatch(attribute(mark, "name")) if local(mark) == "bookmarkStart" else None
        if found and is_base(found[2]):
            h = found[1]
            return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}", found[2]
    written = _ID.search("".join("".join(_words(p).split()) + "\n" for p in children(cell, "p")))
    return (written[0], "") if written else ("", "")


def _is_fixed(cell: Element) -> bool:
    """Whether a row is of a block that nobody translates."""
    return any(attribute(each, "name").startswith("fixed_") for each in cell.iter() if local(each) == "bookmarkStart")


def _words(element: Element) -> str:
    """The plain text of a paragraph as it reads with every tracked change taken."""
    return "".join(
        each.text or "" if local(each) == "t" else _SIGNS.get(local(each), "")
        for each in element.iter()
        if not any(local(above) in _OLD for above in each.iterancestors())
    )


@dataclass
class _Reading:
    """A cell's text twice: ``before`` and ``after`` its tracked changes."""

    book: _Book
    before: RichText = field(default_factory=RichText)
    after: RichText = field(default_factory=RichText)
    editors: list[str] = field(default_factory=list)

    def cell(self, cell: Element) -> None:
        """Read a cell; paragraphs beyond the first are joined by a blank."""
        befores: list[RichText] = []
        afters: list[RichText] = []
        for each in cell.iter():
            if local(each) != "p":
                continue
            old: list[Run] = []
            new: list[Run] = []
            self._walk(each, frozenset(), (old, new))
            befores.append(merge_runs(old))
            afters.append(merge_runs(new))
        self.before = join([each for each in befores if each.text], " ")
        self.after = join([each for each in afters if each.text], " ")

    def _walk(self, element: Element, marks: frozenset[tuple[MarkKind, str]], places: tuple[list[Run], ...]) -> None:
        for each in element:
            name = local(each)
            if name == "r":
                runs = tuple(_run(each, marks, self.book))
                for place in places:
                    place.extend(runs)
            elif name in _NEW or name in _OLD:
                # The first list is the text before, the second the text after; an edit inside an edit is in neither.
                kept = places[1:] if name in _NEW else places[:1]
                self.editors.append(attribute(each, "author"))
                self._walk(each, marks, kept if len(places) == 2 else ())
            elif name == "hyperlink":
                link = self.book.links.get(attribute(each, "id"), "")
                self._walk(each, marks | {(MarkKind.LINK, link)} if link else marks, places)
            elif name in _INTO:
                self._walk(each, marks, places)


def _run(run: Element, marks: frozenset[tuple[MarkKind, str]], book: _Book) -> Iterator[Run]:
    properties = child(run, "rPr")
    if properties is not None:
        style = child(properties, "rStyle")
        said = book.styles.get(attribute(style, "val"), frozenset()) if style is not None else frozenset()
        marks = frozenset({**dict(said), **dict(marks)}.items())
        for name, kind in (("b", MarkKind.STRONG), ("i", MarkKind.EMPHASIS)):
            switch = child(properties, name)
            if switch is not None:
                is_on = attribute(switch, "val") not in ("0", "false", "none", "off")
                marks = marks | {(kind, "")} if is_on else marks - {(kind, "")}
    for each in run:
        name = local(each)
        text = each.text or "" if name in ("t", "delText") else _SIGNS.get(name, "")
        if text:
            yield Run(unescaped(text) if name in ("t", "delText") else text, marks)


def _styles(root: Element) -> dict[str, frozenset[tuple[MarkKind, str]]]:
    """Style id → marks, of our own styles by their names, and of Word's for bold and italic."""
    usual = {"strong": frozenset({(MarkKind.STRONG, "")}), "emphasis": frozenset({(MarkKind.EMPHASIS, "")})}
    found: dict[str, frozenset[tuple[MarkKind, str]]] = {}
    for style in children(root, "style"):
        named = child(style, "name")
        name = attribute(named, "val") if named is not None else ""
        if name.startswith(_PREFIX):
            tokens = name.removeprefix(_PREFIX).split(" ")
            found[attribute(style, "styleId")] = frozenset(filter(None, map(read_token, tokens)))
        elif name.lower() in usual:
            found[attribute(style, "styleId")] = usual[name.lower()]
    return found


def _links(parts: Mapping[str, bytes], main: str, name: str) -> dict[str, str]:
    relations = f"{posixpath.dirname(main)}/_rels/{posixpath.basename(main)}.rels"
    if relations not in parts:
        return {}
    return {
        attribute(each, "Id"): attribute(each, "Target")
        for each in parse_xml(parts[relations], name)
        if attribute(each, "Type").endswith("/hyperlink")
    }


def _comments(root: Element) -> dict[str, Note]:
    return {
        attribute(each, "id"): Note(
            attribute(each, "author"),
            "\n".join(words for p in each.iter() if local(p) == "p" and (words := _words(p).strip())),
            _moment(attribute(each, "date")),
        )
        for each in children(root, "comment")
    }


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _remarks(cell: Element | None) -> Iterator[Note]:
    """The paragraphs of the last column; a first run in bold that ends in a colon names who wrote it."""
    for each in children(cell, "p") if cell is not None else ():
        words = _words(each).strip()
        if words:
            runs = [run for run in each if local(run) == "r" and _words(run)]
            first = _words(runs[0]) if runs else ""
            if first.endswith(": ") and len(runs) > 1:
                yield Note(first.removesuffix(": "), words.removeprefix(first).strip())
            else:
                yield Note("", words)


def _word_comments(cells: list[Element], book: _Book) -> Iterator[Note]:
    seen: set[str] = set()
    for cell in cells:
        for each in cell.iter():
            number = attribute(each, "id") if local(each) in ("commentReference", "commentRangeStart") else ""
            if number and number not in seen and number in book.comments:
                seen.add(number)
                if book.comments[number].text:
                    yield book.comments[number]
