"""Accents that capitals lost, and names of places without theirs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from desktop.domain.finding import Finding
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.editorial.checks.hazards import like
from desktop.editorial.checks.rules import NEVER, any_word
from desktop.editorial.gazetteer import Gazetteer
from desktop.i18n import N_, _


class Accents(BlockCheck):
    """Only in languages that keep accents on capitals (``accented``): by word, by ending, and by the list of places."""

    name = "accented-capitals"
    title = N_("Accents on capitals")

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        words = facts.rules.table("accented")
        if not words:
            return
        places, pattern = _places(facts.gazetteer, facts.language)
        for match in pattern.finditer(view.words):
            written = match.group()
            right = places.get(_bare(written), "")
            right = right.upper() if written.isupper() else right
            if right and right != written and written[0].isupper() and _is_bare(written):
                yield self._said(view, match, right)
        for match in facts.rules.any_of("accented", 0).finditer(view.words):
            yield self._said(view, match, words[match.group()])
        for ending, right in facts.rules.table("accented_endings").items():
            for match in re.finditer(rf"(?<!\w)[^\W\d_a-zà-ÿ]{{2,}}{ending}(?!\w)", view.words):
                word = match.group()
                if word.isupper() and (len(view.words) == len(word) or " " in view.words):
                    yield self._said(view, match, word[: -len(ending)] + right)

    def _said(self, view: BlockView, match: re.Match[str], right: str) -> Finding:
        message = _("Capitals keep their accents: “{right}”.").format(right=right)
        return self.at(view, match.span(), message, like(match.group(), right))


@lru_cache(maxsize=8)
def _places(gazetteer: Gazetteer, language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Bare → accented names of countries and capitals, without those that another place is called bare."""
    named = [(place.name(language), place.kind) for place in gazetteer.places]
    bare = {name.casefold() for name, _kind in named if _is_bare(name)}
    found = {
        _bare(name): name
        for name, kind in named
        if kind in ("country", "capital") and not _is_bare(name) and _bare(name) not in bare
    }
    forms = {form for name in found.values() for form in (_without(name), _without(name).upper())}
    return found, re.compile(any_word(forms)) if forms else NEVER


def _bare(word: str) -> str:
    return _without(word.casefold())


def _without(word: str) -> str:
    """A word without its accents."""
    letters = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


def _is_bare(word: str) -> bool:
    return _bare(word) == word.casefold()
