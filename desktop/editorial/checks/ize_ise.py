"""Organize or organise: one spelling in a text, and the house's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import CheckContext
from desktop.i18n import N_, _


class IzeIse(Check):
    """Only verbs that can be written both ways, by their stems: *advise* and *exercise* are none of them.

    Names keep their spelling: a word with a capital in the middle of a sentence is left alone.
    """

    name = "ize-ise"
    title = N_("-ize and -ise")
    severity = Severity.SUGGESTION

    def find(self, context: CheckContext) -> Iterable[Finding]:
        stems = context.facts.rules.words("ize_stems")
        if not stems:
            return
        pattern = re.compile(
            rf"(?<!\w)(?:(?:re|de|un|dis|over|under|co|pre)-?)?(?:{'|'.join(stems)})(i[sz])(?:es?|ed|ers?|ing|ations?|ational|able)(?!\w)",
            re.IGNORECASE,
        )
        found = [
            (view, match)
            for view in context.body
            for match in pattern.finditer(view.words)
            if match.group()[0].islower() or view.begins_sentence(match.start())
        ]
        wanted = context.facts.style.ize[:2] or (found[0][1][1].casefold() if found else "")
        for view, match in found:
            if match[1].casefold() != wanted:
                right = (
                    match.group()[: match.start(1) - match.start()]
                    + wanted
                    + match.group()[match.end(1) - match.start() :]
                )
                message = _("This text writes -{ending}: “{right}”.").format(ending=f"{wanted}e", right=right)
                yield self.at(view, match.span(), message, right)
