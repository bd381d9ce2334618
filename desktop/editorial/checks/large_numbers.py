"""Words for large numbers that mean something else in the other language."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.editorial.checks.hazards import hazards_in
from desktop.i18n import N_, _

_SAYS = {
    "million-million": N_("“{found}” means a million millions (10¹²) here; a thousand millions is “{instead}”."),
    "thousand-million": N_("“{found}” is written “{instead}” in English."),
}


class LargeNumbers(BlockCheck):
    """*Billón* is a thousand times a billion."""

    name = "large-numbers"
    title = N_("Billion and billón")

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        for hazard in hazards_in(view.words, facts.rules, "large_number_hazards"):
            message = _(_SAYS[hazard.says]).format(found=hazard.found, instead=hazard.instead)
            yield self.at(view, hazard.span, message, hazard.fix)
