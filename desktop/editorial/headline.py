"""Whether a headline has the length that the house wants."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.document import BlockKind, Document
from desktop.editorial.counts import count_words


class HeadlineState(StrEnum):
    """What the meter says."""

    EMPTY = "empty"
    GOOD = "good"
    LONG = "long"
    TOO_LONG = "too long"


@dataclass(frozen=True, slots=True)
class HeadlineLimits:
    """Characters: up to ``good`` is good, beyond ``most`` search pages and mail subjects cut it. ``words`` likewise."""

    good: int = 80
    most: int = 110
    words: int = 16


@dataclass(frozen=True, slots=True)
class HeadlineLength:
    """A headline as it is."""

    characters: int
    words: int
    state: HeadlineState


def headline_length(document: Document, limits: HeadlineLimits) -> HeadlineLength | None:
    """The length of the document's headline; ``None`` where it has no such block."""
    block = document.first(BlockKind.HEADLINE)
    if block is None:
        return None
    text = block.text.text.strip()
    characters, words = len(text), count_words(text)
    if not text:
        state = HeadlineState.EMPTY
    elif characters > limits.most:
        state = HeadlineState.TOO_LONG
    else:
        state = HeadlineState.LONG if characters > limits.good or words > limits.words else HeadlineState.GOOD
    return HeadlineLength(characters, words, state)


def read_limits(text: str) -> HeadlineLimits:
    """Limits from a setting (``good,most``); the usual ones where it says nothing sensible."""
    parts = text.split(",")
    if len(parts) != 2 or not all(part.strip().isdigit() for part in parts):
        return HeadlineLimits()
    good, most = (int(part) for part in parts)
    return HeadlineLimits(good, most, max(4, round(good / 5))) if 0 < good <= most else HeadlineLimits()
