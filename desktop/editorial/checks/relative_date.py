"""Days that depend on when one reads: today, this week, last year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import BlockView, CheckContext
from desktop.editorial.checks.facts import CheckFacts
from desktop.editorial.checks.hazards import like
from desktop.editorial.checks.rules import LanguageRules
from desktop.i18n import N_, _

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class RelativeDate(Check):
    """Says which day is meant if the text leaves on its day; a fix only where the text's own years agree with it."""

    name = "relative-date"
    title = N_("Relative dates")
    severity = Severity.SUGGESTION

    def find(self, context: CheckContext) -> Iterable[Finding]:
        facts = context.facts
        years = [int(year) for view in context.views for year in _YEAR.findall(view.words)]
        is_current = not years or max(years) >= facts.published_on.year
        for view in context.views:
            if view.kind in (BlockKind.CONTACT, BlockKind.BOILERPLATE):
                continue
            for match, row in _named_days(view, facts.rules):
                yield self._about(view, match, row, facts, is_safe=is_current)

    def _about(
        self, view: BlockView, match: re.Match[str], row: dict[str, str], facts: CheckFacts, *, is_safe: bool
    ) -> Finding:
        meant, values = _resolved(row, facts)
        message = _("“{found}” will mean {date} when this text leaves; say the date if it is read later.")
        fix = None
        if is_safe and "fix" in row:
            before = view.words[: match.start()].rstrip().rsplit(" ", 1)[-1].casefold()
            form = row["fix_after"] if before in facts.rules.set_of("date_prepositions") else row["fix"]
            fix = like(match.group(), form.format(**values))
        return self.at(view, match.span(), message.format(found=match.group(), date=meant), fix)


@lru_cache(maxsize=4096)
def _named_days(view: BlockView, rules: LanguageRules) -> tuple[tuple[re.Match[str], dict[str, str]], ...]:
    """What a block names by its distance from today, outside quotations; kept, because a view never changes."""
    return tuple(
        (match, row)
        for row in rules.rows("relative")
        for match in re.finditer(rf"(?<!\w)(?:{row['pattern']})(?![\w’'])", view.words, re.IGNORECASE)
        if not view.is_quoted(match.start())
    )


def _resolved(row: dict[str, str], facts: CheckFacts) -> tuple[str, dict[str, str]]:
    """What a row of the table means on the day, as words of the text's language, and the values its fixes take."""
    today, by, rules = facts.published_on, int(row.get("by", "0")), facts.rules
    if row["unit"] == "year":
        return str(today.year + by), {"year": str(today.year + by)}
    if row["unit"] == "month":
        months = today.year * 12 + today.month - 1 + by
        year, month = months // 12, months % 12
        words = rules.text("month_form").format(month=rules.months[month], year=year)
        return words, {"month": words}
    if row["unit"] == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=by)
        return f"{_words(monday, facts)} – {_words(monday + timedelta(days=6), facts)}", {}
    day = _words(today + timedelta(days=by), facts)
    return day, {"date": day}


def _words(day: date, facts: CheckFacts) -> str:
    return facts.rules.date(day.day, day.month, day.year)
