"""The contact filter over 100,000 people, as the contact screen asks it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figure import Figure

TYPED = ("m", "ma", "mar", "maria g", "garcía", "lopez radio", "san jose", "diario", "xyzzy", "ana ma", "@", "506")


def figures() -> Iterator[Figure]:
    """Every prefix a person types, ten times over: the ids in order and the rows of the first page."""
    from desktop.app import wiring
    from desktop.domain.contact import ContactQuery
    from desktop.services.directory import contact_ids
    from tests.benchmarks.seed_scale import fill

    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "large.comunicado")
        fill(path, releases=10, contacts=100_000)
        workspace = wiring.open_existing(path)
        samples = []
        try:
            for _ in range(10):
                for text in TYPED:
                    with workspace.unit_of_work() as unit:
                        started = time.perf_counter()
                        contact_ids(unit, ContactQuery(text))
                        samples.append((time.perf_counter() - started) * 1000)
        finally:
            workspace.close()
        yield Figure("contact filter over 100,000", samples, bar=30)
