"""Percentages written in two ways in one sentence."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.figures.compare import read_side


class PerCentForm(SegmentCheck):
    """80 % beside 60 por ciento. Which one the house writes is the house style's matter."""

    name = "per-cent-form"
    title = N_("Per cent in two ways")
    severity = Severity.SUGGESTION

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        side = read_side(pair.target.text, context.facts.target)
        shares = [figure for figure in side.figures if figure.unit == "%" and figure.is_figures]
        first = _way(side.text, shares[0].core_end, shares[0].end) if shares else ""
        for figure in shares[1:]:
            if _way(side.text, figure.core_end, figure.end) != first:
                words = _("Percentages are written in two ways in this sentence.")
                before = side.text[shares[0].core_end : shares[0].end]
                yield self.at(pair, (figure.core_end, figure.end), words, before)


def _way(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].casefold().replace("\u00a0", " ").replace("\u202f", " ").split(" "))
