"""A full stop at the end of a headline."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _


class HeadlineStop(BlockCheck):
    """Not an ellipsis, and not the point of an abbreviation."""

    name = "headline-stop"
    title = N_("Full stop in the headline")
    severity = Severity.SUGGESTION
    kinds = frozenset({BlockKind.HEADLINE})

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        match = re.search(r"(?:(?<=[^\W\d_.][^\W\d_][^\W\d_])|(?<=[”»)\d]))\.(?=\s*$)", view.text)
        if match:
            yield self.at(view, match.span(), _("A headline has no full stop."), "")
