"""Organize or organise: one spelling in a text, and the house's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import BlockView, CheckContext
from desktop.editorial.checks.rules import NEVER, LanguageRules
from desktop.i18n import N_, _


class IzeIse(Check):
    """Only verbs that can be written both ways, by their stems: *advise* and *exercise* are none of them.

    Names keep their spelling: a word with a capital in the middle of a sentence is left alone.
    """

    name = "ize-ise"
    title = N_("-ize and -ise")
    severity = Severity.SUGGESTION

    def find(self, context: CheckContext) -> Iterable[Finding]:
        rules = context.facts.rules
        found = [(view, match) for view in context.body for match in _two_way_words(view, rules)]
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


@lru_cache(maxsize=4096)
def _two_way_words(view: BlockView, rules: LanguageRules) -> tuple[re.Match[str], ...]:
    """Words of a block that can be written both ways; kept, because a view never changes."""
    return tuple(
        match
        for match in _pattern(rules).finditer(view.words)
        if match.group()[0].islower() or view.begins_sentence(match.start())
    )


@lru_cache(maxsize=8)
def _pattern(rules: LanguageRules) -> re.Pattern[str]:
    stems = "|".join(rules.words("ize_stems"))
    if not stems:
        return NEVER
    return re.compile(
        rf"(?<!\w)(?:(?:re|de|un|dis|over|under|co|pre)-?)?(?:{stems})(i[sz])"
        r"(?:es?|ed|ers?|ing|ations?|ational|able)(?!\w)",
        re.IGNORECASE,
    )
