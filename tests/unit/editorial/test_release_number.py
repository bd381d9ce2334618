"""Release numbers by pattern."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import BadInputError
from desktop.editorial.release_number import (
    USUAL_PATTERN,
    check_pattern,
    counting_scope,
    type_code,
    write_release_number,
)

ON = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (USUAL_PATTERN, "PR-2026-014"),
        ("{year}/{number}", "2026/14"),
        ("OIM {number:05} ({month}/{year})", "OIM 00014 (03/2026)"),
        ("{number:3}", "014"),
        ("N.º {number}", "N.º 14"),
    ],
)
def test_a_pattern_writes_a_number(pattern, wanted):
    check_pattern(pattern)
    assert write_release_number(pattern, type_="press-release", on=ON, number=14) == wanted


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "{year}",
        "{number}{number:02}",
        "{number",
        "number}",
        "{number.__class__}",
        "{0}",
        "{number:03d}",
        "{number!r}",
    ],
)
def test_what_cannot_number_anything_is_refused(pattern):
    with pytest.raises(BadInputError):
        check_pattern(pattern)


def test_a_count_is_shared_by_what_differs_in_nothing_else():
    scope = counting_scope(USUAL_PATTERN, type_="press-release", on=ON)
    assert scope == "PR-2026-#"
    assert counting_scope(USUAL_PATTERN, type_="statement", on=ON) != scope
    assert counting_scope(USUAL_PATTERN, type_="press-release", on=date(2027, 1, 1)) != scope
    assert counting_scope("{number}", type_="x", on=ON) == counting_scope("{number}", type_="y", on=date(2030, 1, 1))


@pytest.mark.parametrize(
    ("name", "code"), [("press-release", "PR"), ("statement", "ST"), ("", "R"), ("año-nuevo", "AN")]
)
def test_a_kinds_code(name, code):
    assert type_code(name) == code


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_two_counts_never_give_one_number(one, other):
    written = {write_release_number(USUAL_PATTERN, type_="press-release", on=ON, number=n) for n in (one, other)}
    assert len(written) == len({one, other})
