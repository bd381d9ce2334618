"""Dates by value: day, month, year, weekday."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.figures.compare import Comparison, compare
from desktop.translation.checks.figures.dates import Dates, Named
from desktop.translation.checks.numbers import is_date, is_money, left_over, number_finding

#: *11-S*: a day with its month's letter.
_DAY_AND_LETTER = re.compile(r"(?<!\w)\d{1,2}-[A-Z](?!\w)")


_WEEK = 7
#: What the dates are called in the rules.
_LISTS = {"months": "month_names", "weekdays": "weekday_names"}


class DateValues(SegmentCheck):
    """A date is compared by what it means: 26 May 2020 is 26 de mayo de 2020 or 26/05/2020. A weekday must fit its date."""

    name = "dates"
    title = N_("Dates")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        facts = context.facts
        found = compare(pair.source.text, pair.target.text, facts.source, facts.target)
        for source, target in left_over(found):
            is_dated = is_date(found.source, source) or is_date(found.target, target)
            if is_dated and not is_money(found.source, source) and not is_money(found.target, target):
                yield number_finding(self, pair, context, source, target)
        yield from self._names(pair, context, found, "months")
        yield from self._names(pair, context, found, "weekdays")
        yield from self._shorts(pair, found)
        yield from self._unfit_weekdays(pair, context, found)
        yield from self._wholes(pair, found)

    def _names(self, pair: Pair, context: PairContext, found: Comparison, what: str) -> Iterable[Finding]:
        source, target = found.source, found.target
        here: tuple[Named, ...] = getattr(source.dates, what)
        there: tuple[Named, ...] = getattr(target.dates, what)
        missing = _left(here, there, target.dates, what)
        extra = _left(there, here, source.dates, what)
        shared = min(len(missing), len(extra))
        for one, other in zip(missing[:shared], extra[:shared], strict=True):
            message = _("The source says “{source}”, the translation “{target}”.")
            words = message.format(source=one.text, target=other.text)
            yield self.at(pair, (other.start, other.end), words, source=(one.start, one.end))
        if missing[shared:] and not target.has_relative_time and not _DAY_AND_LETTER.search(target.text):
            for one in missing[shared:]:
                if _is_written(one, target.text, context.facts.target.words(_LISTS[what])):
                    continue
                words = _("“{source}” of the source is missing in the translation.").format(source=one.text)
                yield self.at(pair, (0, 0), words, source=(one.start, one.end))
        if extra[shared:] and not source.has_relative_time and not _DAY_AND_LETTER.search(source.text):
            for other in extra[shared:]:
                words = _("“{target}” is not in the source.").format(target=other.text)
                yield self.at(pair, (other.start, other.end), words)

    def _shorts(self, pair: Pair, found: Comparison) -> Iterable[Finding]:
        """A short date in the target that no date of the source can mean."""
        theirs = [set(short.readings) for short in found.source.dates.shorts]
        months = {month.number for month in found.source.dates.months}
        days = {value for figure in found.source.figures for value in figure.values}
        for short in found.target.dates.shorts:
            if any(theirs_ & set(short.readings) for theirs_ in theirs):
                continue
            if any(month in months and day in days for day, month, _year in short.readings):
                continue
            if not any({day, month} <= days for day, month, _year in short.readings):
                words = _("“{target}” is no date of the source.").format(target=short.text)
                yield self.at(pair, (short.start, short.end), words)
        ours = [set(short.readings) for short in found.target.dates.shorts]
        months = {month.number for month in found.target.dates.months}
        days = {value for figure in found.target.figures for value in figure.values}
        for short in found.source.dates.shorts:
            is_there = any(ours_ & set(short.readings) for ours_ in ours)
            is_written = any(month in months and day in days for day, month, _year in short.readings)
            if not is_there and not is_written and not any({d, m} <= days for d, m, _y in short.readings):
                words = _("“{source}” of the source is missing in the translation.").format(source=short.text)
                yield self.at(pair, (0, 0), words, source=(short.start, short.end))

    def _wholes(self, pair: Pair, found: Comparison) -> Iterable[Finding]:
        """Whole dates, as many on both sides, of which one differs: the day may hide behind an equal number elsewhere."""
        theirs, ours = found.source.dates.wholes, found.target.dates.wholes
        missing = [each for each in theirs if each.on not in {other.on for other in ours}]
        extra = [each for each in ours if each.on not in {other.on for other in theirs}]
        if len(theirs) == len(ours) and len(missing) == len(extra) == 1:
            one, other = missing[0], extra[0]
            words = _("The source says “{source}”, the translation “{target}”.").format(
                source=found.source.text[one.start : one.end], target=found.target.text[other.start : other.end]
            )
            yield self.at(pair, (other.start, other.end), words, source=(one.start, one.end))

    def _unfit_weekdays(self, pair: Pair, context: PairContext, found: Comparison) -> Iterable[Finding]:
        names = [name.split("|")[0] for name in context.facts.target.words("weekday_names")]
        for whole in found.target.dates.wholes:
            theirs = {each.on for each in found.source.dates.wholes}
            if theirs and whole.on not in theirs:
                continue
            if whole.weekday is None or whole.weekday.number == whole.on.weekday() or len(names) != 7:
                continue
            right = names[whole.on.weekday()]
            words = _("This day is a {weekday}.").format(weekday=right)
            given = {weekday.number for weekday in found.source.dates.weekdays}
            fix = _like(right, whole.weekday.text) if whole.on.weekday() in given else None
            yield self.at(pair, (whole.weekday.start, whole.weekday.end), words, fix)


def _is_written(named: Named, text: str, names: Sequence[str]) -> bool:
    """Whether a month or weekday is there with the wrong capital: that is for another check to tell."""
    forms = names[(named.number - 1) if len(names) > _WEEK else named.number].split("|") if names else []
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE) for form in forms)


def _like(word: str, written: str) -> str:
    return word[:1].upper() + word[1:] if written[:1].isupper() else word


def _left(here: tuple[Named, ...], there: tuple[Named, ...], dates: Dates, what: str) -> list[Named]:
    numbers = {each.number for each in there}
    if what == "months":
        numbers |= {month for short in dates.shorts for _day, month, _year in short.readings}
    return [each for each in here if each.is_sure and each.number not in numbers]
