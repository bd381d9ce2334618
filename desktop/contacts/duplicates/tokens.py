"""How alike two words of names are: one name in other clothes, a slip, an initial, or another name."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from desktop.contacts.duplicates.words import FULL_NAMES, NAMES_OF

#: Stands for a letter that a wrong encoding destroyed.
LOST = "?"


class Likeness(Enum):
    """What two words have in common, the strongest first."""

    SAME = "same"
    SHORT = "short form"
    DAMAGED = "damaged"
    SOUND = "sound"
    INITIAL = "initial"
    CUT = "cut"
    SLIP = "slip"


#: How many bits of the word's weight each likeness costs.
COSTS = {
    Likeness.SAME: 0.0,
    Likeness.SHORT: 1.5,
    Likeness.DAMAGED: 1.0,
    Likeness.SOUND: 1.0,
    Likeness.INITIAL: 0.0,
    Likeness.CUT: 2.5,
    Likeness.SLIP: 2.5,
}

_SOUNDS = (
    ("ph", "f"), ("sch", "s"), ("sh", "s"), ("ck", "k"), ("qu", "k"), ("gue", "ge"), ("gui", "gi"), ("ll", "y"),
    ("th", "t"), ("wh", "w"), ("ie", "i"), ("ei", "i"), ("ey", "i"), ("tz", "s"), ("ce", "se"), ("ci", "si"),
    ("cy", "si"), ("ge", "je"), ("gi", "ji"), ("ch", "#"), ("c", "k"), ("q", "k"), ("v", "b"), ("w", "b"),
    ("z", "s"), ("x", "j"), ("y", "i"), ("h", ""), ("#", "ch"),
)  # fmt: skip


@lru_cache(maxsize=200_000)
def sound(word: str) -> str:
    """What a name sounds like in Spanish or English, roughly; the same for González, Gonzales and Gonzalez."""
    heard = word
    for written, spoken in _SOUNDS:
        heard = heard.replace(written, spoken)
    return re.sub(r"(.)\1", r"\1", heard) or word


@lru_cache(maxsize=200_000)
def names_of(word: str) -> frozenset[str]:
    """All single names that a word may be: itself, and what it is a short form or a spelling of."""
    meant = NAMES_OF.get(word, frozenset())
    return frozenset({word}) | {name for name in meant if "+" not in name}


@lru_cache(maxsize=200_000)
def double_names_of(word: str) -> tuple[tuple[str, ...], ...]:
    """The double names that a word stands for: ``juanjo`` is ``("juan", "jose")``."""
    return tuple(tuple(name.split("+")) for name in NAMES_OF.get(word, ()) if "+" in name)


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> Likeness | None:  # noqa: PLR0911 - a ladder, the strongest first
    """What two words have in common; whether a slip is believable here is for the caller, who knows how usual both are."""
    if one == other:
        return Likeness.SAME
    if len(one) == 1 or len(other) == 1:
        return Likeness.INITIAL if one[0] == other[0] and LOST not in (one, other) else None
    if names_of(one) & names_of(other):
        return Likeness.SHORT
    if LOST in one or LOST in other:
        return Likeness.DAMAGED if _fits_gaps(one, other) else None
    if len(one) > 3 and len(other) > 3 and sound(one) == sound(other):
        return Likeness.SOUND
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and len(long) - len(short) >= 2 and long.startswith(short):
        return Likeness.CUT
    if is_slip(one, other):
        return Likeness.SLIP
    return None


def _fits_gaps(one: str, other: str) -> bool:
    def pattern(word: str) -> str:
        # A letter of two bytes may have become one sign or two.
        return re.sub(r"(?:\\\?)+", ".{1,2}", re.escape(word))

    return bool(re.fullmatch(pattern(one), other) or re.fullmatch(pattern(other), one))


def is_slip(one: str, other: str) -> bool:
    """Whether one slip of the hand (two in a long word) makes one word of the other."""
    longer = max(len(one), len(other))
    if longer < 4 or abs(len(one) - len(other)) > 2:
        return False
    allowed = 1 if longer < 9 else 2
    return _distance(one, other, allowed) <= allowed


def _distance(one: str, other: str, limit: int) -> int:
    """Edits between two words, neighbours swapped counting as one; anything above the limit is just more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        next_row = [i]
        for j, right in enumerate(other, 1):
            cost = min(row[j] + 1, next_row[j - 1] + 1, row[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            next_row.append(cost)
        if min(next_row) > limit:
            return limit + 1
        before, row = row, next_row
    return row[-1]


def is_known_given_name(word: str) -> bool:
    """Whether the tables know the word as a name of its own."""
    return word in FULL_NAMES
