"""One person, two spellings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from desktop.domain.finding import Finding
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import BlockView, CheckContext
from desktop.editorial.names_in_text import FoundName, find_names
from desktop.i18n import N_, _

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = "aeo"
Place = tuple[BlockView, int, int]


class NameSpelling(Check):
    """Name words that differ only in their accents, and full names that differ in one letter."""

    name = "name-spelling"
    title = N_("Names spelled two ways")

    def find(self, context: CheckContext) -> Iterable[Finding]:
        names: dict[str, list[Place]] = {}
        for view in context.views:
            for found in _names_in(view):
                last = " ".join(found.name.split()[-2:])
                if not found.name.isupper() and found.name.endswith(last):
                    names.setdefault(last, []).append((view, found.end - len(last), found.end))
        yield from self._accents(context, names)
        yield from self._letters(names)

    def _accents(self, context: CheckContext, names: dict[str, list[Place]]) -> Iterable[Finding]:
        """Name words that stand with and without accents; the accented form is taken for the right one."""
        accented = {bare(word): word for name in names for word in _WORD.findall(name) if bare(word) != word.casefold()}
        plain = {word for name in names for word in _WORD.findall(name) if bare(word) == word.casefold()}
        for view in context.views:
            for match in _WORD.finditer(view.words):
                word = match.group()
                right = accented.get(word.casefold(), "")
                if not right or not word[0].isupper() or len(word) < 3 or word.isupper():
                    continue
                is_place = context.facts.gazetteer.find(word) is not None
                if word in plain or not is_place:
                    message = _("The text also writes “{other}”.").format(other=right)
                    yield self.at(view, match.span(), message, None if is_place else right)

    def _letters(self, names: dict[str, list[Place]]) -> Iterable[Finding]:
        """Names, by their last two words, alike but for one letter of one word; the rarer, or later, is asked about."""
        counts = Counter({name: len(places) for name, places in names.items()})
        order = list(names)
        for number, name in enumerate(order):
            for other in order[:number]:
                if not _is_slip(name, other):
                    continue
                rare, usual = (other, name) if counts[other] < counts[name] else (name, other)
                for view, start, end in names[rare]:
                    message = _("The text also writes “{other}”.").format(other=usual)
                    yield self.at(view, (start, end), message)


@lru_cache(maxsize=4096)
def _names_in(view: BlockView) -> tuple[FoundName, ...]:
    """A block's names; kept, because a view never changes."""
    return tuple(find_names(view.words))


def bare(word: str) -> str:
    """A word in lower case without its accents; ñ keeps its tilde, it is a letter of its own."""
    letters = unicodedata.normalize("NFD", word.casefold().replace("ñ", "\0"))
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).replace("\0", "ñ")


def _is_slip(one: str, other: str) -> bool:
    first, second = one.split(), other.split()
    if len(first) != len(second) or len(first) < 2 or bare(one) == bare(other):
        return False
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if len(pairs) != 1 or min(len(pairs[0][0]), len(pairs[0][1])) < 4:
        return False
    a, b = pairs[0]
    # Only another vowel at the end is another person's name as often as not: María and Mario.
    is_ending = a[:-1] == b[:-1] and a[-1] in _ENDINGS and b[-1] in _ENDINGS
    return bool(DamerauLevenshtein.distance(bare(a), bare(b)) == 1 and not is_ending)
