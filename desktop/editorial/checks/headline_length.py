"""Headlines that are too long for a subject line or a front page."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _


class HeadlineLength(BlockCheck):
    """Counts characters against the house's limit."""

    name = "headline-length"
    title = N_("Length of the headline")
    severity = Severity.SUGGESTION
    kinds = frozenset({BlockKind.HEADLINE})

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        length, most = len(view.text.strip()), facts.style.headline_max
        if most and length > most:
            message = _("The headline has {length} characters; {most} are the most here.")
            yield self.at(view, (most, len(view.text)), message.format(length=length, most=most))
