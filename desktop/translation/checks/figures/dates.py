"""Months, weekdays, short dates and whole dates of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from desktop.translation.checks.ports import Rules

_SHORT = re.compile(r"(?<![\w/.,\-–+])(\d{1,2})(?P<sep>[/.\-])(\d{1,2})(?:(?P=sep)(\d{4}|\d{2}))?(?![\w/\-–]|[.,]\d)")
_ISO = re.compile(r"(?<![\w-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
_FRACTIONS = frozenset({2, 3, 4, 5, 8, 10})


@dataclass(frozen=True, slots=True)
class Named:
    """A month (1–12) or a weekday (0 is Monday) named at ``[start, end)``."""

    number: int
    start: int
    end: int
    text: str
    #: Whether it is surely one: *May*, *Domingo* can be something else, and then answer a date but ask for none.
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Short:
    """A date in figures; ``readings`` are (day, month, year or 0)."""

    start: int
    end: int
    text: str
    readings: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A date with its year in words, perhaps with its weekday."""

    start: int
    end: int
    on: date
    weekday: Named | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """All of them, and the text with short dates masked."""

    months: tuple[Named, ...]
    weekdays: tuple[Named, ...]
    shorts: tuple[Short, ...]
    wholes: tuple[Whole, ...]
    masked: str


@dataclass(frozen=True, eq=False)
class _Words:
    months: re.Pattern[str]
    month_numbers: dict[str, int]
    leads: re.Pattern[str]
    doubtful: frozenset[str]
    weekdays: re.Pattern[str]
    weekday_numbers: dict[str, int]
    wholes: tuple[re.Pattern[str], ...]
    short_ok: frozenset[str]


@lru_cache(maxsize=16)
def _words(rules: Rules) -> _Words:
    months, weekdays = _numbered(rules.words("month_names")), _numbered(rules.words("weekday_names"))
    month = "|".join(re.escape(name.rstrip(".")) for name in sorted(months, key=len, reverse=True)) or "(?!)"
    weekday = "|".join(re.escape(name.rstrip(".")) for name in sorted(weekdays, key=len, reverse=True)) or "(?!)"
    front = rules.text("weekday_before_date", "(?!)").replace("{weekday}", weekday)
    shapes = tuple(
        re.compile(rf"(?:(?<!\w){front})?(?<!\w){shape.replace('{month}', month)}(?!\w)", re.IGNORECASE)
        for shape in rules.words("date_shapes")
    )
    leads = "|".join(re.escape(word) for word in sorted(rules.words("month_leads"), key=len, reverse=True))
    return _Words(
        _any(months, has_capitals=rules.text("months_have_capitals") == "yes"),
        {name.rstrip(".").casefold(): number + 1 for name, number in months.items()},
        re.compile(rf"(?<!\w)(?:{leads or '(?!)'})[\s-]*$", re.IGNORECASE),
        frozenset(rules.words("month_doubtful")),
        _any(weekdays, has_capitals=rules.text("weekdays_have_capitals") == "yes"),
        {name.rstrip(".").casefold(): number for name, number in weekdays.items()},
        shapes,
        frozenset(rules.words("short_date_ok")),
    )


def _numbered(names: tuple[str, ...]) -> dict[str, int]:
    return {name: number for number, each in enumerate(names) for name in each.split("|")}


def _any(names: dict[str, int], *, has_capitals: bool) -> re.Pattern[str]:
    """The names as they are written: with a capital where the language has it, else with a small letter or in capitals."""
    forms = [form for name in names for form in ([name, name.upper()] if has_capitals else [name, name.capitalize()])]
    ordered = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ordered})(?!\w)" if ordered else "(?!)")


@lru_cache(maxsize=8_192)
def read_dates(text: str, rules: Rules) -> Dates:
    """The dates of a text whose addresses are masked already."""
    words = _words(rules)
    shorts = tuple(_shorts(text, words))
    masked = text
    for each in shorts:
        masked = masked[: each.start] + "\ufffc" * (each.end - each.start) + masked[each.end :]
    months = tuple(
        Named(
            words.month_numbers[m.group().rstrip(".").casefold()],
            m.start(),
            m.end(),
            m.group(),
            _is_month(masked, m, words),
        )
        for m in words.months.finditer(masked)
    )
    weekdays = tuple(
        Named(
            words.weekday_numbers[m.group().rstrip(".").casefold()],
            m.start(),
            m.end(),
            m.group(),
            not _is_name(masked, m.span(), rules),
        )
        for m in words.weekdays.finditer(masked)
    )
    return Dates(months, weekdays, shorts, tuple(_wholes(masked, words, rules)), masked)


def _is_month(text: str, match: re.Match[str], words: _Words) -> bool:
    if match.group() not in words.doubtful:
        return True
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 8]
    if re.search(r"\d(?:st|nd|rd|th|º)?\s(?:de\s|of\s)?$", before) or re.match(r"\.?,?\s\d", after):
        return True
    return words.leads.search(before) is not None and re.match(r"\s[A-Z]|[’']", after) is None


def _is_name(text: str, span: tuple[int, int], rules: Rules) -> bool:
    """Whether a weekday with a capital, in a language that has small ones, is somebody's name (*Santo Domingo*)."""
    start, end = span
    if rules.text("weekdays_have_capitals") == "yes" or text[start].islower():
        return False
    if re.search(r":\s*$", text[:start]):
        return False
    return bool(text[:start].strip(' “«"(¿¡')) or re.match(r"\s[A-ZÀ-Þ]", text[end:]) is not None


def _shorts(text: str, words: _Words) -> list[Short]:
    found = []
    for match in _ISO.finditer(text):
        year, month, day = (int(part) for part in match.groups())
        if 1 <= month <= 12 and 1 <= day <= 31:
            found.append(Short(match.start(), match.end(), match.group(), ((day, month, year),)))
    for match in _SHORT.finditer(text):
        first, second = int(match[1]), int(match[3])
        if match.group() in words.short_ok or not _is_date(match, first, second):
            continue
        year = 0 if not match[4] else int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4])
        readings = [(first, second, year)] if second <= 12 else []
        readings += [(second, first, year)] if first <= 12 and first != second else []
        found.append(Short(match.start(), match.end(), match.group(), tuple(readings)))
    return sorted(found, key=lambda each: each.start)


def _is_date(match: re.Match[str], first: int, second: int) -> bool:
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return False
    if match[4]:
        return match["sep"] == "/" or len(match[4]) == 4
    is_padded = match[1].startswith("0") or match[3].startswith("0")
    return match["sep"] == "/" and (is_padded or not (first < second and second in _FRACTIONS))


def _wholes(text: str, words: _Words, rules: Rules) -> list[Whole]:
    found = []
    for pattern in words.wholes:
        for match in pattern.finditer(text):
            month = words.month_numbers[match["month"].casefold()]
            try:
                on = date(int(match["year"]), month, int(match["day"]))
            except ValueError:
                continue
            named = None
            if match["weekday"] and not _is_name(text, match.span("weekday"), rules):
                number = words.weekday_numbers[match["weekday"].casefold()]
                named = Named(number, *match.span("weekday"), match["weekday"])
            found.append(Whole(match.start(), match.end(), on, named))
    return found
