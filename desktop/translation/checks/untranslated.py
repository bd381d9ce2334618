"""A sentence without a translation."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext


class Untranslated(SegmentCheck):
    """The source says something and the target nothing, or the other way round."""

    name = "untranslated"
    title = N_("Not translated")
    severity = Severity.PROBLEM
    sees_untranslated = True

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = pair.source.text.strip(), pair.target.text.strip()
        if source and not target:
            yield self.at(pair, (0, 0), _("This sentence is not translated."), source=(0, len(pair.source.text)))
        elif target and not source:
            yield self.at(pair, (0, len(pair.target.text)), _("This translation has no sentence beside it."))
