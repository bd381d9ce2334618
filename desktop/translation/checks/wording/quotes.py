"""Quotation marks of a translation: paired, of one kind, not lost, nested, and the stop on its side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable
from functools import lru_cache

from desktop.domain.finding import Finding, Fix, Replacement, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.wording.text import prose, quoted

_OPEN, _CLOSE = "“«„", "”»"
_APOSTROPHES = re.compile(r"(?<=\w)[’'](?=\w)")
#: So many marks of one kind in the other pairs are a habit.
_HABIT = 3
_INCHES = re.compile(r'(?<=\d)"')


def balance(words: str) -> tuple[int, int]:
    """How many typographic marks stay open at the end (negative: close what was not opened), and straight ones odd."""
    words = _INCHES.sub(" ", words)
    opened = sum(sign in _OPEN for sign in words) - sum(sign in _CLOSE for sign in words)
    return opened, words.count('"') % 2


def kinds(words: str) -> Counter[str]:
    """How often each kind of quotation mark opens."""
    found = Counter({"“”": words.count("“"), "«»": words.count("«"), '""': _INCHES.sub(" ", words).count('"') // 2})
    return +found


@lru_cache(maxsize=4)
def _counts(context: PairContext) -> tuple[tuple[str, int, int], ...]:
    """``(kind, how often, in how many pairs)`` of the whole translation, in alphabetical order."""
    counted: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for pair in context.translated:
        here = kinds(prose(pair.target))
        counted += here
        pairs.update(here.keys())
    return tuple((kind, counted[kind], pairs[kind]) for kind in sorted(counted))


@lru_cache(maxsize=4)
def _stops_inside(context: PairContext) -> bool:
    """Whether the text's habit is the stop before the closing mark."""
    inside = sum(len(re.findall(r"\w\.[”»\"]", prose(p.target))) for p in context.translated)
    outside = sum(len(re.findall(r"\w[”»\"]\.", prose(p.target))) for p in context.translated)
    return inside >= 3 and inside > outside


class QuotePairing(SegmentCheck):
    """A mark may stay open where the source's stays open: then the quotation runs on in the next sentence."""

    name = "pair-quote-balance"
    title = N_("Quotation marks that do not pair, or are lost")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = prose(pair.source), prose(pair.target)
        theirs, ours = balance(source), balance(target)
        marks = [match.start() for match in re.finditer('[“”«»„"]', target)]
        if ours != (0, 0) and (
            theirs == (0, 0) or ours[0] * theirs[0] < 0 or abs(ours[0]) > abs(theirs[0]) + theirs[1]
        ):
            at = _odd_one(target)
            yield self.at(pair, (at, at + 1), _("This quotation mark has no partner."))
        elif mixed := list(_mixed(target)):
            yield self.at(pair, mixed[0], _("The quotation opens with one kind of mark and closes with another."))
        elif not marks and "—" not in target and "‘" not in target:
            long = [span for span in quoted(source) if len(source[slice(*span)].split()) >= 4]
            if long:
                yield self.at(pair, (0, 0), _("The quotation marks of the source are lost."), source=long[0])


def _odd_one(target: str) -> int:
    """The place of the mark without a partner."""
    stack: list[int] = []
    for match in re.finditer('[“”«»„"]', target):
        sign = match.group()
        if sign in _OPEN or (sign == '"' and not (stack and target[stack[-1]] == '"')):
            stack.append(match.start())
        elif stack:
            stack.pop()
        else:
            return match.start()
    return stack[-1] if stack else target.find('"')


def _mixed(target: str) -> Iterable[tuple[int, int]]:
    partner = {"“": "”", "«": "»"}
    stack: list[tuple[str, int]] = []
    for match in re.finditer("[“”«»]", target):
        sign = match.group()
        if sign in partner:
            stack.append((sign, match.start()))
        elif stack:
            opening, at = stack.pop()
            if partner[opening] != sign:
                yield at, match.end()


class QuoteMarks(SegmentCheck):
    """Marks that the language or the house does not write, straight ones among curly ones, one kind inside itself.

    ``quote_marks`` are the kinds of a language, the first its own; a house's ``quotes`` go before. Where the text has
    a clear habit, the odd one is told.
    """

    name = "pair-quote-style"
    title = N_("Kind of quotation marks")
    severity = Severity.WARNING

    def depends_on(self, context: PairContext) -> Hashable:
        return _counts(context)

    def _habit(self, context: PairContext, pair: Pair) -> str:
        """The kind that all other pairs have, but for one; empty where there is none."""
        here = kinds(prose(pair.target))
        counts = _counts(context)
        others = {kind: (times - here[kind], pairs - (kind in here)) for kind, times, pairs in counts}
        first = max(others, key=lambda kind: others[kind][0], default="")
        strays = sum(pairs for kind, (_times, pairs) in others.items() if kind != first)
        is_clear = first and others[first][0] >= _HABIT and strays <= 1
        return first if is_clear else ""

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        rules = context.facts.target
        habit = self._wanted(context) or self._habit(context, pair)
        target, source = prose(pair.target), prose(pair.source)
        allowed = rules.words("quote_marks")
        if not allowed:
            return
        outer = self._outermost(target)
        for kind, start, end in outer:
            if kind == '""':
                wanted = "" if habit == '""' or (not habit and '"' in source) else (habit or allowed[0])
            elif kind not in allowed:
                wanted = habit if habit in allowed else allowed[0]
            else:
                wanted = habit if habit and habit != '""' else ""
            if wanted and wanted != kind:
                message = _("Quotation marks are written {quotes} here.").format(quotes="…".join(wanted))
                fix = Fix(
                    (
                        Replacement(pair.id, start, start + 1, wanted[0]),
                        Replacement(pair.id, end - 1, end, wanted[1]),
                    )
                )
                yield self.at(pair, (start, end), message, fix)
        yield from self._nested(pair, target)

    def _wanted(self, context: PairContext) -> str:
        """What the house writes, where the office chose a house."""
        return context.facts.style.quotes

    def _outermost(self, target: str) -> list[tuple[str, int, int]]:
        found, depth, begin, kind = [], 0, 0, ""
        for match in re.finditer('[“”«»"]', target):
            sign = match.group()
            is_opening = sign in _OPEN or (sign == '"' and not (depth and kind == '""'))
            if is_opening:
                if depth == 0:
                    begin, kind = match.start(), {"“": "“”", "«": "«»"}.get(sign, '""')
                depth += 1
            elif depth:
                depth -= 1
                if depth == 0:
                    found.append((kind, begin, match.end()))
        return found

    def _nested(self, pair: Pair, target: str) -> Iterable[Finding]:
        for opening, closing in ("“”", "«»"):
            for match in re.finditer(
                rf"{opening}[^{opening}{closing}]*({opening}[^{opening}{closing}]*{closing})", target
            ):
                if closing in target[match.end() :]:
                    yield self.at(pair, match.span(1), _("Marks inside a quotation are of another kind."))


class StopAndQuote(SegmentCheck):
    """``stop_outside`` says that comma and stop stand after the closing mark; ``comma_inside`` the other way.

    A stop inside is left alone where it is the text's habit.
    """

    name = "pair-stop-and-quote"
    title = N_("Comma and stop beside the closing quotation mark")
    severity = Severity.WARNING

    def depends_on(self, context: PairContext) -> Hashable:
        return _stops_inside(context)

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        rules, target = context.facts.target, prose(pair.target)
        if rules.text("stop_outside"):
            for match in re.finditer(r"(?<=\w)([,.])([”»]|\"(?!\w))", target):
                is_stop = match[1] == "."
                if is_stop and (
                    _stops_inside(context) or rules.pattern("abbreviation_end").search(target[: match.end(1)])
                ):
                    continue
                message = _("Comma and stop stand after the closing mark: {right}").format(right=match[2] + match[1])
                yield self.at(pair, match.span(), message, match[2] + match[1])
        elif rules.text("comma_inside"):
            for match in re.finditer(r"([“\"])([A-ZÀ-Þ][^“”\"]{12,})([”\"]),(?=\s)", target):
                if len(match[2].split()) >= 4 and rules.any_of("said").search(target[match.end() : match.end() + 60]):
                    right = f",{match[3]}"
                    message = _("The comma stands before the closing mark: {right}").format(right=right)
                    yield self.at(pair, (match.end() - 2, match.end()), message, right)
