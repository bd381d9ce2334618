"""Chips: the gaps, protected stretches and links of a sentence, which a translation must carry too."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from desktop.domain.richtext import ATOMIC_MARKS, Mark, MarkKind, RichText
from desktop.translation.assembly import UNTRANSLATED

_CHIP_KINDS = (*sorted(ATOMIC_MARKS), MarkKind.LINK)


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip. ``value``: the gap's name, why a stretch is protected, or the link's address."""

    kind: MarkKind
    value: str
    text: str

    @property
    def identity(self) -> tuple[MarkKind, str]:
        """What makes it the same chip in another language: a protected stretch's text, else the value."""
        return self.kind, self.text if self.kind is MarkKind.PROTECTED else self.value

    @property
    def is_atomic(self) -> bool:
        """Whether its text cannot be edited: a link's words are the translator's, a gap's are not."""
        return self.kind in ATOMIC_MARKS

    @property
    def rich_text(self) -> RichText:
        """The chip as text with its mark."""
        return RichText.of(self.text, [Mark(0, len(self.text), self.kind, self.value)])


def chips(text: RichText) -> tuple[Chip, ...]:
    """The chips of a text in order; the words that stand for a missing sentence are none."""
    return tuple(
        Chip(mark.kind, mark.value, text.text[mark.start : mark.end])
        for mark in text.marks
        if mark.kind in _CHIP_KINDS and (mark.kind, mark.value) != (MarkKind.PROTECTED, UNTRANSLATED)
    )


def missing_chips(source: RichText, target: RichText) -> tuple[Chip, ...]:
    """Chips of the source that the target lacks, in the source's order, as often as they lack."""
    return _surplus(source, target)


def extra_chips(source: RichText, target: RichText) -> tuple[Chip, ...]:
    """Chips of the target that the source does not have."""
    return _surplus(target, source)


def _surplus(text: RichText, other: RichText) -> tuple[Chip, ...]:
    there = Counter(chip.identity for chip in chips(other))
    left: list[Chip] = []
    for chip in chips(text):
        if there[chip.identity]:
            there[chip.identity] -= 1
        else:
            left.append(chip)
    return tuple(left)


def insert_chip(text: RichText, at: int, chip: Chip) -> tuple[RichText, int]:
    """The text with a chip put at a position, and the position behind it.

    A position inside another chip that cannot be broken is moved behind that chip. The chip does not take
    over a link it is put into.
    """
    at = max(0, min(at, len(text)))
    for mark in text.marks:
        if mark.kind in ATOMIC_MARKS and mark.start < at < mark.end:
            at = mark.end
    return text.slice(0, at) + chip.rich_text + text.slice(at), at + len(chip.text)


def carry_chips(source: RichText, text: str) -> RichText:
    """Plain text with the source's chips put on it wherever their words occur exactly once."""
    result = RichText.plain(text)
    for chip in chips(source):
        at = text.find(chip.text) if chip.text.strip() else -1
        is_free = not any(mark.start < at + len(chip.text) and mark.end > at for mark in result.marks)
        if at >= 0 and text.count(chip.text) == 1 and is_free:
            result = result.with_mark(at, at + len(chip.text), chip.kind, chip.value)
    return result
