"""Times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from desktop.domain.document import Block
from desktop.editorial.reuse.found import Candidate, GapKind, Reading

_ZONE = r"(?:\s?\(?(?:GMT|UTC|CET|CEST|EST|EDT|CST)(?:\s?[+-]\d{1,2}(?::\d{2})?)?\)?)?"


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<![\w.,:])(?:{each}){_ZONE}(?![\w:])" for each in forms) or "(?!)")


def find_times(block: Block, reading: Reading) -> Iterator[Candidate]:
    """``14:30``, ``2 p.m.``, ``14:30 horas``; two writings of one time are one thing."""
    for match in _pattern(reading.words.times).finditer(block.text.text):
        found = re.match(r"(\d{1,2})(?:[:.h]\s?(\d{2}))?", match.group())
        hour, minute = (int(found[1]), found[2] or "00") if found else (0, "00")
        if hour > 24 or int(minute) > 59:
            continue
        is_afternoon = re.search(r"p\.?\s?m", match.group(), re.IGNORECASE) is not None and hour < 12
        value = f"{hour + 12 if is_afternoon else hour:02}:{minute}"
        yield Candidate(*match.span(), GapKind.TIME, value, value)
