"""Times of the day in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.translation.checks.figures.lexicon import lexicon
from desktop.translation.checks.ports import Rules

_ZONE = re.compile(
    r"(?<![\w/])(GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|EET|EEST|BST|WAT|EAT|SAST|IST|JST|AST|HNE|HNC)(?!\w)"
)
_HALF_DAY = 720


@dataclass(frozen=True, slots=True)
class Time:
    """A time at ``[start, end)``; ``minutes`` of the day that it may mean."""

    start: int
    end: int
    text: str
    minutes: frozenset[int]

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers in which the same time may be written."""
        hours = {minute // 60 for minute in self.minutes}
        every = hours | {hour % 12 for hour in hours} | {12 if hour % 12 == 0 else hour % 12 for hour in hours}
        return frozenset(every | {minute % 60 for minute in self.minutes if minute % 60})


@lru_cache(maxsize=16)
def _patterns(rules: Rules) -> tuple[tuple[re.Pattern[str], ...], dict[str, str], dict[str, int]]:
    numbers = {word: value for word, value in lexicon(rules).cardinals.items() if 1 <= value <= 12}
    any_number = "|".join(re.escape(word) for word in sorted(numbers, key=len, reverse=True)) or "(?!)"
    patterns = tuple(
        re.compile(r"(?<!\w)" + each.replace("{number}", any_number), re.IGNORECASE) for each in rules.words("clocks")
    )
    parts = {word: part for part, words in rules.table("day_parts").items() for word in words.split()}
    return patterns, parts, numbers


@lru_cache(maxsize=8_192)
def read_times(text: str, rules: Rules) -> tuple[tuple[Time, ...], str]:
    """The times of a text whose addresses and short dates are masked, and the text with the times masked too."""
    patterns, parts, numbers = _patterns(rules)
    found: list[Time] = []
    for pattern in patterns:
        for match in pattern.finditer(text):
            if any(match.start() < each.end and each.start < match.end() for each in found):
                continue
            minutes = _minutes(match, parts, numbers)
            if minutes:
                found.append(Time(match.start(), match.end(), match.group(), minutes))
    masked = text
    for each in found:
        masked = masked[: each.start] + "\ufffc" * (each.end - each.start) + masked[each.end :]
    return tuple(sorted(found, key=lambda each: each.start)), masked


def read_zones(text: str) -> frozenset[str]:
    """The codes of time zones in a text; UTC and GMT are one."""
    return frozenset(match[1].replace("GMT", "UTC") for match in _ZONE.finditer(text))


def _minutes(match: re.Match[str], parts: dict[str, str], numbers: dict[str, int]) -> frozenset[int]:
    given = match.groupdict()
    if given.get("noon"):
        return frozenset({_HALF_DAY})
    if given.get("midnight"):
        return frozenset({0, 1440})
    hour = int(given["h"]) if given["h"].isdecimal() else numbers[given["h"].casefold()]
    minute = int(given.get("m") or 0)
    if given.get("mark"):
        minute = 15 if given["mark"].casefold().startswith(("c", "q")) else 30
    if hour > 24 or minute > 59:
        return frozenset()
    part = parts.get(re.sub(r"[.\s]", "", given.get("part") or "").casefold(), "")
    at = hour * 60 + minute
    if hour > 12 or (given.get("strict") is not None and not part):
        return frozenset({at % 1440})
    morning = at % _HALF_DAY
    return frozenset({"am": {morning}, "pm": {morning + _HALF_DAY}}.get(part, {morning, morning + _HALF_DAY}))
