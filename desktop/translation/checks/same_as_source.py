"""Source text left standing in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.ports import Rules

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"|\([^()]*\)")


class SameAsSource(SegmentCheck):
    """The same words on both sides, or a run of words of the source's language in the target.

    Names, acronyms, numbers and addresses are the same in both languages: only words that tell a language count.
    """

    name = "same-as-source"
    title = N_("Left in the source language")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = context.facts.source, context.facts.target
        whole = (0, len(pair.target.text))
        theirs, ours = telling(pair.target.text, source, target)
        if _plain(pair.source.text) == _plain(pair.target.text):
            theirs += _common(pair.target.text, source, target)
            if theirs > ours or (theirs == ours and _has_common_words(pair.target.text)):
                yield self.at(
                    pair, whole, _("The translation is the same as the source."), source=(0, len(pair.source.text))
                )
        elif theirs >= 3 and theirs > 2 * ours:
            yield self.at(pair, whole, _("This is still in the language of the source."))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def telling(text: str, source: Rules, target: Rules) -> tuple[int, int]:
    """How many words of a text tell the source's language, and how many the target's."""
    theirs, ours = _telling_words(source, target)
    words = [word.casefold() for word in _WORD.findall(_ADDRESS.sub(" ", text))]
    return sum(word in theirs for word in words), sum(word in ours for word in words)


@lru_cache(maxsize=16)
def _telling_words(source: Rules, target: Rules) -> tuple[frozenset[str], frozenset[str]]:
    """Words that only the one language has, and words that only the other has."""
    theirs, ours = source.set_of("telling_words"), target.set_of("telling_words")
    return theirs - ours, ours - theirs


def _common(text: str, source: Rules, target: Rules) -> int:
    """How many words of a short line are common words of the source's language alone."""
    words = source.set_of("common_words") - target.set_of("common_words") - target.set_of("telling_words")
    return sum(word.casefold() in words for word in _WORD.findall(text))


def _has_common_words(text: str) -> bool:
    """Whether there are words that are neither names nor acronyms: four or more with small letters, none first."""
    words: list[str] = _WORD.findall(_QUOTED.sub(" ", _ADDRESS.sub(" ", text)))
    return sum(word.islower() and len(word) > 3 for word in words) >= 3
