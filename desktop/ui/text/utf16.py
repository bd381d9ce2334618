"""Qt counts UTF-16 units, the domain counts code points: converted here and nowhere else."""

from __future__ import annotations

_LAST_SINGLE_UNIT = "\uffff"


def _is_simple(text: str) -> bool:
    """Whether every character takes one unit, so that both counts agree."""
    return text.isascii() or max(text) <= _LAST_SINGLE_UNIT


def unit_length(text: str) -> int:
    """How many UTF-16 units Qt counts in a text."""
    if not text or _is_simple(text):
        return len(text)
    return len(text) + sum(character > _LAST_SINGLE_UNIT for character in text)


def to_units(text: str, point: int) -> int:
    """The UTF-16 offset of a code point offset in ``text``; offsets beyond the end count as the end."""
    if not text or _is_simple(text):
        return max(0, min(point, len(text)))
    return unit_length(text[: max(0, point)])


def to_points(text: str, unit: int) -> int:
    """The code point offset of a UTF-16 offset; one inside a surrogate pair counts as before the character."""
    if not text or _is_simple(text):
        return max(0, min(unit, len(text)))
    at = 0
    for index, character in enumerate(text):
        width = 2 if character > _LAST_SINGLE_UNIT else 1
        if at + width > unit:
            return index
        at += width
    return len(text)
