"""Per cent: the sign or the words, as the house has it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import CheckContext
from desktop.i18n import N_, _

_SHARE = re.compile(
    r"(?<![\w.,])(?P<number>\d+(?:[.,\u00a0\u202f]\d+)*)(?P<form>[ \u00a0\u202f]?%|[ \u00a0]?(?:per cent|percent|por ciento|pour cent)(?!\w))",
    re.IGNORECASE,
)


class PerCent(Check):
    """Reads every share and asks for the house's form; without one, for one form a text."""

    name = "per-cent"
    title = N_("Per cent")

    def find(self, context: CheckContext) -> Iterable[Finding]:
        found = [
            (view, match, _form_of(match["form"]))
            for view in context.views
            if view.kind not in (BlockKind.HEADLINE, BlockKind.SUBHEAD)
            for match in _SHARE.finditer(view.words)
        ]
        wanted = context.facts.style.per_cent or (found[0][2] if found else "")
        replacement = wanted.replace(" ", "\u00a0") if wanted.endswith("%") else f" {wanted}"
        for view, match, form in found:
            if form != wanted:
                right = match["number"] + replacement
                message = _("“{found}” is written “{right}” here.").format(found=match.group(), right=right)
                yield self.at(view, match.span(), message, right)


def _form_of(written: str) -> str:
    if written.endswith("%"):
        return "%" if written == "%" else " %"
    return " ".join(written.casefold().split())
