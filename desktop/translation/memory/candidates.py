"""Which of a million texts may be like a sentence: by the words they share and their length.

A text that is at least ``t`` alike shares at least the share ``t`` of the longer one's words. So of any
``floor((1 - t) * n) + 1`` words of a sentence of ``n`` it has at least one: the rarest ones are asked, which have the
shortest lists. What else is short is counted too, to tell the likest before their words are compared one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop.translation.memory.hashing import LONGEST, SHORT, Hashed, hashed

#: How many candidates are compared word by word.
COMPARED = 48
#: Entries of lists that one question reads at most beyond its rarest words.
_BUDGET = 20_000
#: Entries that even the rarest words may cost.
_MOST = 1_500_000


class WordLists(Protocol):
    """The lists of all runs."""

    def counts(self, words: Sequence[int]) -> Mapping[int, int]:
        """How many texts have each word; words that nobody has are left out."""
        ...

    def texts(self, words: Sequence[int]) -> Mapping[int, NDArray[np.uint32]]:
        """The numbers of the texts with each word."""
        ...

    def lengths(self) -> NDArray[np.uint8]:
        """The count of words of every text, by its number."""
        ...


@dataclass
class Scratch:
    """A counter a text, used by one question after another and left at zero."""

    shared: NDArray[np.uint8] = field(default_factory=lambda: np.zeros(0, dtype=np.uint8))

    def of(self, size: int) -> NDArray[np.uint8]:
        """The counters, as many as there are texts."""
        if len(self.shared) < size:
            self.shared = np.zeros(size + size // 8 + 1024, dtype=np.uint8)
        return self.shared


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates with the likeness expected of them, the likest first."""

    texts: NDArray[np.int64]
    expected: NDArray[np.float64]


def find(lists: WordLists, scratch: Scratch, question: Hashed, *, least: float, most: int = COMPARED) -> Found:
    """The texts that may be at least ``least`` (0 to 1) like the one text of ``question``, at most ``most``."""
    length = int(question.counts[0])
    kinds = [
        question.as_listed(short=short)
        for short in (True, False)
        if (length * least <= SHORT if short else length >= least * (SHORT + 1))
    ]
    weights = [Counter(words.tolist()) for words in kinds]
    counts = lists.counts([word for weight in weights for word in weight])
    parts = [_among(lists, scratch, weight, counts, length, least, most) for weight in weights]
    return best([part for part in parts if len(part.texts)], most)


def best(parts: Sequence[Found], most: int) -> Found:
    """The likest of several findings."""
    if not parts:
        return Found(np.zeros(0, dtype=np.int64), np.zeros(0))
    texts = np.concatenate([part.texts for part in parts])
    expected = np.concatenate([part.expected for part in parts])
    order = np.lexsort((-texts, -expected))[:most]
    return Found(texts[order], expected[order])


def _among(
    lists: WordLists,
    scratch: Scratch,
    weight: Mapping[int, int],
    counts: Mapping[int, int],
    length: int,
    least: float,
    most: int,
) -> Found:
    nothing = Found(np.zeros(0, dtype=np.int64), np.zeros(0))
    known = sorted((word for word in weight if word in counts), key=lambda word: counts[word])
    missing = length - sum(weight[word] for word in known)
    may_miss = int((1 - least) * length + 1e-9) - missing
    if may_miss < 0:
        return nothing
    chosen, generating = _chosen(known, counts, weight, may_miss)
    found = lists.texts(chosen)
    lengths = lists.lengths()
    lowest, highest = _window(length, least)
    fitting: list[NDArray[np.uint32]] = []
    shared = scratch.of(len(lengths))
    for word in chosen:
        texts = found[word]
        there = lengths[texts]
        texts = texts[(there >= lowest) & (there <= highest)]
        shared[texts] += min(weight[word], 100)
        fitting.append(texts)
    uncounted = sum(weight[word] for word in known[len(chosen) :])
    every = np.concatenate(fitting[:generating])
    result = _likest(every, shared, lengths, length, uncounted, least, most)
    for texts in fitting:
        shared[texts] = 0
    return result


def _window(length: int, least: float) -> tuple[int, int]:
    if length >= LONGEST * least:
        return min(LONGEST, int(length * least)), LONGEST
    return max(1, int(length * least)), min(LONGEST, int(length / least) + 1)


def _chosen(
    known: Sequence[int], counts: Mapping[int, int], weight: Mapping[int, int], may_miss: int
) -> tuple[list[int], int]:
    """The words to read, the rarest first, and how many of them a candidate must have at least one of."""
    chosen: list[int] = []
    read = passed = generating = 0
    for word in known:
        is_generating = passed <= may_miss
        if chosen and read + counts[word] > (_MOST if is_generating else max(_BUDGET, read)):
            break
        chosen.append(word)
        read += counts[word]
        if is_generating:
            generating += 1
            passed += weight[word]
    return chosen, generating


def _likest(
    every: NDArray[np.uint32],
    shared: NDArray[np.uint8],
    lengths: NDArray[np.uint8],
    length: int,
    uncounted: int,
    least: float,
    most: int,
) -> Found:
    longer = np.maximum(lengths[every].astype(np.float64), length)
    common = shared[every].astype(np.float64)
    is_possible = common + uncounted >= least * longer - 1
    every, longer, common = every[is_possible], longer[is_possible], common[is_possible]
    expected = np.minimum((common + 0.7 * uncounted) / longer, 1.0)
    if len(every) > 8 * most:
        # A text stands in the list of each word it shares, so more than `most` different ones must be kept.
        limit = np.partition(expected, len(expected) - 8 * most)[len(expected) - 8 * most]
        every, expected = every[expected >= limit], expected[expected >= limit]
    texts, first = np.unique(every, return_index=True)
    expected = expected[first]
    order = np.lexsort((-texts.astype(np.int64), -expected))[:most]
    return Found(texts[order].astype(np.int64), expected[order])


@dataclass(frozen=True, slots=True)
class Few:
    """Texts that no run holds yet, word after word: looked at one and all. Words as long texts list them."""

    numbers: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    words: NDArray[np.uint32] = field(default_factory=lambda: np.zeros(0, dtype=np.uint32))
    starts: NDArray[np.int64] = field(default_factory=lambda: np.zeros(1, dtype=np.int64))

    def and_more(self, numbers: Sequence[int], texts: Sequence[str], languages: Sequence[str]) -> Few:
        """These and some more."""
        more = hashed(texts, languages)
        return Few(
            np.append(self.numbers, np.asarray(numbers, dtype=np.int64)),
            np.append(self.words, more.as_listed(short=False)),
            np.append(self.starts, more.starts[1:] + self.starts[-1]),
        )

    def after(self, number: int) -> Few:
        """Those with a higher number."""
        first = int(np.searchsorted(self.numbers, number, side="right"))
        at = int(self.starts[first])
        return Few(self.numbers[first:], self.words[at:], self.starts[first:] - at)

    def alike(self, question: Hashed, *, least: float) -> Found:
        """Those that may be at least ``least`` alike."""
        if not len(self.numbers):
            return best([], 0)
        asked = question.as_listed(short=False)
        shared = np.add.reduceat(np.isin(self.words, asked).astype(np.int64), self.starts[:-1])
        longer = np.maximum(np.diff(self.starts), len(asked))
        there = np.flatnonzero((shared > 0) & (shared + 1 >= least * longer))
        return Found(self.numbers[there], np.minimum(shared[there] / longer[there], 1.0))

    def having(self, words: NDArray[np.uint32]) -> NDArray[np.int64]:
        """Those with all of some words."""
        if not len(self.numbers):
            return self.numbers
        has = np.ones(len(self.numbers), dtype=bool)
        for word in np.unique(words):
            has &= np.logical_or.reduceat(self.words == word, self.starts[:-1])
        return self.numbers[has]
