"""What the writers of both XLIFF versions do alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml import etree

from desktop.domain.handing import HandedSegment, escaped, token_of
from desktop.exchange.inline_writing import Marked
from desktop.exchange.safe_xml import Element
from desktop.exchange.xliff_words import OURS

#: What stands in for a character that a display cannot show.
SHOWN = "\N{REPLACEMENT CHARACTER}"


def ours(name: str) -> str:
    """An attribute of our own namespace."""
    return f"{{{OURS}}}{name}"


def tokens(marks: Iterable[Marked]) -> str:
    """Marks as the words of an attribute."""
    return " ".join(token_of(*marked) for marked in marks)


def plain(text: str) -> str:
    """A text for notes and titles, without what XML cannot hold."""
    return "".join(SHOWN if c != "_" and escaped(c) != c else c for c in text)


def by_block(segments: Iterable[HandedSegment]) -> Iterator[tuple[HandedSegment, list[HandedSegment]]]:
    """``(its first segment, all of them)`` of every block, in the text's order."""
    for _block, same in groupby(segments, key=lambda each: each.block_id):
        found = list(same)
        yield found[0], found


def finished(root: Element) -> bytes:
    """The file's bytes. Line ends stand only between structural elements: texts keep every blank."""
    _lay_out(root, 0)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


_STRUCTURE = frozenset(
    {
        "xliff",
        "file",
        "header",
        "body",
        "group",
        "trans-unit",
        "unit",
        "segment",
        "notes",
        "matches",
        "match",
        "alt-trans",
    }
)


def _lay_out(element: Element, depth: int) -> None:
    if etree.QName(element).localname not in _STRUCTURE or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _lay_out(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    element[-1].tail = "\n" + "  " * depth
