"""Sentences as arrays of numbered words: many texts at once, without a Python object a word.

A word is a run of letters; case and accents are folded, figures and signs left out (they are compared when a
candidate is scored). Its number is a multilinear hash of its letters and its language, 32 bits wide: two words
share one about once in four thousand million pairs, which costs a candidate and never a match.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

#: A text of at most so many words is listed apart, so that a short question never reads the lists of long texts.
SHORT = 8
#: The longest length that is told apart.
LONGEST = 255

_TABLE_END = 0x3000
_WIDTH = 64
_ODD = np.uint64(0x9E3779B97F4A7C15)
_SHORT_SALT = np.uint64(0x5851F42D4C957F2D)
_MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Hashed:
    """Words of texts, one after another: those of text ``i`` are ``raw[starts[i]:starts[i + 1]]``, not yet folded."""

    raw: NDArray[np.uint64]
    starts: NDArray[np.int64]

    @property
    def counts(self) -> NDArray[np.int64]:
        """How many words each text has."""
        return np.diff(self.starts)

    @property
    def lengths(self) -> NDArray[np.uint8]:
        """How many words each text has, at most :data:`LONGEST`."""
        return np.minimum(self.counts, LONGEST).astype(np.uint8)

    @property
    def words(self) -> NDArray[np.uint32]:
        """The numbers of the words, each as the list of its own text's kind knows it."""
        salts = np.where(self.counts <= SHORT, _SHORT_SALT, np.uint64(0))
        return _folded(self.raw + np.repeat(salts, self.counts))

    def as_listed(self, *, short: bool) -> NDArray[np.uint32]:
        """The numbers of the words as short or as long texts list them."""
        return _folded(self.raw + (_SHORT_SALT if short else np.uint64(0)))


def _folded(raw: NDArray[np.uint64]) -> NDArray[np.uint32]:
    return ((raw * _ODD) >> np.uint64(32)).astype(np.uint32)


@cache
def _letters() -> NDArray[np.uint32]:
    """Code point → its folded letter, 0 for what is no letter."""
    table = np.zeros(_TABLE_END, dtype=np.uint32)
    for code in range(_TABLE_END):
        sign = chr(code)
        if sign.isalpha():
            base = unicodedata.normalize("NFKD", sign.casefold())[0]
            table[code] = ord(base)
    return table


@cache
def _weights() -> NDArray[np.uint64]:
    """Odd numbers by splitmix64: always the same, for the lists are stored."""
    found, state = [], 2012
    for _place in range(_WIDTH):
        state = (state + 0x9E3779B97F4A7C15) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        found.append((mixed ^ (mixed >> 31)) | 1)
    return np.array(found, dtype=np.uint64)


def _values(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    values = _letters()[np.minimum(codes, _TABLE_END - 1)]
    high = codes >= _TABLE_END
    if high.any():
        is_letter = ((codes >= 0x3400) & (codes < 0xE000)) | ((codes >= 0x20000) & (codes < 0x30000))
        values = np.where(high, np.where(is_letter, codes, 0), values).astype(np.uint32)
    return values


@cache
def salt(language: str) -> int:
    """What sets the words of one language apart from those of another; by the primary subtag."""
    primary = language.split("-", 1)[0].split("_", 1)[0].lower()
    return (crc32(primary.encode()) * 0x2545F4914F6CDD1D) & _MASK


def hashed(texts: Sequence[str], languages: Sequence[str]) -> Hashed:
    """The words of some texts. A text without a letter is one word of its own: its figures and signs as they are."""
    joined = "\0".join(texts)
    if joined.count("\0") != len(texts) - 1:
        joined = "\0".join(text.replace("\0", " ") for text in texts)
    if not unicodedata.is_normalized("NFC", joined):
        joined = unicodedata.normalize("NFC", joined)
    codes = np.frombuffer(joined.casefold().encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    values = _values(codes)
    at = np.flatnonzero(values)
    ends = np.append(np.flatnonzero(codes == 0), len(codes))
    if not len(at):
        raw, owners = np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    else:
        begins = np.empty(len(at), dtype=bool)
        begins[0] = True
        np.not_equal(np.diff(at), 1, out=begins[1:])
        first = np.flatnonzero(begins)
        within = at - np.repeat(at[first], np.diff(np.append(first, len(at))))
        raw = np.add.reduceat(values[at].astype(np.uint64) * _weights()[within & (_WIDTH - 1)], first)
        owners = np.searchsorted(ends, at[first])
    return _salted(texts, languages, raw, owners)


def _salted(
    texts: Sequence[str], languages: Sequence[str], raw: NDArray[np.uint64], owners: NDArray[np.int64]
) -> Hashed:
    counts = np.bincount(owners, minlength=len(texts)).astype(np.int64)
    wordless = np.flatnonzero(counts == 0)
    if len(wordless):
        signs = ["".join(texts[place].split()).encode("utf-8", "surrogatepass") for place in wordless.tolist()]
        where = np.searchsorted(owners, wordless)
        raw = np.insert(raw, where, np.array([crc32(sign) for sign in signs], dtype=np.uint64))
        counts[wordless] = 1
    salts = np.array([salt(language) for language in languages], dtype=np.uint64)
    starts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(counts)))
    return Hashed(raw + np.repeat(salts, counts), starts)
