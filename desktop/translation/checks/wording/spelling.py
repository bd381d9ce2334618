"""Words that no dictionary of the target's language has."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.wording.text import bare, prose, tokens


class PairSpelling(SegmentCheck):
    """Names are not looked up: words with a capital inside a sentence, and words that the source has, too."""

    name = "pair-spelling"
    title = N_("Spelling of the translation")

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        facts = context.facts
        if not facts.spelling.has_dictionary(facts.target_language):
            return
        words = prose(pair.target)
        begins = {token.start: token.begins for token in tokens(words)}
        theirs = {form for token in tokens(prose(pair.source)) for form in (bare(token.text), bare(token.stem))}
        for start, end in facts.spelling.wrong(pair.target, facts.target_language):
            word = pair.target.text[start:end]
            if "\ufffc" in words[start:end] or bare(word) in theirs and word[0].isupper():
                continue
            if word[0].isupper() and not word.isupper() and not begins.get(start, False):
                continue
            if word in facts.names or (word in pair.source.text.split()):
                continue
            message = _("“{word}” is in no dictionary.").format(word=word)
            yield self.at(pair, (start, end), message)
