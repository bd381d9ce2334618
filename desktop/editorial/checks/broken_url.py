"""Addresses that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.domain.richtext import MarkKind
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _

_BROKEN = re.compile(
    r"(?<!\w)(?:https?:/(?!/)\S+|https?;//\S+|https?//\S+|https?:\\\\\S+|(?:htp|htttp|hhtp|htps|ttps?)://\S+"
    r"|https?://https?\b\S*|https?://\s+\S+|www[, ]\s?[\w-]+\.\S+|www\.\s[\w-]+\.\S+"
    r"|https?://[\w-]+(?=[\s,;)]|\.?$|\.\s))",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"(?<![\w.])[\w.+-]+(?:\s@\s?|@\s)[\w-]+(?:\.[\w-]+)+|(?<![\w.])[\w.+-]+@[\w-]+(?![\w.-]|@)|(?<![\w.+-])[\w.+-]+@@[\w.-]+|(?<![\w.+-])[\w.+-]+@\w[\w-]*,\w{2,4}\b"
)
_HOST = re.compile(r"https?://(?:www\.)?([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)


class BrokenUrl(BlockCheck):
    """By their look only, nothing is fetched; and links whose words are one address and whose goal is another."""

    name = "broken-url"
    title = N_("Broken addresses")
    severity = Severity.PROBLEM

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        for pattern in (_BROKEN, _MAIL):
            for match in pattern.finditer(view.text):
                message = _("“{address}” is not an address that works.")
                yield self.at(view, match.span(), message.format(address=match.group()[:60]))
        for mark in view.block.text.marks_of(MarkKind.LINK):
            shown, goal = view.text[mark.start : mark.end].strip(), mark.value.strip()
            if _leads_elsewhere(shown, goal):
                message = _("The link shows {shown} and leads to {goal}.").format(shown=shown[:60], goal=goal[:60])
                yield self.at(view, (mark.start, mark.end), message)


def _leads_elsewhere(shown: str, goal: str) -> bool:
    if "@" in shown and " " not in shown:
        return goal.casefold().removeprefix("mailto:").split("?")[0] != shown.casefold()
    seen, meant = _HOST.match(shown if "://" in shown else f"https://{shown}"), _HOST.match(goal)
    is_address = " " not in shown and seen is not None and (shown.startswith(("http", "www.")))
    return bool(is_address and seen and (meant is None or meant[1].casefold() != seen[1].casefold()))
