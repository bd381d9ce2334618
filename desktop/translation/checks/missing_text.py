"""Text that did not arrive: a sentence too few, or a translation much too short or too long."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import sqrt

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext, PairFacts

_SENTENCE = re.compile(r"[.!?…][”»\")’]*\s+(?=[“«\"(¿¡—–]*[A-ZÀ-ÞÑ])")
_ABBREVIATION = re.compile(r"(?:\b[A-ZÀ-Þ][a-zà-ÿ]{0,3}|\b[A-Z]|\bp|\bm|\bpágs?|\bnúm|\bart)\.\s+$")
#: Standard deviation of a translation's length around its expectation: grows with the root of the length (words that
#: happen to be long) and with the length (a writer's way). Fitted on published EN/ES releases.
_ROOT, _SHARE = 4.0, 0.14
#: Deviations below and above which nobody translated so.
TOO_SHORT, TOO_LONG = -2.3, 3.2
_ALSO_FEWER = -0.8


def surprise(source: str, target: str, facts: PairFacts) -> float:
    """How many standard deviations a translation's length is from what is to be expected."""
    ratio = float(facts.target.text("length", "1")) / float(facts.source.text("length", "1"))
    length = len(source.strip())
    expected = ratio * length
    return (len(target.strip()) - expected) / sqrt(_ROOT * max(length, 1) + (_SHARE * length) ** 2)


def sentences(text: str) -> int:
    """How many sentences a text has, abbreviations left aside."""
    return 1 + sum(not _ABBREVIATION.search(text[: match.end()]) for match in _SENTENCE.finditer(text))


class MissingText(SegmentCheck):
    """Fewer sentences than the source while the text is shorter than it would be if they were only joined."""

    name = "missing-sentence"
    title = N_("Missing sentence")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = pair.source.text, pair.target.text
        here, there = sentences(source), sentences(target)
        if there < here and surprise(source, target, context.facts) < _ALSO_FEWER:
            message = _("The source has {source} sentences, the translation {target}.")
            words = message.format(source=here, target=there)
            yield self.at(pair, (0, len(target)), words, source=(0, len(source)))


class LengthRatio(SegmentCheck):
    """Much shorter or longer than such a sentence becomes; short sentences have more room."""

    name = "length"
    title = N_("Length")

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = pair.source.text, pair.target.text
        if sentences(target) < sentences(source):
            return
        deviation = surprise(source, target, context.facts)
        whole = (0, len(target))
        if deviation < TOO_SHORT:
            words = _("The translation is much shorter than the source.")
            yield self.at(pair, whole, words, source=(0, len(source)))
        elif deviation > TOO_LONG:
            words = _("The translation is much longer than the source.")
            yield self.at(pair, whole, words, source=(0, len(source)))
