"""Editions: XVIII, 18th, eighteenth, decimoctava, 19.ª, each with the one that comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from desktop.domain.document import Block
from desktop.editorial.reuse.found import Candidate, GapKind, Reading
from desktop.editorial.reuse.words.table import OrdinalWord, Words, any_of, words_of

_ROMAN = r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_STEPS = ((90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
#: How many words may stand between the ordinal and what is held for the n-th time.
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A written ordinal: its number and how it is written (``roman``, ``figures`` or ``word``), with its ending."""

    number: int
    style: str
    ending: str = ""
    form: str = ""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = words_of(language)
    endings = words.ordinal_figures or "(?!)"
    return re.compile(
        rf"(?<![\w-])(?:(?P<roman>(?=[IVXLC]){_ROMAN})(?P<roman_end>\.?[ªº])?(?![\w’'.-])"
        rf"|(?P<figures>\d{{1,3}})(?P<end>{endings})(?!\w)"
        rf"|(?P<word>(?i:{any_of(words.ordinals)}))(?![\w-]))"
    )


def find_editions(block: Block, reading: Reading) -> Iterator[Candidate]:
    """Ordinals of something that is held again and again; the next one is proposed, written the same way."""
    text = block.text.text
    for match in _pattern(reading.language).finditer(text):
        if not match.group():
            continue
        ordinal = read_ordinal(match.group(), reading.language)
        if ordinal is None or not _is_edition(text, match, ordinal, reading.words):
            continue
        following = write_ordinal(ordinal.number + 1, ordinal, reading.language)
        suggestion = in_case_of(match.group(), following)
        yield Candidate(*match.span(), GapKind.EDITION, str(ordinal.number), str(ordinal.number), suggestion)


def read_ordinal(written: str, language: str) -> Ordinal | None:
    """The ordinal that a text is; ``None`` where it is none."""
    words = words_of(language)
    roman = re.fullmatch(rf"({_ROMAN})(\.?[ªº])?", written)
    if written and roman and roman[1]:
        return Ordinal(roman_value(roman[1]), "roman", roman[2] or "")
    figures = re.fullmatch(rf"(\d{{1,3}})({words.ordinal_figures or '(?!)'})", written)
    if figures:
        return Ordinal(int(figures[1]), "figures", figures[2], _form_of(figures[2], words))
    word = words.ordinals.get(" ".join(written.casefold().split()))
    return Ordinal(word.number, "word", "", word.form) if word else None


def write_ordinal(number: int, like: Ordinal, language: str) -> str:
    """A number as an ordinal in the style (and the gender) of another one; empty where that cannot be written."""
    words = words_of(language)
    if like.style == "roman":
        return (as_roman(number) + like.ending) if 1 <= number < 100 else ""
    if like.style == "word":
        return _word(number, like.form, words)
    return f"{number}{_ending(number, like, words)}"


def roman_value(text: str) -> int:
    """The value of a Roman numeral up to XCIX."""
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    digits = [values[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


def as_roman(value: int) -> str:
    """A Roman numeral from 1 to 99."""
    result = ""
    for step, letters in _STEPS:
        while value >= step:
            result, value = result + letters, value - step
    return result


def in_case_of(old: str, new: str) -> str:
    """The new words with a capital where the old ones had it."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _is_edition(text: str, match: re.Match[str], ordinal: Ordinal, words: Words) -> bool:
    after = re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|[.,;:!?()“”]", text[match.end() : match.end() + 90])[: _NEAR + 1]
    before = re.findall(r"[^\W\d_]+", text[max(0, match.start() - 40) : match.start()])[-1:]
    events, never = words.events.split(), words.never_editions.split()
    near: list[str] = []
    for word in after[:_NEAR]:
        if not word[0].isalpha():
            break
        near.append(word)
    folded = [word.casefold() for word in near]
    if (folded[:1] and folded[0] in never) or (before and before[0].casefold() in never):
        return False
    follows = any(word in events for word in folded)
    if ordinal.style == "roman":
        is_short = len(match["roman"]) == 1
        led = bool(before) and before[0].casefold() in events and before[0][:1].isupper()
        acronym = bool(near) and near[0].isupper() and len(near[0]) > 2
        return (follows and (not is_short or folded[0] in events)) or (not is_short and (led or acronym))
    if ordinal.style == "word" and ordinal.number <= 3:
        named = [word for word in near if word.casefold() in events]
        return bool(named) and named[0][0].isupper() and match.group()[0].isupper()
    return follows


def _word(number: int, form: str, words: Words) -> str:
    wanted = OrdinalWord(number, form)
    exact = next((word for word, each in words.ordinals.items() if each == wanted), "")
    if exact or form != "s":
        return exact or next((word for word, each in words.ordinals.items() if each == OrdinalWord(number)), "")
    return _word(number, "m", words)


def _form_of(ending: str, words: Words) -> str:
    bare = ending.lstrip(".")
    return next((f for forms in words.ordinal_endings.values() for f, end in forms.items() if end == bare and f), "")


def _ending(number: int, like: Ordinal, words: Words) -> str:
    """The ending that fits a number; a sign (ª, º) stays as it is."""
    bare = like.ending.lstrip(".")
    if bare in "ªº°":
        return like.ending
    dot = "." if like.ending.startswith(".") else ""
    digits = str(number)
    for key in (digits[-2:], digits[-1:], ""):
        forms = words.ordinal_endings.get(key)
        if forms is not None:
            return dot + (forms.get(like.form) or forms.get("m") or forms.get("", bare))
    return like.ending
