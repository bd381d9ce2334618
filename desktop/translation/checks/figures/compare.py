"""Both sides of a pair read and compared: which numbers answer which, and which are left over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from desktop.translation.checks.figures.clock import Time, read_times
from desktop.translation.checks.figures.contacts import Contacts, read_contacts
from desktop.translation.checks.figures.dates import Dates, read_dates
from desktop.translation.checks.figures.figure import Figure, Weight
from desktop.translation.checks.figures.money import Currency, currency_of
from desktop.translation.checks.figures.reading import read_figures
from desktop.translation.checks.ports import Rules

#: What may stand between a month and its day or year: «26 y 27 de mayo», “May 26, 2020”.
_BESIDE = re.compile(
    r"\.?,?\s(?:(?:del?|of|the|y|e|and|to|al?|el|du|et|au|–|-)\s|\d{1,2}(?:st|nd|rd|th|[º°])?,?[\s–-])*|[–-]"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One language's text with everything in it that is a figure; all positions are in ``text``."""

    text: str
    rules: Rules
    contacts: Contacts
    dates: Dates
    times: tuple[Time, ...]
    masked: str
    figures: tuple[Figure, ...]

    def currency(self, figure: Figure) -> Currency | None:
        """The currency of an amount."""
        return currency_of(figure, self.text, self.rules)

    def is_dated(self, figure: Figure) -> bool:
        """Whether a number is the day or year of a date: a month is beside it."""
        return any(
            _BESIDE.fullmatch(self.text[figure.end : month.start] if figure.end <= month.start else "no")
            or _BESIDE.fullmatch(self.text[month.end : figure.start] if month.end <= figure.start else "no")
            for month in self.dates.months
            if month.is_sure
        )

    @property
    def has_relative_time(self) -> bool:
        """Whether it says *last year*, *hoy*, *ago*."""
        return self.rules.any_of("relative_words").search(self.text) is not None or (
            re.search(rf"(?<!\w)(?:{self.rules.text('relative', '(?!)')})(?!\w)", self.text, re.IGNORECASE) is not None
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """``missing``: numbers of the source that nothing answers; ``extra``: numbers of the target that nothing asked for.

    ``matched`` are the pairs that answer each other, a target's number more than once if it answers several.
    """

    source: Side
    target: Side
    missing: tuple[Figure, ...]
    extra: tuple[Figure, ...]
    matched: tuple[tuple[Figure, Figure], ...]


@lru_cache(maxsize=8_192)
def read_side(text: str, rules: Rules) -> Side:
    """Everything that is a figure in a text."""
    contacts = read_contacts(text)
    dates = read_dates(contacts.masked, rules)
    times, masked = read_times(dates.masked, rules)
    return Side(text, rules, contacts, dates, times, masked, read_figures(masked, rules))


@lru_cache(maxsize=4_096)
def compare(source_text: str, target_text: str, source_rules: Rules, target_rules: Rules) -> Comparison:
    """Match the numbers of a pair by value."""
    source, target = read_side(source_text, source_rules), read_side(target_text, target_rules)
    missing: list[Figure] = []
    matched: list[tuple[Figure, Figure]] = []
    for figure in source.figures:
        answers = [other for other in target.figures if figure.may_be(other)]
        matched.extend((figure, other) for other in answers)
        if not answers and figure.weight > Weight.FAINT and not _is_elsewhere(figure, target):
            missing.append(figure)
    asked = {id(other) for _, other in matched}
    extra = [
        figure
        for figure in target.figures
        if id(figure) not in asked and figure.weight > Weight.FAINT and not _is_elsewhere(figure, source)
    ]
    if not (_of_dates(missing, source) and _of_dates(extra, target)):
        missing, extra = _without_dissolved(missing, source, target), _without_dissolved(extra, target, source)
    missing, extra = _without_near(missing, extra), _without_near(extra, missing)
    missing = _without_second_units(missing, source)
    return Comparison(source, target, tuple(missing), tuple(extra), tuple(matched))


def _is_elsewhere(figure: Figure, other: Side) -> bool:
    """Whether the other side has the number inside a time, a short date, an address, or as a month's name."""
    values = set(figure.values)
    as_time = minutes_of(figure)
    if any(values & set(time.numbers) or as_time & time.minutes for time in other.times):
        return True
    if any(values & set(reading) for short in other.dates.shorts for reading in short.readings):
        return True
    if figure.value <= 12 and any(figure.value == month.number for month in other.dates.months):
        return True
    if any(_is_share_of(figure, each) or _is_share_of(each, figure) for each in other.figures):
        return True
    if not figure.is_figures:
        return False
    digits = re.sub(r"\D", "", figure.text)
    addresses = (*other.contacts.urls, *other.contacts.emails, *other.contacts.phones)
    return any(digits in re.sub(r"\D", " ", address.text).split() or digits in address.key for address in addresses)


def _is_share_of(share: Figure, whole: Figure) -> bool:
    """*a third* and the *three* of *one in three*."""
    return share.unit == "/" and whole.value == share.value.denominator and whole.value.denominator == 1


def minutes_of(figure: Figure) -> frozenset[int]:
    """The minutes of the day that figures such as 9.30 can mean; empty for others."""
    match = re.fullmatch(r"([01]?\d|2[0-3])[.,]([0-5]\d)", figure.text)
    at = int(match[1]) * 60 + int(match[2]) if match else -1
    return frozenset({at, (at + 720) % 1440}) if match else frozenset()


def _without_dissolved(left: list[Figure], mine: Side, other: Side) -> list[Figure]:
    """Without years and days that the other side says relatively (*last year*)."""
    if not left or not other.has_relative_time:
        return left
    dated = _of_dates(left, mine)
    return [figure for figure in left if figure not in dated]


def _of_dates(left: list[Figure], mine: Side) -> list[Figure]:
    """Years, and numbers beside a month."""
    return [f for f in left if (1900 <= f.value <= 2100 and f.text.isdecimal()) or mine.is_dated(f)]


def _without_near(left: list[Figure], others: list[Figure]) -> list[Figure]:
    """Without amounts that were converted to another unit: 100 miles are about 160 kilometres."""
    converted = [figure for figure in others if len(figure.values) > 1]
    return [
        figure
        for figure in left
        if not any(_is_near(figure.value, value) for other in converted for value in other.values[1:])
        and not any(_is_near(other.value, value) for other in others for value in figure.values[1:])
    ]


def _without_second_units(left: list[Figure], side: Side) -> list[Figure]:
    """Without amounts that the same side says again in another unit: 240 km/h (150 mph)."""
    return [
        figure
        for figure in left
        if not any(
            _is_near(each.value, value)
            for each in side.figures
            if each is not figure and each.weight is Weight.FIRM
            for value in figure.values[1:]
        )
    ]


def _is_near(one: Fraction, other: Fraction) -> bool:
    return other.denominator > 1 and one > 4 and abs(one - other) <= other / 25
