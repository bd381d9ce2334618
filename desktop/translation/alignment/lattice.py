"""The best run of beads through two texts, and how probable each bead is among all runs."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.translation.alignment.pieces import SHAPES, Piece, Pieces, corridor

Step = tuple[int, int]
Position = tuple[int, int]
_NEVER = -math.inf


@dataclass(frozen=True, slots=True)
class Costs:
    """What speaks for and against a bead, found on press texts of the development set (see the tests' README).

    A bead's gain is ``lexical`` times the evidence found above the share ``expected``, less ``length`` times the
    strain of the lengths (up to ``longest_strain``), less its shape's cost and ``break_`` for each paragraph that ends
    inside, plus ``start`` where paragraphs begin together and less it where only one begins, less ``idle`` for a
    sentence of a joined side with nothing on the other. A sentence left alone costs ``lone`` and ``lone_weight`` for
    its evidence. ``temperature`` turns gains into probabilities.
    """

    lexical: float = 1.0
    expected: float = 0.225
    length: float = 0.9
    longest_strain: float = 12.0
    shapes: Mapping[Step, float] = field(
        default_factory=lambda: {(1, 1): 0.0, (1, 2): 2.0, (2, 1): 2.0, (2, 2): 6.0, (1, 3): 6.3, (3, 1): 6.3}
    )
    break_: float = 2.4
    start: float = 0.3
    idle: float = 0.4
    lone: float = 2.0
    lone_weight: float = 0.0625
    temperature: float = 0.45

    def gain(self, piece: Piece, shape: Step) -> float:
        """What a bead with something on both sides is worth."""
        return (
            self.lexical * (piece.matched - self.expected * piece.weight)
            - self.length * min(piece.strain, self.longest_strain)
            - self.shapes[shape]
            - self.break_ * piece.breaks
            - self.idle * piece.idle
            + self.start * piece.starts
        )

    def alone(self, weight: float) -> float:
        """What leaving a sentence without a partner is worth: less than nothing."""
        return -self.lone - self.lone_weight * weight


PRESS = Costs()


@dataclass(frozen=True, slots=True)
class Link:
    """A bead on the best run: where it begins, its shape, its probability among all runs."""

    i: int
    j: int
    shape: Step
    probability: float


class Lattice:
    """All runs of beads from the beginning of two texts to their end."""

    def __init__(self, pieces: Pieces, costs: Costs = PRESS, *, checkpoint: Callable[[], None] = lambda: None) -> None:
        self._pieces = pieces
        self._costs = costs
        self._checkpoint = checkpoint
        self.rows, self.columns = len(pieces.source.totals), len(pieces.target.totals)
        self._bounds = corridor(pieces, self.rows, self.columns, roomy=14_400)

    def best_run(self) -> tuple[Link, ...]:
        """The beads of the best run in order."""
        gains: dict[Position, list[tuple[Step, float]]] = {}
        best: dict[Position, float] = {(0, 0): 0.0}
        into: dict[Position, Step] = {}
        forward: dict[Position, float] = {(0, 0): 0.0}
        for i in range(self.rows + 1):
            self._checkpoint()
            for j in range(self._bounds[i][0], self._bounds[i][1] + 1):
                if (i, j) not in best:
                    continue
                gains[i, j] = steps = list(self._steps(i, j))
                for (a, b), gain in steps:
                    there = (i + a, j + b)
                    if best[i, j] + gain > best.get(there, _NEVER):
                        best[there], into[there] = best[i, j] + gain, (a, b)
                    forward[there] = _added(forward.get(there, _NEVER), forward[i, j] + gain / self._costs.temperature)
        return self._read_back(into, forward, self._backward(gains))

    def _steps(self, i: int, j: int) -> Iterator[tuple[Step, float]]:
        if i < self.rows and self._reaches(i + 1, j):
            yield (1, 0), self._costs.alone(self._pieces.source.totals[i])
        if j < self.columns and self._reaches(i, j + 1):
            yield (0, 1), self._costs.alone(self._pieces.target.totals[j])
        for shape in SHAPES:
            a, b = shape
            if i + a <= self.rows and j + b <= self.columns and self._reaches(i + a, j + b):
                yield shape, self._costs.gain(self._pieces.piece(i, j, a, b), shape)

    def _reaches(self, i: int, j: int) -> bool:
        low, high = self._bounds[i]
        return low <= j <= high

    def _backward(self, gains: Mapping[Position, list[tuple[Step, float]]]) -> dict[Position, float]:
        backward: dict[Position, float] = {(self.rows, self.columns): 0.0}
        for i, j in reversed(tuple(gains)):
            for (a, b), gain in gains[i, j]:
                after = backward.get((i + a, j + b), _NEVER)
                if after > _NEVER:
                    backward[i, j] = _added(backward.get((i, j), _NEVER), after + gain / self._costs.temperature)
        return backward

    def _read_back(
        self, into: Mapping[Position, Step], forward: Mapping[Position, float], backward: Mapping[Position, float]
    ) -> tuple[Link, ...]:
        links: list[Link] = []
        i, j = self.rows, self.columns
        whole = forward.get((i, j), 0.0)
        while (i, j) != (0, 0):
            a, b = into[i, j]
            gain = dict(self._steps(i - a, j - b))[a, b]
            log = forward[i - a, j - b] + gain / self._costs.temperature + backward[i, j] - whole
            links.append(Link(i - a, j - b, (a, b), min(1.0, math.exp(min(0.0, log)))))
            i, j = i - a, j - b
        return tuple(reversed(links))


def _added(one: float, other: float) -> float:
    """The logarithm of a sum, from logarithms."""
    low, high = (one, other) if one < other else (other, one)
    return high if low == _NEVER else high + math.log1p(math.exp(low - high))
