"""Spaces before punctuation, as the language wants them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _


class PunctuationSpace(BlockCheck):
    """No space before the signs of ``no_space_before``, a hard one before those of ``space_before`` (French)."""

    name = "punctuation-space"
    title = N_("Space before punctuation")
    severity = Severity.SUGGESTION

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        closed = re.escape(facts.rules.text("no_space_before", ",.;:!?)]”"))
        for match in re.finditer(rf"(?<=[\w)”»\"])[ \u00a0]+(?=[{closed}](?:[\s”»\")]|$))", view.words):
            yield self.at(view, match.span(), _("There is no space before this sign."), "")
        spaced = facts.rules.text("space_before")
        if spaced:
            for match in re.finditer(rf"(?<=[\w)”»])[ ]?(?=[{re.escape(spaced)}](?:\s|$))", view.words):
                yield self.at(view, match.span(), _("A hard space stands before this sign."), "\u00a0")
