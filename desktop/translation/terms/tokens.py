"""A text as the words that terms are made of, and when two words are forms of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any
from unicodedata import combining, normalize

from desktop.translation.terms.words.table import TermWords, words_of

#: ``U.S.``, ``EE. UU.``; words and figures; signs that can be a term.
_TOKEN = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ]{1,2}\.)(?:[ \u00a0\u202f]?[A-ZÀ-ÖØ-Þ]{1,2}\.)+|(?:[^\W_][\u0300-\u036f]*)+|[%‰&§€$£]"
)
_HYPHEN = re.compile(r"[\u00ad]?[-\u2010\u2011]\s?|\u00ad")
_HYPHENS = frozenset("-\u2010\u2011\u00ad")
_DOTS = re.compile(r"[.\s]")
_LONGEST_ACRONYM = 10
#: How many letters of two endings may be the same (*sensibiliz-ar*, *sensibiliz-aron*), and the shortest beginning.
_LONGEST_SHARED, _SHORTEST_STEM = 4, 3
#: Beginnings by which a text's words are sifted before they are stemmed.
HEAD = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word in a text at ``[start, end)`` (code points); ``form`` is without dots. ``gap`` stands before it."""

    start: int
    end: int
    form: str
    gap: str

    @property
    def is_hyphened(self) -> bool:
        """Whether a hyphen ties it to the word before."""
        return self.gap[:1] in _HYPHENS and bool(_HYPHEN.fullmatch(self.gap))


def tokens(text: str) -> list[Token]:
    """The words of a text in order. Apostrophes and hyphens part words."""
    found: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        form = match.group()
        if "." in form:
            form = _DOTS.sub("", form)
        found.append(Token(match.start(), match.end(), form, text[last : match.start()]))
        last = match.end()
    return found


def is_acronym(form: str) -> bool:
    """Whether a word is written like an acronym: ``IOM``, ``IDPs``, ``MoU``."""
    capitals = sum(letter.isupper() for letter in form)
    return capitals >= 2 and len(form) <= _LONGEST_ACRONYM and 2 * capitals >= len(form)


@lru_cache(maxsize=16_384)
def fold(form: str, kept: str = "") -> str:
    """Small letters without accents; the letters of ``kept`` stay as they are."""
    small = normalize("NFC", form.casefold())
    if small.isascii():
        return small
    return "".join(
        letter if letter in kept else "".join(part for part in normalize("NFD", letter) if not combining(part))
        for letter in small
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """What a language says of a word: its dictionary spelling, that without accents, and what its forms share."""

    base: str
    folded: str
    keys: frozenset[str]


@lru_cache(maxsize=32_768)
def facts(form: str, language: str) -> Facts:
    """The facts of a word. About 0.1 ms where it is asked for the first time: sift by :func:`head` first."""
    words = words_of(language)
    base = _base(form, words)
    folded = fold(base, words.kept_letters)
    if not words.stemmer or not base.isalpha():
        return Facts(base, folded, frozenset({folded}))
    stems = (fold(_stem(words.stemmer, each), words.kept_letters) for each in {base, folded})
    return Facts(base, folded, frozenset({folded, *stems}))


def head(form: str, language: str) -> str:
    """The first letters of a word's dictionary spelling without accents; forms of one word have the same."""
    words = words_of(language)
    return fold(_base(form, words), words.kept_letters)[:HEAD]


def _base(form: str, words: TermWords) -> str:
    small = normalize("NFC", form.casefold())
    small = words.irregular.get(small) or words.contracted.get(small) or small
    for ending, other in words.respelled:
        if len(small) > len(ending) + 3 and small.endswith(ending):
            return small.removesuffix(ending) + other
    return small


@cache
def _stemmer(name: str) -> Any:
    import snowballstemmer  # noqa: PLC0415 - lazy: 50 ms, and only a termbase needs it

    return snowballstemmer.stemmer(name)


def _stem(name: str, word: str) -> str:
    return str(_stemmer(name).stemWord(word))


@lru_cache(maxsize=32_768)
def alike(term: str, form: str, language: str, *, is_verb: bool = False) -> bool:
    """Whether a text's word is a form of a term's word: its plural, its other gender, capitals without accents.

    An acronym is only itself, or (from four letters on) with one capital as Spanish papers write it.
    """
    if is_acronym(term):
        return form == term or (len(term) > 3 and term.isupper() and form == term.capitalize()) or _plural(term, form)
    words = words_of(language)
    wanted, given = facts(term, language), facts(form, language)
    if wanted.folded == given.folded:
        return _same_accents(wanted, given, are_names=term[0].isupper() and form[0].isupper())
    if wanted.keys.isdisjoint(given.keys):
        return False
    return _inflected(wanted.folded, given.folded, words.verbal if is_verb else words.nominal)


def _plural(term: str, form: str) -> bool:
    return term.removesuffix("s") == form.removesuffix("s") and is_acronym(form)


def _same_accents(wanted: Facts, given: Facts, *, are_names: bool) -> bool:
    """Accents may be missing, not others: *marcó* is no *marco*. A name is one with or without them."""
    return given.base in (wanted.base, wanted.folded) or are_names


def _inflected(wanted: str, given: str, endings: frozenset[str]) -> bool:
    """Whether two words are one beginning with two endings; a doubled consonant before one is no matter (*planned*)."""
    common = 0
    for one, other in zip(wanted, given, strict=False):
        if one != other:
            break
        common += 1
    for cut in range(common, max(common - _LONGEST_SHARED, _SHORTEST_STEM) - 1, -1):
        if wanted[cut:] in endings and given[cut:] in endings:
            return True
    doubled = wanted[common - 1 : common]
    rests = [wanted[common:], given[common:]]
    return bool(doubled) and "" in rests and all(rest.removeprefix(doubled) in endings for rest in rests)
