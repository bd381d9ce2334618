"""The same word twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _

_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]+)(\s+)(\1)(?![\w'’-])", re.IGNORECASE)


class DoubledWords(BlockCheck):
    """Leaves what a language may double (*that that*, *nous nous*) and names (*Pago Pago*) alone."""

    name = "doubled-words"
    title = N_("Doubled words")
    severity = Severity.PROBLEM

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        allowed = facts.rules.set_of("doubled_ok")
        for match in _TWICE.finditer(view.words):
            is_name = match[1][0].isupper() and match[3][0].isupper() and not match[1].isupper()
            if match[1].casefold() not in allowed and not is_name:
                message = _("“{word}” stands here twice.").format(word=match[1])
                yield self.at(view, match.span(), message, match[1])
