"""Figures and words that look like something to change and are not: addresses, phones, numbers of documents."""

from __future__ import annotations

import re
from functools import cache

from desktop.editorial.reuse.words.table import Words

_EVERYWHERE = (
    r"(?:https?://|www\.)\S+",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"(?<!\w)[@#]\w+",
    r"\+\d[\d\s()./-]{5,}\d",
    r"(?:Tel|Tél|Teléfonos?|Teléf|Phones?|Fax|Cell|Cel|Celular|Mobile|WhatsApp|Móvil)\.?\s?:?\s?\+?\(?\d[\d\s()./-]{4,}\d",
    r"\b(?!(?:19|20)\d\d-(?:19|20)\d\d\b)\d{3,4}-\d{4}(?:-\d{4})?\b|\b\d{3}-\d{3}-\d{4}\b|\(\d{2,4}\)\s?\d{3,4}[\s-]?\d{3,4}",
    r"\b[A-Z]{1,6}(?:/[A-Z0-9][A-Z0-9.]*)+(?:/\d+)*(?:\.\d+)*\b(?<=\d)",
    r"\b(?!GMT|UTC)[A-Z][A-Za-z]*-?\d+(?:[.-]\d+)*\b|\b\d+[A-Z]\w*\b",
    r"\b\d+(?:\.\d+){2,}\b",
    r"\bISO\s\d+(?:[:-]\d+)*",
    r"\[[^\]\n]{1,80}\]",
)


@cache
def _pattern(own: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in (*_EVERYWHERE, *own)))


def protected_spans(text: str, words: Words) -> tuple[tuple[int, int], ...]:
    """``[start, end)`` of what no finder may touch."""
    return tuple(match.span() for match in _pattern(words.protected).finditer(text))
