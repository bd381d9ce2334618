"""One measured figure, with its baseline and its bar."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """``samples`` and ``baseline`` in milliseconds, at least five each.

    ``bar``: the most that ``measure`` may be; ``measure`` is ``median``, ``p95`` or ``ratio`` (of medians).
    """

    what: str
    samples: Sequence[float]
    bar: float
    measure: str = "median"
    baseline: Sequence[float] = ()

    @property
    def median(self) -> float:
        return statistics.median(self.samples)

    @property
    def p95(self) -> float:
        return sorted(self.samples)[max(0, round(len(self.samples) * 0.95) - 1)]

    @property
    def ratio(self) -> float:
        return self.median / statistics.median(self.baseline) if self.baseline else float("nan")

    @property
    def holds(self) -> bool:
        return {"median": self.median, "p95": self.p95, "ratio": self.ratio}[self.measure] <= self.bar

    def line(self) -> str:
        base = f"{statistics.median(self.baseline):8.2f} ms" if self.baseline else ""
        ratio = f"{self.ratio:.2f}" if self.baseline else ""
        unit = "x" if self.measure == "ratio" else " ms"
        told = "holds" if self.holds else "MISSED"
        return (
            f"{self.what:<52} {self.median:8.2f} ms {self.p95:8.2f} ms {base:>11} {ratio:>7}"
            f"  {self.measure} ≤ {self.bar:g}{unit}: {told}"
        )
