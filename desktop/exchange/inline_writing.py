"""Rich text as a translation program sees it: text with numbered codes.

Marks that cross are written as nested codes, cut where they cross; reading joins equal neighbours again. Gaps and
protected stretches become one code each that cannot be edited. A code of the translation has the number of the
source's code that says the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from desktop.domain.handing import escaped, token_of
from desktop.domain.richtext import ATOMIC_MARKS, MarkKind, RichText
from desktop.exchange.safe_xml import Element

Marked = tuple[MarkKind, str]


class Numbering:
    """Numbers the codes of one sentence: first its source's, then its translation's, which takes equal ones over."""

    def __init__(self) -> None:
        self._next = 1
        self._given: dict[str, list[int]] = defaultdict(list)
        self._left: dict[str, list[int]] = {}

    def begin_target(self) -> None:
        """From now on codes that say the same as one of the source get its number."""
        self._left = {token: list(numbers) for token, numbers in self._given.items()}

    def number(self, token: str) -> str:
        """The number of the next code that says this."""
        left = self._left.get(token)
        if left:
            return str(left.pop(0))
        number, self._next = self._next, self._next + 1
        self._given[token].append(number)
        return str(number)


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a format writes codes: a pair around text, a standing code with its text, an unwritable character."""

    paired: Callable[[Marked, str], Element]
    standing: Callable[[tuple[Marked, ...], str, str], Element]
    control: Callable[[str, Numbering], Element]


@dataclass
class _Filling:
    """An element being filled with text and children."""

    element: Element
    last: Element | None = field(default=None)

    def write(self, text: str) -> None:
        if self.last is None:
            self.element.text = (self.element.text or "") + text
        else:
            self.last.tail = (self.last.tail or "") + text

    def append(self, child: Element) -> None:
        self.element.append(child)
        self.last = child


def fill(element: Element, text: RichText, spelling: Spelling, numbering: Numbering) -> Element:
    """Put a text with its marks into an element, as codes; answers the element."""
    stack: list[tuple[Marked, _Filling]] = [((MarkKind.STRONG, ""), _Filling(element))]
    opened: list[Marked] = []
    at = 0
    for run in text.runs():
        if not run.text:
            continue
        wrapping = {marked for marked in run.marks if marked[0] not in ATOMIC_MARKS}
        keep = next((n for n, marked in enumerate(opened) if marked not in wrapping), len(opened))
        del opened[keep:], stack[keep + 1 :]
        for marked in _by_reach(text, at, wrapping - set(opened)):
            made = spelling.paired(marked, numbering.number(token_of(*marked)))
            stack[-1][1].append(made)
            stack.append((marked, _Filling(made)))
            opened.append(marked)
        atoms = tuple(sorted(marked for marked in run.marks if marked[0] in ATOMIC_MARKS))
        place = stack[-1][1]
        if atoms:
            tokens = " ".join(token_of(*marked) for marked in atoms)
            place.append(spelling.standing(atoms, run.text, numbering.number(f"{tokens} {run.text}")))
        else:
            _write(place, run.text, spelling, numbering)
        at += len(run.text)
    return element


def _write(place: _Filling, text: str, spelling: Spelling, numbering: Numbering) -> None:
    """Text with its unwritable characters as codes."""
    for piece in _pieces(text):
        if len(piece) == 1 and escaped(piece) != piece:
            place.append(spelling.control(piece, numbering))
        else:
            place.write(piece)


def _pieces(text: str) -> Iterator[str]:
    """The text cut around every character that XML cannot hold."""
    start = 0
    for at, character in enumerate(text):
        if character != "_" and escaped(character) != character:
            if start < at:
                yield text[start:at]
            yield character
            start = at + 1
    if start < len(text):
        yield text[start:]


def _by_reach(text: RichText, at: int, wanted: set[Marked]) -> list[Marked]:
    """Marks that begin here, those that reach furthest first: they go around the others."""
    reach = {(m.kind, m.value): m.end for m in text.marks if m.start <= at < m.end and (m.kind, m.value) in wanted}
    return sorted(wanted, key=lambda marked: (-reach.get(marked, 0), marked))
