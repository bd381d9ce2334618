"""Passages with the words found in them marked."""

from __future__ import annotations

import re

from desktop.storage.folding import fold_in_place

#: Around a hit in a snippet: private-use characters that no text of ours holds.
HIT_START, HIT_END = "\ue000", "\ue001"
#: Code points that a snippet shows before its first hit, and in all.
_BEFORE, _WHOLE = 40, 160


def snippet(body: str, pattern: re.Pattern[str]) -> str:
    """A piece of one line with the first hits in it marked; the text's beginning where no hit is found."""
    folded = fold_in_place(body)
    first = pattern.search(folded)
    at = first.start() if first else 0
    start = body.rfind("\n", 0, at) + 1
    start = start if at - start <= _BEFORE else body.find(" ", at - _BEFORE, at) + 1 or at
    end = body.find("\n", at)
    end = len(body) if end < 0 else end
    if end - start > _WHOLE:
        cut = body.rfind(" ", max(at, start), start + _WHOLE)
        end = cut if cut > at else start + _WHOLE
    return _marked(body, folded, pattern, start, end)


def marked(body: str, pattern: re.Pattern[str]) -> str:
    """The whole text with every hit in it marked."""
    return _marked(body, fold_in_place(body), pattern, 0, len(body))


def _marked(body: str, folded: str, pattern: re.Pattern[str], start: int, end: int) -> str:
    parts: list[str] = []
    done = start
    for hit in pattern.finditer(folded, start, end):
        parts += [body[done : hit.start()], HIT_START, body[hit.start() : hit.end()], HIT_END]
        done = hit.end()
    return "".join([*parts, body[done:end]])
