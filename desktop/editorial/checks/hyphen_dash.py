"""A hyphen where a dash belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _

_HYPHEN = re.compile(r"(?<=\S)[ \u00a0](-{1,3})(?=\s|$)|(?<=\w)(-{2,3})(?=\w)")


class HyphenDash(BlockCheck):
    """A hyphen between spaces, and two of them together."""

    name = "hyphen-dash"
    title = N_("Hyphen for a dash")
    severity = Severity.SUGGESTION

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        if view.kind is BlockKind.CONTACT:
            return
        dash = facts.style.dash or "–"
        for match in _HYPHEN.finditer(view.words):
            span = match.span(1) if match[1] else match.span(2)
            message = _("A dash belongs here and not a hyphen: “{dash}”.").format(dash=dash)
            yield self.at(view, span, message, dash)
