"""The shape of a planted error."""

from __future__ import annotations

from typing import NamedTuple


class Planted(NamedTuple):
    """A check, a language, lines (a line's kind may stand before ``| ``), what is found, the text after the fix.

    What is found is the text of every finding, in order; no texts: the check keeps quiet. ``None`` as the fixed text: the
    finding has no safe fix; ``...``: it is not asked.
    """

    check: str
    language: str
    lines: tuple[str, ...]
    found: tuple[str, ...] = ()
    fixed: object = ...
    profile: str = "un-iom"


def plant(
    check: str,
    language: str,
    lines: str | tuple[str, ...],
    *found: str,
    fixed: object = ...,
    profile: str = "un-iom",
) -> Planted:
    """A planted error in one line, or in several."""
    return Planted(check, language, (lines,) if isinstance(lines, str) else lines, found, fixed, profile)


NBSP = "\u00a0"
