"""A text as words: tokens for diffs, a folded form that forgets what is only cosmetic, and likeness."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any
from unicodedata import normalize

#: Web and e-mail addresses; numbers with their separators; words; single signs; blanks. Joins to the text.
_TOKEN = re.compile(
    r"(?:https?://|www\.)[^\s<>“”\"»]*[^\s<>“”\"».,;:!?)\]’']"
    r"|[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\d+(?:[.,:/\u00a0\u202f\u2009’'-]\d+)*(?:\.?[ºª°]|(?:st|nd|rd|th|er|ère|e|re|o|a)\b)?"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\s+"
    r"|.",
    re.DOTALL,
)
#: Signs that carry no meaning of their own: the rest (%, $, &, ?, @, +…) is compared.
_COSMETIC = re.compile(r"[\s.,;:!¡¿−'\"‘’‚‛“”„‟«»‹›()\[\]{}…·•*_/\\|\-‐‑‒–—―\u00ad\u200b-\u200f\u2060\ufeff]+")
_IN_WORD_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐‑](?=[^\W\d_])")
_DIGIT = re.compile(r"\d")


def tokens(text: str) -> list[str]:
    """The text in pieces: a number (``1,350``, ``2014-2016``, ``18th``), an address, a word, a blank, a sign."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=8_192)
def folded(text: str) -> tuple[str, ...]:
    """The words, numbers and meaningful signs of a text, without case, punctuation, spacing, quotes and dashes.

    A minus before a figure is kept with it; separators inside a number are kept as they are.
    """
    found: list[str] = []
    last, before_last = " ", " "
    for token in tokens(normalize("NFC", text).casefold()):
        if _DIGIT.match(token):
            is_negative = last in {"-", "−"} and before_last.isspace()
            found.append("−" + token if is_negative else token)
        elif not _COSMETIC.fullmatch(token):
            found.append(token.replace("'", "").replace("’", "") if token[0].isalpha() else token)
        last, before_last = token, last
    return tuple(found)


def meaningful(text: str) -> str:
    """The text without its cosmetic signs: spacing, punctuation, quotes and dashes."""
    return _COSMETIC.sub("", text)


def is_cosmetic(old: str, new: str) -> bool:
    """Whether two texts say the same in the same words: at most case, punctuation, spacing or dashes differ."""
    if folded(old) == folded(new):
        return True
    return folded(_IN_WORD_HYPHEN.sub("", old)) == folded(_IN_WORD_HYPHEN.sub("", new))


@cache
def indel() -> Any:
    """The insert-delete distance of ``rapidfuzz.distance.Indel``, for runs of characters or of words."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - lazy: takes 30 ms, and only edits need it

    return Indel


def likeness(old: str, new: str) -> float:
    """How alike two texts are, from 0.0 to 1.0: half by words in order, half by characters in order."""
    return (word_likeness(folded(old), folded(new)) + float(indel().normalized_similarity(old, new))) / 2


def word_likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """The share of words that two folded texts have in common, in order, from 0.0 to 1.0."""
    return float(indel().normalized_similarity(old, new))
