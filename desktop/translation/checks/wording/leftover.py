"""Words of the source's language that stayed in the translation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.wording.text import Token, inside, kept_quotes, prose, tokens


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
        marked = [
            self._is_foreign(each, number, target, context, telling, shared) and not inside(kept, each.start)
            for number, each in enumerate(target)
        ]
        number = 0
        while number < len(target):
            if not marked[number]:
                number += 1
                continue
            last = number
            while last + 1 < len(target) and marked[last + 1]:
                last += 1
            span = (target[number].start, target[last].end)
            found = pair.target.text[slice(*span)]
            yield self.at(pair, span, _("“{found}” is in the language of the source.").format(found=found))
            number = last + 1

    def _is_foreign(
        self,
        token: Token,
        number: int,
        target: Sequence[Token],
        context: PairContext,
        telling: frozenset[str],
        shared: set[str],
    ) -> bool:
        """A small word: one that tells the other language, or one of the source that is in no dictionary here."""
        facts, word = context.facts, token.text
        if not word.islower() or len(word) < 2:
            return False
        beside = [target[at] for at in (number - 1, number + 1) if 0 <= at < len(target)]
        is_in_name = any(each.text[0].isupper() and not (each.begins and each is not beside[-1]) for each in beside)
        if word in telling:
            return not is_in_name
        spelling = facts.spelling
        return (
            len(word) > 3
            and word in shared
            and spelling.has_dictionary(facts.target_language)
            and not spelling.knows(word, facts.target_language)
            and spelling.knows(word, facts.source_language)
        )
