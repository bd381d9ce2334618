"""Where acronyms stand in a text, and where they are explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.document import BlockKind
from desktop.editorial.checks.context import BlockView, CheckContext

_ACRONYM = re.compile(r"(?<![\w.@/&$-])(?:[^\W\d_a-zà-ÿ]{2,7}|(?:[A-Z]\.){2,4})(?![\w@$&]|\.[A-Za-z])")
_ROMAN = re.compile(r"[MDCLXVI]+")
_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.DATELINE})


@dataclass(frozen=True, slots=True)
class Acronym:
    """One use. ``is_explained``: it stands in brackets behind its words, or its words in brackets behind it."""

    name: str
    view: BlockView
    start: int
    end: int
    is_explained: bool

    @property
    def in_heads(self) -> bool:
        """Whether it stands in a headline or dateline, where nobody explains anything."""
        return self.view.kind in _HEADS


def acronyms(context: CheckContext) -> Iterator[Acronym]:
    """Every use in order. Roman numbers and words of lines set in capitals are none."""
    for view in context.views:
        letters = [sign for sign in view.words if sign.isalpha()]
        if sum(sign.isupper() for sign in letters) > len(letters) / 2:
            continue
        for match in _ACRONYM.finditer(view.words):
            name = match.group()
            if not name.isupper() or (_ROMAN.fullmatch(name) and name not in ("CD", "DC", "MD")):
                continue
            yield Acronym(name, view, match.start(), match.end(), _is_explained(view.text, match))


def _is_explained(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if re.search(r"[(\[]$", before):
        words = before[:-1].rstrip().rsplit(".", 1)[-1].split()[-10:]
        return re.match(r"[)\];,/]", after) is not None and any(word[:1].isupper() for word in words)
    behind = re.match(r"\s?\(([^()]{6,90})\)", after)
    return behind is not None and len(behind[1].split()) > 1
