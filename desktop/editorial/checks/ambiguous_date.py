"""Short dates: 08/11 is August to one reader and November to another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _

_SHORT = re.compile(r"(?<![\w/.,\-–+])(\d{1,2})(?P<sep>[/.\-])(\d{1,2})(?:(?P=sep)(\d{4}|\d{2}))?(?![\w/\-–]|[.,]\d)")
_FRACTIONS = frozenset({2, 3, 4, 5, 8, 10})


class AmbiguousDate(BlockCheck):
    """Dates in figures. One that can only be read in one way comes with the written date as its fix."""

    name = "ambiguous-date"
    title = N_("Short dates")

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        for match in _SHORT.finditer(view.words):
            first, second = int(match[1]), int(match[3])
            year = _year(match[4])
            if not _is_date(match, first, second) or match.group() in facts.rules.words("short_date_ok"):
                continue
            readings = [(first, second)] if second <= 12 else []
            readings += [(second, first)] if first <= 12 and first != second else []
            written = [facts.rules.date(day, month, year) for day, month in readings]
            if len(written) > 1:
                message = _("“{found}” can be {one} or {other}: write the month as a word.")
                yield self.at(view, match.span(), message.format(found=match.group(), one=written[0], other=written[1]))
            elif written:
                message = _("Write the month as a word: {date}.").format(date=written[0])
                yield self.at(view, match.span(), message, written[0], severity=Severity.SUGGESTION)


def _year(written: str | None) -> int:
    if not written:
        return 0
    return int(written) if len(written) == 4 else 2000 + int(written)


def _is_date(match: re.Match[str], first: int, second: int) -> bool:
    """Whether two numbers are a day and a month, and no fraction, range or decimal."""
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return False
    if match[4] and (match["sep"] == "/" or len(match[4]) == 4):
        return True
    if match[4] or match["sep"] != "/":
        return False
    is_padded = match[1].startswith("0") or match[3].startswith("0")
    return is_padded or not (first < second and second in _FRACTIONS)
