"""Titles that agree with the article before them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.editorial.checks.hazards import like
from desktop.editorial.checks.rules import any_word
from desktop.i18n import N_, _


class GenderedTitles(BlockCheck):
    """``title_genders`` names masculine → feminine, ``adjective_genders`` what may follow; articles say which is meant."""

    name = "gendered-titles"
    title = N_("Gender of titles")

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        titles, adjectives = facts.rules.table("title_genders"), facts.rules.table("adjective_genders")
        for articles, wrong in (("feminine_articles", False), ("masculine_articles", True)):
            change = {v: k for k, v in titles.items()} if wrong else titles
            also = {v: k for k, v in adjectives.items()} if wrong else adjectives
            yield from self._agree(view, facts.rules.words(articles), change, also)

    def _agree(
        self, view: BlockView, articles: tuple[str, ...], change: dict[str, str], also: dict[str, str]
    ) -> Iterable[Finding]:
        if not articles or not change:
            return
        titles = any_word({*change, *change.values()})
        following = rf"(?:\s({any_word(also)}))?" if also else "()"
        pattern = re.compile(rf"{any_word(articles)}\s({titles}){following}", re.IGNORECASE)
        for match in pattern.finditer(view.words):
            for group, words in ((1, change), (2, also)):
                written = match[group] or ""
                right = words.get(written.casefold(), "")
                if right:
                    right = like(written, right)
                    message = _("The article asks for “{right}”.").format(right=right)
                    yield self.at(view, match.span(group), message, right)
