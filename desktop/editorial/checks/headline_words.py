"""The words of a headline: which are names, and which only have a capital."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.domain.document import BlockKind
from desktop.editorial.checks.context import BlockView, CheckContext

_WORD = re.compile(r"[^\W\d_][\w’'.-]*\w|[^\W\d_]")


@dataclass(frozen=True, slots=True)
class HeadlineWord:
    """A word at ``[start, end)``. ``is_name``: the text, or the list of places, writes it with a capital anyway."""

    text: str
    start: int
    end: int
    is_first: bool
    is_name: bool


def headline_words(view: BlockView, context: CheckContext) -> list[HeadlineWord]:
    """A headline's words in order."""
    capitals = _capitals(context)
    places = _places(view, context)
    result = []
    for match in _WORD.finditer(view.words):
        word = match.group()
        before = view.words[: match.start()].rstrip()
        is_first = not before or before[-1] in ":.?!“«¿¡—–"
        has_inner = any(sign.isupper() for sign in word[1:])
        is_name = has_inner or word in places or word in capitals
        result.append(HeadlineWord(word, match.start(), match.end(), is_first, is_name))
    return result


def _capitals(context: CheckContext) -> set[str]:
    """Words that the text writes with a capital inside a sentence."""
    found: set[str] = set()
    for view in context.views:
        if view.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD):
            continue
        for match in _WORD.finditer(view.words):
            word = match.group().removesuffix("’s").removesuffix("'s")
            if word[0].isupper() and not view.begins_sentence(match.start()):
                found.add(word)
    return found


def _places(view: BlockView, context: CheckContext) -> frozenset[str]:
    """Every word of the places that a headline names."""
    names = context.facts.gazetteer.names(context.document.language)
    return frozenset(word for name in names if name in view.words for word in name.split() if word[0].isupper())
