"""Dates: whole ones, ranges, months with a year, months and weekdays alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from desktop.domain.document import Block
from desktop.editorial.reuse.found import Candidate, GapKind, Reading
from desktop.editorial.reuse.words.table import Words, any_of
from desktop.editorial.written_values import write_date

_DAY, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)", r"(?:19|20)\d{2}(?!\d)"
_NUMERIC = re.compile(
    r"(?<![\w/.,-])(?:(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|[12]\d|3[01])\1(?:(?:19|20)\d{2}|\d{2}))(?![\w/-]|\.\d)"
)


@dataclass(frozen=True)
class _Patterns:
    whole: re.Pattern[str]
    months_alone: re.Pattern[str]
    weekdays: re.Pattern[str]
    month_numbers: dict[str, int]


def named(pattern: str, words: Words) -> str:
    """A table's pattern with its ``{month}``, ``{weekday}``, ``{day}`` and ``{year}`` filled in."""
    short = any_of([name for names in words.months for name in names[1:]])
    months = rf"(?:{any_of([names[0] for names in words.months])}|{short}\.?)(?!\w)"
    days = any_of(list(words.weekdays)) + r"(?!\w)"
    for name, value in (("{month}", months), ("{weekday}", days), ("{day}", _DAY), ("{year}", _YEAR)):
        pattern = pattern.replace(name, value)
    return pattern


@cache
def _patterns(language: str) -> _Patterns:
    from desktop.editorial.reuse.words.table import words_of  # noqa: PLC0415 - lazy: cached by language, not by table

    words = words_of(language)
    flags = re.IGNORECASE if not words.are_names_capital else re.NOFLAG
    full = any_of([names[0] for names in words.months])
    lead = rf"(?:{words.month_leads})\s?" if words.month_leads else "(?!)"
    before = rf"\b(?:{words.weekday_leads})\s" if words.weekday_leads else r"(?<!\w)"
    return _Patterns(
        re.compile("|".join(rf"(?<![\w/.,-])(?:{named(each, words)})" for each in words.dates) or "(?!)", flags),
        re.compile(rf"(?i:\b{lead})(?P<it>{full})(?!\w)(?!\s\d)", flags),
        re.compile(rf"{before}(?P<it>{any_of(list(words.weekdays))})(?!\w)", flags),
        {name.casefold(): number for number, names in enumerate(words.months, 1) for name in names},
    )


def find_dates(block: Block, reading: Reading) -> Iterator[Candidate]:
    """See the module. A whole date without a year and the same date with one are the same thing."""
    text, patterns = block.text.text, _patterns(reading.language)
    today = reading.today.isoformat()
    for match in patterns.whole.finditer(text):
        value = date_value(match.group(), reading.language)
        is_release_day = block.attr("date") != "" and block.attr("date") == value
        suggestion = write_date(reading.today, reading.language) if is_release_day else ""
        yield Candidate(*match.span(), GapKind.DATE, value, _key(value), suggestion)
    for match in _NUMERIC.finditer(text):
        yield Candidate(
            *match.span(), GapKind.DATE, match.group(), match.group(), today if "-" in match.group()[4:5] else ""
        )
    for pattern in (patterns.months_alone, patterns.weekdays):
        for match in pattern.finditer(text):
            word = match["it"]
            yield Candidate(*match.span("it"), GapKind.DATE, word.casefold(), word.casefold())


def date_value(written: str, language: str) -> str:
    """A date in words as ``2020-05-26``; ``2020-06-24/26`` for a range, parts that are not said left out.

    The form is the same in every language, so that a date and its translation have one value.
    """
    numbers = _patterns(language).month_numbers
    months, days, year = [], [], ""
    for token in re.findall(r"[^\W\d_]+|\d+", written):
        if token.isdigit():
            if len(token) == 4:
                year = token
            else:
                days.append(f"{int(token):02}")
        elif token.casefold() in numbers:
            months.append(f"{numbers[token.casefold()]:02}")
        elif token.casefold() == "primero":
            days.append("01")
    if len(months) == 2 and len(days) == 2:
        days, months = [f"{months[0]}-{days[0]}", f"{months[1]}-{days[1]}"], []
    return "-".join(part for part in (year, *months, "/".join(days)) if part)


def _key(value: str) -> str:
    """Dates of one day are one thing whether or not the year stands with them."""
    return value[5:] if re.match(r"\d{4}-\d\d-\d\d", value) else value


def written_like(on: date, old: str, language: str) -> str:
    """A whole date as the text wrote the old one: month first or day first, with or without the year."""
    month_first = re.match(r"[^\W\d_]+\.?\s\d", old) is not None
    written = write_date(on, "en-US" if month_first and language.startswith("en") else language)
    if not re.search(r"\d{4}", old):
        written = re.sub(r",?\s(?:de\s)?\d{4}$", "", written)
    return written
