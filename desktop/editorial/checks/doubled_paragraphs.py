"""The same paragraph twice, or nearly."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import CheckContext
from desktop.i18n import N_, _

_SHORTEST = 40
_ALIKE = 90.0


class DoubledParagraphs(Check):
    """Compares every two paragraphs long enough to matter; contact lines are alike by nature."""

    name = "doubled-paragraphs"
    title = N_("Doubled paragraphs")
    severity = Severity.PROBLEM

    def find(self, context: CheckContext) -> Iterable[Finding]:
        texts = [
            (view, " ".join(view.text.casefold().split()))
            for view in context.views
            if len(view.text) >= _SHORTEST and view.kind is not BlockKind.CONTACT
        ]
        for number, (view, text) in enumerate(texts):
            for other, earlier in texts[:number]:
                if min(len(text), len(earlier)) < 0.8 * max(len(text), len(earlier)):
                    continue
                likeness = fuzz.ratio(text, earlier, score_cutoff=_ALIKE)
                if likeness:
                    yield self.at(view, (0, len(view.text)), _message(other.text, is_same=text == earlier))
                    break


def _message(text: str, *, is_same: bool) -> str:
    begin = text[:40].strip() + "…"
    if is_same:
        return _("The same paragraph stands above: “{begin}”").format(begin=begin)
    return _("Nearly the same paragraph stands above: “{begin}”").format(begin=begin)
