"""How long the seed takes to become a DOCX, beside pandoc writing one of the same text.

The promise is about the running program: what a user waits for. The second figure is the unkind comparison, a new
Python process for one export against a new pandoc process: most of it is Python and python-docx being loaded, and
its bar only guards against that growing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.figure import Figure
from tests.unit.publishing.material import imprint, pairs, seed

_NEW_PROCESS = (
    "from desktop.publishing.formats import FORMATS, ExportInput;"
    "from tests.unit.publishing.material import seed, imprint;"
    "FORMATS['docx'].write(ExportInput(seed(), imprint()))"
)
RUNS = 9


def _times(deed: Callable[[], object], runs: int = RUNS) -> list[float]:
    samples = []
    for _ in range(runs):
        started = time.perf_counter()
        deed()
        samples.append((time.perf_counter() - started) * 1000)
    return samples


def _pandoc(page: bytes) -> list[float]:
    """Pandoc's samples; none where it is not installed."""
    if not shutil.which("pandoc"):
        return []
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "seed.html")
        source.write_bytes(page)
        command = ["pandoc", "-f", "html", "-t", "docx", "-o", str(Path(folder, "seed.docx")), str(source)]
        return _times(lambda: subprocess.run(command, check=True, capture_output=True))


def figures() -> Iterator[Figure]:
    """Export in the program, export in a new process, and a large two-column table."""
    from desktop.publishing.formats import FORMATS, ExportInput

    material = ExportInput(seed(), imprint(), seed(), pairs(500, seed()))
    pandoc = _pandoc(FORMATS["html"].write(material))
    FORMATS["docx"].write(material)  # python-docx is loaded once a session
    ours = _times(lambda: FORMATS["docx"].write(material), 25)
    if pandoc:
        yield Figure("DOCX of the seed, beside pandoc", ours, bar=1, measure="ratio", baseline=pandoc)
        command = [sys.executable, "-c", _NEW_PROCESS]
        alone = _times(lambda: subprocess.run(command, check=True, capture_output=True))
        yield Figure("… in a new process, Python's start included", alone, bar=4, measure="ratio", baseline=pandoc)
    else:
        yield Figure("DOCX of the seed (no pandoc here to compare)", ours, bar=60)
    yield Figure(
        "two-column DOCX of 500 segments", _times(lambda: FORMATS["two-column-docx"].write(material), 5), bar=2000
    )
