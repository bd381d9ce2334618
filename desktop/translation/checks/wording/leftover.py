"""Words of the source's language that stayed in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.wording.text import Token, inside, kept_quotes, prose, tokens


def _is_counted(text: str, at: int) -> bool:
    """Whether a figure stands before a place: *1,200 córdobas* are the same in any language."""
    return re.search(r"\d(?:\s\w+llion(?:es)?(?:\sde)?)?\s$", text[:at]) is not None


class Leftovers(SegmentCheck):
    """A run of small words that the source has as well, or a word that only tells the source's language.

    Names and quoted titles that are kept, acronyms explained in their own language, and words of both languages are none.
    """

    name = "pair-leftover-words"
    title = N_("Words left in the source language")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        facts = context.facts
        source, target = tokens(prose(pair.source)), tokens(prose(pair.target))
        kept = kept_quotes(pair.source.text, pair.target.text)
        telling = facts.source.set_of("telling_words") - facts.target.set_of("telling_words")
        telling -= facts.target.set_of("borrowed_words")
        shared = {each.text.casefold() for each in source}
        text = pair.target.text
        marked = [
            self._is_foreign(each, context, telling, shared)
            and not inside(kept, each.start)
            and not _is_counted(text, each.start)
            for each in target
        ]
        if pair.source.text.strip() == pair.target.text.strip():
            if self._is_copied(target, context):
                whole = (0, len(pair.target.text))
                yield self.at(pair, whole, _("The translation is the same as the source."))
            return
        number = 0
        while number < len(target):
            if not marked[number]:
                number += 1
                continue
            last = number
            while last + 1 < len(target) and marked[last + 1]:
                last += 1
            first, number = number, last + 1
            if self._is_in_name(pair, target, first, last):
                continue
            span = (target[first].start, target[last].end)
            found = pair.target.text[slice(*span)]
            yield self.at(pair, span, _("“{found}” is in the language of the source.").format(found=found))

    def _is_foreign(
        self,
        token: Token,
        context: PairContext,
        telling: frozenset[str],
        shared: set[str],
    ) -> bool:
        """A small word: one that tells the other language, or one of the source that is in no dictionary here."""
        facts, word = context.facts, token.text
        if not word.islower() or len(word) < 2:
            return False
        if word in telling:
            return True
        spelling = facts.spelling
        return (
            len(word) > 3
            and word in shared
            and spelling.has_dictionary(facts.target_language)
            and not spelling.knows(word, facts.target_language)
            and spelling.knows(word, facts.source_language)
        )

    def _is_in_name(self, pair: Pair, target: Sequence[Token], first: int, last: int) -> bool:
        """Whether small words stand between two capitals, as in *Save the Children* or *Gracias a Dios*."""
        if first == 0 or last + 1 >= len(target) or last - first > 1:
            return False
        before, after = target[first - 1], target[last + 1]
        is_kept = pair.target.text[before.start : after.end] in pair.source.text
        return before.text[0].isupper() and after.text[0].isupper() and (is_kept or not before.begins)

    def _is_copied(self, target: Sequence[Token], context: PairContext) -> bool:
        """Whether a line that is the same on both sides is words of the source's language, and no name."""
        knows, facts = context.facts.spelling.knows, context.facts
        if len(target) < 2 or not context.facts.spelling.has_dictionary(facts.target_language):
            return False
        if all(token.is_capital for token in target):
            return False
        foreign = [
            token
            for token in target
            if knows(token.text.lower(), facts.source_language) and not knows(token.text.lower(), facts.target_language)
        ]
        return len(foreign) * 2 >= len(target)
