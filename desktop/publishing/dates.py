"""Dates, zones and language names in a document's own language, through Babel."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_timezone_location

#: Which country's habit a bare language follows: day before month, as the United Nations write.
_USUAL = {"en": "en_GB"}


@cache
def _locale(language: str) -> Locale:
    tag = _USUAL.get(language.lower(), language)
    for candidate in (tag, language.split("-", 1)[0]):
        try:
            return Locale.parse(candidate.replace("-", "_"))
        except (ValueError, UnknownLocaleError):
            continue
    return Locale.parse("en_GB")


def long_date(on: date, language: str) -> str:
    """``26 June 2026``, ``26 de junio de 2026``."""
    return format_date(on, "long", locale=_locale(language))


def local_moment(at: datetime, zone: str) -> datetime:
    """The moment in its zone; in UTC where the zone is empty or unknown."""
    return at.astimezone(_zone(zone))


def moment(at: datetime, zone: str, language: str) -> tuple[str, str]:
    """Date with time, and the zone by its city: ``("26 June 2026, 14:00", "Managua, UTC-6")``."""
    local = local_moment(at, zone)
    when = f"{long_date(local.date(), language)}, {local:%H:%M}"
    return when, _zone_label(local, zone, language)


def language_name(tag: str, language: str) -> str:
    """The name of the language ``tag`` in ``language``, beginning with a capital; the tag itself if unknown."""
    try:
        name = Locale.parse(tag.replace("-", "_")).get_display_name(_locale(language))
    except (ValueError, UnknownLocaleError):
        name = None
    return (name[:1].upper() + name[1:]) if name else tag


def _zone(name: str) -> tzinfo:
    if name:
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            pass
    return UTC


def _zone_label(local: datetime, name: str, language: str) -> str:
    offset = local.utcoffset()
    minutes = round(offset.total_seconds() / 60) if offset else 0
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    utc = f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"
    if not isinstance(local.tzinfo, ZoneInfo) or "/" not in name or name.startswith("Etc/"):
        return utc
    city = get_timezone_location(local.tzinfo, locale=_locale(language), return_city=True)
    return f"{city}, {utc}"
