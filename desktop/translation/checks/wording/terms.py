"""Terms of the termbase: the right ones used, the forbidden ones not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.ports import FoundTerm, TargetTerm
from desktop.translation.checks.wording.text import bare, prose, tokens

#: Shorter single words mean too many things.
_SHORT = 5
#: Words that share so many letters are of one family.
_FAMILY = 6
_GLOSS = re.compile(r"\([a-zà-ÿ]|/")


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
            if (
                not offered
                or each.is_forbidden
                or _touches(met, each)
                or _touches(told, each)
                or _is_vague(pair, each, context)
            ):
                continue
            if _is_said(offered, pair):
                continue
            told.append((each.start, each.end))
            best = next((term.text for term in offered if term.is_preferred), offered[0].text)
            message = _("For “{term}” the termbase has “{target}”.").format(term=each.term, target=best)
            yield self.at(pair, (0, 0), message, source=(each.start, each.end))


def _is_vague(pair: Pair, found: FoundTerm, context: PairContext) -> bool:
    """Whether a term says too little to be missed.

    A sign, an acronym (there is a check of those), a number's word, a term with a gloss in brackets on either side, a
    note about an acronym; and a single word that is only admitted: its own concept may well be another one.
    """
    text = pair.source.text[found.start : found.end]
    is_number = re.search(r"\d\s?$", pair.source.text[: found.start]) is not None
    facts = context.facts
    offered = [term.text for term in facts.terms.terms(found.concept, facts.target_language) if not term.is_forbidden]
    has_gloss = _GLOSS.search(found.term) is not None or all(_GLOSS.search(term) for term in offered)
    is_admitted = not any(
        term.is_preferred and term.text == found.term
        for term in facts.terms.terms(found.concept, facts.source_language)
    )
    is_single = " " not in text and (is_admitted or len(text) < _SHORT or text.isupper())
    return is_number or has_gloss or is_single or facts.source.pattern("acronym_kept").search(text) is not None


def _is_said(offered: Sequence[TargetTerm], pair: Pair) -> bool:
    """Whether most words of a term are there, or a word of its family: *altos funcionarios de migración*."""
    words = [bare(token.text) for token in tokens(prose(pair.target))]
    for term in offered:
        own = [bare(token.text)[:_FAMILY] for token in tokens(term.text) if len(token.text) >= _SHORT - 1]
        met = sum(any(word.startswith(each) for word in words) for each in own)
        if own and met * 2 > len(own) and (len(own) > 1 or len(own[0]) == _FAMILY):
            return True
    return False


def _touches(spans: list[tuple[int, int]], found: FoundTerm) -> bool:
    """Whether a term shares words with one that is met, or told already."""
    return any(start < found.end and found.start < end for start, end in spans)


class ForbiddenTerms(SegmentCheck):
    """A term of the target that the termbase forbids; put right where the termbase prefers another one.

    A false friend (a term with ``means``) is told only where its concept is in the source: *billones* is right for
    *trillion*, *desafíos políticos* for *political challenges*.
    """

    name = "pair-term-forbidden"
    title = N_("Forbidden terms")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        facts = context.facts
        theirs = {each.concept for each in facts.terms.find(prose(pair.source), facts.source_language)}
        for each in facts.terms.find(prose(pair.target), facts.target_language):
            if not each.is_forbidden:
                continue
            terms = facts.terms.terms(each.concept, facts.target_language)
            if each.concept not in theirs and any(term.means for term in terms if term.text == each.term):
                continue
            allowed = [term for term in terms if not term.is_forbidden]
            best = next((term.text for term in allowed if term.is_preferred), allowed[0].text if allowed else "")
            found = pair.target.text[each.start : each.end]
            is_safe = best and found.casefold() == each.term.casefold()
            message = (
                _("The termbase forbids “{found}”; it has “{target}”.").format(found=found, target=best)
                if best
                else _("The termbase forbids “{found}”.").format(found=found)
            )
            yield self.at(pair, (each.start, each.end), message, best if is_safe else None)
