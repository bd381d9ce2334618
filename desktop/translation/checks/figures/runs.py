"""Runs of number words and figures that make one number: *two hundred and five*, *2,3 millones*, *mil 100 millones*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop.translation.checks.figures.figure import Figure, Style, Weight
from desktop.translation.checks.figures.lexicon import Lexicon
from desktop.translation.checks.figures.tokens import Token, readings

_GAPS = frozenset({" ", "\u00a0", "\u202f", "\u2009", "-", "\u2011", ""})


@dataclass(slots=True)
class _Sum:
    """A number while it is read: ``total`` of what is closed by a scale, ``part`` that is open."""

    total: Fraction = Fraction(0)
    part: Fraction | None = None
    last: str = ""
    scale: int = 0
    top: int = 1
    is_figures: bool = False
    styles: tuple[tuple[Fraction, Style], ...] = ()
    end: int = 0
    core_end: int = 0

    @property
    def value(self) -> Fraction:
        return self.total + (self.part or 0)


def read_run(tokens: Sequence[Token], at: int, text: str, words: Lexicon, language: str) -> tuple[Figure, int] | None:
    """The number that begins at a token, and the token behind it; ``None`` where none begins."""
    found = _Sum()
    place = at
    while place < len(tokens):
        step = 1
        if place > at:
            gap = text[found.end : tokens[place].start]
            if gap not in _GAPS:
                break
            if _is_joint(tokens, place, text, words, found):
                step, place = 2, place + 1
        token = tokens[place]
        if not _take(token, words, language, found):
            place -= step - 1
            break
        found.end = token.end
        place += 1
    if not found.last or (found.last == "one" and place == at + 1):
        return None
    return _figure(tokens[at], found, text, words), place


def _is_joint(tokens: Sequence[Token], place: int, text: str, words: Lexicon, found: _Sum) -> bool:
    """Whether *and* or *y* stands here inside a number."""
    if place + 1 >= len(tokens) or text[tokens[place].end : tokens[place + 1].start] not in _GAPS:
        return False
    following = words.cardinals.get(tokens[place + 1].folded, 0)
    word = tokens[place].folded
    if found.last == "ten" and word in words.and_after_ten:
        return 1 <= following <= 9
    below = 100 if found.last == "hundred" else found.scale if found.last == "scale" else 0
    return word in words.and_after_scale and 1 <= following < below


def _take(token: Token, words: Lexicon, language: str, found: _Sum) -> bool:
    """Add a token to the number, if it goes on with it."""
    if not token.folded:
        return _take_figures(token, words, language, found)
    word = token.folded
    if word in words.scales and (found.part is not None or (word in words.bare_scales and found.last != "figures")):
        return _take_scale(words.scales[word], found)
    if word in words.ones and found.last == "":
        found.part, found.last = Fraction(1), "one"
        return True
    value = words.cardinals.get(word)
    return value is not None and _take_word(value, words, found)


def _take_word(value: int, words: Lexicon, found: _Sum) -> bool:
    """Add a cardinal word, where the words before it leave room for its size."""
    if found.part is None:
        fits = found.last in ("", "scale") and (not found.scale or value < found.scale)
        fits = fits and not (found.scale and found.is_figures and not words.has_figures_after_thousand)
    else:
        fits = (found.last == "ten" and 1 <= value <= 9) or (found.last == "hundred" and value < 100)
    if not fits:
        return False
    found.part = (found.part or Fraction(0)) + value
    found.last = "hundred" if value >= 100 else "ten" if value >= 20 and value % 10 == 0 else "unit"
    return True


def _take_figures(token: Token, words: Lexicon, language: str, found: _Sum) -> bool:
    read = readings(token.text, language)
    if not read:
        return False
    if found.last == "":
        found.styles, found.is_figures = read, True
    elif not (found.last == "scale" and found.scale == 1000 and words.has_figures_after_thousand and read[0][0] < 1000):
        return False
    else:
        found.styles = ()
    found.part, found.last, found.core_end = read[0][0], "figures", token.end
    return True


def _take_scale(scale: int, found: _Sum) -> bool:
    part = found.part if found.part is not None else Fraction(0 if found.total else 1)
    if scale == 100 and found.last != "figures" and found.part is not None and found.part < 100:
        found.part, found.last = found.part * 100, "hundred"
        return True
    if found.scale and scale > found.scale and found.total:
        found.total = (found.total + part) * scale
    elif found.scale and scale >= found.scale:
        return False
    else:
        found.total += part * scale
    found.part, found.last, found.scale = None, "scale", scale
    found.top = max(found.top, scale)
    return True


def _figure(first: Token, found: _Sum, text: str, words: Lexicon) -> Figure:
    values = [found.value]
    end = found.end
    half = words.half.match(text, end)
    if half:
        step = found.scale if found.last == "scale" else 1
        values, end = [found.value + Fraction(step, 2)], half.end()
    styles: tuple[tuple[Fraction, Style], ...] = ()
    if found.is_figures and found.styles:
        factor = found.top if found.last == "scale" else 1
        styles = tuple((value * factor, style) for value, style in found.styles)
        values += [value for value, _ in styles[1:]]
    weight = Weight.FIRM if found.is_figures or values[0] > 2 or half else Weight.SOFT
    scale = found.top if found.last == "scale" else 1
    written = text[first.start : end]
    return Figure(first.start, end, written, tuple(dict.fromkeys(values)), weight, "", styles, scale, found.core_end)
