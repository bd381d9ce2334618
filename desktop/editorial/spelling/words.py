"""Cutting a text into the words that can be spelled wrong.

Addresses, handles, numbers and ordinals, acronyms and single letters are none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_NOT_WORDS = re.compile(
    r"""
      https?://\S+ | www\.\S+ | \S+@\S+ | [@#]\w+
    | \b(?:[a-z0-9-]+\.)+(?:org|com|net|int|edu|gov|gob|info|eu|[a-z]{2})\b(?:/\S*)?
    | \b\w:[\\/]\S+ | (?<!\w)~?(?:/[\w.-]+){2,}
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A letter, a digit, a combining mark or a soft hyphen.
_SIGN = r"(?:[^\W_]|[\u0300-\u036f\u00ad\u200c\u200d])"
_COMPOUND = re.compile(rf"{_SIGN}+(?:['’ʼ\-\u2010\u2011]{_SIGN}+)*")
_HYPHEN = re.compile(r"[-\u2010\u2011]")
_INVISIBLE = str.maketrans(
    {"\u00ad": None, "\u200c": None, "\u200d": None, "’": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-"}
)
_PLURAL_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,}(?:['’]?s)?$")
_INNER_CAPITAL = re.compile(r"[^\W\d_]*[a-zß-ÿ][A-ZÀ-Þ]")
_SPECIAL = re.compile(r"[./@#:\\]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at code points ``[start, end)``; ``text`` is as a dictionary wants it: NFC, straight apostrophes.

    ``parts`` are the pieces between hyphens, each a word of its own; a word without hyphens has none.
    """

    text: str
    start: int
    end: int
    parts: tuple[Word, ...] = ()


def find_words(text: str, skipped: Sequence[tuple[int, int]] = ()) -> Iterator[Word]:
    """The words of a text in order; what lies in a ``skipped`` stretch is left out."""
    holes = [*skipped, *(m.span() for m in _NOT_WORDS.finditer(text))] if _SPECIAL.search(text) else list(skipped)
    is_shouted = _is_shouted(text)
    for match in _COMPOUND.finditer(text):
        start, end = match.span()
        if holes and any(start < last and end > first for first, last in holes):
            continue
        whole = match.group()
        word = Word(plain_word(whole), start, end)
        parts = tuple(_parts(whole, start)) if _HYPHEN.search(whole) else ()
        if not parts:
            if _is_spelled(word.text, is_shouted=is_shouted):
                yield word
            continue
        spelled = tuple(part for part in parts if _is_spelled(part.text, is_shouted=is_shouted))
        if spelled:
            yield Word(word.text, start, end, spelled)


def _parts(whole: str, start: int) -> Iterator[Word]:
    at = 0
    for piece in _HYPHEN.split(whole):
        if piece:
            yield Word(plain_word(piece), start + at, start + at + len(piece))
        at += len(piece) + 1


def plain_word(word: str) -> str:
    """A word of a text as a dictionary wants it."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word.translate(_INVISIBLE))


def _is_spelled(word: str, *, is_shouted: bool) -> bool:
    """Whether a word can be wrong: no figures in it, more than a letter, no acronym, no name like WhatsApp."""
    if len(word) < 2 or any(sign.isdigit() or sign in "ºª" for sign in word):
        return False
    if not is_shouted and _PLURAL_ACRONYM.match(word):
        return False
    return not _INNER_CAPITAL.match(word) and scripts(word) != frozenset({"other"})


def _is_shouted(text: str) -> bool:
    """Whether a line is set in capitals throughout, so that capitals say nothing about a word."""
    if not text.isupper():
        return False
    return sum(1 for word in text.split() if len(word) > 1 and word.isupper()) > 3


@lru_cache(maxsize=4096)
def scripts(word: str) -> frozenset[str]:
    """``latin``, ``other``, or both, by the letters of a word."""
    if word.isascii():
        return frozenset({"latin"})
    return frozenset(
        "latin" if unicodedata.name(sign, "").startswith("LATIN") else "other" for sign in word if sign.isalpha()
    )
