"""Sentences as arrays of numbered words: many texts at once, without a Python object a word.

A word is what :func:`~.words.match_words` compares: a run of letters, with case and accents folded; any number, which
counts as the same word; a sign that carries a meaning (%, $, ?). Its number is a multilinear hash of its letters and its
language, 32 bits wide: two words share one about once in four thousand million pairs, which costs a candidate and
never a match.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from desktop.translation.words import meaningful

#: A text of at most so many words is listed apart, so that a short question never reads the lists of long texts.
SHORT = 8
#: The longest length that is told apart.
LONGEST = 255

_TABLE_END = 0x3000
#: Texts that are hashed at a time: more would not fit into the processor's cache.
_TOGETHER = 512
#: What stands for every number, and what may stand between two figures of one.
_FIGURE = 1
_BETWEEN = frozenset(".,:/\u00a0\u202f\u2009’'-")
_LETTER, _NUMBER, _BREAK, _SIGN = 1, 2, 3, 4
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
def _signs() -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    """Code point → what it counts as (0 for nothing), and of what kind it is."""
    values, kinds = np.zeros(_TABLE_END, dtype=np.uint32), np.zeros(_TABLE_END, dtype=np.uint8)
    meant = meaningful("".join(map(chr, range(_TABLE_END))))
    for sign in meant:
        if sign.isalpha():
            values[ord(sign)], kinds[ord(sign)] = ord(unicodedata.normalize("NFKD", sign.casefold())[0]), _LETTER
        elif sign.isdecimal():
            values[ord(sign)], kinds[ord(sign)] = _FIGURE, _NUMBER
        elif sign.isprintable():
            values[ord(sign)], kinds[ord(sign)] = ord(sign), _SIGN
    for sign in _BETWEEN:
        kinds[ord(sign)] = _BREAK
    return values, kinds


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


def _read(codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    """What each sign counts as and its kind; 0 for what stands between words."""
    values, kinds = _signs()
    low = np.minimum(codes, _TABLE_END - 1)
    values, kinds = values[low], kinds[low]
    high = codes >= _TABLE_END
    if high.any():
        is_letter = ((codes >= 0x3400) & (codes < 0xE000)) | ((codes >= 0x20000) & (codes < 0x30000))
        values = np.where(high, np.where(is_letter, codes, 0), values).astype(np.uint32)
        kinds = np.where(high, np.where(is_letter, _LETTER, 0), kinds).astype(np.uint8)
    between = np.flatnonzero(kinds == _BREAK)
    is_number = np.append(kinds == _NUMBER, (False, False))
    joins = is_number[between - 1] & is_number[between + 1]
    kinds[between] = np.where(joins, _NUMBER, 0)
    values[between] = np.where(joins, _FIGURE, 0)
    return values, kinds


@cache
def salt(language: str) -> int:
    """What sets the words of one language apart from those of another; by the primary subtag."""
    primary = language.split("-", 1)[0].split("_", 1)[0].lower()
    return (crc32(primary.encode()) * 0x2545F4914F6CDD1D) & _MASK


def hashed(texts: Sequence[str], languages: Sequence[str]) -> Hashed:
    """The words of some texts. A text without any is one word of its own: its signs as they are."""
    if len(texts) <= _TOGETHER:
        return _hashed(texts, languages)
    steps = range(0, len(texts), _TOGETHER)
    parts = [_hashed(texts[at : at + _TOGETHER], languages[at : at + _TOGETHER]) for at in steps]
    counts = np.concatenate([part.counts for part in parts])
    starts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(counts)))
    return Hashed(np.concatenate([part.raw for part in parts]), starts)


def _hashed(texts: Sequence[str], languages: Sequence[str]) -> Hashed:
    joined = "\0".join(texts)
    if joined.count("\0") != len(texts) - 1:
        joined = "\0".join(text.replace("\0", " ") for text in texts)
    if not unicodedata.is_normalized("NFC", joined):
        joined = unicodedata.normalize("NFC", joined)
    codes = np.frombuffer(joined.casefold().encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    values, kinds = _read(codes)
    at = np.flatnonzero(values)
    ends = np.append(np.flatnonzero(codes == 0), len(codes))
    if not len(at):
        raw, owners = np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    else:
        kinds = kinds[at]
        begins = np.ones(len(at), dtype=bool)
        begins[1:] = (np.diff(at) != 1) | (kinds[1:] != kinds[:-1]) | (kinds[1:] == _SIGN)
        first = np.flatnonzero(begins)
        within = at - np.repeat(at[first], np.diff(np.append(first, len(at))))
        each = values[at].astype(np.uint64) * _weights()[within & (_WIDTH - 1)]
        each[(kinds == _NUMBER) & ~begins] = 0
        raw = np.add.reduceat(each, first)
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
