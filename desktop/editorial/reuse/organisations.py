"""Organisations: those the directory knows, and names that the text itself gives an acronym for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.domain.document import Block
from desktop.editorial.reuse.found import Candidate, GapKind, Reading

_WITH_ACRONYM = re.compile(
    r"((?:[A-ZÁÉÍÓÚÑ][\w’'-]*)(?:\s(?:of|on|for|and|the|in|de|del|la|las|los|el|y|e|para|sobre|en|des|du|et|sur|pour"
    r"|[A-ZÁÉÍÓÚÑ][\w’'-]*))*)\s\((?P<short>[A-Z][A-Za-z]{1,8})\)"
)


def find_organisations(block: Block, reading: Reading) -> Iterator[Candidate]:
    """The full name is found; the acronym alone stays, for it may well be the writer's own house."""
    text = block.text.text
    for name in reading.once("organisations", _named):
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            yield Candidate(*match.span(), GapKind.ORGANISATION, name.casefold(), name.casefold())


def _named(reading: Reading) -> tuple[str, ...]:
    said = (
        found[0]
        for block in reading.blocks
        for match in _WITH_ACRONYM.finditer(block.text.text)
        if (found := _spelled(match[1], match["short"]))
    )
    known = (name for name in reading.known.organisations if " " in name)
    return tuple(sorted(dict.fromkeys([*said, *known]), key=len, reverse=True))


def _spelled(name: str, short: str) -> list[str]:
    """The end of the name whose initials the acronym has, if there is one."""
    words = name.split()
    letters = [letter for letter in short if letter.isupper()]
    for at in range(len(words)):
        initials = [word[0] for word in words[at:] if word[0].isupper()]
        if initials == letters:
            return [" ".join(words[at:])]
    return []
