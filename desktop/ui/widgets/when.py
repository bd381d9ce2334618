"""Dates and hours for people: relative within a week, exact in the tooltip."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QDate, QLocale

from desktop.i18n import _, interface_language


def zone_named(name: str) -> tzinfo | None:
    """The time zone of an IANA name; ``None`` (this computer's) where it is empty or unknown."""
    if not name:
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - lazy: 4 ms that a page without zones saves

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def local(at: datetime, zone: str = "") -> datetime:
    """A UTC time as the clock on the wall shows it, here or in an IANA zone."""
    return at.astimezone(zone_named(zone))


def day(at: datetime, now: datetime | None = None) -> str:
    """The day of a local time: today, yesterday, tomorrow, a weekday within a week, else the date."""
    today = (now or datetime.now(UTC)).astimezone(at.tzinfo).date()
    distance = (at.date() - today) // timedelta(days=1)
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    if distance in near:
        return near[distance]
    locale = QLocale(interface_language())
    date = QDate(at.year, at.month, at.day)
    if -7 < distance < 7:
        return locale.toString(date, "ddd d")
    return locale.toString(date, "d MMM" if at.year == today.year else "d MMM yyyy")


def day_and_time(at: datetime, zone: str = "", now: datetime | None = None) -> str:
    """``today 14:00``, ``Tue 24 09:30``, ``26 Jun 2025 14:00``; in this computer's time or an IANA zone."""
    there = local(at, zone)
    return f"{day(there, now)} {there:%H:%M}"


def exact(at: datetime, zone: str = "") -> str:
    """The whole date and time with its zone, for tooltips."""
    there = local(at, zone)
    date = QLocale(interface_language()).toString(
        QDate(there.year, there.month, there.day), QLocale.FormatType.LongFormat
    )
    return f"{date}, {there:%H:%M} {zone or there.tzname() or ''}".rstrip()
