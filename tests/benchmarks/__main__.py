"""``make bench``: runs every benchmark and prints medians, and ratios where there is a baseline.

Each ``bench_*.py`` here has ``figures() -> Iterable[Figure]``. Give names to run only some:
``python -m tests.benchmarks start stale``.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    asked = sys.argv[1:]
    names = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    missed = 0
    print(f"{'what':<52} {'median':>11} {'p95':>11} {'baseline':>11} {'ratio':>7}  bar")
    for name in names:
        if asked and name.removeprefix("bench_") not in asked:
            continue
        for figure in importlib.import_module(f"tests.benchmarks.{name}").figures():
            print(figure.line(), flush=True)
            missed += not figure.holds
    print(f"{missed} bars missed" if missed else "all bars hold")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
