"""Finding by a few letters, in order, not necessarily side by side."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def score(query: str, text: str) -> int | None:
    """How well the letters of ``query`` lie in ``text``; higher is better, ``None`` where they are not all there.

    Letters at the beginning of words and side by side count more; a whole-word hit beats scattered letters; of equal
    hits the shorter text is better.
    """
    wanted, words = "".join(fold(query).split()), fold(text)
    if not wanted:
        return 0
    best = 0
    place, previous = -1, -2
    for letter in wanted:
        place = _next_place(words, letter, place + 1)
        if place < 0:
            return None
        starts_word = place == 0 or not words[place - 1].isalnum()
        best += 1 + 6 * starts_word + 4 * (place == previous + 1)
        previous = place
    if fold(query).strip() in words:
        best += 20 + 10 * words.startswith(fold(query).strip())
    return best * 100 - len(words)


def _next_place(words: str, letter: str, start: int) -> int:
    """The next place of a letter: the next one at hand, or soon after it one that begins a word."""
    first = words.find(letter, start)
    if first < 0 or first == start:
        return first
    place = first
    while place >= 0:
        if place == 0 or not words[place - 1].isalnum():
            return place
        place = words.find(letter, place + 1)
    return first


def best(query: str, texts: Iterable[str], limit: int) -> list[int]:
    """Indices of the texts that match, best first; equal ones keep their order."""
    scored = [(found, place) for place, text in enumerate(texts) if (found := score(query, text)) is not None]
    scored.sort(key=lambda each: (-each[0], each[1]))
    return [place for _found, place in scored[:limit]]
