"""Money: amounts and their currency."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.figures.compare import Comparison, compare
from desktop.translation.checks.figures.figure import Figure
from desktop.translation.checks.figures.money import mentions
from desktop.translation.checks.numbers import is_money, is_thousandfold, left_over, number_finding


class Money(SegmentCheck):
    """An amount with another value, another currency, or without its currency; US$, USD and dólares are the same."""

    name = "money"
    title = N_("Money")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        facts = context.facts
        found = compare(pair.source.text, pair.target.text, facts.source, facts.target)
        for source, target in left_over(found):
            if (is_money(found.source, source) or is_money(found.target, target)) and not is_thousandfold(
                source, target
            ):
                yield number_finding(self, pair, context, source, target)
        yield from self._currencies(pair, found)

    def _currencies(self, pair: Pair, found: Comparison) -> Iterable[Finding]:
        answers: dict[int, list[Figure]] = {}
        for one, other in found.matched:
            answers.setdefault(id(one), []).append(other)
        there = mentions(found.target.text, found.target.rules)
        for figure in found.source.figures:
            wanted = found.source.currency(figure)
            if wanted is None or id(figure) not in answers:
                continue
            given = [(other, found.target.currency(other)) for other in answers[id(figure)]]
            named = [(other, currency) for other, currency in given if currency is not None]
            if any(currency.codes & wanted.codes for _other, currency in named):
                continue
            span = (min(figure.start, wanted.start), max(figure.end, wanted.end))
            if named:
                other, currency = named[0]
                message = _("The source says “{source}”, the translation “{target}”.")
                words = message.format(source=wanted.text, target=currency.text)
                yield self.at(pair, (currency.start, currency.end), words, source=span)
            elif not there & wanted.codes:
                words = _("The currency “{source}” is missing in the translation.").format(source=wanted.text)
                other = given[0][0]
                yield self.at(pair, (other.start, other.end), words, source=span)
