"""Repetitions inside one text: sentences that read the same, and how alike the others are.

Likeness is the word distance of the translation memory: Levenshtein over folded words, as a share of the longer
sentence. Words become single signs, so that one comparison costs a fraction of a microsecond.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.translation.numbers import masked
from desktop.translation.words import folded, is_cosmetic

#: Below this nothing is called a fuzzy match.
LEAST = 50
#: The best that two sentences reach that differ in words; 95 and more is for numbers, signs and marks only.
MOST_FUZZY = 94
_COSMETIC, _NUMBERS = 99, 97
#: Private use: one sign for each different word of a text.
_FIRST_SIGN = 0xF0000


@cache
def _levenshtein() -> Any:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - lazy: takes 30 ms

    return Levenshtein


@dataclass(frozen=True, slots=True)
class InnerMatch:
    """The most alike sentence before one: its place among the sentences, and the percentage (100: the same text)."""

    place: int
    score: int


def score_of(one: str, other: str) -> int:
    """How alike two sentences are in per cent: 100 the same, 99 cosmetic, 97 numbers only, at most 94 in words."""
    if one == other:
        return 100
    if is_cosmetic(one, other):
        return _COSMETIC
    if is_cosmetic(masked(one), masked(other)):
        return _NUMBERS
    share = _levenshtein().normalized_similarity(folded(one), folded(other))
    return min(MOST_FUZZY, int(100 * share))


def inner_matches(
    texts: Sequence[str], *, least: int = LEAST, checkpoint: Callable[[], object] = lambda: None
) -> tuple[InnerMatch | None, ...]:
    """For each sentence the most alike one before it, from ``least`` per cent on; the nearest of equals.

    ``checkpoint`` is called for each sentence: where it raises, the work ends.
    """
    index = AlikeIndex(least)
    exact: dict[str, int] = {}
    found: list[InnerMatch | None] = []
    for place, text in enumerate(texts):
        checkpoint()
        found.append(InnerMatch(exact[text], 100) if text in exact else index.best(text))
        exact[text] = place
        index.add(text)
    return tuple(found)


class AlikeIndex:
    """Sentences by length, to find the most alike one of at least ``least`` per cent; places are in order of adding."""

    def __init__(self, least: int = LEAST) -> None:
        self._least = max(1, least)
        self._signs = _Signs()
        self._texts: list[str] = []
        self._written: list[str] = []
        self._by_length: dict[int, list[int]] = {}
        self._by_mask: dict[tuple[str, ...], int] = {}

    def add(self, text: str) -> None:
        """One more sentence."""
        written = self._signs.write(folded(text))
        self._by_length.setdefault(len(written), []).append(len(self._texts))
        self._by_mask[folded(masked(text))] = len(self._texts)
        self._texts.append(text)
        self._written.append(written)

    def best(self, text: str) -> InnerMatch | None:
        """The most alike sentence, the latest of equals; ``None`` where none is alike enough."""
        same = self._by_mask.get(folded(masked(text)))
        if same is not None and (score_same := score_of(self._texts[same], text)) >= _NUMBERS:
            return InnerMatch(same, score_same)
        mine, score = self._signs.write(folded(text)), self._least / 100
        best: int | None = None
        similarity = _levenshtein().normalized_similarity
        if not mine:
            return None
        for other in _near(self._by_length, len(mine), self._least):
            alike = similarity(mine, self._written[other], score_cutoff=score)
            if alike >= score and (alike > score or best is None or other > best):
                score, best = alike, other
        return None if best is None else InnerMatch(best, score_of(self._texts[best], text))


def _near(by_length: dict[int, list[int]], length: int, least: int) -> Iterator[int]:
    shortest, longest = -(-length * least // 100), length * 100 // least
    for each in range(shortest, longest + 1):
        yield from by_length.get(each, ())


class _Signs:
    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def write(self, words: Iterable[str]) -> str:
        return "".join(self._known.setdefault(word, chr(_FIRST_SIGN + len(self._known))) for word in words)
