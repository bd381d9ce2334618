"""A translation made from another text than the source has now."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext


class Stale(SegmentCheck):
    """The source changed since; the grid shows what, and one key accepts the translation as it is."""

    name = "stale"
    title = N_("Out of date")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        if pair.is_stale:
            words = _("The source changed since this was translated.")
            yield self.at(pair, (0, len(pair.target.text)), words, source=(0, len(pair.source.text)))
