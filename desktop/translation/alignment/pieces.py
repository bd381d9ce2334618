"""What every possible bead of two texts has going for it: the evidence found on both sides, lengths, paragraphs."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.translation.alignment.beads import Sentence
from desktop.translation.alignment.evidence import WEIGHTS, Links, Token, rarity, tokens_of
from desktop.translation.alignment.knowledge import Knowledge

#: (sentences of the source, sentences of the target) that a bead may hold.
SHAPES: tuple[tuple[int, int], ...] = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
#: Variance of a length per character of the source (Gale & Church 1993, §3.2, found for French, German and English).
_VARIANCE = 6.8
#: A sentence with less of its evidence on the other side is idle.
_IDLE = 0.08
_WORD_KINDS = frozenset({"name", "word", "small"})

Found = dict[int, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """One possible bead.

    ``matched`` and ``weight`` count both sides' evidence; ``strain`` is the squared deviation of the lengths in units of the variance; ``breaks`` counts paragraphs that end inside; ``starts``: 1 where both sides
    begin a paragraph, -1 where only one does, else 0; ``idle`` weighs sentences of a side with several that
    have next to nothing on the other.
    """

    matched: float
    weight: float
    strain: float
    breaks: int
    starts: int
    idle: float = 0.0

    @property
    def share(self) -> float:
        """How much of the evidence was found on the other side, from 0.0 to 1.0."""
        return self.matched / self.weight if self.weight else 0.0


class _Side:
    """One text: its evidence with weights, its lengths, its paragraphs."""

    def __init__(self, sentences: Sequence[Sentence], tokens: Sequence[Sequence[Token]]) -> None:
        self.tokens = tokens
        rare = rarity(tokens)
        self.weights = [
            [WEIGHTS[token.kind] * max(rare[key] for key in token.keys) for token in sentence] for sentence in tokens
        ]
        self.totals = [sum(weights) for weights in self.weights]
        self.lengths = [len(sentence.text) for sentence in sentences]
        self.paragraphs = [sentence.paragraph for sentence in sentences]

    def begins(self, at: int) -> bool:
        return at == 0 or at >= len(self.paragraphs) or self.paragraphs[at] != self.paragraphs[at - 1]

    def breaks(self, at: int, count: int) -> int:
        return sum(self.paragraphs[n] != self.paragraphs[n - 1] for n in range(at + 1, at + count))


class Pieces:
    """The possible beads of two texts, each worked out when it is first asked for."""

    def __init__(
        self,
        source: Sequence[Sentence],
        target: Sequence[Sentence],
        languages: tuple[str, str],
        knowledge: Knowledge,
        *,
        has_structure: bool,
    ) -> None:
        self.source = _Side(source, [tokens_of(each.text, languages[0], knowledge) for each in source])
        self.target = _Side(target, [tokens_of(each.text, languages[1], knowledge) for each in target])
        self.has_structure = has_structure
        links = Links(knowledge, *languages)
        words = [{t.keys[0] for s in side.tokens for t in s if t.kind in _WORD_KINDS} for side in self._sides]
        self._links: Mapping[str, Mapping[str, float]] = links.between(sorted(words[0]), sorted(words[1]))
        self._fits: dict[tuple[int, int], tuple[Found, Found]] = {}
        self._known: dict[tuple[int, int, int, int], Piece] = {}
        self._places = self._index()
        self.ratio = self._length_ratio()

    @property
    def _sides(self) -> tuple[_Side, _Side]:
        return self.source, self.target

    def _index(self) -> dict[str, list[tuple[int, int]]]:
        """Key of the target → where it stands: (sentence, token)."""
        places: dict[str, list[tuple[int, int]]] = {}
        for j, sentence in enumerate(self.target.tokens):
            for n, token in enumerate(sentence):
                for key in token.keys:
                    places.setdefault(key, []).append((j, n))
        for i, sentence in enumerate(self.source.tokens):
            for n, token in enumerate(sentence):
                self._fit(i, n, token, places)
        return places

    def _fit(self, i: int, n: int, token: Token, places: Mapping[str, list[tuple[int, int]]]) -> None:
        for key, strength in self._reachable(token):
            for j, other in places.get(key, ()):
                mine, theirs = self._fits.setdefault((i, j), ({}, {}))
                mine[n] = max(mine.get(n, 0.0), strength)
                theirs[other] = max(theirs.get(other, 0.0), strength)

    def _reachable(self, token: Token) -> Iterator[tuple[str, float]]:
        if token.kind in _WORD_KINDS:
            yield from self._links.get(token.keys[0], {}).items()
        else:
            for key in token.keys:
                yield key, 1.0

    def _length_ratio(self) -> float:
        """Characters of the target for one of the source: the text's own, drawn towards 1.05 while it is short."""
        pairs = [
            (self.source.lengths[i], self.target.lengths[j])
            for (i, j) in self._fits
            if self.piece(i, j, 1, 1, ratio=1.05).share > 0.5
        ]
        here, there = sum(a for a, _ in pairs) + 1_500.0, sum(b for _, b in pairs) + 1_575.0
        return there / here

    def alike(self) -> Iterator[tuple[int, int]]:
        """Pairs of sentences that have anything in common."""
        yield from self._fits

    def piece(self, i: int, j: int, a: int, b: int, *, ratio: float = 0.0) -> Piece:
        """The bead of ``a`` source sentences from ``i`` and ``b`` target sentences from ``j``."""
        key = (i, j, a, b)
        if not ratio and key in self._known:
            return self._known[key]
        matched, idle = self._matched(range(i, i + a), range(j, j + b))
        weight = sum(self.source.totals[i : i + a]) + sum(self.target.totals[j : j + b])
        here, there = sum(self.source.lengths[i : i + a]), sum(self.target.lengths[j : j + b])
        expected = here * (ratio or self.ratio)
        strain = (there - expected) ** 2 / (_VARIANCE * max(1.0, (here + there) / 2) + 25.0)
        breaks = starts = 0
        if self.has_structure:
            breaks = self.source.breaks(i, a) + self.target.breaks(j, b)
            one, other = self.source.begins(i), self.target.begins(j)
            starts = 1 if one and other else -1 if one or other else 0
        found = Piece(matched, weight, strain, breaks, starts, idle)
        if not ratio:
            self._known[key] = found
        return found

    def _matched(self, rows: range, columns: range) -> tuple[float, float]:
        """The evidence found on both sides, and what sentences of several weigh that hold next to none of it."""
        here = [self._found(i, [self._fits.get((i, j), _NOTHING)[0] for j in columns], self.source) for i in rows]
        there = [self._found(j, [self._fits.get((i, j), _NOTHING)[1] for i in rows], self.target) for j in columns]
        idle = 0.0
        for side, found, places in ((self.source, here, rows), (self.target, there, columns)):
            if len(places) > 1:
                idle += sum(
                    1.0 + side.totals[at] / 4.0
                    for at, each in zip(places, found, strict=True)
                    if each < _IDLE * side.totals[at]
                )
        return sum(here) + sum(there), idle

    @staticmethod
    def _found(at: int, fits: Sequence[Found], side: _Side) -> float:
        best: Found = {}
        for each in fits:
            for n, strength in each.items():
                best[n] = max(best.get(n, 0.0), strength)
        return sum(side.weights[at][n] * strength for n, strength in best.items())


_NOTHING: tuple[Found, Found] = ({}, {})


def corridor(pieces: Pieces, rows: int, columns: int, *, roomy: int) -> list[tuple[int, int]]:
    """For each source position the first and last target position worth a look.

    Texts of up to ``roomy`` pairs are looked at whole; longer ones around the run of their surest pairs.
    """
    if rows * columns <= roomy:
        return [(0, columns)] * (rows + 1)
    sure = sorted((i, j) for i, j in pieces.alike() if _is_anchor(pieces.piece(i, j, 1, 1)))
    chain = [(0, 0), *_longest_rising(sure), (rows, columns)]
    wide = max(30, int(math.sqrt(columns)))
    bounds = [(columns, 0)] * (rows + 1)
    for (i, j), (k, m) in pairwise(chain):
        for row in range(i, min(k, rows) + 1):
            low, high = bounds[row]
            bounds[row] = (min(low, max(0, j - wide)), max(high, min(columns, m + wide)))
    return bounds


def _is_anchor(piece: Piece) -> bool:
    return piece.share > 0.55 and piece.weight > 12 and piece.strain < 6


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rises on both sides (patience sorting)."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (_i, j) in enumerate(ordered := sorted(pairs, key=lambda pair: (pair[0], -pair[1]))):
        low, high = 0, len(tops)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if tops[middle] < j else (low, middle)
        before.append(last[low - 1] if low else -1)
        tops[low : low + 1], last[low : low + 1] = [j], [at]
    run: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        run.append(ordered[at])
        at = before[at]
    return run[::-1]
