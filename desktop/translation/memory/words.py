"""Sentences as the words that a match compares, and how far two of them are apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from desktop.translation.words import folded

#: What stands for every number.
NUMBER = "0"


@lru_cache(maxsize=16_384)
def match_words(text: str) -> tuple[str, ...]:
    """The folded words of a text, every number as :data:`NUMBER`."""
    return tuple(NUMBER if word[0].isdigit() or word[0] == "−" else word for word in folded(text))


@cache
def _levenshtein() -> Any:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - lazy: takes 30 ms, and only look-ups need it

    return Levenshtein


def distance(old: Sequence[str], new: Sequence[str], *, most: int | None = None) -> int:
    """How many words must be changed, put in or taken out; one more than ``most`` where it is more than that."""
    return int(_levenshtein().distance(old, new, score_cutoff=None if most is None else max(0, most)))
