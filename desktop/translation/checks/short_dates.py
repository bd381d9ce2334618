"""Short dates: 08/11 is August to one reader and November to another."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.figures.compare import read_side


class ShortDates(SegmentCheck):
    """A date in figures in the translation that can be read in two ways."""

    name = "short-dates"
    title = N_("Ambiguous short dates")

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        rules = context.facts.target
        for short in read_side(pair.target.text, rules).dates.shorts:
            if len(short.readings) > 1:
                one, other = (rules.date(*reading) for reading in short.readings)
                message = _("“{found}” can be {one} or {other}: write the month as a word.")
                words = message.format(found=short.text, one=one, other=other)
                yield self.at(pair, (short.start, short.end), words)
