"""Terms of the termbase: the right ones used, the forbidden ones not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.ports import FoundTerm
from desktop.translation.checks.wording.text import prose

#: Shorter single words mean too many things.
_SHORT = 5


class MissingTerms(SegmentCheck):
    """A term of the source, none of whose terms is in the translation, inflected or not."""

    name = "pair-term-missing"
    title = N_("Terms of the termbase that are missing")
    severity = Severity.WARNING

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        facts = context.facts
        ours = {each.concept for each in facts.terms.find(prose(pair.target), facts.target_language)}
        theirs = facts.terms.find(prose(pair.source), facts.source_language)
        met = [(each.start, each.end) for each in theirs if each.concept in ours]
        told: list[tuple[int, int]] = []
        for each in sorted(theirs, key=lambda one: one.start - one.end):
            offered = [term for term in facts.terms.terms(each.concept, facts.target_language) if not term.is_forbidden]
            if not offered or each.is_forbidden or _touches(met, each) or _touches(told, each) or _is_vague(pair, each):
                continue
            told.append((each.start, each.end))
            best = next((term.text for term in offered if term.is_preferred), offered[0].text)
            message = _("For “{term}” the termbase has “{target}”.").format(term=each.term, target=best)
            yield self.at(pair, (0, 0), message, source=(each.start, each.end))


def _is_vague(pair: Pair, found: FoundTerm) -> bool:
    """Whether a term says too little to be missed.

    A sign, an acronym (there is a check of those), a number's word, a word with a gloss in brackets.
    """
    text = pair.source.text[found.start : found.end]
    is_number = re.search(r"\d\s?$", pair.source.text[: found.start]) is not None
    has_gloss = re.search(r"\([a-zà-ÿ]", found.term) is not None or "/" in found.term
    return is_number or has_gloss or (" " not in text and (len(text) < _SHORT or text.isupper()))


def _touches(spans: list[tuple[int, int]], found: FoundTerm) -> bool:
    """Whether a term shares words with one that is met, or told already."""
    return any(start < found.end and found.start < end for start, end in spans)


class ForbiddenTerms(SegmentCheck):
    """A term of the target that the termbase forbids; put right where the termbase prefers another one."""

    name = "pair-term-forbidden"
    title = N_("Forbidden terms")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        facts = context.facts
        for each in facts.terms.find(prose(pair.target), facts.target_language):
            if not each.is_forbidden:
                continue
            allowed = [term for term in facts.terms.terms(each.concept, facts.target_language) if not term.is_forbidden]
            best = next((term.text for term in allowed if term.is_preferred), allowed[0].text if allowed else "")
            found = pair.target.text[each.start : each.end]
            is_safe = best and found.casefold() == each.term.casefold()
            message = (
                _("The termbase forbids “{found}”; it has “{target}”.").format(found=found, target=best)
                if best
                else _("The termbase forbids “{found}”.").format(found=found)
            )
            yield self.at(pair, (each.start, each.end), message, best if is_safe else None)
