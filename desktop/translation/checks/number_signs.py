"""The signs of thousands and decimals in the translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable
from fractions import Fraction
from functools import lru_cache

from desktop.domain.finding import Finding
from desktop.i18n import N_, _
from desktop.translation import language_forms as forms
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.figures.compare import Comparison, compare
from desktop.translation.checks.figures.figure import Figure, Style
from desktop.translation.checks.figures.tokens import written
from desktop.translation.checks.numbers import signs_of

_BLANKS = frozenset(" \u00a0\u202f\u2009")
#: So many numbers, and so large a share of all, make another way than the house's the text's own.
_ENOUGH, _SHARE = 4, 0.8
_FULL_YEAR = (1900, 2100)


class NumberSigns(SegmentCheck):
    """44.1 left in a Spanish text, 2.014 for a year, 750,000 beside 1.200.

    Where nearly all numbers of the text are written the other of a language's ways (Mexico's 6.5), that way counts.
    """

    name = "number-signs"
    title = N_("Signs of thousands and decimals")

    def depends_on(self, context: PairContext) -> Hashable:
        return habit(context)

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        facts = context.facts
        found = compare(pair.source.text, pair.target.text, facts.source, facts.target)
        wanted = habit(context)
        seen: set[int] = set()
        for source, target in found.matched:
            if target.start in seen or not target.styles or target.text.isdecimal():
                continue
            seen.add(target.start)
            if _is_numbering(found, target):
                continue
            if _is_year(source, target):
                fix = source.text if source.text.isdecimal() else None
                words = _("A year has no sign of thousands: {year}.").format(year=source.text)
                yield self.at(pair, (target.start, target.core_end), words, fix, source=(source.start, source.end))
                continue
            style = style_used(source, target, wanted)
            if style is not None and not _agrees(found.target.text[target.start : target.core_end], style, wanted):
                value = source_value(source, target) / target.scale
                fix = written(value, (wanted[0] or style[0], wanted[1]))
                message = (
                    _("In this text it is written {wanted}.")
                    if fix
                    else _("This number has other signs than the text’s others.")
                )
                words = message.format(wanted=fix or "")
                yield self.at(pair, (target.start, target.core_end), words, fix, source=(source.start, source.end))


def source_value(source: Figure, target: Figure) -> Fraction:
    """The value in which both agree."""
    return next(value for value in source.values if value in target.values)


def style_used(source: Figure, target: Figure, wanted: Style) -> Style | None:
    """The signs with which the target's figures say the source's value; the wanted ones first."""
    fitting = [style for value, style in target.styles if value in source.values]
    return next((style for style in fitting if style == wanted), fitting[0] if fitting else None)


def _agrees(figures: str, style: Style, wanted: Style) -> bool:
    """Whether the signs that are really there are the wanted ones; blanks as thousands are always right beside a right decimal."""
    if style[1] in figures and _is_decimal(figures, style[1]) and style[1] != wanted[1]:
        return False
    if style[0] in figures and not (_is_decimal(figures, style[1]) and style[0] == style[1]):
        return (
            style[0] == wanted[0]
            or (style[0] in _BLANKS and wanted[0] in _BLANKS)
            or (style[0] in _BLANKS and wanted[1] == ",")
        )
    return True


def _is_decimal(figures: str, sign: str) -> bool:
    return sign in figures


def _is_year(source: Figure, target: Figure) -> bool:
    if not (source.text.isdecimal() and _FULL_YEAR[0] <= source.value <= _FULL_YEAR[1]):
        return False
    return re.fullmatch(r"[12][.,\s\u00a0\u202f]\d{3}", target.text) is not None and source.value % 100 != 0


def _is_numbering(found: Comparison, target: Figure) -> bool:
    """Whether it is a section's number (*artículo 4.2*, *meta 8.7*), which stands alike in both."""
    text = found.target.text
    is_same = re.search(rf"(?<![\d.,]){re.escape(target.text)}(?![\d])", found.source.text) is not None
    before = re.search(r"([^\W\d_]+)[.º°]*\s(?:[\d.,]+\s(?:y|and|et|e|a|to)\s)?$", text[: target.start])
    is_section = before is not None and before[1].casefold() in found.target.rules.set_of("number_after_section")
    return is_same and (
        is_section or (text[target.end : target.end + 1] == "." and text[target.end + 1 : target.end + 2].isdecimal())
    )


@lru_cache(maxsize=4)
def habit(context: PairContext) -> Style:
    """The signs that count in this text: the house's, or the other way of the language if nearly all follow it."""
    wanted = signs_of(context)
    facts = context.facts
    others = [style for style in forms.separators(facts.target_language) if style[1] != wanted[1]]
    if not others:
        return wanted
    counts: Counter[bool] = Counter()
    for pair in context.translated:
        for source, target in compare(pair.source.text, pair.target.text, facts.source, facts.target).matched:
            is_plain = target.text[: target.core_end - target.start].isdecimal()
            style = style_used(source, target, wanted) if target.styles and not is_plain else None
            if style is not None:
                counts[style[1] == wanted[1]] += 1
    total = counts[True] + counts[False]
    return others[0] if counts[False] >= _ENOUGH and counts[False] >= _SHARE * total else wanted
