"""The archive: first results over 20,000 releases in two languages, and the comparison of two long versions."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.benchmarks.figure import Figure


def figures() -> Iterator[Figure]:
    """Every sort of question, and two 5,000-word versions."""
    yield from _searching()
    yield from _comparing()


def _searching() -> Iterator[Figure]:
    from desktop.app import wiring
    from desktop.domain.archive import ArchiveQuery
    from desktop.services.archive import search_archive
    from tests.benchmarks.seed_scale import fill

    asked = {
        "words": [ArchiveQuery(text) for text in ("migracion", "n1234", "ano nuevo", "año wat", "m", "salud agua ni")],
        "phrases, exclusions": [
            ArchiveQuery('"border agreement"'),
            ArchiveQuery("migr* -salud"),
            ArchiveQuery("-agua"),
        ],
        "filters": [
            ArchiveQuery("migracion", language="es"),
            ArchiveQuery("agua", status="released", since=date(2020, 1, 1)),
            ArchiveQuery("año", type="press-release", order="date"),
            ArchiveQuery(status="draft"),
            ArchiveQuery("escuela", speaker="garcia"),
        ],
        "quotes": [
            ArchiveQuery("children", in_quotes=True),
            ArchiveQuery("agua", speaker="núñez", in_quotes=True),
            ArchiveQuery("", speaker="maria", in_quotes=True, order="date"),
        ],
        "older versions too": [ArchiveQuery("migracion", in_history=True), ArchiveQuery("n1234", in_history=True)],
    }
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "large.comunicado")
        fill(path, releases=20_000, contacts=10)
        with wiring.open_existing(path) as workspace:
            for sort, queries in asked.items():
                samples = []
                for query in queries * 7:
                    with workspace.unit_of_work() as unit:
                        started = time.perf_counter()
                        search_archive(unit, query)
                        samples.append((time.perf_counter() - started) * 1000)
                yield Figure(f"first results over 40,000 texts: {sort}", samples, bar=50)


def _comparing() -> Iterator[Figure]:
    from dataclasses import replace

    from desktop.domain.document import Block, BlockKind, Document
    from desktop.domain.richtext import RichText
    from desktop.services.history import compare_states
    from tests.benchmarks.seed_scale import WORDS

    chance = random.Random(11)
    texts = [" ".join(chance.choices(WORDS, k=50)) + "." for _ in range(100)]
    old = Document("v", "en", tuple(Block(f"b{n}", BlockKind.PARAGRAPH, RichText(t)) for n, t in enumerate(texts)))
    blocks = []
    for block in old.blocks:
        words = block.text.text.split(" ")
        for _ in range(6):
            words[chance.randrange(len(words))] = chance.choice(("750,000", "nuevo", "new", "2014-2016"))
        blocks.append(replace(block, text=RichText(" ".join(words))))
    for _ in range(8):
        blocks.insert(chance.randrange(len(blocks)), blocks.pop(chance.randrange(len(blocks))))
    new = old.with_blocks(blocks)
    strange = old.with_blocks(replace(block, id=f"x{n}") for n, block in enumerate(blocks))
    for what, other in (("by id", new), ("without common ids", strange)):
        samples = []
        for _ in range(7):
            started = time.perf_counter()
            compare_states(old, other)
            samples.append((time.perf_counter() - started) * 1000)
        yield Figure(f"compare two 5,000-word versions, {what}", samples, bar=200)
