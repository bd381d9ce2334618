"""How long the seed takes to become a DOCX, beside pandoc writing one of the same text.

Both tell the whole story: ``ours`` is what a user waits for in the running program; ``ours, new process`` starts
a Python interpreter for one export, as the command line does, and is the like of a pandoc call.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.unit.publishing.material import imprint, pairs, seed

_COLD = (
    "from desktop.publishing.formats import FORMATS, ExportInput;"
    "from tests.unit.publishing.material import seed, imprint;"
    "FORMATS['docx'].write(ExportInput(seed(), imprint()))"
)


def _median_ms(deed: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        deed()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def measure(runs: int = 9) -> dict[str, float]:
    """Medians in milliseconds, and ``ratio`` = ours / pandoc (``ratio_cold`` with a new process for ours)."""
    from desktop.publishing.formats import FORMATS, ExportInput

    material = ExportInput(seed(), imprint(), seed(), pairs(500, seed()))
    start = time.perf_counter()
    FORMATS["docx"].write(material)
    figures = {"first_ms": (time.perf_counter() - start) * 1000}
    figures["ours_ms"] = _median_ms(lambda: FORMATS["docx"].write(material), runs)
    figures["html_ms"] = _median_ms(lambda: FORMATS["html"].write(material), runs)
    figures["bilingual_500_rows_ms"] = _median_ms(lambda: FORMATS["bilingual-docx"].write(material), 3)
    figures["ours_cold_ms"] = _median_ms(
        lambda: subprocess.run([sys.executable, "-c", _COLD], check=True, capture_output=True), runs
    )
    if shutil.which("pandoc"):
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder, "seed.html")
            page.write_bytes(FORMATS["html"].write(material))
            command = ["pandoc", "-f", "html", "-t", "docx", "-o", str(page.with_suffix(".docx")), str(page)]
            figures["pandoc_ms"] = _median_ms(lambda: subprocess.run(command, check=True, capture_output=True), runs)
        figures["ratio"] = figures["ours_ms"] / figures["pandoc_ms"]
        figures["ratio_cold"] = figures["ours_cold_ms"] / figures["pandoc_ms"]
    return {name: round(value, 2) for name, value in figures.items()}


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
