"""Dates that are told from the day of publication: this week, today, last year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from desktop.domain.document import Block
from desktop.editorial.reuse.dates import named
from desktop.editorial.reuse.found import Candidate, GapKind, Reading
from desktop.editorial.reuse.words.table import words_of


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = words_of(language)
    phrases = (rf"(?:{named(each, words)})(?!\w)" for each in words.relative)
    return re.compile(r"(?<!\w)(?:" + ("|".join(phrases) or "(?!)") + ")", re.IGNORECASE)


def find_relative(block: Block, reading: Reading) -> Iterator[Candidate]:
    """One phrase said twice is one thing. Nothing is proposed: only the writer knows what it means this year."""
    for match in _pattern(reading.language).finditer(block.text.text):
        said = " ".join(match.group().casefold().split())
        yield Candidate(*match.span(), GapKind.RELATIVE, said, said)
