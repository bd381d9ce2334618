"""Quotation marks that open and do not close, or close what was not opened."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import BlockView, CheckContext
from desktop.i18n import N_, _

_CLOSERS = {"“": "”", "«": "»", "„": "“"}
_RUNNING = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.NOTES})


class QuoteBalance(Check):
    """A quotation may run on: then every paragraph of it opens anew and only the last one closes."""

    name = "quote-balance"
    title = N_("Unbalanced quotation marks")
    severity = Severity.PROBLEM

    def find(self, context: CheckContext) -> Iterable[Finding]:
        open_in: tuple[BlockView, int] | None = None
        for view in context.views:
            is_running = view.kind in _RUNNING
            if open_in is not None and not (is_running and re.match(r"\s*[“«»”]", view.text)):
                yield self._unclosed(*open_in)
                open_in = None
            continues = open_in is not None
            left, wrong = _read(view, continues=continues)
            for at in wrong:
                yield self.at(view, (at, at + 1), _("This closing mark closes nothing."))
            for at in left[:-1] if left else ():
                yield self._unclosed(view, at)
            open_in = (view, left[-1]) if left else None
            if view.text.count('"') % 2:
                at = view.text.rindex('"')
                yield self.at(view, (at, at + 1), _("This quotation mark has no partner."))
        if open_in is not None:
            yield self._unclosed(*open_in)

    def _unclosed(self, view: BlockView, at: int) -> Finding:
        return self.at(view, (at, at + 1), _("This quotation is not closed."))


def _read(view: BlockView, *, continues: bool) -> tuple[list[int], list[int]]:
    """Places of the marks still open at the block's end, and of those that close nothing."""
    text = view.text
    begin = len(text) - len(text.lstrip())
    open_at: list[tuple[int, str]] = []
    wrong: list[int] = []
    for match in re.finditer("[“”«»„]", text):
        sign = match.group()
        if continues and match.start() == begin:
            open_at.append((begin, "»" if sign in "«»" else "”"))
        elif open_at and sign == open_at[-1][1]:
            open_at.pop()
        elif sign in _CLOSERS:
            open_at.append((match.start(), _CLOSERS[sign]))
        else:
            wrong.append(match.start())
    return [at for at, _closer in open_at], wrong
