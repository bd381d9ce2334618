"""Questions and exclamations: with an opening sign where the language has one, without where it has none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.wording.text import prose

_SENTENCE_END = re.compile(r"[.!?…][”»\"')]*\s+")


class OpeningMarks(SegmentCheck):
    """``opening_marks`` gives the opening sign of each closing one. A sign carried over from the source is told, too."""

    name = "pair-opening-marks"
    title = N_("¿…? and ¡…! in the translation")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        words = prose(pair.target)
        ours, theirs = context.facts.target.table("opening_marks"), context.facts.source.table("opening_marks")
        for closing, opening in ours.items():
            yield from self._closing(pair, words, closing, opening)
            yield from self._opening(pair, words, closing, opening)
        for sign in set(theirs.values()) - set(ours.values()):
            for match in re.finditer(re.escape(sign), words):
                message = _("“{sign}” is not used in this language.").format(sign=sign)
                yield self.at(pair, match.span(), message, "")

    def _closing(self, pair: Pair, words: str, closing: str, opening: str) -> Iterable[Finding]:
        for match in re.finditer(re.escape(closing), words):
            begin = words.rfind(closing, 0, match.start()) + 1
            if opening in words[begin : match.start()] or not re.search(r"\w", words[begin : match.start()]):
                continue
            ends = [each.end() for each in _SENTENCE_END.finditer(words, begin, match.start())]
            said = words[max([begin, *ends]) : match.start()]
            first = re.search(r"\w", said)
            if first is None:
                continue
            at = match.start() - len(said) + first.start()
            is_plain = not re.search(r"[,;:“«—–(]", said[first.start() :])
            fix = opening + pair.target.text[at : match.end()] if is_plain else None
            message = _("The opening “{sign}” is missing.").format(sign=opening)
            yield self.at(pair, (at, match.end()), message, fix)

    def _opening(self, pair: Pair, words: str, closing: str, opening: str) -> Iterable[Finding]:
        others = "?!" if closing in "?!" else closing
        for match in re.finditer(re.escape(opening), words):
            following = words[match.end() :]
            if not any(sign in following for sign in others):
                message = _("The closing “{sign}” is missing.").format(sign=closing)
                yield self.at(pair, match.span(), message)
