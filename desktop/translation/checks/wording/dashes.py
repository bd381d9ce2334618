"""Dashes and ellipses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Fix, Replacement, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.wording.text import prose

_END = r"(?=[\s.,;:!?)”»]|$)"


class Dashes(SegmentCheck):
    """A hyphen for a dash, a dash with a blank on one side, an aside that does not close, a spaced range.

    ``tight_dashes`` says that the long dash of an aside clings to it; ``dash_speech`` are verbs after which it stays open.
    """

    name = "pair-dashes"
    title = N_("Dashes")
    severity = Severity.SUGGESTION

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = prose(pair.source), prose(pair.target)
        rules = context.facts.target
        yield from self._hyphens(pair, source, target)
        yield from self._ranges(pair, target)
        tight = bool(rules.text("tight_dashes"))
        if tight:
            yield from self._asides(pair, target, rules.pattern("dash_speech"))
            yield from self._spaced(pair, target)
        else:
            for match in re.finditer(r"(?<=[^\s—–-]) –(?=\w)|(?<=[a-zà-ÿ])– (?=\w)", target):
                if not target[: match.start()].strip().isdigit():
                    yield self.at(pair, match.span(), _("This dash wants a blank on both sides, or on none."), " – ")
        ends = re.compile(r"^\s*[–—-]\s.*\s[–—-]\s*$", re.DOTALL)
        if ends.match(source) and not ends.match(target):
            yield self.at(pair, (0, len(target)), _("The dashes on both sides of this line are not both here."))

    def _hyphens(self, pair: Pair, source: str, target: str) -> Iterable[Finding]:
        if re.search(r"\s-{1,2}\s", source):
            return
        found = list(re.finditer(r"(?<=[^\s-])\s--?\s(?=\S)", target))
        if found:
            fix = Fix(tuple(Replacement(pair.id, *match.span(), " – ") for match in found))
            yield self.at(pair, found[0].span(), _("A hyphen stands where a dash belongs."), fix)

    def _ranges(self, pair: Pair, target: str) -> Iterable[Finding]:
        for match in re.finditer(r"(?<![\d–-])((?:19|20)\d\d) ([–-]) ((?:19|20)\d\d)(?!\d)", target):
            right = f"{match[1]}{match[2]}{match[3]}"
            yield self.at(pair, match.span(), _("A range has no blanks around its dash."), right)

    def _asides(self, pair: Pair, target: str, speech: re.Pattern[str]) -> Iterable[Finding]:
        at = 0
        while (opening := re.compile(r"(?<=[^\s—–]\s)[—–](?=[\w“«(¿¡])").search(target, at)) is not None:
            closing = re.compile(rf"(?<=\S)[—–]{_END}").search(target, opening.end())
            if closing is None:
                if not speech.match(target, opening.end()):
                    yield self.at(pair, opening.span(), _("This aside opens with a dash and does not close."))
                return
            at = closing.end()

    def _spaced(self, pair: Pair, target: str) -> Iterable[Finding]:
        found = list(re.finditer(r"(?<=\w) — (?=\w)", target))
        if len(found) == 2:
            first, second = found
            edits = (Replacement(pair.id, *first.span(), " —"), Replacement(pair.id, *second.span(), "— "))
            message = _("The dashes of an aside stand close to it.")
            yield self.at(pair, (first.start(), second.end()), message, Fix(edits))


class Ellipses(SegmentCheck):
    """Two points, four points, points after *etc.*, and three points where the source has the sign."""

    name = "pair-ellipsis"
    title = N_("Ellipses")
    severity = Severity.WARNING

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = prose(pair.source), prose(pair.target)
        for match in re.finditer(r"(?<![.…/])\.{2}(?![./])|(?<!\.)\.{4,6}(?!\.)|…\.+|\.+…", target):
            if match.group() not in source:
                right = "…" if "…" in source or "…" in match.group() else "..."
                is_slip = match.group() == ".." and "…" not in source and "..." not in source
                yield self.at(pair, match.span(), _("An ellipsis has three points."), "." if is_slip else right)
        for match in re.finditer(r"(?<=etc)(?:\.\.\.|…)", target, re.IGNORECASE):
            yield self.at(pair, match.span(), _("After “etc.” there is no ellipsis."), ".")
        if "…" in source and "..." not in source:
            for match in re.finditer(r"(?<!\.)\.{3}(?!\.)", target):
                yield self.at(pair, match.span(), _("The source has the sign “…”."), "…", severity=Severity.SUGGESTION)
