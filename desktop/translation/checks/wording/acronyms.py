"""Acronyms that have another form in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.ports import Rules
from desktop.translation.checks.wording.text import inside, kept_quotes, primary, prose

_ACRONYM = re.compile(r"(?<![\w@./-])(?:[A-Z]\.\s?){2,3}|(?<![\w@])[A-Z][A-Z0-9]{1,6}(?:s?(?![\w]))")


def _found(words: str) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for match in _ACRONYM.finditer(words):
        written = match.group().replace(".", "").replace(" ", "")
        found.setdefault(written.removesuffix("s"), match.span())
    return found


def _table(rules: Rules, source: str) -> dict[str, tuple[str, ...]]:
    """Acronym of the source's language → what it may be here."""
    return {theirs: tuple(ours.split("|")) for theirs, ours in rules.table(f"acronyms_from_{source}").items()}


class Acronyms(SegmentCheck):
    """``acronyms_from_<language>`` gives the forms here of each of the source's; the first is offered.

    Told are a form of the source's language that was kept, and another body's acronym in place of the right one.
    """

    name = "pair-acronyms"
    title = N_("Acronyms in the other language")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        facts = context.facts
        table = _table(facts.target, primary(facts.source_language))
        if not table:
            return
        source, target = prose(pair.source), prose(pair.target)
        theirs, ours = _found(source), _found(target)
        if target.isupper() and len(target.split()) > 6:
            ours = {word: span for word, span in ours.items() if len(word) > 2}
        right = {form for forms in table.values() for form in forms}
        kept = tuple(
            span for span in kept_quotes(pair.source.text, pair.target.text) if " " in target[slice(*span)].strip()
        )
        explained = facts.target.pattern("acronym_kept")
        for word, span in ours.items():
            is_foreign = word in table and word not in right
            if not is_foreign or inside(kept, span[0]) or explained.search(target):
                continue
            instead = table[word][0]
            expected = [form for name in theirs if name in table for form in table[name]]
            missing = [form for form in expected if form not in ours]
            if word not in theirs and missing:
                instead = missing[0]
            message = _("Here this is “{right}”.").format(right=instead)
            yield self.at(pair, span, message, instead, source=theirs.get(word, (0, 0)))
        yield from self._swapped(pair, table, theirs, ours)

    def _swapped(
        self,
        pair: Pair,
        table: dict[str, tuple[str, ...]],
        theirs: dict[str, tuple[int, int]],
        ours: dict[str, tuple[int, int]],
    ) -> Iterable[Finding]:
        """Another known body in place of the one the source names."""
        right = {form for forms in table.values() for form in forms}
        expected = {form for name in theirs for form in (*table.get(name, ()), name)}
        extra = [word for word in ours if word in right and word not in expected and word not in table]
        missing = [name for name in theirs if name in table and not set(table[name]) & ours.keys() and name not in ours]
        if len(extra) == 1 and len(missing) == 1:
            instead = table[missing[0]][0]
            message = _("The source has “{theirs}”, which is “{right}” here.").format(theirs=missing[0], right=instead)
            yield self.at(pair, ours[extra[0]], message, instead, source=theirs[missing[0]])
