"""The translation memory at 100,000 and a million units: look-ups, recall, concordance, the first answer, TMX.

``COMUNICADO_BENCH_UNITS`` sets another size (a list with commas).
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.figure import Figure
from tests.benchmarks.press_corpus import Language, changed, pairs, units

_QUERIES = 300
_FIRST = """
import sys, time, resource
from desktop.app import wiring
from desktop.domain.richtext import RichText
from pathlib import Path
workspace = wiring.open_existing(Path(sys.argv[1]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.perf_counter()
from desktop.services.memory import matches
from desktop.translation.memory.match import Asked
with workspace.unit_of_work() as unit:
    found = matches(unit, Asked(RichText(sys.argv[2]), "en", "es"))
print((time.perf_counter() - started) * 1000)
for text in sys.argv[3:]:
    with workspace.unit_of_work() as unit:
        matches(unit, Asked(RichText(text), "en", "es"))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


def figures() -> Iterator[Figure]:
    """Every bar of the memory, at each size."""
    sizes = [int(size) for size in os.environ.get("COMUNICADO_BENCH_UNITS", "100000,1000000").split(",")]
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            yield from _of_size(Path(folder), size)


def _of_size(folder: Path, size: int) -> Iterator[Figure]:
    from desktop.app import wiring
    from desktop.exchange.tmx_writer import write_tmx
    from desktop.services.memory_files import export_tmx, import_tmx

    name = f"{size:,} units"
    with (folder / "in.tmx").open("wb") as stream:
        write_tmx(stream, units(size), source_language="en")
    path = folder / "memory.comunicado"
    with wiring.create_new(path) as workspace:
        for what, work in (("import", import_tmx), ("export", export_tmx)):
            wall, cpu = time.perf_counter(), time.process_time()
            with workspace.unit_of_work() as unit:
                work(unit, folder / ("in.tmx" if what == "import" else "out.tmx"))
            wall, cpu = (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000
            yield Figure(f"TMX {what}, {name} (wall)", [wall] * 5, bar=60_000)
            yield Figure(f"TMX {what}, {name} (processor)", [cpu] * 5, bar=60_000)
        print(f"  file: {path.stat().st_size / 2**20:.0f} MB", flush=True)
        yield from _asking(workspace, size, name)
    texts = [text for _kind, text in _questions(size)]
    first, memory = [], []
    for at in range(5):
        told = subprocess.run(
            [sys.executable, "-c", _FIRST, str(path), *texts[at * 20 : at * 20 + 60]],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        first.append(float(told[0]))
        memory.append(float(told[1]))
    yield Figure(f"first look-up after the start, {name}", first, bar=300)
    print(f"  memory of 60 look-ups beyond an open workspace: {max(memory):.0f} MB (bar 120)", flush=True)


def _questions(size: int) -> list[tuple[str, str]]:
    """Sentences of the memory, some changed as a next release changes them; and as many of 2 to 5 words."""
    english, chance = Language("en", 5), random.Random(77)
    every = [source for source, _target in pairs(min(size, 200_000))]
    long = [text for text in every if len(text.split()) > 5]
    short = [text for text in every if 2 <= len(text.split()) <= 5]
    asked = [("long", changed(chance.choice(long), english, chance)) for _ in range(_QUERIES)]
    asked += [("short", changed(chance.choice(short), english, chance)) for _ in range(_QUERIES // 2)]
    return asked


def _asking(workspace: Any, size: int, name: str) -> Iterator[Figure]:
    from desktop.domain.richtext import RichText
    from desktop.services.memory import concordance, matches
    from desktop.translation.memory.match import Asked

    wall: dict[str, list[float]] = {"long": [], "short": []}
    cpu: list[float] = []
    answers: list[tuple[str, str, int]] = []
    for kind, text in _questions(size):
        asked = Asked(RichText(text), "en", "es")
        with workspace.unit_of_work() as unit:
            started, worked = time.perf_counter(), time.process_time()
            found = matches(unit, asked)
            wall[kind].append((time.perf_counter() - started) * 1000)
            cpu.append((time.process_time() - worked) * 1000)
        answers.append((kind, text, found[0].percent if found else 0))
    bar = 5 if size <= 100_000 else 20
    yield Figure(f"look-up of a sentence, {name}", wall["long"][5:], bar, "p95")
    yield Figure(f"look-up of 2 to 5 words, {name}", wall["short"][5:], bar, "p95")
    yield Figure(f"look-up, {name} (processor)", cpu[5:], bar, "p95")
    yield from _recall(size, answers, name)
    samples = []
    english, spanish, chance = Language("en", 5), Language("es", 6), random.Random(3)
    asked_words = [language.word(chance) for language in (english, spanish) for _ in range(15)]
    asked_words += ["the of", "de la que", *(" ".join(text.split()[2:4]) for _kind, text, _best in answers[:20])]
    for words in asked_words:
        with workspace.unit_of_work() as unit:
            started = time.perf_counter()
            concordance(unit, words, languages=("en", "es"))
            samples.append((time.perf_counter() - started) * 1000)
    yield Figure(f"concordance, {name}", samples, 50, "p95")


def _recall(size: int, answers: list[tuple[str, str, int]], name: str) -> Iterator[Figure]:
    """The share of look-ups that found as good a unit as looking at all of them does; told in missed percent."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    from desktop.translation.memory.words import match_words

    known: dict[str, str] = {}

    def coded(text: str) -> str:
        return "".join(
            known.setdefault(word, chr(0x100 + len(known) + (0x1000 if len(known) > 0xD000 else 0)))
            for word in match_words(text)
        )

    every = [coded(source) for source, _target in pairs(size)]
    for kind in ("long", "short"):
        missed = asked = 0
        for _kind, text, best in [answer for answer in answers if answer[0] == kind][:100]:
            found = process.extractOne(coded(text), every, scorer=Levenshtein.normalized_similarity)
            if found is None or int(100 * found[1] + 1e-9) < 60:
                continue
            asked += 1
            missed += min(94, int(100 * found[1] + 1e-9)) > best
        print(f"  {kind}: {asked - missed} of {asked} best hits found, {name}", flush=True)
        yield Figure(f"best hits missed, {kind} (per cent), {name}", [100 * missed / max(1, asked)] * 5, 1)


if __name__ == "__main__":
    for figure in figures():
        print(figure.line(), flush=True)
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
