"""Acronyms: in full at first use, and only where they are used again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.acronyms import Acronym, acronyms
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import CheckContext
from desktop.i18n import N_, _

#: An explanation here serves the whole text; a first use here needs none.
_STANDING = frozenset({BlockKind.BOILERPLATE, BlockKind.NOTES, BlockKind.CONTACT})


class AcronymUse(Check):
    """Needs the words at the first use in the running text, and a second use to be worth its brackets."""

    name = "acronym"
    title = N_("Acronyms")

    def find(self, context: CheckContext) -> Iterable[Finding]:
        facts = context.facts
        known = facts.rules.set_of("known_acronyms") | {each.casefold() for each in facts.style.known}
        uses: dict[str, list[Acronym]] = {}
        for use in acronyms(context):
            if use.name.casefold() not in known:
                uses.setdefault(use.name, []).append(use)
        meanings = facts.rules.table("acronyms")
        for name, all_uses in uses.items():
            running = [use for use in all_uses if not use.in_heads]
            explained = next((use for use in running if use.is_explained), None)
            if explained is not None and len(all_uses) == 1 and explained.view.kind not in _STANDING:
                yield self._unused(explained)
            if not running or running[0].view.kind in _STANDING:
                continue
            if explained is None or (explained is not running[0] and explained.view.kind not in _STANDING):
                yield self._unexplained(running[0], meanings.get(name, ""), later=explained is not None)

    def _unexplained(self, use: Acronym, meaning: str, *, later: bool) -> Finding:
        if later:
            message = _("“{acronym}” is written out only later in the text.").format(acronym=use.name)
        elif meaning:
            message = _("“{acronym}” is never written out: {meaning}.").format(acronym=use.name, meaning=meaning)
        else:
            message = _("“{acronym}” is never written out.").format(acronym=use.name)
        return self.at(use.view, (use.start, use.end), message)

    def _unused(self, use: Acronym) -> Finding:
        message = _("“{acronym}” is not used again: the words are enough.").format(acronym=use.name)
        brackets = re.compile(rf"\s?\({re.escape(use.name)}\)").match(use.view.text, max(0, use.start - 2))
        span, fix = (brackets.span(), "") if brackets else ((use.start, use.end), None)
        return self.at(use.view, span, message, fix, severity=Severity.SUGGESTION)
