"""More than one space between words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _

_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")


class DoubleSpace(BlockCheck):
    """Also after a full stop: releases are not typewritten."""

    name = "double-space"
    title = N_("Double spaces")
    severity = Severity.SUGGESTION

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        for match in _SPACES.finditer(view.text):
            one = "\u00a0" if "\u00a0" in match.group() else " "
            yield self.at(view, match.span(), _("One space is enough."), one)
