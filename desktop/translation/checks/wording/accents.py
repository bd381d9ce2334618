"""Accents that capitals lost."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.wording.text import bare, compiled, prose, tokens

_MOST_TRIES = 12


class AccentedCapitals(SegmentCheck):
    """By word (``accented``, ``more_accented``), by ending, by the list of places, and by the dictionary."""

    name = "pair-accented-capitals"
    title = N_("Accents on capitals in the translation")

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        rules, words = context.facts.target, prose(pair.target)
        known = rules.table("accented") | rules.table("more_accented")
        if not known:
            return
        source = {token.text for token in tokens(prose(pair.source))}
        told: set[int] = set()
        for token in tokens(words):
            if not token.text[0].isupper():
                continue
            right = (
                known.get(token.text, "") or self._by_ending(token.text, context) or self._shouted(token.text, context)
            )
            if right and right != token.text:
                told.add(token.start)
                message = _("Capitals keep their accents: “{right}”.").format(right=right)
                yield self.at(pair, (token.start, token.end), message, right)
        for row in rules.rows("accent_hazards"):
            for match in compiled(row["pattern"], 0).finditer(words):
                start = match.end() - len(row["word"])
                if start not in told and match.group() not in source:
                    message = _("Capitals keep their accents: “{right}”.").format(right=row["right"])
                    yield self.at(pair, (start, match.end()), message, row["right"])

    def _by_ending(self, word: str, context: PairContext) -> str:
        if not word.isupper() or len(word) < 5:
            return ""
        endings = context.facts.target.table("accented_endings").items()
        return next((word[: -len(bad)] + good for bad, good in endings if word.endswith(bad)), "")

    def _shouted(self, word: str, context: PairContext) -> str:
        """The only accented form of a word in capitals that no dictionary has without its accent."""
        spelling, language = context.facts.spelling, context.facts.target_language
        place = context.facts.places.find(word.capitalize()) if len(word) > 3 else None
        if place is not None:
            name = place.name(language)
            shown = name.upper() if word.isupper() else name
            if bare(name) == bare(word) and " " not in name and bare(name) != name.casefold():
                return shown
        if not word.isupper() or len(word) < 3 or spelling.knows(word.lower(), language):
            return ""
        tried = list(_accented(word.lower()))[:_MOST_TRIES]
        right = [each for each in tried if spelling.knows(each, language)]
        return right[0].upper() if len(right) == 1 and spelling.has_dictionary(language) else ""


def _accented(word: str) -> Iterable[str]:
    accents = str.maketrans("aeioun", "áéíóúñ")
    for match in re.finditer("[aeioun]", word):
        at = match.start()
        yield word[:at] + word[at].translate(accents) + word[at + 1 :]
