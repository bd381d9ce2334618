"""Words found in a text, to be shown: where they stand, and how well they answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Highlighted:
    """``places``: the stretches to highlight, code points, half-open. ``rank``: 3 the very phrase with its accents,
    2 the phrase, 1 all words with their accents, 0 the words."""  # noqa: D205, D209 - one list of values

    places: tuple[tuple[int, int], ...] = ()
    rank: int = -1


@lru_cache(maxsize=4096)
def _bare(word: str) -> str:
    return "".join(sign for sign in normalize("NFKD", word.casefold()) if not combining(sign))


def highlighted(text: str, words: str) -> Highlighted:
    """Where the words stand in a text: the phrase where it has it, else each word; nothing where one is missing."""
    asked = [found[0] for found in _WORD.finditer(words)]
    if not asked:
        return _signs(text, words)
    bare = [_bare(word) for word in asked]
    there = list(_WORD.finditer(text))
    theirs = [_bare(found[0]) for found in there]
    phrases = [at for at in range(len(theirs) - len(bare) + 1) if theirs[at : at + len(bare)] == bare]
    if phrases:
        places = tuple((there[at].start(), there[at + len(bare) - 1].end()) for at in phrases)
        is_exact = any(
            [found[0].casefold() for found in there[at : at + len(asked)]] == [word.casefold() for word in asked]
            for at in phrases
        )
        return Highlighted(places, 3 if is_exact else 2)
    wanted = set(bare)
    if not wanted <= set(theirs):
        return Highlighted()
    exact = {word.casefold() for word in asked}
    found_words = [found for found, word in zip(there, theirs, strict=True) if word in wanted]
    is_exact = exact <= {found[0].casefold() for found in found_words}
    return Highlighted(tuple((found.start(), found.end()) for found in found_words), 1 if is_exact else 0)


def _signs(text: str, words: str) -> Highlighted:
    """What has no letters (a number, a sign) is found as it is written."""
    wanted = words.strip()
    places = tuple((found.start(), found.end()) for found in re.finditer(re.escape(wanted), text)) if wanted else ()
    return Highlighted(places, 3 if places else -1)
