"""All numbers of a text: figures, words, ordinals, fractions, Roman numerals, and words that stand for numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from desktop.translation.checks.figures.figure import Figure, Weight
from desktop.translation.checks.figures.lexicon import Lexicon, lexicon
from desktop.translation.checks.figures.runs import read_run
from desktop.translation.checks.figures.tokens import Token, tokenize
from desktop.translation.checks.ports import Rules

_ROMAN = re.compile(r"(?<![\w’'.-])(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\w’'])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_DECADE = re.compile(r"[’']?s\b")
_NEXT_WORD = re.compile(r"\s([^\W\d_]+)")
_SIGN = re.compile(r"\s?([A-Za-z]{1,4})(?!\w)")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]$")
_MONEY_AFTER = re.compile(r"\s?[$€£¥]")
_MONEY_BEFORE = re.compile(r"[$€£¥]\s?$|\b[A-Z]{3}[\s\u00a0]?$")


@lru_cache(maxsize=8_192)
def read_figures(text: str, rules: Rules) -> tuple[Figure, ...]:
    """The numbers of a text in order, not overlapping; what must not be read as one is masked by the caller."""
    words = lexicon(rules)
    joined, compounds = _join_compounds(text, words)
    tokens = tokenize(joined)
    found: list[Figure] = []
    at = 0
    while at < len(tokens):
        figure, at = _next(tokens, at, joined, words, rules.language, compounds)
        if figure is None:
            continue
        figure = _with_conversion(_with_unit(figure, text, words), text, words)
        found.append(figure)
        while at < len(tokens) and tokens[at].start < figure.end:
            at += 1
    found = _with_romans(found, text)
    for pattern, values in words.phrases if words.any_phrase.search(text) else ():
        found.extend(Figure(m.start(), m.end(), m.group(), values, Weight.FAINT) for m in pattern.finditer(text))
    found.sort(key=lambda each: each.start)
    return tuple(_with_shared_scales(found, text, words))


def _join_compounds(text: str, words: Lexicon) -> tuple[str, dict[int, str]]:
    """The text with each compound number word as one run of letters of the same length, and what it was."""
    compounds: dict[int, str] = {}

    def join(match: re.Match[str]) -> str:
        compounds[match.start()] = " ".join(match.group().casefold().split())
        return re.sub(r"[\s-]", "x", match.group())

    return words.compounds.sub(join, text), compounds


def _next(
    tokens: Sequence[Token], at: int, text: str, words: Lexicon, language: str, compounds: dict[int, str]
) -> tuple[Figure | None, int]:
    token = tokens[at]
    if token.start in compounds:
        word = compounds[token.start]
        value = words.cardinals.get(word, words.ordinals.get(word, 0))
        return Figure(token.start, token.end, word, (Fraction(value),), Weight.FIRM), at + 1
    if token.folded and token.folded not in words.starters:
        return None, at + 1
    special = _half_of(tokens, at, text, words) or _fraction(tokens, at, text, words)
    if special is not None:
        return special
    run = read_run(tokens, at, text, words, language)
    if run is not None:
        figure, following = run
        return _finished(figure, text, words), following
    return _ordinal(tokens, at, text, words) or _indefinite(tokens, at, text, words)


def _indefinite(tokens: Sequence[Token], at: int, text: str, words: Lexicon) -> tuple[Figure | None, int]:
    """*thousands*, *both*; nothing where the word says no number."""
    token = tokens[at]
    if token.folded in words.many:
        values = tuple(Fraction(each) for each in words.many[token.folded])
        return _many_of_many(Figure(token.start, token.end, token.text, values, Weight.MANY), tokens, at, text, words)
    if token.folded in words.faint:
        return Figure(token.start, token.end, token.text, words.faint[token.folded], Weight.FAINT), at + 1
    return None, at + 1


def _many_of_many(figure: Figure, tokens: Sequence[Token], at: int, text: str, words: Lexicon) -> tuple[Figure, int]:
    """*tens of thousands*, *cientos de miles*: a product."""
    if at + 2 < len(tokens) and len(tokens[at + 1].folded) == 2 and tokens[at + 2].start - figure.end <= 5:
        last = tokens[at + 2]
        factors = words.many.get(last.folded)
        if factors:
            values = tuple(dict.fromkeys(value * factor for value in figure.values for factor in factors))
            return replace(figure, end=last.end, text=text[figure.start : last.end], values=values), at + 3
    return figure, at + 1


def _half_of(tokens: Sequence[Token], at: int, text: str, words: Lexicon) -> tuple[Figure, int] | None:
    """*half a million*, *medio millón*, *half a dozen*."""
    match = words.half_of.match(text, tokens[at].start) if tokens[at].folded else None
    if match is None:
        return None
    place = next((n for n in range(at, len(tokens)) if tokens[n].start >= match.end()), len(tokens))
    scale = words.scales.get(tokens[place].folded) if place < len(tokens) else None
    if scale is None:
        return None
    last = tokens[place]
    values = (Fraction(scale, 2),)
    return Figure(tokens[at].start, last.end, text[tokens[at].start : last.end], values, Weight.FIRM), place + 1


def _fraction(tokens: Sequence[Token], at: int, text: str, words: Lexicon) -> tuple[Figure, int] | None:
    """*two-thirds*, *una quinta parte*: a share of a whole; *a third* may be an ordinal too."""
    token = tokens[at]
    if token.folded:
        top = words.cardinals.get(token.folded, 1 if token.folded in words.ones else 0)
        if not top:
            return _bare_part(tokens, at, text, words)
    else:
        top = int(token.text) if token.text in ("1", "2", "3", "4", "5") else 0
    if not top or at + 1 >= len(tokens) or text[token.end : tokens[at + 1].start] not in (" ", "-", "\u00a0"):
        return None
    return _part(tokens, at, at + 1, top, text, words)


def _bare_part(tokens: Sequence[Token], at: int, text: str, words: Lexicon) -> tuple[Figure, int] | None:
    """*la cuarta parte*: a share without a number before it; only words of two parts are surely one."""
    match = words.fraction_words.match(text, tokens[at].start)
    if match is None or " " not in match.group():
        return None
    return _part(tokens, at, at, 1, text, words)


def _part(
    tokens: Sequence[Token], first: int, at: int, top: int, text: str, words: Lexicon
) -> tuple[Figure, int] | None:
    match = words.fraction_words.match(text, tokens[at].start)
    if match is None:
        return None
    bottom = words.fractions[" ".join(match.group().casefold().split())]
    value = Fraction(top, bottom)
    following = next((n for n in range(at, len(tokens)) if tokens[n].start >= match.end()), len(tokens))
    start = tokens[first].start
    percent = Fraction(round(value * 100))
    values: tuple[Fraction, ...] = (value, percent, value * 100)
    joint = re.compile(words.part_of.pattern + r"([^\W\d_]+)", re.IGNORECASE).match(text, match.end())
    scale = words.scales.get(joint[joint.lastindex or 0].casefold(), 0) if joint else 0
    if joint and scale:
        last = next((n for n in range(following, len(tokens)) if tokens[n].start >= joint.end()), len(tokens))
        return Figure(start, joint.end(), text[start : joint.end()], (value * scale,), Weight.FIRM), last
    weight = Weight.FIRM if bottom > 2 else Weight.FAINT
    word = match.group().casefold()
    is_sure = word not in words.ordinals or words.part_of.match(text, match.end()) is not None
    if top == 1 and not is_sure:
        values, weight = (*values, Fraction(bottom)), min(weight, Weight.SOFT)
    elif bottom == 2:
        values = (*values, Fraction(top))
    return Figure(start, match.end(), text[start : match.end()], tuple(dict.fromkeys(values)), weight, "/"), following


def _ordinal(tokens: Sequence[Token], at: int, text: str, words: Lexicon) -> tuple[Figure, int] | None:
    """*twenty-first*, *vigésima tercera*, *third*."""
    token = tokens[at]
    value, last, following = words.ordinals.get(token.folded), token, at + 1
    tens = words.cardinals.get(token.folded, 0) if value is None else value
    if following < len(tokens) and tens >= 10 and tens % 10 == 0:
        unit = words.ordinals.get(tokens[following].folded, 0)
        if 1 <= unit <= 9 and text[token.end : tokens[following].start] in (" ", "-"):
            value, last, following = tens + unit, tokens[following], following + 1
    if value is None:
        return None
    weight = Weight.FAINT if value == 1 else Weight.SOFT
    faint = words.faint.get(token.folded, ()) if last is token else ()
    values = tuple(dict.fromkeys((Fraction(value), *faint)))
    return Figure(token.start, last.end, text[token.start : last.end], values, weight, is_ordinal=True), following


def _finished(figure: Figure, text: str, words: Lexicon) -> Figure:
    """A run with its ordinal ending, its scale sign (*4.5bn*), its decade's ending, and less weight in a name."""
    figure = _with_late_scale(figure, text, words)
    if not figure.is_figures:
        return _ordinal_of_run(figure, text, words)
    ending = words.endings.match(text, figure.end)
    if ending:
        return replace(figure, end=ending.end(), is_ordinal=True)
    decade = _DECADE.match(text, figure.end) if words.has_decades and figure.value % 10 == 0 else None
    if decade:
        values = (figure.value, figure.value % 100, figure.value + (1900 if figure.value < 100 else 0))
        return replace(figure, end=decade.end(), values=tuple(dict.fromkeys(values)))
    signed = _with_sign(figure, text, words)
    if signed is figure and _LETTERS_BEFORE.search(text[max(0, figure.start - 1) : figure.start]):
        return replace(figure, weight=Weight.SOFT)
    return signed


def _with_late_scale(figure: Figure, text: str, words: Lexicon) -> Figure:
    """*two and a half million*: the scale behind the half."""
    word = _NEXT_WORD.match(text, figure.end) if figure.scale == 1 and figure.value.denominator == 2 else None
    scale = words.scales.get(word[1].casefold(), 1) if word else 1
    if word is None or scale == 1:
        return figure
    return replace(figure, end=word.end(), values=tuple(value * scale for value in figure.values), scale=scale)


def _with_sign(figure: Figure, text: str, words: Lexicon) -> Figure:
    """*$4.5m*, *4,5 M€*, *20k*: a scale as a sign; glued without money, *1.2m* may be metres too."""
    sign = _SIGN.match(text, figure.end)
    if sign is None or sign[1] not in words.signs or figure.scale != 1:
        return figure
    scale, is_glued = words.signs[sign[1]], not sign.group()[0].isspace()
    scaled = tuple(value * scale for value in figure.values)
    before = text[max(0, figure.start - 5) : figure.start]
    is_money = bool(_MONEY_BEFORE.search(before) or _MONEY_AFTER.match(text, sign.end()))
    if is_money or (is_glued and (len(sign[1]) > 1 or sign[1] in "kK")):
        styles = tuple((value * scale, style) for value, style in figure.styles)
        return replace(figure, end=sign.end(), values=scaled, styles=styles, scale=scale)
    return replace(figure, values=(*figure.values, *scaled)) if is_glued else figure


def _ordinal_of_run(figure: Figure, text: str, words: Lexicon) -> Figure:
    """*twenty* in *twenty-first*: the ordinal's unit belongs to it."""
    if figure.value >= 20 and figure.value % 10 == 0:
        match = re.match(r"[\s-]([^\W\d_]+)", text[figure.end :])
        unit = words.ordinals.get(match[1].casefold(), 0) if match else 0
        if match and 1 <= unit <= 9:
            end = figure.end + match.end()
            return replace(figure, end=end, text=text[figure.start : end], values=(figure.value + unit,))
    return figure


def _with_romans(found: list[Figure], text: str) -> list[Figure]:
    taken = [(each.start, each.end) for each in found]
    for match in _ROMAN.finditer(text):
        start, end = match.span()
        if start == end or any(a < end and start < b for a, b in taken):
            continue
        digits = [_ROMAN_VALUES[letter] for letter in match.group()]
        value = sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
        weight = Weight.SOFT if end - start > 1 else Weight.FAINT
        found.append(Figure(start, end, match.group(), (Fraction(value),), weight, is_ordinal=True))
    return sorted(found, key=lambda each: each.start)


def _with_conversion(figure: Figure, text: str, words: Lexicon) -> Figure:
    """With what the number is in another unit, where a unit that is often converted follows."""
    if figure.weight <= Weight.MANY:
        return figure
    match = re.match(r"[\s\u00a0-]([^\W\d_]+)(?: (?:and|y|et) (?:a |medi|half))?", text[figure.end : figure.end + 24])
    factors = words.conversions.get(match[1].casefold(), ()) if match else ()
    if not factors:
        return figure
    values = [figure.value * factor for factor in factors]
    if factors[0] == 7:
        values += [figure.value * 7 + 1]
    half = words.half.match(text, figure.end + match.end(1)) if match else None
    if half:
        values.append(figure.value + Fraction(1, 2))
    return replace(figure, values=tuple(dict.fromkeys((*figure.values, *values))))


def _with_unit(figure: Figure, text: str, words: Lexicon) -> Figure:
    for unit, pattern in (("pp", words.points), ("%", words.per_cent)):
        match = pattern.match(text, figure.end)
        if match:
            core = figure.core_end or figure.end
            return replace(figure, unit=figure.unit or unit, core_end=core, end=match.end())
    return replace(figure, core_end=figure.core_end or figure.end)


def _with_shared_scales(found: list[Figure], text: str, words: Lexicon) -> list[Figure]:
    """*between 2 and 3 million*, *20 to 25 per cent*, *2014-16*: what stands once belongs to both."""
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        if one.weight <= Weight.MANY or other.weight <= Weight.MANY:
            continue
        if one.end > other.start or not words.range_joint.fullmatch(text[one.end : other.start]):
            continue
        if other.scale > 1 and one.scale == 1:
            shared = tuple(value * other.scale for value in one.values)
            found[place] = one = replace(one, values=(*one.values, *shared))
        if other.unit and not one.unit:
            found[place] = one = replace(one, unit=f"({other.unit})")
        if 1900 <= one.value <= 2100 and other.is_figures and len(other.text) == 2:
            year = one.value - one.value % 100 + other.value
            found[place + 1] = replace(other, values=(other.value, year))
    return found
