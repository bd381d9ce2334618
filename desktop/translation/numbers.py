"""Numbers in a text: figures, ordinals, number words, Roman numerals, months and weekdays of dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from desktop.translation import language_forms as forms


class NumberKind(StrEnum):
    """How a number is written."""

    FIGURES = "figures"
    WORD = "word"
    ROMAN = "roman"
    MONTH = "month"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at code points ``[start, end)`` of a text; ``text`` without sign and ordinal ending."""

    kind: NumberKind
    text: str
    start: int
    end: int
    sign: str = ""
    ending: str = ""


#: One value of a number: months and weekdays are only equal to each other.
Value = tuple[str, Decimal | str]
_QUANTITY = "number"

_ENDING = r"(?P<ending>\.?[ºª°]|\.?(?:er|a|o)\b(?=\s)|(?:st|nd|rd|th|ère|re|e)\b)?"
_FIGURES = re.compile(
    r"(?P<sign>(?<!\S)[-−](?=\d))?"
    r"(?P<digits>\d{1,3}(?:(?P<group>[.,\u00a0\u202f\u2009])\d{3})(?:(?P=group)\d{3})*(?:[.,]\d+)?(?!\d)"
    r"|\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?"
    r"|\d+(?:[.,]\d+)?)" + _ENDING
)
_ROMAN = re.compile(r"\b(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _words(language: str) -> re.Pattern[str]:
    tables = [forms.NUMBER_WORDS.get(language, {})] if language else list(forms.NUMBER_WORDS.values())
    every = [word for table in tables for word in table.values()]
    if not every:
        return re.compile(r"(?!)")
    tens = [word for table in tables for value, word in table.items() if value >= 20]
    units = _any_of([*every, "one", "uno", "un", "una", "une"])
    joints = "|".join(re.escape(joint) for joint in forms.WORD_JOINTS)
    return re.compile(rf"\b(?:(?:{_any_of(tens)})(?:{joints})(?:{units})|{_any_of(every)})\b", re.IGNORECASE)


@cache
def _names(language: str, kind: NumberKind) -> re.Pattern[str]:
    """Month names beside a figure; weekday names before a figure or a month."""
    table = forms.MONTHS if kind is NumberKind.MONTH else forms.WEEKDAYS
    names = [name for key, each in table.items() if not language or key == language for name in each]
    if not names:
        return re.compile(r"(?!)")
    months = _any_of([name for each in forms.MONTHS.values() for name in each])
    after = (
        rf"(?=,?\s(?:del?\s|the\s)?\d|,?\s(?:{months})\b)" if kind is NumberKind.WEEKDAY else r"(?=,?\s(?:del?\s)?\d)"
    )
    before = r"(?:(?<=\d\s)|(?<=\d\sde\s)|(?<=\d\sof\s)|(?<=\d(?:st|nd|rd|th)\s)|(?<=\der\s)|(?<=[º°]\s))"
    if kind is NumberKind.WEEKDAY:
        return re.compile(rf"\b(?:{_any_of(names)})\b{after}", re.IGNORECASE)
    return re.compile(rf"{before}(?:{_any_of(names)})\b|\b(?:{_any_of(names)})\b{after}", re.IGNORECASE)


def find_numbers(text: str, language: str = "") -> tuple[Number, ...]:
    """The numbers of a text in order, not overlapping; without a language, in the words of every known one."""
    code = forms.primary(language)
    found: list[Number] = []
    for match in _FIGURES.finditer(text):
        sign, ending = match["sign"] or "", match["ending"] or ""
        found.append(Number(NumberKind.FIGURES, match["digits"], match.start(), match.end(), sign, ending))
    patterns = (
        (NumberKind.MONTH, _names(code, NumberKind.MONTH)),
        (NumberKind.WEEKDAY, _names(code, NumberKind.WEEKDAY)),
        (NumberKind.WORD, _words(code)),
        (NumberKind.ROMAN, _ROMAN),
    )
    for kind, pattern in patterns:
        found.extend(Number(kind, m.group(), m.start(), m.end()) for m in pattern.finditer(text) if m.group() != "I")
    found.sort(key=lambda number: (number.start, -number.end))
    clean: list[Number] = []
    for number in found:
        if number.start < number.end and (not clean or number.start >= clean[-1].end):
            clean.append(number)
    return tuple(clean)


def masked(text: str) -> str:
    """The text with one and the same sign (U+E000) for every number."""
    result, at = "", 0
    for number in find_numbers(text):
        result += text[at : number.start] + "\ue000"
        at = number.end
    return result + text[at:]


def values(number: Number, language: str) -> tuple[Value, ...]:
    """What a number may mean in a language, the likeliest first; figures can be read in more than one way."""
    code = forms.primary(language)
    if number.kind in (NumberKind.MONTH, NumberKind.WEEKDAY):
        table = forms.MONTHS if number.kind is NumberKind.MONTH else forms.WEEKDAYS
        names = [name.casefold() for name in table.get(code, ())]
        folded = number.text.casefold()
        return ((number.kind.value, Decimal(names.index(folded))),) if folded in names else ()
    if number.kind is NumberKind.ROMAN:
        return ((_QUANTITY, Decimal(roman_value(number.text))),)
    if number.kind is NumberKind.WORD:
        value = _word_value(number.text.casefold(), code)
        return () if value is None else ((_QUANTITY, Decimal(value)),)
    return tuple(dict.fromkeys(value for value, _ in readings(number, language)))


def readings(number: Number, language: str) -> tuple[tuple[Value, tuple[str, str]], ...]:
    """The values of a number in figures, each with the (grouping, decimal) signs with which it is read so."""
    text = number.text
    if text.isdigit():
        # 08, 007: the noughts are part of what is written (dates, telephone numbers).
        value: Decimal | str = (
            text if len(text) > 1 and text[0] == "0" else Decimal(number.sign.replace("−", "-") + text)
        )
        return tuple(((_QUANTITY, value), style) for style in forms.separators(language))
    found: list[tuple[Value, tuple[str, str]]] = []
    for group, decimal in (*forms.separators(language), ("\u2009", ","), (" ", ",")):
        whole, point, fraction = text.partition(decimal)
        if point and (decimal in fraction or not fraction.isdigit()):
            continue
        parts = whole.split(group)
        is_grouped = len(parts) > 1 and all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3
        if all(part.isdigit() for part in parts) and (len(parts) == 1 or is_grouped):
            figure = "".join(parts) + ("." + fraction if point else "")
            found.append(((_QUANTITY, Decimal(number.sign.replace("−", "-") + figure)), (group, decimal)))
    return tuple(found)


def roman_value(text: str) -> int:
    """The value of a Roman numeral up to LXXXIX."""
    digits = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


def as_roman(value: int) -> str:
    """A Roman numeral; raises ``ValueError`` outside 1…89."""
    if not 1 <= value <= 89:
        raise ValueError(f"{value} is not written in Roman numerals here")
    steps = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    result = ""
    for step, letters in steps:
        while value >= step:
            result, value = result + letters, value - step
    return result


def _word_value(text: str, code: str) -> int | None:
    by_word = {word: value for value, word in forms.NUMBER_WORDS.get(code, {}).items()}
    if text in by_word:
        return by_word[text]
    for joint in forms.WORD_JOINTS:
        tens, found, unit = text.partition(joint)
        if found and by_word.get(tens, 0) >= 20 and 2 <= by_word.get(unit, 0) <= 9:
            return by_word[tens] + by_word[unit]
    return None
