"""Words that no dictionary of the target's language has."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.finding import Finding
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.wording.text import bare, prose, tokens

_ACRONYM = 5


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
        acronyms = {token.text for token in tokens(prose(pair.source)) if len(token.text) > 2 and token.text.isupper()}
        for start, end in facts.spelling.wrong(pair.target, facts.target_language):
            word = pair.target.text[start:end]
            if "\ufffc" in words[start:end] or (bare(word) in theirs and word[0].isupper()):
                continue
            if word[0].isupper() and not word.isupper() and not begins.get(start, False):
                continue
            if word in facts.names or word in pair.source.text.split() or (word.isupper() and len(word) <= _ACRONYM):
                continue
            if word.upper() in acronyms:
                continue
            if self._is_made(word, context) or (word[0].isupper() and facts.places.find(word) is not None):
                continue
            message = _("“{word}” is in no dictionary.").format(word=word)
            yield self.at(pair, (start, end), message)

    def _is_made(self, word: str, context: PairContext) -> bool:
        """Made of a known word with what a language puts before it (``known_prefixes``) or hangs on to it."""
        facts, rules = context.facts, context.facts.target
        low = word.lower()
        for prefix in rules.words("known_prefixes"):
            rest = low.removeprefix(prefix)
            if rest != low and len(rest) > 3 and facts.spelling.knows(rest, facts.target_language):
                return True
        for written, infinitive in rules.table("derived_endings").items():
            stem = low.removesuffix(written)
            if stem != low and len(stem) > 3 and facts.spelling.knows(stem + infinitive, facts.target_language):
                return True
        ending = rules.pattern("enclitics")
        for _step in range(2):
            cut = ending.sub("", low)
            if cut == low or len(cut) < 3:
                return False
            low = cut
            if any(facts.spelling.knows(form, facts.target_language) for form in (low, bare(low))):
                return True
        return False
