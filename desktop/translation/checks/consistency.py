"""The same sentence translated in two ways, or two sentences translated as one."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.domain.segment import SegmentOrigin, SegmentState
from desktop.i18n import N_, _
from desktop.translation.checks.base import PairCheck, SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.words import folded

_LONG_ENOUGH = 3


class Consistency(PairCheck):
    """Within the release: one source, two translations."""

    name = "consistency"
    title = N_("Translated in two ways")

    def find(self, context: PairContext) -> Iterable[Finding]:
        first: dict[tuple[str, ...], Pair] = {}
        for pair in context.translated:
            source = folded(pair.source.text)
            before = first.setdefault(source, pair)
            if before is pair or not source or folded(before.target.text) == folded(pair.target.text):
                continue
            message = _("The same sentence was translated as “{other}” before.")
            words = message.format(other=before.target.text)
            whole = (0, len(pair.target.text))
            yield self.at(pair, whole, words, before.target.text, source=(0, len(pair.source.text)))


class SameTarget(PairCheck):
    """Within the release: two sources, one translation. Short ones are left alone."""

    name = "same-translation"
    title = N_("Two sentences, one translation")

    def find(self, context: PairContext) -> Iterable[Finding]:
        first: dict[tuple[str, ...], Pair] = {}
        for pair in context.translated:
            target = folded(pair.target.text)
            before = first.setdefault(target, pair)
            if before is pair or len(target) <= _LONG_ENOUGH or folded(before.source.text) == folded(pair.source.text):
                continue
            message = _("Another sentence has this translation too: “{other}”.")
            words = message.format(other=before.source.text)
            yield self.at(pair, (0, len(pair.target.text)), words, source=(0, len(pair.source.text)))


class MemoryConsistency(SegmentCheck):
    """The memory has exactly this sentence, translated otherwise."""

    name = "memory-consistency"
    title = N_("The memory says otherwise")
    severity = Severity.SUGGESTION

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        if pair.state is SegmentState.UNTRANSLATED and pair.origin is SegmentOrigin.MACHINE:
            return
        known = context.facts.memory.translations(pair.source.text)
        if known and folded(pair.target.text) not in {folded(text) for text in known}:
            words = _("The memory translates this as “{other}”.").format(other=known[0])
            yield self.at(pair, (0, len(pair.target.text)), words, known[0], source=(0, len(pair.source.text)))
