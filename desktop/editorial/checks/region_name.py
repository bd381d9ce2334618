"""Names of regions whose parts do not fit together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.editorial.checks.hazards import hazards_in
from desktop.editorial.checks.rules import any_word
from desktop.i18n import N_, _


class RegionName(BlockCheck):
    """An adjective (*North American*) beside ``and the`` with a region wants the noun; and each language's own slips."""

    name = "region-name"
    title = N_("Names of regions")
    severity = Severity.PROBLEM

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        nouns, joined = facts.rules.table("region_nouns"), facts.rules.text("region_and")
        if nouns and joined:
            for match in re.finditer(rf"({any_word(nouns)})(?={joined})", view.words):
                right = nouns[match[1]]
                message = _("A name belongs here and not an adjective: “{right}”.").format(right=right)
                yield self.at(view, match.span(1), message, right)
        for hazard in hazards_in(view.words, facts.rules, "region_hazards"):
            message = _("The region is written “{right}”.").format(right=hazard.instead)
            yield self.at(view, hazard.span, message, hazard.fix)
