"""Text with marks: the smallest piece of a document.

Positions are Unicode code points, half-open ``[start, end)``, as Python counts them. Qt's UTF-16 units
are converted in exactly one module of the window, never here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Any, Self


class MarkKind(StrEnum):
    """What a stretch of text can carry. There are no fonts and no colours.

    ``value``: link → the URL; placeholder (an open gap) → the gap's name; protected → why (for example
    ``name`` or ``untranslated``); language → a BCP 47 tag; strong and emphasis → empty. Insertion and deletion are
    pending suggestions (:mod:`desktop.domain.suggestions`); their value says whose, so that two people's never fuse.
    """

    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"
    PLACEHOLDER = "placeholder"
    PROTECTED = "protected"
    LANGUAGE = "language"
    INSERTION = "insertion"
    DELETION = "deletion"


#: Marks that a translator sees as one chip that cannot be broken.
ATOMIC_MARKS = frozenset({MarkKind.PLACEHOLDER, MarkKind.PROTECTED})
#: Marks of pending suggestions.
SUGGESTION_MARKS = frozenset({MarkKind.INSERTION, MarkKind.DELETION})


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One mark over code points ``[start, end)``."""

    start: int
    end: int
    kind: MarkKind
    value: str = ""

    def moved(self, offset: int) -> Mark:
        """The same mark ``offset`` code points further on."""
        return Mark(self.start + offset, self.end + offset, self.kind, self.value)


def canonical_marks(marks: Iterable[Mark], length: int) -> tuple[Mark, ...]:
    """Marks clipped to ``[0, length)``, without empty ones, merged and sorted.

    Two marks of the same kind and value that touch or overlap become one. Where two marks of the same kind
    but different values overlap (two links), the later in the given order wins on the overlap, so a
    character never has two values of one kind.
    """
    by_kind: dict[MarkKind, list[tuple[int, int, str]]] = {}
    for mark in marks:
        start, end = max(0, mark.start), min(length, mark.end)
        if start >= end:
            continue
        runs = by_kind.setdefault(mark.kind, [])
        by_kind[mark.kind] = _overlay(runs, start, end, mark.value)
    found = [Mark(s, e, kind, value) for kind, runs in by_kind.items() for s, e, value in runs]
    return tuple(sorted(found))


def _overlay(runs: list[tuple[int, int, str]], start: int, end: int, value: str) -> list[tuple[int, int, str]]:
    """Disjoint runs with ``[start, end)`` set to ``value``; equal neighbours merged."""
    kept: list[tuple[int, int, str]] = []
    for run_start, run_end, run_value in runs:
        if run_value == value and run_end >= start and run_start <= end:
            start, end = min(start, run_start), max(end, run_end)
            continue
        if run_end <= start or run_start >= end:
            kept.append((run_start, run_end, run_value))
            continue
        if run_start < start:
            kept.append((run_start, start, run_value))
        if run_end > end:
            kept.append((end, run_end, run_value))
    # Growing over an equal run can newly cover part of a different one: trim again.
    trimmed: list[tuple[int, int, str]] = []
    for run_start, run_end, run_value in kept:
        if run_end <= start or run_start >= end:
            trimmed.append((run_start, run_end, run_value))
            continue
        if run_start < start:
            trimmed.append((run_start, start, run_value))
        if run_end > end:
            trimmed.append((end, run_end, run_value))
    trimmed.append((start, end, value))
    trimmed.sort()
    return trimmed


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under one set of marks, as writers want it."""

    text: str
    marks: frozenset[tuple[MarkKind, str]]

    def has(self, kind: MarkKind) -> bool:
        """Whether a mark of this kind covers the run."""
        return any(mark_kind is kind for mark_kind, _ in self.marks)

    def value(self, kind: MarkKind) -> str | None:
        """The value of the mark of this kind, or ``None`` where there is none."""
        return next((value for mark_kind, value in self.marks if mark_kind is kind), None)


@dataclass(frozen=True, slots=True)
class RichText:
    """A string with canonical marks. Make it with :meth:`of` or :meth:`plain`, which canonicalise."""

    text: str = ""
    marks: tuple[Mark, ...] = ()

    @classmethod
    def of(cls, text: str, marks: Iterable[Mark] = ()) -> Self:
        """Text with any marks, made canonical."""
        return cls(text, canonical_marks(marks, len(text))) if marks else cls(text)

    @classmethod
    def plain(cls, text: str) -> Self:
        """Text without marks."""
        return cls(text)

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __add__(self, other: RichText) -> RichText:
        offset = len(self.text)
        return RichText.of(self.text + other.text, (*self.marks, *(mark.moved(offset) for mark in other.marks)))

    def slice(self, start: int, end: int | None = None) -> RichText:
        """The part ``[start, end)`` with its marks, positions counted from ``start``."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        start = max(0, min(start, stop))
        if not self.marks:
            return RichText(self.text[start:stop])
        return RichText.of(self.text[start:stop], (mark.moved(-start) for mark in self.marks))

    def replace(self, start: int, end: int, new: RichText | str) -> RichText:
        """The text with ``[start, end)`` replaced; a plain string takes the marks that span the place.

        A mark spans a stretch that it covers whole, and a place between two characters where it covers both:
        text inserted at the edge of a link is not part of it.
        """
        if isinstance(new, str):
            left, right = (start, end) if start < end else (start - 1, end + 1)
            spanning = (m for m in self.marks if m.start <= left and m.end >= right)
            new = RichText.of(new, (Mark(0, len(new), m.kind, m.value) for m in spanning))
        return self.slice(0, start) + new + self.slice(end)

    def with_mark(self, start: int, end: int, kind: MarkKind, value: str = "") -> RichText:
        """The text with one more mark."""
        return RichText.of(self.text, (*self.marks, Mark(start, end, kind, value)))

    def without_mark(self, kind: MarkKind, start: int = 0, end: int | None = None) -> RichText:
        """The text without marks of a kind on ``[start, end)``."""
        stop = len(self.text) if end is None else end
        kept: list[Mark] = []
        for mark in self.marks:
            if mark.kind is not kind or mark.end <= start or mark.start >= stop:
                kept.append(mark)
                continue
            kept.append(Mark(mark.start, start, kind, mark.value))
            kept.append(Mark(stop, mark.end, kind, mark.value))
        return RichText.of(self.text, (m for m in kept if m.start < m.end))

    def strip(self) -> RichText:
        """The text without white space at either end."""
        if not self.text or not (self.text[0].isspace() or self.text[-1].isspace()):
            return self
        left = len(self.text) - len(self.text.lstrip())
        return self.slice(left, len(self.text.rstrip()) if left < len(self.text) else left)

    def marks_of(self, kind: MarkKind) -> tuple[Mark, ...]:
        """The marks of one kind, in order."""
        return tuple(mark for mark in self.marks if mark.kind is kind)

    def placeholders(self) -> tuple[str, ...]:
        """Names of the open gaps, in order, repeated as they occur."""
        return tuple(mark.value for mark in self.marks_of(MarkKind.PLACEHOLDER))

    def runs(self) -> Iterator[Run]:
        """The text cut at every mark boundary, in order; joins to :attr:`text`."""
        edges = sorted({0, len(self.text), *(m.start for m in self.marks), *(m.end for m in self.marks)})
        for start, end in pairwise(edges):
            covering = frozenset((m.kind, m.value) for m in self.marks if m.start <= start and m.end >= end)
            yield Run(self.text[start:end], covering)

    def map_text(self, change: Callable[[str], str]) -> RichText:
        """The text with ``change`` applied to every run; marks follow their runs."""
        result = RichText()
        for run in self.runs():
            new = change(run.text)
            result += RichText.of(new, (Mark(0, len(new), kind, value) for kind, value in run.marks))
        return result

    def to_json(self) -> dict[str, Any]:
        """``{"text": str, "marks": [[start, end, kind, value], …]}``; the stored and hashed form."""
        return {"text": self.text, "marks": [[m.start, m.end, m.kind.value, m.value] for m in self.marks]}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """The inverse of :meth:`to_json`; raises ``ValueError`` or ``KeyError`` on a foreign shape."""
        marks = (Mark(int(s), int(e), MarkKind(kind), str(v)) for s, e, kind, v in value.get("marks", ()))
        return cls.of(str(value["text"]), marks)


#: The text with nothing in it.
EMPTY = RichText()


def join(parts: Iterable[RichText], separator: str = "") -> RichText:
    """Rich texts joined by a plain separator."""
    result = RichText()
    for index, part in enumerate(parts):
        if index and separator:
            result += RichText.plain(separator)
        result += part
    return result


def merge_runs(runs: Iterable[Run]) -> RichText:
    """Rich text from runs; the inverse of :meth:`RichText.runs`."""
    text: list[str] = []
    marks: list[Mark] = []
    at = 0
    for covering, group in groupby(runs, key=lambda run: run.marks):
        piece = "".join(run.text for run in group)
        marks.extend(Mark(at, at + len(piece), kind, value) for kind, value in covering)
        text.append(piece)
        at += len(piece)
    return RichText.of("".join(text), marks)
