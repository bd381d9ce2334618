"""Quotation marks, apostrophes and the comma beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _

_PAIRS = ("“”", "«»", "„“")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])|(?<=s)'(?=\s)")


class QuoteStyle(BlockCheck):
    """The house's marks, curly apostrophes, and the comma on the house's side of the closing mark."""

    name = "quote-style"
    title = N_("Quotation marks")
    severity = Severity.SUGGESTION

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        style = facts.style
        if len(style.quotes) == 2:
            yield from self._marks(view, style.quotes)
            yield from self._comma(view, style.quotes[1], style.comma)
        if style.apostrophe:
            for match in _APOSTROPHE.finditer(view.words):
                message = _("The apostrophe is written “{sign}” here.").format(sign=style.apostrophe)
                yield self.at(view, match.span(), message, style.apostrophe)

    def _marks(self, view: BlockView, quotes: str) -> Iterable[Finding]:
        foreign = "".join(pair for pair in _PAIRS if pair != quotes)
        others = "".join(sign for sign in f'{foreign}"' if sign not in quotes)
        for match in re.finditer(f"[{others}]", view.words):
            before = view.words[match.start() - 1 : match.start()]
            opens = not before or before.isspace() or before in "(—–¿¡["
            wanted = quotes[0] if opens else quotes[1]
            if match.group() == '"' and before.isdigit():
                continue
            message = _("Quotation marks are written {quotes} here.").format(quotes="…".join(quotes))
            yield self.at(view, match.span(), message, wanted)

    def _comma(self, view: BlockView, closing: str, side: str) -> Iterable[Finding]:
        if not side:
            return
        wrong, right = (f",{closing}", f"{closing},") if side == "outside" else (f"{closing},", f",{closing}")
        for match in re.finditer(re.escape(wrong), view.words):
            message = _("The comma and the closing mark change places: {right}").format(right=right)
            yield self.at(view, match.span(), message, right)
