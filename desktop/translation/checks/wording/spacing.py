"""Blanks: doubled, before punctuation, missing after it, and those that may not break."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from functools import lru_cache

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.wording.text import MASK, prose

_MISSING = re.compile(
    r"(?<=[^\W\d_])[,;](?=[^\W\d_“«¿¡])"
    r"|(?<=[^\W\d_]{3}):(?=[^\W\d_“«¿¡]{2})"
    r"|(?<=[^\W\d_]{2})[.!?](?=[A-ZÀ-Þ¿¡][a-zà-ÿ])"
    r"|(?<=[^\W\d_]{3})(?=\([A-ZÀ-Þ])"
    r"|(?<=%)(?=[^\W\d_]{2})"
    r"|(?<=[a-zà-ÿ]{3}[”»])(?=[a-zà-ÿ])"
)


class Spacing(SegmentCheck):
    """``no_space_before`` are signs without a blank before them; ``space_before`` those that want one."""

    name = "pair-spacing"
    title = N_("Blanks")
    severity = Severity.WARNING

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        rules, target, source = context.facts.target, prose(pair.target), prose(pair.source)
        for match in re.finditer(r"(?<=\S)[ \u00a0]{2,}(?=\S)", target):
            yield self.at(pair, match.span(), _("There are two blanks."), " ")
        signs = rules.text("no_space_before")
        if signs:
            pattern = rf"(?<=[\w”»)%{MASK}])[ \u00a0\u202f]+(?=([{re.escape(signs)}])(?:[\s”»)]|$|(?<=[,;])[^\W\d_]))"
            for match in re.finditer(pattern, target):
                rest = target[match.end() : match.end() + 2]
                if rest not in ("..", ".\u2026") and match.group() + match[1] not in source:
                    yield self.at(pair, match.span(), _("No blank stands before “{sign}”.").format(sign=match[1]), "")
        inner = "" if rules.text("spaced_guillemets") else "«"
        for match in re.finditer(rf"(?<=[(“¿¡{inner}])[ \u00a0\u202f]+(?=\w)", target):
            yield self.at(pair, match.span(), _("No blank stands after an opening sign."), "")
        for match in _MISSING.finditer(target):
            if target[max(0, match.start() - 1) : match.end() + 2] not in source:
                yield self.at(pair, match.span(), _("A blank is missing here."), match.group() + " ")


@lru_cache(maxsize=4)
def _keeps(context: PairContext) -> bool:
    """Whether the text's habit is a blank before % that may not break."""
    kept = sum(len(re.findall("\\d[\u00a0\u202f]%", pair.target.text)) for pair in context.translated)
    plain = sum(len(re.findall(r"\d %", pair.target.text)) for pair in context.translated)
    return kept > 2 * plain and kept >= 2


class NoBreakSpaces(SegmentCheck):
    """``no_break_before`` are signs whose blank may not break; elsewhere the text's own habit before % counts."""

    name = "pair-no-break-space"
    title = N_("Blanks that may not break")
    severity = Severity.SUGGESTION

    def depends_on(self, context: PairContext) -> Hashable:
        return _keeps(context)

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        rules, target = context.facts.target, prose(pair.target)
        signs = rules.text("no_break_before")
        message = _("This blank may not break.")
        if signs:
            for match in re.finditer(rf"(?<=[\w)]) ?(?=[{re.escape(signs)}](?:\s|$))", target):
                yield self.at(pair, match.span(), message, "\u00a0")
        if rules.text("spaced_guillemets"):
            for match in re.finditer(r"(?<=«) ?(?=\w)|(?<=[\w.?!…]) ?(?=»)", target):
                yield self.at(pair, match.span(), message, "\u00a0")
        if _keeps(context):
            for match in re.finditer(r"(?<=\d) (?=%)", target):
                yield self.at(pair, match.span(), message, "\u00a0")
