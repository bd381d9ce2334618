"""Titles that agree with their article and with the person who bears them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from desktop.domain.finding import Finding
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.ports import Rules
from desktop.translation.checks.wording.text import like, prose


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@lru_cache(maxsize=8)
def _patterns(rules: Rules) -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """Each pattern with a wrong form in its group ``wrong``, and the right form of every such form."""
    titles = rules.table("title_genders") | rules.table("more_title_genders")
    if not titles:
        return ()
    found: list[tuple[re.Pattern[str], dict[str, str]]] = []
    sides = (
        (rules.words("feminine_articles"), rules.words("feminine_names"), titles),
        (rules.words("masculine_articles"), rules.words("masculine_names"), {v: k for k, v in titles.items()}),
    )
    surname = r"(?:\s(?:de|del|la|los|y|von|van)\b|\s[A-ZÀ-Þ][\w.-]+){0,4}"
    for articles, names, change in sides:
        wrong = rf"(?P<wrong>{_any(change)})(?!\w)"
        if articles:
            found.append((re.compile(rf"(?<!\w)(?:{_any(articles)})\s{wrong}", re.IGNORECASE), change))
        if names:
            person = rf"(?<!\w)(?:{_any(names)}){surname}"
            found.append((re.compile(rf"{person},\s(?i:{wrong})"), change))
            between = r"(?:\s(?:general|regional|nacional|ejecutiv[oa]|adjunt[oa]|de\s\w+|\w+))?"
            found.append((re.compile(rf"(?<!\w)(?i:{wrong}){between},?\s(?:{_any(names)})(?!\w)"), change))
    return tuple(found)


class TitleGenders(SegmentCheck):
    """``title_genders`` names masculine → feminine; articles, and first names of one gender only, say which is meant."""

    name = "pair-gendered-titles"
    title = N_("Gender of titles in the translation")

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        words = prose(pair.target)
        for pattern, change in _patterns(context.facts.target):
            for match in pattern.finditer(words):
                written = match["wrong"]
                right = like(written, change[written.casefold()])
                message = _("The person or the article asks for “{right}”.").format(right=right)
                yield self.at(pair, match.span("wrong"), message, right)
