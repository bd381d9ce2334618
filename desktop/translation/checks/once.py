"""One error is told once: of two findings that mean the same, the one that says more stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from desktop.domain.finding import Finding

#: Check → the checks that say the same better. It is silent where one of them tells the same place.
_YIELDS = {
    "pair-spelling": frozenset(
        [
            "dates",
            "same-as-source",
            "pair-leftover-words",
            "pair-capitals",
            "pair-names",
            "pair-accented-capitals",
            "pair-repeated-words",
            "pair-lower-case",
            "pair-spacing",
        ]
    ),
    "pair-term-forbidden": frozenset(["pair-trafficking-smuggling", "pair-false-friends", "billion"]),
    "pair-false-friends": frozenset(["billion", "pair-trafficking-smuggling"]),
    "numbers": frozenset(["times", "dates", "money", "percentages", "phones-emails", "web-addresses", "billion"]),
    "pair-accented-capitals": frozenset(["pair-names"]),
    "pair-leftover-words": frozenset(["pair-acronyms"]),
    "pair-quote-style": frozenset(["pair-quote-balance"]),
    "pair-lower-case": frozenset(["pair-names"]),
    "pair-places": frozenset(["dateline-city", "pair-names"]),
    "dates": frozenset(["pair-capitals", "pair-lower-case"]),
}
#: The same, wherever in the pair: these are said of a missing word, which has no place, or of the whole line.
_YIELDS_IN_PAIR = {
    "pair-term-missing": frozenset(
        [
            "pair-trafficking-smuggling",
            "pair-term-forbidden",
            "pair-leftover-words",
            "pair-false-friends",
            "same-as-source",
            "missing-sentence",
            "length",
            "percentages",
            "billion",
        ]
    ),
    "pair-leftover-words": frozenset(["same-as-source"]),
    "pair-spelling": frozenset(["same-as-source"]),
    "speaker": frozenset(["pair-names"]),
    "numbers": frozenset(["times"]),
    "pair-end-punctuation": frozenset(["missing-sentence", "pair-opening-marks"]),
    "length": frozenset(["missing-sentence"]),
    "brackets": frozenset(["marks"]),
}
#: Told once in a pair: their second finding is the other half of the first.
_ONCE_IN_PAIR = frozenset(["brackets"])


def tell_once(found: Iterable[Finding]) -> list[Finding]:
    """The findings without those whose error another one tells better. A check that is off makes none silent."""
    by_pair: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        by_pair[finding.block_id].append(finding)
    return [each for mine in by_pair.values() for each in (mine if len(mine) == 1 else _of_pair(mine))]


def _of_pair(found: Sequence[Finding]) -> Iterable[Finding]:
    checks = {each.check for each in found}
    kept: list[Finding] = []
    for each in found:
        if checks & _YIELDS_IN_PAIR.get(each.check, frozenset()):
            continue
        better = _YIELDS.get(each.check, frozenset())
        if any(other.check in better and (_overlap(each, other) or _is_beside(each, other)) for other in found):
            continue
        if any(other.check == each.check and _is_again(each, other) for other in kept):
            continue
        kept.append(each)
    return kept


def _is_again(each: Finding, other: Finding) -> bool:
    """Whether one check tells the same place, or the other half of the same, a second time."""
    return each.check in _ONCE_IN_PAIR or _touch((each.start, each.end), (other.start, other.end))


def _overlap(one: Finding, other: Finding) -> bool:
    return _touch((one.start, one.end), (other.start, other.end)) or _touch(one.source_span, other.source_span)


def _is_beside(one: Finding, other: Finding) -> bool:
    """Whether a word no dictionary has stands right beside words of the source's language."""
    gap = max(one.start, other.start) - min(one.end, other.end)
    return one.check == "pair-spelling" and other.check == "pair-leftover-words" and gap <= 1


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])
