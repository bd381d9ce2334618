"""Months, days, languages and nationalities: small in one language, with a capital in another."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _


class Capitals(BlockCheck):
    """``small_always`` words stand small inside a sentence, ``capital_always`` words with a capital everywhere."""

    name = "capitals"
    title = N_("Months, days and nationalities")
    severity = Severity.SUGGESTION

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        if view.kind is BlockKind.HEADLINE:
            return
        rules = facts.rules
        for match in rules.any_of("capital_always", 0).finditer(view.words):
            right = match.group().capitalize()
            yield self.at(view, match.span(), _("This is written with a capital: {right}.").format(right=right), right)
        for match in rules.capitals_of("small_always").finditer(view.words):
            word = match.group()
            before = view.words[: match.start()].rstrip()
            is_in_name = bool(before) and before.rsplit(" ", 1)[-1][:1].isupper() and before[-1] not in ",;:"
            if view.begins_sentence(match.start()) or is_in_name:
                continue
            follows = view.words[match.end() : match.end() + 2].strip()
            if follows[:1].isupper() or not before or before[-1] in ":“«(":
                continue
            right = word.lower()
            yield self.at(view, match.span(), _("This is written small: {right}.").format(right=right), right)
