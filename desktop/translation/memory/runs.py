"""A run: the word lists of a batch of texts, made once and never changed.

Texts have numbers that rise; a run covers a stretch of them. Lists of several runs are read one after another, and runs
of a like size are joined from time to time, so that a word is never looked up in many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.translation.memory.hashing import hashed

#: Texts that wait outside every run are searched one by one; with more than this many units they become a run.
TAIL = 512
#: So many runs of one size class are joined into one of the next.
FAN = 8


@dataclass(frozen=True, slots=True)
class Run:
    """``words`` are sorted; the texts of ``words[i]`` are ``texts[starts[i]:starts[i + 1]]``, rising.

    ``lengths[i]`` is the count of words of text ``first + i``; 0 for a number that no text has.
    """

    first: int
    words: NDArray[np.uint32]
    starts: NDArray[np.int64]
    texts: NDArray[np.uint32]
    lengths: NDArray[np.uint8]

    @property
    def last(self) -> int:
        """The highest text number it covers."""
        return self.first + len(self.lengths) - 1

    def lists(self) -> Iterator[tuple[int, int, bytes]]:
        """Each word with how many texts have it and their numbers, as little-endian 32-bit integers."""
        data = memoryview(self.texts.astype("<u4", copy=False).tobytes())
        edges = self.starts.tolist()
        for place, word in enumerate(self.words.tolist()):
            start, end = edges[place], edges[place + 1]
            yield word, end - start, bytes(data[start * 4 : end * 4])


def make_run(numbers: Sequence[int], texts: Sequence[str], languages: Sequence[str]) -> Run:
    """The run of some texts; ``numbers`` rise."""
    found = hashed(texts, languages)
    owners = np.repeat(np.asarray(numbers, dtype=np.uint64), found.counts)
    keys = (found.words.astype(np.uint64) << np.uint64(32)) | owners
    keys.sort()
    keys = keys[np.concatenate((np.ones(1, dtype=bool), keys[1:] != keys[:-1]))]  # np.unique takes many times as long
    lengths = np.zeros(numbers[-1] - numbers[0] + 1, dtype=np.uint8)
    lengths[np.asarray(numbers) - numbers[0]] = found.lengths
    words = (keys >> np.uint64(32)).astype(np.uint32)
    begins = np.flatnonzero(np.concatenate((np.ones(1, dtype=bool), words[1:] != words[:-1])))
    starts = np.append(begins, len(words)).astype(np.int64)
    return Run(numbers[0], words[begins], starts, keys.astype(np.uint32), lengths)


def read_list(stored: bytes) -> NDArray[np.uint32]:
    """The inverse of what :meth:`Run.lists` gives for a word."""
    return np.frombuffer(stored, dtype="<u4")


def joined_lengths(first: int, last: int, parts: Sequence[tuple[int, NDArray[np.uint8]]]) -> NDArray[np.uint8]:
    """The lengths of texts ``first`` to ``last`` from those of several runs (each with its first number)."""
    lengths = np.zeros(last - first + 1, dtype=np.uint8)
    for start, part in parts:
        lengths[start - first : start - first + len(part)] = part
    return lengths
