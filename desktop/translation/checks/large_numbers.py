"""*Billion* and *billón*: a thousand million or a million million."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.figures.compare import compare
from desktop.translation.checks.figures.figure import Figure
from desktop.translation.checks.figures.tokens import written
from desktop.translation.checks.numbers import is_thousandfold, left_over, signs_of


class Billion(SegmentCheck):
    """A large number that became a thousand times as large or as small, because its word looks alike."""

    name = "billion"
    title = N_("Billion and billón between languages")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        facts = context.facts
        found = compare(pair.source.text, pair.target.text, facts.source, facts.target)
        for source, target in left_over(found):
            if source is None or target is None or not is_thousandfold(source, target):
                continue
            message = _("“{source}” is not “{target}”: the words look alike, the numbers differ by a thousand.")
            words = message.format(source=source.text, target=target.text)
            fix = self._fix(source, target, context)
            yield self.at(pair, (target.start, target.end), words, fix, source=(source.start, source.end))

    def _fix(self, source: Figure, target: Figure, context: PairContext) -> str | None:
        """The value with the target's word for it: 1.1 billones of 1.1 billion becomes 1.100 millones."""
        word = context.facts.target.text("large_number_word")
        scale = int(context.facts.target.text("large_number_scale", "0"))
        if not target.is_figures or not word or not scale or target.unit:
            return None
        figures = written(source.value / Fraction(scale), signs_of(context))
        return f"{figures} {word}" if figures else None
