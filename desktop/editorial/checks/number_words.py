"""Small numbers in words, larger ones in figures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _

_FIGURE = re.compile(r"(?<![\w.,/:+#°$€£%)\-–/])(\d{1,2})(?=\s+[^\W\d_])")
_BEFORE = re.compile(r"([^\W\d_][\w.]*)[\s(]*$")
_AFTER = re.compile(r"\s+([^\W\d_](?:[\w-]|\.(?=\w))*\.?)")
_RANGE_AFTER = re.compile(r"\s+\S{1,5}\s+\d")
_RANGE_BEFORE = re.compile(r"\d\s+\S{1,5}\s+$|\d[,;]\s+$")


class NumberWords(BlockCheck):
    """Figures up to the house's limit that stand before a noun, and figures that begin a sentence."""

    name = "number-words"
    title = N_("Numbers in words")
    severity = Severity.SUGGESTION
    kinds = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        limit, names = facts.style.words_up_to, facts.rules.words("number_names")
        if not limit or not names:
            return
        for match in _FIGURE.finditer(view.words):
            number = int(match[1])
            if view.is_quoted(match.start()) or self._is_measure(view.words, match, facts):
                continue
            if view.begins_sentence(match.start()) and view.kind is not BlockKind.LIST_ITEM:
                yield self.at(
                    view, match.span(), _("A sentence does not begin with a figure: write the number in words.")
                )
            elif 0 < number <= limit and not match[1].startswith("0"):
                message = _("Numbers up to {limit} are written in words: “{words}”.")
                words = names[number] if number < len(names) else ""
                is_plain = str(number) not in facts.rules.words("number_with_gender")
                yield self.at(view, match.span(), message.format(limit=limit, words=words), words if is_plain else None)

    @staticmethod
    def _is_measure(text: str, match: re.Match[str], facts: CheckFacts) -> bool:
        """Dates, times, ages, units, ranges and numbered things keep their figures."""
        before, after = _BEFORE.search(text[: match.start()]), _AFTER.match(text, match.end())
        rules = facts.rules
        if before and before[1].casefold() in rules.set_of("number_after"):
            return True
        if after and (
            after[1].casefold().rstrip(".") in {word.rstrip(".") for word in rules.set_of("number_before")}
            or after[1].casefold() in rules.set_of("months")
        ):
            return True
        tail = text[match.end() : match.end() + 24].casefold()
        is_date = any(f" {month.casefold()}" in tail[:18] for month in rules.months)
        is_range = _RANGE_AFTER.match(text, match.end()) or _RANGE_BEFORE.search(text[: match.start()])
        return is_date or is_range is not None
