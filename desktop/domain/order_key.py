"""Fractional order keys: strings that sort, with always room for one more in between.

Blocks and list members are ordered by such a key (ties by id), so that moving one of them is one row
written and two people inserting at the same place both keep their block.
"""

from __future__ import annotations

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)


def key_between(low: str | None, high: str | None) -> str:
    """A key with ``low < key < high`` in plain byte order; ``None`` stands for the open end.

    Keys never end in ``0``. Raises ``ValueError`` where ``low >= high``.
    """
    if low is not None and high is not None and low >= high:
        raise ValueError(f"no room between {low!r} and {high!r}")
    lower, result, bounded = low or "", "", high is not None
    at = 0
    while True:
        left = _DIGITS.index(lower[at]) if at < len(lower) else 0
        right = _DIGITS.index(high[at]) if bounded and high is not None and at < len(high) else _BASE
        if right - left > 1:
            # Appending at the end is the common case: step by little so that keys stay short.
            step = (left + right) // 2 if bounded or at >= len(lower) else left + 1
            return result + _DIGITS[step]
        result += _DIGITS[left]
        bounded = bounded and left == right
        at += 1


def keys_for(count: int) -> tuple[str, ...]:
    """``count`` rising keys of equal length, evenly spread, for a fresh list."""
    width = 1
    while _BASE**width <= count * 2:
        width += 1
    step = _BASE**width // (count + 1)
    return tuple(_as_key(step * (index + 1), width) for index in range(count))


def _as_key(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        digits = _DIGITS[digit] + digits
    return digits.rstrip("0") + ("" if digits.rstrip("0") else "1")
