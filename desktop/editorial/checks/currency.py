"""Money: US dollars in the house's form."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import CheckContext
from desktop.i18n import N_, _

_DOLLARS = re.compile(r"(?<![\w$])(?P<sign>USD[ \u00a0]?|US\$[ \u00a0]?|U\$S[ \u00a0]?|\$[ \u00a0]?)(?=\d)")


class Currency(Check):
    """Reads what stands before an amount in dollars; without a house form, the text's first one counts."""

    name = "currency"
    title = N_("Currency")
    severity = Severity.SUGGESTION

    def find(self, context: CheckContext) -> Iterable[Finding]:
        found = [(view, match) for view in context.views for match in _DOLLARS.finditer(view.words)]
        wanted = context.facts.style.currency or (found[0][1]["sign"] if found else "")
        plain_is_us = context.facts.rules.text("plain_dollar") == "USD"
        for view, match in found:
            sign = match["sign"]
            if sign.replace("\u00a0", " ") == wanted.replace("\u00a0", " "):
                continue
            message = _("Amounts in US dollars begin with “{wanted}” here.").format(wanted=wanted.strip())
            is_safe = plain_is_us or not sign.startswith("$")
            yield self.at(view, match.span("sign"), message, wanted.replace(" ", "\u00a0") if is_safe else None)
