"""Times of the day by value, and their zones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.figures.clock import Time, read_zones
from desktop.translation.checks.figures.compare import Side, minutes_of, read_side
from desktop.translation.checks.figures.figure import Weight


class Times(SegmentCheck):
    """3 p.m. is 15.00, 15:00 h, 3 de la tarde; UTC and GMT are the same."""

    name = "times"
    title = N_("Times")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source = read_side(pair.source.text, context.facts.source)
        target = read_side(pair.target.text, context.facts.target)
        missing, extra = _left(source.times, target), _left(target.times, source)
        shared = min(len(missing), len(extra))
        for one, other in zip(missing, extra, strict=False):
            message = _("The source says “{source}”, the translation “{target}”.")
            words = message.format(source=one.text, target=other.text)
            yield self.at(pair, (other.start, other.end), words, source=(one.start, one.end))
        for one in missing[shared:]:
            words = _("“{source}” of the source is missing in the translation.").format(source=one.text)
            yield self.at(pair, (0, 0), words, source=(one.start, one.end))
        for other in extra[shared:]:
            words = _("“{target}” is not in the source.").format(target=other.text)
            yield self.at(pair, (other.start, other.end), words)
        gone, new = read_zones(source.text) - read_zones(target.text), read_zones(target.text) - read_zones(source.text)
        if gone and new:
            message = _("The source says “{source}”, the translation “{target}”.")
            words = message.format(source=", ".join(sorted(gone)), target=", ".join(sorted(new)))
            at = max(0, target.text.find(min(new)))
            yield self.at(pair, (at, at + len(min(new))), words)


def _left(times: Sequence[Time], other: Side) -> list[Time]:
    """Times that the other side has neither as a time nor as plain numbers."""
    numbers = {value for figure in other.figures if figure.weight > Weight.FAINT for value in figure.values}
    dotted = {minute for figure in other.figures for minute in minutes_of(figure)}
    return [
        time
        for time in times
        if not time.minutes & dotted
        and not any(time.minutes & each.minutes for each in other.times)
        and not time.numbers & numbers
    ]
