"""The bars on our own corpus: at most one false alarm per hundred clean segments, 95 % of the planted errors found."""

from __future__ import annotations

import pytest

from tests.pair_corpus import kinds, measure, texts


def test_the_corpus_is_large_enough_and_every_error_can_be_planted() -> None:
    pairs = [pair for text in texts() for pair in text.pairs]
    planted = [(pair, error) for pair in pairs for error in pair.planted]
    assert len(pairs) >= 320
    assert len(planted) >= 240
    assert {(text.source, text.target) for text in texts()} == {("en", "es"), ("es", "en")}
    for pair, error in planted:
        assert pair.broken(error) != pair.target
        assert error.kind in kinds()


@pytest.mark.parametrize("folder", ["texts", "held_out", "fresh"])
def test_the_bars_hold(folder: str) -> None:
    result = measure(folder)
    print(result.table())
    found, missed = sum(result.found.values()), sum(map(len, result.missed.values()))
    assert len(result.false_alarms) <= result.segments / 100, result.false_alarms
    assert found >= 0.95 * (found + missed), dict(result.missed)
