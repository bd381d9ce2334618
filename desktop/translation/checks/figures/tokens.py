"""A text as figures, words and what is between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from desktop.translation import language_forms as forms
from desktop.translation.checks.figures.figure import Style

_DIGITS = (
    r"(?<!\d)\d{1,3}(?P<group>[.,\u00a0\u202f\u2009])\d{3}(?:(?P=group)\d{3})*(?:[.,]\d+)?(?![\d])"
    r"|(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?"
    r"|\d+(?:[.,]\d+)?"
)
_TOKEN = re.compile(rf"(?P<figure>{_DIGITS})|(?P<word>[^\W\d_]+)")
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
#: Signs tried for figures that a language's own signs cannot read.
_FOREIGN: tuple[Style, ...] = ((",", "."), (".", ","), (" ", ","), ("\u2009", ","), ("\u00a0", ","), ("\u202f", ","))


@dataclass(frozen=True, slots=True)
class Token:
    """Figures or a word at ``[start, end)``; ``folded`` is the word without case, empty for figures."""

    start: int
    end: int
    text: str
    folded: str = ""


def tokenize(text: str) -> list[Token]:
    """Figures and words in order."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group().casefold() if match.lastgroup == "word" or match["word"] else ""
        found.append(Token(match.start(), match.end(), match.group(), word))
    return found


def readings(text: str, language: str) -> tuple[tuple[Fraction, Style], ...]:
    """The values of figures with the signs that they are read by, the language's own way first; foreign ways last."""
    if text.isdecimal():
        style = forms.separators(language)[0]
        return ((Fraction(text), style),)
    found: list[tuple[Fraction, Style]] = []
    own = forms.separators(language)
    for group, decimal in dict.fromkeys((*own, *_FOREIGN)):
        if (group, decimal) not in own and found and found[0][0].denominator == 1:
            break
        value = _read(text, group, decimal)
        if value is not None and (value, (group, decimal)) not in found:
            found.append((value, (group, decimal)))
    if _ONE_GROUP.fullmatch(text) and any(group == text[-4] for group, _ in forms.separators(language)):
        # 1.100 and 1,500 are thousands wherever the language knows the sign for them: nobody writes such decimals.
        whole = [each for each in found if each[0].denominator == 1 and each[0] >= 1000]
        found = [*whole, *(each for each in found if each not in whole and not text.endswith("0"))]
    return tuple(found)


def _read(text: str, group: str, decimal: str) -> Fraction | None:
    whole, point, fraction = text.partition(decimal)
    if point and not fraction.isdecimal():
        return None
    parts = whole.split(group)
    is_grouped = len(parts) > 1 and 1 <= len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
    if not all(part.isdecimal() for part in parts) or not (len(parts) == 1 or is_grouped):
        return None
    return Fraction("".join(parts) + ("." + fraction if point else ""))


def written(value: Fraction, style: Style, *, is_grouped: bool = True) -> str | None:
    """A value in figures; ``None`` where it has no short decimal form."""
    scaled = value * 1000
    if scaled.denominator != 1 or value < 0:
        return None
    whole, rest = divmod(int(scaled), 1000)
    digits = f"{whole:,}".replace(",", style[0]) if is_grouped and whole >= 1000 else str(whole)
    fraction = f"{rest:03d}".rstrip("0")
    return f"{digits}{style[1]}{fraction}" if fraction else digits
