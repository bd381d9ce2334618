"""Trafficking in persons is not migrant smuggling."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.editorial.checks.hazards import hazards_in
from desktop.i18n import N_, _

_SAYS = {
    "mixed": N_(
        "“{found}” mixes two crimes: trafficking is of persons, smuggling is of migrants. Perhaps “{instead}”."
    ),
    "term": N_("The term of the Palermo protocols is “{instead}”."),
    "dated": N_("“{found}” is dated: “{instead}”."),
}


class LegalTerms(BlockCheck):
    """Wordings that mix the two crimes of the Palermo protocols (2000), by each language's table."""

    name = "trafficking-smuggling"
    title = N_("Trafficking and smuggling")

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        for hazard in hazards_in(view.words, facts.rules, "legal_hazards"):
            if not view.is_quoted(hazard.span[0]):
                message = _(_SAYS[hazard.says]).format(found=hazard.found, instead=hazard.instead)
                yield self.at(view, hazard.span, message, hazard.fix)
