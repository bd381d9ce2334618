"""Days and hours of a calendar, across the changes of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.editorial.calendar_days import (
    at_noon,
    bounds,
    month_days,
    month_on,
    moved_by_days,
    week_days,
    week_start,
    zone_or_utc,
)

MADRID, NEW_YORK, MANAGUA = "Europe/Madrid", "America/New_York", "America/Managua"
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
WEEKDAYS = st.integers(1, 7)


@given(DAYS, WEEKDAYS)
def test_a_month_shows_whole_weeks_with_all_its_days(day: date, first: int) -> None:
    shown = month_days(day, first)
    assert len(shown) == 42
    assert shown[0].isoweekday() == first
    assert {shown[0] + timedelta(days=n) for n in range(42)} == set(shown)
    assert all(each in shown for each in (day, day.replace(day=1), month_on(day.replace(day=1), 1) - timedelta(days=1)))


@given(DAYS, WEEKDAYS)
def test_a_week_begins_where_the_language_says_and_holds_the_day(day: date, first: int) -> None:
    shown = week_days(day, first)
    assert shown[0] == week_start(day, first)
    assert shown[0].isoweekday() == first
    assert day in shown


def test_a_month_on_stays_at_the_end_of_shorter_months() -> None:
    assert month_on(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert month_on(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert month_on(date(2026, 1, 15), -1) == date(2025, 12, 15)
    assert month_on(date(2026, 12, 31), 2) == date(2027, 2, 28)


def test_the_days_of_the_change_have_23_and_25_hours() -> None:
    spring, autumn = date(2026, 3, 29), date(2026, 10, 25)
    zone = ZoneInfo(MADRID)
    lengths = [end - start for start, end in (bounds(d, d, zone) for d in (spring, autumn, date(2026, 5, 26)))]
    assert lengths == [timedelta(hours=23), timedelta(hours=25), timedelta(hours=24)]
    assert bounds(spring, spring, zone)[0] == datetime(2026, 3, 28, 23, tzinfo=UTC)


@given(DAYS, st.integers(0, 60), st.sampled_from((MADRID, NEW_YORK, MANAGUA, "Asia/Kathmandu")))
def test_days_follow_each_other_without_a_hole(day: date, more: int, name: str) -> None:
    zone = ZoneInfo(name)
    last = day + timedelta(days=more)
    assert bounds(day, last, zone)[1] == bounds(last + timedelta(days=1), last + timedelta(days=1), zone)[0]


@pytest.mark.parametrize("name", [MADRID, NEW_YORK, MANAGUA])
def test_ten_o_clock_stays_ten_o_clock(name: str) -> None:
    zone = ZoneInfo(name)
    at = datetime(2026, 3, 1, 10, tzinfo=zone).astimezone(UTC)
    for days in (1, 7, 30, 240):
        local = moved_by_days(at, name, days).astimezone(zone)
        assert (local.hour, local.minute) == (10, 0)
        assert local.date() == date(2026, 3, 1) + timedelta(days=days)


def test_an_hour_that_the_clock_jumps_over_is_the_first_one_after() -> None:
    at = datetime(2026, 3, 28, 2, 30, tzinfo=ZoneInfo(MADRID)).astimezone(UTC)
    assert moved_by_days(at, MADRID, 1).astimezone(ZoneInfo(MADRID)).hour == 3


@given(st.integers(0, 400_000), st.integers(-400, 400), st.sampled_from((MANAGUA, "UTC", "Asia/Kathmandu")))
def test_where_the_clock_never_changes_there_and_back_is_nothing(hours: int, days: int, name: str) -> None:
    at = datetime(2012, 1, 1, tzinfo=UTC) + timedelta(hours=hours)  # Managua tried summer time until 2006
    there = moved_by_days(at, name, days)
    assert there - at == timedelta(days=days)
    assert moved_by_days(there, name, -days) == at


def test_unknown_zones_are_utc() -> None:
    assert zone_or_utc("Mars/Olympus").key == zone_or_utc("").key == "UTC"
    assert at_noon(date(2026, 6, 26), MANAGUA) == datetime(2026, 6, 26, 18, tzinfo=UTC)
