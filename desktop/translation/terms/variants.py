"""The ways one term may be written: with or without its acronym, what its brackets hold, alternatives with a slash."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.translation.terms.tokens import is_acronym, tokens

_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_SLASH = re.compile(r"\s+/\s+")


@dataclass(frozen=True, slots=True)
class Forms:
    """``full`` is the name without what stands in brackets, ``short`` its acronym; ``spelled`` all ways to write it."""

    whole: str
    full: str
    short: str
    spelled: tuple[str, ...]


@lru_cache(maxsize=16_384)
def forms_of(text: str) -> Forms:
    """The forms of a term as it stands in the termbase.

    An acronym in brackets names the same thing; other words in brackets say more of it and may be left out
    (``traficantes (de migrantes)``).
    """
    whole = " ".join(text.split())
    short = ""
    inline = whole
    for bracket in _BRACKET.finditer(whole):
        inside = bracket.group(1).strip()
        if not short and _is_short(inside):
            short = inside
            inline = inline.replace(bracket.group(), "", 1)
    full = " ".join(_BRACKET.sub("", whole).split()) or whole
    inline = " ".join(re.sub(r"[()\[\]]", " ", inline).split())
    spelled = [part for each in (full, inline) for part in _alternatives(each)]
    return Forms(whole, full, short, tuple(dict.fromkeys(each for each in spelled if each)))


def _is_short(inside: str) -> bool:
    """Whether brackets hold an acronym, or several with a slash."""
    words = tokens(inside)
    return all(is_acronym(word.form) for word in words) and (len(words) == 1 or (bool(words) and " " not in inside))


def _alternatives(text: str) -> list[str]:
    parts = [part for part in _SLASH.split(text) if part]
    return parts if len(parts) > 1 else [text]
