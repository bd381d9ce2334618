"""An hour without the place it is meant for."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _

_NEAR = 48


class AmbiguousTime(BlockCheck):
    """Times of day with no zone and no "local time" near them."""

    name = "ambiguous-time"
    title = N_("Time without a zone")
    severity = Severity.SUGGESTION

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        zone = facts.rules.pattern("zone_words", 0)
        for match in facts.rules.pattern("clock").finditer(view.words):
            if not zone.search(view.words, match.end(), match.end() + _NEAR) and not view.is_quoted(match.start()):
                message = _("“{found}” does not say where: add the time zone, or “local time”.")
                yield self.at(view, match.span(), message.format(found=match.group().strip()))
