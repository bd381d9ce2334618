"""What a percentage means: the one published definition (see also the help page "Translation memory").

========  ==================================================================================================
102 %     the very sentence, between the same two neighbours, in the same line of releases
101 %     the very sentence, between the same two neighbours
100 %     the very sentence: text and marks are equal (white space at its ends does not count)
99 %      only marks differ (emphasis, a link's address), or white space
98 %      only case, punctuation, quotes or dashes differ
97 %      only numbers or dates differ, and all were swapped into the translation
96 %      only numbers or dates differ, and at least one could not be swapped in
95 %      numbers and punctuation differ
≤ 94 %    fuzzy: ``100 * (1 - edits / words)``, rounded down, where ``edits`` is the Levenshtein distance between
          the two sentences as words and ``words`` the longer one's count
========  ==================================================================================================

A word is what :func:`desktop.translation.words.folded` makes of a text: letters without case, no punctuation, meaning-bearing signs
(%, $, ?) kept; every number counts as the same word. The ends of a text are neighbours too. A question mark that
comes or goes is a word, not punctuation.

Penalties are taken off afterwards and shown: aligned by a program 2, by machine 15, written for another variety of the
language (en-GB for en-US) 1, and 1 for each gap or protected stretch that only one of the two sentences has, at most 5.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache, lru_cache

from desktop.domain.richtext import ATOMIC_MARKS, MarkKind, RichText
from desktop.domain.segment import Segment
from desktop.domain.unit import TranslationUnit, UnitOrigin
from desktop.translation import language_forms as forms
from desktop.translation.chips import carry_chips, chips
from desktop.translation.memory.match import (
    Asked,
    Difference,
    Explanation,
    Match,
    MatchClass,
    Penalty,
    PenaltyReason,
    Swap,
)
from desktop.translation.memory.words import NUMBER, distance, match_words
from desktop.translation.number_changes import apply_numbers
from desktop.translation.numbers import as_roman, find_numbers, masked
from desktop.translation.words import folded, is_cosmetic, tokens

#: What is offered where nobody says otherwise.
LEAST = 60
_BEST_FUZZY = 94
_PENALTIES = {UnitOrigin.ALIGNED: (PenaltyReason.ALIGNED, 2), UnitOrigin.MACHINE: (PenaltyReason.MACHINE, 15)}
_NUMBERS_SWAPPED = 97
_MOST_MARKS = 5
_MOST_NUMBER_WORDS = 4


def score(asked: Asked, unit: TranslationUnit, *, least: int = LEAST) -> Match | None:
    """The unit as a match for a sentence; ``None`` where it serves other languages or is less than ``least`` alike."""
    match = rate(asked, unit, least=least)
    return None if match is None else fitted(asked, match)


def rate(asked: Asked, unit: TranslationUnit, *, least: int = LEAST) -> Match | None:
    """As :func:`score`, with the translation as it is kept: numbers are not swapped in yet."""
    sides = sides_for(asked, unit)
    if sides is None:
        return None
    source, target, is_reversed = sides
    base = _same(asked, source, unit, is_reversed=is_reversed) or _alike(asked.source, source, least)
    if base is None:
        return None
    penalties = _penalties(asked, unit, source, is_reversed=is_reversed)
    percent = base.base - sum(penalty.points for penalty in penalties)
    if percent < least:
        return None
    return Match(unit, percent, source, target, replace(base, penalties=penalties), is_reversed)


def fitted(asked: Asked, match: Match) -> Match:
    """A rated match with the sentence's numbers, dates and chips in its translation; one that lacks some costs a point."""
    target, swaps, is_whole = fit(asked, match.source, match.target)
    why = replace(match.explanation, swaps=swaps)
    lost = int(not is_whole and why.match_class is MatchClass.NEAR and why.base == _NUMBERS_SWAPPED)
    return replace(match, target=target, percent=match.percent - lost, explanation=replace(why, base=why.base - lost))


def best_first(match: Match) -> tuple[int, bool, float]:
    """The order of matches: by percentage, those of this direction first, the newest first."""
    changed = match.unit.changed_at
    return (-match.percent, match.is_reversed, -(changed.timestamp() if changed else 0.0))


def sides_for(asked: Asked, unit: TranslationUnit) -> tuple[RichText, RichText, bool] | None:
    """The unit's text in the language asked in, its other text, and whether it was made the other way round."""
    wanted = (primary(asked.source_language), primary(asked.target_language))
    has = (primary(unit.source_language), primary(unit.target_language))
    if has == wanted:
        return unit.source, unit.target, False
    if has == (wanted[1], wanted[0]):
        return unit.target, unit.source, True
    return None


@lru_cache(maxsize=1024)
def primary(tag: str) -> str:
    """The primary subtag of a language tag, however it is written (``EN``, ``en_US``, ``en-GB``)."""
    return tag.replace("_", "-").split("-", 1)[0].lower()


@lru_cache(maxsize=1024)
def _variety(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[2].lower()


def _same(asked: Asked, source: RichText, unit: TranslationUnit, *, is_reversed: bool) -> Explanation | None:
    if asked.source.strip() != source.strip():
        return None
    has_context = not is_reversed and None not in (asked.previous, asked.next, unit.previous, unit.next)
    if has_context and (asked.previous, asked.next) == (unit.previous, unit.next):
        if asked.lineage and asked.lineage == unit.lineage:
            return Explanation(MatchClass.LINEAGE, 102)
        return Explanation(MatchClass.CONTEXT, 101)
    return Explanation(MatchClass.EXACT, 100)


def _alike(asked: RichText, source: RichText, least: int) -> Explanation | None:
    if match_words(asked.text) == match_words(source.text):
        return _near(asked, source)
    found = _fuzzy(asked, source, least)
    # Eleven for 11, June for May: words that are numbers. Looked for only where little else can differ.
    if found and found.edits <= _MOST_NUMBER_WORDS:
        here, there = set(match_words(asked.text)), set(match_words(source.text))
        if here ^ there <= _number_words() and is_cosmetic(masked(asked.text), masked(source.text)):
            return _near(asked, source)
    return found


@cache
def _number_words() -> frozenset[str]:
    """Every word that may be a number, in every language, and what stands for figures."""
    written = [*(word for words in forms.NUMBER_WORDS.values() for word in words.values())]
    written += [name for names in (*forms.MONTHS.values(), *forms.WEEKDAYS.values()) for name in names]
    parts = {part for word in written for part in folded(word)} | {word for name in written for word in folded(name)}
    romans = {as_roman(value).casefold() for value in range(1, 90)}
    return frozenset(parts | romans | {NUMBER, *(joint.strip() for joint in forms.WORD_JOINTS)})


def _near(asked: RichText, source: RichText) -> Explanation:
    here, there = asked.text, source.text
    if here.split() == there.split():
        return Explanation(MatchClass.NEAR, 99, differences=(Difference.MARKS,) if asked.marks != source.marks else ())
    if is_cosmetic(here, there):
        return Explanation(MatchClass.NEAR, 98, differences=(Difference.PUNCTUATION,))
    if masked(here).split() == masked(there).split():
        return Explanation(MatchClass.NEAR, 97, differences=(Difference.NUMBERS,))
    return Explanation(MatchClass.NEAR, 95, differences=(Difference.NUMBERS, Difference.PUNCTUATION))


def _fuzzy(asked: RichText, source: RichText, least: int) -> Explanation | None:
    here, there = match_words(asked.text), match_words(source.text)
    words = max(len(here), len(there))
    if not words:
        return None
    edits = distance(here, there, most=words - -(-least * words // 100))
    percent = min(_BEST_FUZZY, 100 * (words - edits) // words)
    return Explanation(MatchClass.FUZZY, percent, edits=edits, words=words) if percent >= least else None


def _penalties(asked: Asked, unit: TranslationUnit, source: RichText, *, is_reversed: bool) -> tuple[Penalty, ...]:
    found: list[Penalty] = []
    if unit.origin in _PENALTIES:
        found.append(Penalty(*_PENALTIES[unit.origin]))
    tags = (unit.source_language, unit.target_language)
    theirs = tags[::-1] if is_reversed else tags
    pairs = zip((asked.source_language, asked.target_language), theirs, strict=True)
    if any(_variety(one) and _variety(other) and _variety(one) != _variety(other) for one, other in pairs):
        found.append(Penalty(PenaltyReason.VARIETY, 1))
    here, there = _atoms(asked.source), _atoms(source)
    apart = sum(((here - there) + (there - here)).values())
    if apart:
        found.append(Penalty(PenaltyReason.MARKS, min(_MOST_MARKS, apart)))
    return tuple(found)


def _atoms(text: RichText) -> Counter[tuple[MarkKind, str]]:
    return Counter((mark.kind, mark.value) for mark in text.marks if mark.kind in ATOMIC_MARKS)


def fit(asked: Asked, source: RichText, target: RichText) -> tuple[RichText, tuple[Swap, ...], bool]:
    """The unit's translation made to fit the sentence: numbers, dates and chips of the sentence instead of the unit's.

    Answers it with the swaps that were made, and whether nothing is left that should have been swapped.
    """
    marked = target if chips(target) or not chips(asked.source) else carry_chips(asked.source, target.text)
    if not _number_words() & {*match_words(source.text), *match_words(asked.source.text)}:
        return marked, (), True
    old, new = find_numbers(source.text), find_numbers(asked.source.text)
    if [number.text for number in old] == [number.text for number in new]:
        return marked, (), True
    # Only the numbers matter here: the words around them may differ, a number swapped in the wrong place may not.
    pairing = Segment("", "", "", 0, source=asked.source, made_from=source, target=target)
    swapped = apply_numbers(pairing, asked.source_language, asked.target_language)
    if swapped is None:
        return marked, (), False
    swaps = _swaps(target.text, swapped.text)
    return (
        (swapped if chips(swapped) or not chips(asked.source) else carry_chips(asked.source, swapped.text)),
        swaps,
        True,
    )


def _swaps(before: str, after: str) -> tuple[Swap, ...]:
    old, new = tokens(before), tokens(after)
    if len(old) != len(new):
        return (Swap(*_middle(before, after)),)
    return tuple(Swap(one, other) for one, other in zip(old, new, strict=True) if one != other)


def _middle(before: str, after: str) -> tuple[str, str]:
    """What differs between two texts, from the first word that does to the last."""
    old, new = before.split(), after.split()
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return " ".join(old[start : len(old) - end]), " ".join(new[start : len(new) - end])
