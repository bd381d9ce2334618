"""Marks as TMX's inline elements (TMX 1.4b §"Content markup").

A mark is a pair of ``bpt`` and ``ept`` around its words, so that other programs find the words themselves in the
segment; pairs may overlap. ``bpt`` holds the mark's value (a link's address, a gap's name). Reading takes every
program's codes: bold, italic and links by their ``type``; of other codes, which belong to the other program's file and
not to the text, nothing is left.
"""

from __future__ import annotations

import re
from typing import Any

from desktop.domain.richtext import Mark, MarkKind, RichText

_TYPES = {MarkKind.STRONG: "bold", MarkKind.EMPHASIS: "italic", MarkKind.LINK: "link"}
_KINDS = (
    {f"x-{kind.value}": kind for kind in MarkKind}
    | {name: kind for kind, name in _TYPES.items()}
    | dict.fromkeys(("b", "x-b", "x-bold", "ulined-bold"), MarkKind.STRONG)
    | dict.fromkeys(("i", "em", "x-i", "x-em", "x-italic"), MarkKind.EMPHASIS)
)
_BREAKS = frozenset({"lb", "x-lb", "br", "x-br", "x-html-br"})
#: What XML 1.0 cannot hold, and the carriage return, which a parser would read as a line's end.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_QUOTED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
_CHARACTER = "x-character"


def write_inline(text: RichText) -> str:
    """A text with its marks as the content of ``seg``."""
    if not text.marks:
        return words(text.text)
    edges: list[tuple[int, int, int, str]] = []
    for number, mark in enumerate(text.marks, 1):
        kind = _TYPES.get(mark.kind, f"x-{mark.kind.value}")
        opening = f'<bpt i="{number}" x="{number}" type="{kind}">{words(mark.value)}</bpt>'
        edges.extend(((mark.start, 1, number, opening), (mark.end, 0, -number, f'<ept i="{number}"/>')))
    parts: list[str] = []
    at = 0
    for place, _is_opening, _number, code in sorted(edges):
        parts.extend((words(text.text[at:place]), code))
        at = place
    return "".join((*parts, words(text.text[at:])))


def words(text: str) -> str:
    """Text as XML content; what XML cannot hold becomes a code of ours."""
    escaped = _escaped(text)
    if not _UNWRITABLE.search(escaped):
        return escaped
    return _UNWRITABLE.sub(lambda found: f'<ph type="{_CHARACTER}">{ord(found[0]):x}</ph>', escaped)


def quoted(text: str) -> str:
    """Text as an attribute's value, without what XML cannot hold."""
    return _UNWRITABLE.sub("", text.translate(_QUOTED))


def plain(text: str) -> str:
    """Text as the content of an element that takes no codes."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", _escaped(text))


def _escaped(text: str) -> str:
    """Faster than a translation table, as most texts have nothing to escape."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def read_inline(seg: Any) -> RichText:
    """The text of a ``seg`` element, of any program's making."""
    if not len(seg):
        return RichText(seg.text or "")
    reading = _Reading()
    reading.walk(seg)
    return reading.text()


class _Reading:
    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._open: dict[str, tuple[int, MarkKind, str]] = {}
        self._marks: list[Mark] = []

    def text(self) -> RichText:
        """What was read."""
        return RichText.of("".join(self._parts), self._marks)

    def put(self, text: str | None) -> None:
        """Words of the text itself."""
        if text:
            self._parts.append(text)
            self._length += len(text)

    def walk(self, element: Any) -> None:
        """The content of an element; comments and unknown elements give only what stands after them."""
        self.put(element.text)
        for code in element:
            name = code.tag.rsplit("}", 1)[-1] if isinstance(code.tag, str) else ""
            kind = _KINDS.get((code.get("type") or "").lower()) if name else None
            if name == "bpt":
                self._opened(code, kind)
            elif name == "ept":
                self._closed(code)
            elif name == "hi":
                start = self._length
                self.walk(code)
                if kind is not None:
                    self._marks.append(Mark(start, self._length, kind, code.get("x") or ""))
            elif name == "ph":
                self._standing(code, kind)
            self.put(code.tail)

    def _opened(self, code: Any, kind: MarkKind | None) -> None:
        if kind is not None:
            value = _Reading()
            value.walk(code)
            # The value of bold and italic is the other program's own code.
            is_valued = kind not in (MarkKind.STRONG, MarkKind.EMPHASIS)
            self._open[code.get("i") or ""] = (self._length, kind, value.text().text if is_valued else "")

    def _closed(self, code: Any) -> None:
        opened = self._open.pop(code.get("i") or "", None)
        if opened is not None:
            start, kind, value = opened
            self._marks.append(Mark(start, self._length, kind, value))

    def _standing(self, code: Any, kind: MarkKind | None) -> None:
        named = (code.get("type") or "").lower()
        if named == _CHARACTER:
            try:
                self.put(chr(int(code.text or "", 16)))
            except (ValueError, OverflowError):
                return
        elif named in _BREAKS:
            self.put("\n")
        elif kind in (MarkKind.PLACEHOLDER, MarkKind.PROTECTED):
            start = self._length
            self.put(code.text)
            self._marks.append(Mark(start, self._length, kind))
