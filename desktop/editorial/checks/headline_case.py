"""Capitals in headlines: title case or sentence case, as the house has it."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding, Fix, Replacement, Severity
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import BlockView, CheckContext
from desktop.editorial.checks.headline_words import HeadlineWord, headline_words
from desktop.i18n import N_, _

_FEW = 3


class HeadlineCase(Check):
    """Names keep their capitals: those the text itself writes with one inside sentences, places, acronyms."""

    name = "headline-case"
    title = N_("Capitals in the headline")
    severity = Severity.SUGGESTION

    def find(self, context: CheckContext) -> Iterable[Finding]:
        case = context.facts.style.headline_case
        for view in context.of_kind(BlockKind.HEADLINE):
            words = headline_words(view, context)
            if not case or len(words) < _FEW:
                continue
            if view.text.isupper():
                yield self.at(view, (0, len(view.text)), _("The headline is all in capitals."))
            elif case == "sentence":
                yield from self._sentence(view, words)
            else:
                yield from self._title(view, words, context.facts.rules.set_of("small_words"))

    def _sentence(self, view: BlockView, words: list[HeadlineWord]) -> Iterable[Finding]:
        """One finding where most of what could be small is not; a single capital may be a name nobody knows yet."""
        open_ = [word for word in words if not word.is_first and not word.is_name and len(word.text) > _FEW]
        high = [word for word in open_ if word.text[0].isupper()]
        if len(high) >= _FEW and len(high) > len(open_) / 2:
            edits = tuple(
                Replacement(view.id, word.start, word.end, word.text[0].lower() + word.text[1:]) for word in high
            )
            message = _("This headline is written like a title; here only names have capitals.")
            yield self.at(view, (high[0].start, high[-1].end), message, Fix(edits))

    def _title(self, view: BlockView, words: list[HeadlineWord], small: frozenset[str]) -> Iterable[Finding]:
        """Words that want a capital; small words only at the begin and the end."""
        low = [
            word
            for number, word in enumerate(words)
            if word.text.islower()
            and (word.is_first or number == len(words) - 1 or word.text.casefold() not in small)
            and "’" not in word.text[:2]
        ]
        if low:
            edits = tuple(
                Replacement(view.id, word.start, word.end, word.text[0].upper() + word.text[1:]) for word in low
            )
            message = _("Words of a headline begin with capitals here: {words}.")
            told = ", ".join(word.text for word in low[:4])
            yield self.at(view, (low[0].start, low[-1].end), message.format(words=told), Fix(edits))
