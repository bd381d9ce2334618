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
    places = _places(wanted, words, at_word_starts=True) or _places(wanted, words, at_word_starts=False)
    if places is None:
        return None
    points, previous = 0, -2
    for place in places:
        points += 1 + 6 * _starts_word(words, place) + 4 * (place == previous + 1)
        previous = place
    if fold(query).strip() in words:
        points += 20 + 10 * words.startswith(fold(query).strip())
    return points * 100 - len(words)


def _starts_word(words: str, place: int) -> bool:
    return place == 0 or not words[place - 1].isalnum()


def _places(wanted: str, words: str, *, at_word_starts: bool) -> list[int] | None:
    """Where the letters lie, from left to right; ``at_word_starts`` skips ahead to words that begin with one."""
    places: list[int] = []
    start = 0
    for letter in wanted:
        place = first = words.find(letter, start)
        if first < 0:
            return None
        while at_word_starts and place > start and not _starts_word(words, place):
            following = words.find(letter, place + 1)
            place = following if following >= 0 else start - 1
        places.append(place if place >= start else first)
        start = places[-1] + 1
    return places


def best(query: str, texts: Iterable[str], limit: int) -> list[int]:
    """Indices of the texts that match, best first; equal ones keep their order."""
    scored = [(found, place) for place, text in enumerate(texts) if (found := score(query, text)) is not None]
    scored.sort(key=lambda each: (-each[0], each[1]))
    return [place for _found, place in scored[:limit]]
