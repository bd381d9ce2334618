"""Times in words: relative within a week, exact on hover."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from desktop.domain.release import Release
from desktop.i18n import _, interface_language


def _locale() -> QLocale:
    return QLocale(interface_language())


def in_words(at: datetime, now: datetime | None = None) -> tuple[str, str]:
    """``(short, exact)`` in this machine's zone: ``today 10:42``, ``Tue 14:00``, else the date."""
    local, today = at.astimezone(), (now or datetime.now(UTC)).astimezone()
    clock = local.strftime("%H:%M")
    exact = _locale().toString(_qt(local), QLocale.FormatType.LongFormat)
    days = (today.date() - local.date()).days
    if days == 0:
        return _("today {time}").format(time=clock), exact
    if days == 1:
        return _("yesterday {time}").format(time=clock), exact
    if 0 < days < 7:
        day = _locale().dayName(local.isoweekday(), QLocale.FormatType.ShortFormat)
        return f"{day} {clock}", exact
    return _locale().toString(_qt(local).date(), "d MMM yyyy"), exact


def _qt(local: datetime) -> QDateTime:
    return QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))


def embargo_words(release: Release) -> str:
    """The embargo in words, in its own zone."""
    if release.embargo_at is None:
        return _("For immediate release")
    local = release.embargo_at.astimezone(ZoneInfo(release.embargo_zone or "UTC"))
    is_this_year = local.year == datetime.now(UTC).year
    day = _locale().toString(_qt(local).date(), "d MMM" if is_this_year else "d MMM yyyy")
    place = (release.embargo_zone or "UTC").rsplit("/", 1)[-1].replace("_", " ")
    return _("Embargo {day}, {time} {place}").format(day=day, time=local.strftime("%H:%M"), place=place)
