"""Days, weeks and hours of a calendar, right across the changes of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

#: A month is always drawn in so many weeks, so that nothing jumps from one month to the next.
WEEKS = 6


def zone_or_utc(name: str) -> ZoneInfo:
    """An IANA zone; UTC where the name is empty or unknown."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def week_start(day: date, first_weekday: int) -> date:
    """The first day of a day's week; ``first_weekday`` is 1 (Monday) to 7 (Sunday)."""
    return day - timedelta(days=(day.isoweekday() - first_weekday) % 7)


def month_days(day: date, first_weekday: int) -> tuple[date, ...]:
    """The days that a month's page shows: whole weeks, from the one with the first of the month."""
    start = week_start(day.replace(day=1), first_weekday)
    return tuple(start + timedelta(days=number) for number in range(7 * WEEKS))


def week_days(day: date, first_weekday: int) -> tuple[date, ...]:
    """The seven days of a day's week."""
    start = week_start(day, first_weekday)
    return tuple(start + timedelta(days=number) for number in range(7))


def month_on(day: date, months: int) -> date:
    """The same day some months later or earlier; the last day where that month is shorter."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def bounds(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """``[start, end)`` in UTC of the days from ``first`` to ``last`` in a zone: 23, 24 or 25 hours each."""
    start = datetime.combine(first, time(), zone)
    end = datetime.combine(last + timedelta(days=1), time(), zone)
    return start.astimezone(UTC), end.astimezone(UTC)


def moved_by_days(at: datetime, zone_name: str, days: int) -> datetime:
    """An hour some days later by the clock on its own zone's wall: 10:00 stays 10:00 when the clock changes.

    An hour that the clock jumps over that day is the first one after the jump.
    """
    zone = zone_or_utc(zone_name)
    local = at.astimezone(zone)
    wall = datetime.combine(local.date() + timedelta(days=days), local.time().replace(fold=0), zone)
    return wall.astimezone(UTC)


def at_noon(day: date, zone_name: str) -> datetime:
    """Noon of a day in a zone, in UTC."""
    return datetime.combine(day, time(12), zone_or_utc(zone_name)).astimezone(UTC)
