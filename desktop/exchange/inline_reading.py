"""Inline codes of any XLIFF dialect, as rich text again.

Ours say themselves what they are; a code that lost its words on the way is known by its number in the source. Codes of
other programs: bold and italic are understood, pairs of unknown meaning fall away around their text, a
standing code of unknown meaning is reported, because nobody can tell what it stood for.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.handing import read_token, unescaped
from desktop.domain.richtext import MarkKind, RichText, Run, merge_runs
from desktop.exchange.inline_writing import Marked
from desktop.exchange.safe_xml import Element, attribute, local

_BOLD = frozenset({"bold", "x-bold", "b", "x-b", "strong", "x-strong", "xlf:b", "x-html-b", "x-html-strong"})
_ITALIC = frozenset({"italic", "x-italic", "i", "x-i", "em", "x-em", "xlf:i", "x-html-i", "x-html-em"})
_BREAK = frozenset({"lb", "x-lb", "x-br", "x-html-br", "xlf:lb"})
_PAIRED = frozenset({"g", "pc"})
_OPENING, _CLOSING = frozenset({"bpt", "bx", "sc"}), frozenset({"ept", "ex", "ec"})
_STANDING = frozenset({"x", "ph", "it", "cp"})
_CLEAR = frozenset({"mrk"})


@dataclass(frozen=True, slots=True)
class Code:
    """What a code stands for: marks, and for a standing one the text that it holds."""

    marks: frozenset[Marked]
    text: str | None = None


@dataclass
class Inline:
    """Reads one element after another: the source first, whose codes the translation's may lean on."""

    known: dict[str, Code] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)

    def read(self, element: Element) -> RichText:
        """The text of an element; ``unknown`` then also names the codes that could not be understood in it."""
        runs: list[Run] = []
        self._walk(element, frozenset(), {}, runs)
        return merge_runs(runs)

    def _walk(
        self, element: Element, marks: frozenset[Marked], opened: dict[str, frozenset[Marked]], runs: list[Run]
    ) -> None:
        def put(text: str | None, more: frozenset[Marked] = frozenset()) -> None:
            if text:
                runs.append(Run(text, _one_of_a_kind(marks.union(more, *opened.values()))))

        put(element.text)
        for child in element:
            name = local(child)
            if name in _PAIRED or name in _CLEAR:
                inner = self._pair(child) if name in _PAIRED else frozenset[Marked]()
                self._walk(child, _one_of_a_kind(marks | inner), opened, runs)
            elif name in _OPENING:
                opened[_partner(child)] = self._pair(child)
            elif name in _CLOSING:
                opened.pop(_partner(child), None)
            elif name in _STANDING:
                code = self._standing(child, name)
                put(code.text, code.marks)
            put(child.tail)

    def _pair(self, element: Element) -> frozenset[Marked]:
        marks = frozenset(filter(None, map(read_token, attribute(element, "marks").split())))
        number = attribute(element, "id")
        if marks:
            self.known.setdefault(number, Code(marks))
            return marks
        if number in self.known:
            return self.known[number].marks
        looks = {attribute(element, name).lower() for name in ("ctype", "subType", "type")}
        if looks & _BOLD:
            return frozenset({(MarkKind.STRONG, "")})
        return frozenset({(MarkKind.EMPHASIS, "")}) if looks & _ITALIC else frozenset()

    def _standing(self, element: Element, name: str) -> Code:
        if name == "cp":
            return Code(frozenset(), _character(attribute(element, "hex")))
        control = attribute(element, "control")
        if control:
            return Code(frozenset(), unescaped(control))
        number = attribute(element, "id")
        marks = frozenset(filter(None, map(read_token, attribute(element, "marks").split())))
        if marks:
            held = element.attrib.get(next((key for key in element.attrib if key.endswith("}text")), ""))
            code = Code(marks, unescaped(str(held)) if held is not None else None)
            self.known.setdefault(number, code)
            return code
        if number in self.known and self.known[number].text is not None:
            return self.known[number]
        looks = {attribute(element, each).lower() for each in ("ctype", "subType")}
        if looks & _BREAK:
            return Code(frozenset(), "\n")
        self.unknown.append(number or name)
        return Code(frozenset(), None)


def _partner(element: Element) -> str:
    """What an opening and its closing code have in common."""
    return next((v for n in ("startRef", "rid", "id") if (v := attribute(element, n))), "")


def _one_of_a_kind(marks: frozenset[Marked]) -> frozenset[Marked]:
    """A character has one value of a kind; of two links around it the first in order is taken."""
    if len({kind for kind, _ in marks}) == len(marks):
        return marks
    return frozenset({kind: (kind, value) for kind, value in sorted(marks, reverse=True)}.values())


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
