"""A language's number words by value, compiled once from its rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from desktop.translation.checks.ports import Rules


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Number words of one language: by value, and as patterns. Words are case folded; ``_`` in the data is a space."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    signs: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, int]
    faint: dict[str, tuple[Fraction, ...]]
    many: dict[str, tuple[int, ...]]
    phrases: tuple[tuple[re.Pattern[str], tuple[Fraction, ...]], ...]
    any_phrase: re.Pattern[str]
    conversions: dict[str, tuple[Fraction, ...]]
    bare_scales: frozenset[str]
    ones: frozenset[str]
    #: Every word with which a number can begin: the rest of a text is passed over.
    starters: frozenset[str]
    #: Words with a hyphen or a space in them that are one number, the longest first.
    compounds: re.Pattern[str]
    fraction_words: re.Pattern[str]
    endings: re.Pattern[str]
    half: re.Pattern[str]
    half_of: re.Pattern[str]
    part_of: re.Pattern[str]
    range_joint: re.Pattern[str]
    per_cent: re.Pattern[str]
    points: re.Pattern[str]
    and_after_scale: frozenset[str]
    and_after_ten: frozenset[str]
    has_figures_after_thousand: bool
    has_decades: bool


@lru_cache(maxsize=16)
def lexicon(rules: Rules) -> Lexicon:
    """The number words that a language's rules hold; everything is empty for a language without any."""
    cardinals, scales = _by_word(rules, "cardinals"), _by_word(rules, "scales")
    fractions = _by_word(rules, "fractions")
    faint = _values_by_word(rules, "faint")
    many = {word: tuple(int(value) for value in values) for word, values in _values_by_word(rules, "many").items()}
    ordinals = _by_word(rules, "ordinals")
    ones, bare = frozenset(rules.words("ones")), frozenset(rules.words("bare_scales"))
    starters = {*cardinals, *ordinals, *ones, *bare, *faint, *many, *(word.split()[0] for word in fractions)}
    scale_words = "|".join(re.escape(word) for word in sorted(scales, key=len, reverse=True)) or "(?!)"
    return Lexicon(
        cardinals,
        scales,
        {sign: int(value) for value, signs in rules.table("scale_signs").items() for sign in signs.split()},
        ordinals,
        fractions,
        faint,
        many,
        tuple(
            (_pattern(rf"(?<!\w)(?:{phrase})(?!\w)"), tuple(Fraction(each) for each in values.split()))
            for phrase, values in rules.table("phrases").items()
        ),
        _pattern("|".join(rf"(?<!\w)(?:{phrase})(?!\w)" for phrase in rules.table("phrases"))),
        {
            word.replace("_", " "): tuple(Fraction(each) for each in value.split())
            for word, value in rules.table("conversions").items()
        },
        bare,
        ones,
        frozenset(starters),
        _any([word for word in (*cardinals, *ordinals) if "-" in word or " " in word]),
        _any(list(fractions)),
        _endings(rules),
        _pattern(r"\s" + rules.text("and_half") + r"\b" if rules.text("and_half") else ""),
        _pattern(r"(?<!\w)(?:" + rules.text("half_of").replace("{scale}", rf"(?:{scale_words})\b") + ")")
        if rules.text("half_of")
        else _pattern(""),
        _pattern(rules.text("part_of")),
        _pattern(rules.text("range_joint")),
        _pattern(rules.text("per_cent")),
        _pattern(rules.text("points")),
        frozenset(rules.words("and_after_scale")),
        frozenset(rules.words("and_after_ten")),
        rules.text("figures_after_thousand") == "yes",
        bool(rules.text("decades")),
    )


def _split(words: str) -> list[str]:
    return [word.replace("_", " ").casefold() for word in words.split()]


def _values_by_word(rules: Rules, table: str) -> dict[str, tuple[Fraction, ...]]:
    found: dict[str, tuple[Fraction, ...]] = {}
    for value, words in rules.table(table).items():
        for word in _split(words):
            found[word] = (*found.get(word, ()), Fraction(value))
    return found


def _by_word(rules: Rules, table: str) -> dict[str, int]:
    return {word: int(value) for value, words in rules.table(table).items() for word in _split(words)}


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source or "(?!)", re.IGNORECASE)


def _any(words: list[str]) -> re.Pattern[str]:
    ordered = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ordered})(?![\w])" if ordered else "(?!)", re.IGNORECASE)


def _endings(rules: Rules) -> re.Pattern[str]:
    ordered = sorted(rules.words("ordinal_endings"), key=len, reverse=True)
    return re.compile(
        rf"(?:{'|'.join(re.escape(each) for each in ordered)})(?!\w)" if ordered else "(?!)", re.IGNORECASE
    )
