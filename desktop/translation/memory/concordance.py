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


class _Bare(dict[int, str]):
    """Code point → its letters without case and accents; what is no letter stays. Filled as signs are met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        bare = "".join(part for part in normalize("NFKD", sign.casefold()) if not combining(part))
        self[code] = bare if combining(sign) or (sign.isalpha() and bare.isalpha()) else sign
        return self[code]


_BARE = _Bare()


def _bare(text: str) -> str:
    return text.lower() if text.isascii() else text.translate(_BARE)


@lru_cache(maxsize=64)
def _asked(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words asked for, without case, and without accents too."""
    asked = [found[0] for found in _WORD.finditer(words)]
    return tuple(word.casefold() for word in asked), tuple(_bare(word) for word in asked)


def highlighted(text: str, words: str) -> Highlighted:
    """Where the words stand in a text: the phrase where it has it, else each word; nothing where one is missing."""
    asked, bare = _asked(words)
    if not asked:
        return _signs(text, words)
    whole = _bare(text)
    if any(word not in whole for word in bare):
        return Highlighted()
    there, theirs = _words(text, whole)
    phrases = [
        at
        for at, word in enumerate(theirs)
        if word == bare[0] and (len(bare) == 1 or tuple(theirs[at : at + len(bare)]) == bare)
    ]
    if phrases:
        places = tuple((there[at][0], there[at + len(bare) - 1][1]) for at in phrases)
        is_exact = any(
            all(text[s:e].casefold() == word for (s, e), word in zip(there[at : at + len(asked)], asked, strict=True))
            for at in phrases
        )
        return Highlighted(places, 3 if is_exact else 2)
    wanted = set(bare)
    if not wanted <= set(theirs):
        return Highlighted()
    found_words = [place for place, word in zip(there, theirs, strict=True) if word in wanted]
    is_exact = set(asked) <= {text[start:end].casefold() for start, end in found_words}
    return Highlighted(tuple(found_words), 1 if is_exact else 0)


def _words(text: str, whole: str) -> tuple[list[tuple[int, int]], list[str]]:
    """The words of a text: where they stand in it, and bare. ``whole``: all of it, bare."""
    if len(whole) == len(text):
        found = list(_WORD.finditer(whole))
        return [each.span() for each in found], [each[0] for each in found]
    found = list(_WORD.finditer(text))
    return [each.span() for each in found], [_bare(each[0]) for each in found]


def _signs(text: str, words: str) -> Highlighted:
    """What has no letters (a number, a sign) is found as it is written."""
    wanted = words.strip()
    places = tuple((found.start(), found.end()) for found in re.finditer(re.escape(wanted), text)) if wanted else ()
    return Highlighted(places, 3 if places else -1)
