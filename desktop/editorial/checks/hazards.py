"""Wordings that a language's tables warn of: ``pattern``, ``says`` (which sentence), ``instead``, ``fix`` (``yes``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop.editorial.checks.rules import LanguageRules


@dataclass(frozen=True, slots=True)
class Hazard:
    """One place; ``fix`` is the replacement where one is safe."""

    span: tuple[int, int]
    found: str
    says: str
    instead: str
    fix: str | None


def hazards_in(text: str, rules: LanguageRules, table: str) -> Iterator[Hazard]:
    """Everything in a text that a table of the language warns of."""
    for row in rules.rows(table):
        for match in _compiled(row["pattern"]).finditer(text):
            instead = row.get("instead", "")
            fix = like(match.group(), instead) if row.get("fix") == "yes" else None
            yield Hazard(match.span(), match.group(), row.get("says", ""), instead, fix)


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


def like(found: str, words: str) -> str:
    """Words with the capitals of what they take the place of."""
    if found.isupper() and len(found) > 1:
        return words.upper()
    return words[:1].upper() + words[1:] if found[:1].isupper() else words
