"""The bars for finding duplicates, on a made directory; the confusion table is printed (run with ``-s``)."""

from __future__ import annotations

from collections import Counter

import pytest

from desktop.contacts.duplicates.finding import find_duplicates
from tests.unit.contacts.duplicates.planted import make_directory


@pytest.mark.parametrize("seed", [1])
def test_planted_duplicates_are_found_and_look_alikes_left_alone(seed: int) -> None:
    made = make_directory(seed)
    found = {frozenset((pair.a.id, pair.b.id)) for pair in find_duplicates(made.people)}
    planted, hits = (
        Counter(made.duplicates.values()),
        Counter(made.duplicates[pair] for pair in found & set(made.duplicates)),
    )
    alike, taken = (
        Counter(made.look_alikes.values()),
        Counter(made.look_alikes[p] for p in found & set(made.look_alikes)),
    )
    print(f"\n{'kind':52} found of")
    for kind, total in planted.items():
        print(f"{kind:52} {hits[kind]:5} {total:4}")
    for kind, total in alike.items():
        print(f"not: {kind:47} {taken[kind]:5} {total:4}")
    assert len(made.people) >= 5000
    assert len(planted) >= 8
    assert sum(planted.values()) >= 400
    assert sum(alike.values()) >= 100
    assert sum(hits.values()) / sum(planted.values()) >= 0.95
    assert len(found & set(made.duplicates)) / len(found) >= 0.98
