"""The bars of the checks: at most one false alarm per 100 clean pairs, 95 % of the planted errors found by their check.

``clean-*.tsv``: source, target. ``planted-*.tsv``: check, source, target with one error. Written in batches; each was
measured before anything was changed because of it (see the issue's closing note).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.translation.checks.context import Pair
from tests.unit.translation.checks.bench import FIGURES, TEXTS, check, check_pairs, facts, names

CLEAN = sorted(TEXTS.glob("clean-*.tsv"))
PLANTED = sorted(TEXTS.glob("planted-*.tsv"))


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()]


def _languages(path: Path) -> tuple[str, str]:
    source, _dash, target = path.name.split(".")[1].partition("-")
    return source, target


def test_clean_pairs_raise_at_most_one_false_alarm_in_a_hundred() -> None:
    alarms, count = [], 0
    for path in CLEAN:
        pairs = [Pair.of_lines(number, *row) for number, row in enumerate(_rows(path), 1)]
        count += len(pairs)
        alarms += [f"{path.name}:{each.block_id} {each}" for each in check_pairs(pairs, facts(*_languages(path)))]
    assert count >= 350
    assert len(alarms) <= count / 100, "\n".join(alarms)


def test_planted_errors_are_found_by_the_check_of_their_kind() -> None:
    rows = [(row, _languages(path)) for path in PLANTED for row in _rows(path)]
    missed = [row for row, languages in rows if row[0] not in names(check(row[1], row[2], languages))]
    assert len(rows) >= 150
    assert len(missed) <= len(rows) / 20, missed


@pytest.mark.parametrize("name", sorted(each.name for each in FIGURES))
def test_every_check_has_planted_errors(name: str) -> None:
    needs_segments = {"stale", "unedited-fuzzy", "memory-consistency", "consistency", "same-translation"}
    assert name in needs_segments or any(row[0] == name for path in PLANTED for row in _rows(path))
