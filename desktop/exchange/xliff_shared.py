"""What the writers of both XLIFF versions do alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml import etree

from desktop.domain.handing import HandedSegment, escaped, token_of
from desktop.exchange.inline_writing import Marked
from desktop.exchange.safe_xml import Element
from desktop.exchange.xliff_words import OURS
from desktop.i18n import in_document

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


def stale_words(segment: HandedSegment, language: str) -> str:
    """What a translator should know of a stale sentence, in the language that he or she writes."""
    words = in_document(language, "The source has changed. The translation was made from: {text}")
    return words.format(text=segment.was)


def by_block(segments: Iterable[HandedSegment]) -> Iterator[tuple[HandedSegment, list[HandedSegment]]]:
    """``(its first segment, all of them)`` of every block, in the text's order."""
    for _block, same in groupby(segments, key=lambda each: each.block_id):
        found = list(same)
        yield found[0], found


def finished(root: Element) -> bytes:
    """The file's bytes. Line ends stand only between structural elements: texts keep every blank."""
    lay_out(root, _STRUCTURE)
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


def lay_out(element: Element, structure: frozenset[str], depth: int = 0) -> None:
    """Put every child of the elements of some names on a line of its own; whatever else there is stays as it is."""
    if etree.QName(element).localname not in structure or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        lay_out(child, structure, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    element[-1].tail = "\n" + "  " * depth
