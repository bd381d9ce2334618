"""A fuzzy match from the memory that was confirmed as it came."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding
from desktop.domain.segment import CONFIRMED_STATES, SegmentOrigin
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.ports import NO_MEMORY
from desktop.translation.words import folded


class UneditedFuzzy(SegmentCheck):
    """Taken from the memory for another sentence, not touched since, and called done."""

    name = "unedited-fuzzy"
    title = N_("Fuzzy match left as it was")

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        memory = context.facts.memory
        if pair.origin is not SegmentOrigin.MEMORY or pair.state not in CONFIRMED_STATES or memory is NO_MEMORY:
            return
        exact = {folded(text) for text in memory.translations(pair.source.text)}
        if folded(pair.target.text) not in exact:
            words = _("This came from the memory as the translation of another sentence, and was not changed.")
            yield self.at(pair, (0, len(pair.target.text)), words, source=(0, len(pair.source.text)))
