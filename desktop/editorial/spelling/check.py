"""Spelling as one of the checks, for whoever asks for all findings of a text."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import CheckContext
from desktop.editorial.spelling.misspellings import Misspelling, misspellings
from desktop.editorial.spelling.speller import Speller
from desktop.i18n import N_, _


class SpellingCheck(Check):
    """One finding per misspelling. It is not in the checks' registry: it needs a speller, and the page has waves."""

    name = "spelling"
    title = N_("Spelling")
    severity = Severity.WARNING

    def __init__(self, speller: Speller, ignored: frozenset[str] = frozenset()) -> None:
        self._speller = speller
        self._ignored = ignored

    def find(self, context: CheckContext) -> Iterator[Finding]:
        for each in misspellings(context.document, self._speller, self._ignored):
            offered = self._speller.suggest(each.word, each.language, 3)
            message = (
                _("“{word}” is in no dictionary. Perhaps: {words}.").format(word=each.word, words=", ".join(offered))
                if offered
                else _("“{word}” is in no dictionary.").format(word=each.word)
            )
            yield Finding(
                self.name, self.severity, each.block_id, each.start, each.end, message, None, _found(context, each)
            )


def _found(context: CheckContext, each: Misspelling) -> str:
    block = context.document.block(each.block_id)
    return block.text.text[each.start : each.end] if block else ""
