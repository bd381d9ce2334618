"""Gaps of the template that nobody has filled."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.domain.richtext import MarkKind
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _


class OpenGaps(BlockCheck):
    """One finding per gap."""

    name = "open-gap"
    title = N_("Open gaps")
    severity = Severity.PROBLEM

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        for mark in view.block.text.marks_of(MarkKind.PLACEHOLDER):
            message = _("The gap “{name}” is still open.").format(name=view.text[mark.start : mark.end])
            yield self.at(view, (mark.start, mark.end), message)
