"""Shares of a hundred: per cent, percentage points, or neither."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.figures.compare import compare
from desktop.translation.checks.figures.figure import Figure, Weight


class Percentages(SegmentCheck):
    """A number that is a percentage on one side only, or per cent here and percentage points there."""

    name = "percentages"
    title = N_("Percentages")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        facts = context.facts
        found = compare(pair.source.text, pair.target.text, facts.source, facts.target)
        for source in found.source.figures:
            answers = [other for one, other in found.matched if one is source]
            if source.unit in ("%", "pp") and answers and not any(_fits(source, a) for a in answers):
                message = _("“{source}” of the source is “{target}” here.")
                words = message.format(source=source.text + _sign(source), target=answers[0].text + _sign(answers[0]))
                span = (answers[0].start, answers[0].end)
                yield self.at(pair, span, words, source=(source.start, source.end))
        for target in found.target.figures:
            asked = [one for one, other in found.matched if other is target]
            if target.unit in ("%", "pp") and asked and not any(one.unit or _is_share(one) for one in asked):
                message = _("“{source}” of the source is “{target}” here.")
                words = message.format(source=asked[0].text, target=target.text + _sign(target))
                yield self.at(pair, (target.start, target.end), words, source=(asked[0].start, asked[0].end))


def _sign(figure: Figure) -> str:
    return {"%": " %", "pp": " p.p."}.get(figure.unit, "")


def _is_share(figure: Figure) -> bool:
    return figure.weight is Weight.FAINT or (figure.value.denominator > 1 and not figure.is_figures)


def _fits(source: Figure, target: Figure) -> bool:
    return source.unit == target.unit.strip("()") or _is_share(target) or (target.unit == "%" and _is_share(source))
