"""Numbers that a translation changed, lost or added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation import language_forms as forms
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.figures.compare import Comparison, Side, compare
from desktop.translation.checks.figures.figure import Figure, Weight
from desktop.translation.checks.figures.tokens import written

#: A billion that became a *billón* is the check of large numbers' matter.
_THOUSAND = (1000, 1_000_000)


def left_over(comparison: Comparison) -> list[tuple[Figure | None, Figure | None]]:
    """What does not fit, side by side: (number of the source, number of the target), one of them perhaps missing.

    Soft numbers (*two*, *second*, XIX) are worded away too often to be missed; where one stands against another, they count.
    """
    missing, extra = _of_kind(comparison.missing, many=False), _of_kind(comparison.extra, many=False)
    pairs: list[tuple[Figure | None, Figure | None]] = []
    shared = min(len(missing), len(extra))
    if len(missing) != len(extra) and shared:
        missing, extra = _firm_first(missing, shared), _firm_first(extra, shared)
    pairs.extend(zip(missing[:shared], extra[:shared], strict=True))
    pairs.extend((figure, None) for figure in missing[shared:] if figure.weight is Weight.FIRM)
    pairs.extend((None, figure) for figure in extra[shared:] if figure.weight is Weight.FIRM)
    many, other = _of_kind(comparison.missing, many=True), _of_kind(comparison.extra, many=True)
    pairs.extend(zip(many, other, strict=False))
    return pairs


def _of_kind(figures: Sequence[Figure], *, many: bool) -> list[Figure]:
    return [figure for figure in figures if (figure.weight is Weight.MANY) == many]


def _firm_first(figures: list[Figure], keep: int) -> list[Figure]:
    """The same numbers; the ``keep`` first are firm ones where there are enough, in the order of the text."""
    firm = sorted(figures, key=lambda figure: -figure.weight)
    first = {id(figure) for figure in firm[:keep]}
    return [f for f in figures if id(f) in first] + [f for f in figures if id(f) not in first]


def is_money(side: Side, figure: Figure | None) -> bool:
    """Whether a number is an amount of money."""
    return figure is not None and side.currency(figure) is not None


def is_date(side: Side, figure: Figure | None) -> bool:
    """Whether a number is part of a date."""
    return figure is not None and side.is_dated(figure)


def is_thousandfold(one: Figure | None, other: Figure | None) -> bool:
    """Whether two large numbers differ by a thousand or a million: *billion* and *billón*."""
    if one is None or other is None or min(one.scale, other.scale) < 1000 or max(one.scale, other.scale) < 10**9:
        return False
    larger, smaller = max(one.value, other.value), min(one.value, other.value)
    return smaller > 0 and larger / smaller in _THOUSAND


def corrected(source: Figure, target: Figure, context: PairContext) -> str | None:
    """The source's value in the target's figures, where both are plain figures."""
    if not (source.is_figures and target.is_figures) or target.is_ordinal != source.is_ordinal or target.is_ordinal:
        return None
    style = signs_of(context)
    value = source.value / target.scale
    if source.scale != target.scale and target.scale > 1 and value.denominator not in (1, 2, 4, 5, 10, 20, 100):
        return None
    is_year = source.text.isdecimal() and len(source.text) == 4
    return written(value, style, is_grouped=not is_year)


def signs_of(context: PairContext) -> tuple[str, str]:
    """The signs of grouping and decimals that the house or the language wants in the target."""
    own = forms.separators(context.facts.target_language)[0]
    style = context.facts.style
    return style.thousands or own[0], style.decimal or own[1]


class Numbers(SegmentCheck):
    """By value: 2.3 million is 2.300.000, seventy-four is 74, XIX is 19.ª, a dozen is una docena."""

    name = "numbers"
    title = N_("Numbers")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        facts = context.facts
        found = compare(pair.source.text, pair.target.text, facts.source, facts.target)
        for source, target in left_over(found):
            if self._is_elsewhere(found, source, target):
                continue
            yield number_finding(self, pair, context, source, target)

    def _is_elsewhere(self, found: Comparison, source: Figure | None, target: Figure | None) -> bool:
        """Whether it is another check's matter: money, dates, *billion*."""
        return (
            is_money(found.source, source)
            or is_money(found.target, target)
            or is_date(found.source, source)
            or is_date(found.target, target)
            or is_thousandfold(source, target)
        )


def number_finding(
    check: SegmentCheck, pair: Pair, context: PairContext, source: Figure | None, target: Figure | None
) -> Finding:
    """The finding for a number that does not fit."""
    if source is not None and target is not None:
        message = _("The source says “{source}”, the translation “{target}”.")
        words = message.format(source=source.text, target=target.text)
        fix = corrected(source, target, context)
        end = target.core_end if fix else target.end
        return check.at(pair, (target.start, end), words, fix, source=(source.start, source.end))
    if source is not None:
        words = _("“{source}” of the source is missing in the translation.").format(source=source.text)
        return check.at(pair, (0, 0), words, source=(source.start, source.end))
    assert target is not None
    words = _("“{target}” is not in the source.").format(target=target.text)
    return check.at(pair, (target.start, target.end), words)
