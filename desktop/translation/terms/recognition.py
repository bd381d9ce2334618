"""Which terms of the termbase stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.concept import Concept, Term
from desktop.translation.terms.index import Form, LanguageIndex, Pattern, TermIndex
from desktop.translation.terms.tokens import Token, alike, facts, head, is_acronym, tokens
from desktop.translation.terms.variants import forms_of
from desktop.translation.terms.words.table import words_of

#: What may stand between two words of a term: blanks, hyphens, quotes, an apostrophe; with a comma only where the term
#: has one, or is so long that nothing else can be meant.
_GAP = re.compile(r"[\s\u00ad'’\"“”«»\-\u2010-\u2014]{0,4}")
_COMMA_GAP = re.compile(r"\s?,\s{0,2}")
_LONG = 4
_MOST_SKIPPED = 2
#: How many hits back a name may be that an acronym in brackets belongs to: homonyms stand between.
_NEAR = 8
_OPENED, _CLOSED = re.compile(r"\s*[(\[]"), re.compile(r"\s*[)\]]")


@dataclass(frozen=True, slots=True)
class Target:
    """What to write for a recognised term: ``text`` in the form that fits (an acronym for an acronym)."""

    text: str
    term: Term


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term at ``[start, end)`` of a text, in code points; ``form`` tells whether the name, its acronym or both."""

    start: int
    end: int
    concept: Concept
    term: Term
    form: Form = Form.FULL

    @property
    def is_forbidden(self) -> bool:
        """Whether the term must not be used."""
        return self.term.is_forbidden

    def targets(self, language: str) -> tuple[Target, ...]:
        """What may be written for it in another language, the preferred first, each text once."""
        found: dict[str, Target] = {}
        for term in self.concept.usable(language):
            text = _fitting(term, self.form)
            found.setdefault(text, Target(text, term))
        return tuple(found.values())


def _fitting(term: Term, form: Form) -> str:
    forms = forms_of(term.text)
    if form is Form.SHORT:
        return forms.short or forms.full
    if form is Form.BOTH and forms.short:
        return forms.whole
    return forms.full


def recognise(text: str, language: str, index: TermIndex, *, nested: bool = False) -> tuple[TermHit, ...]:
    """The terms of a text in order: the longest of those that overlap, and every concept that shares its words.

    With ``nested`` also those that lie in or across longer ones. Inflected forms, missing accents, hyphens or blanks,
    inserted articles and other quotes are found; acronyms only in their own case.
    """
    mine = index.of(language)
    if not mine.heads:
        return ()
    words = tokens(text)
    shouted = words_of(language).shouted
    lookup = _Lookup(language, mine)
    found: list[tuple[int, int, Pattern]] = []
    for place, token in enumerate(words):
        if token.form.isupper() and token.form.casefold() in shouted and _is_shouted(words, place):
            continue
        found += [(place, last, pattern) for last, pattern in _at(words, place, lookup)]
    if not nested:
        found = _longest(found)
    hits: dict[tuple[int, int, str], TermHit] = {}
    for first, last, pattern in found:
        hit = TermHit(words[first].start, words[last].end, pattern.concept, pattern.term, pattern.form)
        hits.setdefault((first, last, pattern.concept.id), hit)
    return _with_acronyms(text, sorted(hits.values(), key=lambda hit: (hit.start, -hit.end, _is_lame(hit))))


def _is_lame(hit: TermHit) -> bool:
    """Whether an acronym stands for a concept that has none in another language: another concept fits better."""
    others = [term for term in hit.concept.terms if term.language != hit.term.language and not term.is_forbidden]
    return hit.form is Form.SHORT and not any(_acronym(term) for term in others)


class _Lookup:
    """The patterns that may begin with a word, remembered for the length of one text."""

    def __init__(self, language: str, index: LanguageIndex) -> None:
        self.language = language
        self._index = index
        self._known: dict[str, tuple[Pattern, ...]] = {}

    def patterns(self, form: str) -> tuple[Pattern, ...]:
        known = self._known.get(form)
        if known is None:
            known = self._known[form] = self._find(form)
        return known

    def _find(self, form: str) -> tuple[Pattern, ...]:
        if head(form, self.language) not in self._index.heads:
            return ()
        found = {
            id(pattern): pattern
            for key in facts(form, self.language).keys
            for pattern in self._index.patterns.get(key, ())
            if _fits(pattern, 0, form, self.language)
        }
        return tuple(sorted(found.values(), key=lambda pattern: pattern.number))


def _at(words: list[Token], place: int, lookup: _Lookup) -> Iterator[tuple[int, Pattern]]:
    """The patterns that begin with a word, each with the place of its last word."""
    for last, form in _readings(words, place):
        for pattern in lookup.patterns(form):
            end = _end(words, last, pattern, lookup.language)
            if end >= 0:
                yield end, pattern


def _readings(words: list[Token], place: int) -> Iterator[tuple[int, str]]:
    """A word alone, and as one with those that hyphens tie to it; each with the place of its last part."""
    form = words[place].form
    yield place, form
    for last in range(place + 1, min(place + 3, len(words))):
        if not words[last].is_hyphened:
            return
        form += words[last].form
        yield last, form


def _end(words: list[Token], last: int, pattern: Pattern, language: str) -> int:
    """The place of the last word where the rest of the pattern follows its first word, else -1."""
    if len(pattern.words) == 1:
        return last
    skipped = words_of(language).skipped
    number, here, over = 1, last + 1, 0
    while here < len(words):
        if not _may_part(words[here].gap, pattern, number):
            return -1
        ahead = next((to for to, read in _readings(words, here) if _fits(pattern, number, read, language)), -1)
        if ahead >= 0:
            number, here, over = number + 1, ahead + 1, 0
            if number == len(pattern.words):
                return ahead
        elif over < _MOST_SKIPPED and words[here].form.casefold() in skipped:
            here, over = here + 1, over + 1
        else:
            return -1
    return -1


def _fits(pattern: Pattern, number: int, form: str, language: str) -> bool:
    return alike(pattern.words[number], form, language, is_verb=pattern.is_verb and number == 0)


def _may_part(gap: str, pattern: Pattern, number: int) -> bool:
    own = pattern.gaps[number]
    if gap == own or _GAP.fullmatch(gap):
        return True
    return bool(_COMMA_GAP.fullmatch(gap)) and ("," in own or len(pattern.words) >= _LONG)


def _longest(found: list[tuple[int, int, Pattern]]) -> list[tuple[int, int, Pattern]]:
    """Those that no longer one overlaps; of equally long ones the first, with all that share its words."""
    kept: list[tuple[int, int, Pattern]] = []
    taken: dict[int, tuple[int, int]] = {}
    for start, end, pattern in sorted(found, key=lambda each: (each[0] - each[1], each[0])):
        spans = {taken[place] for place in range(start, end + 1) if place in taken}
        if not spans or spans == {(start, end)}:
            kept.append((start, end, pattern))
            taken.update(dict.fromkeys(range(start, end + 1), (start, end)))
    return kept


def _with_acronyms(text: str, hits: list[TermHit]) -> tuple[TermHit, ...]:
    """A name with its own acronym in brackets behind it is one hit."""
    found: list[TermHit] = []
    for hit in hits:
        opened = -1
        if hit.form is Form.SHORT and _OPENED.fullmatch(text, hit.start - 1, hit.start):
            near = range(max(0, len(found) - _NEAR), len(found))
            opened = next((n for n in near if found[n].form is Form.FULL and _is_named_by(text, found[n], hit)), -1)
        if opened < 0:
            found.append(hit)
        else:
            closed = _CLOSED.match(text, hit.end)
            assert closed is not None
            before = found[opened]
            found[opened] = TermHit(before.start, closed.end(), before.concept, before.term, Form.BOTH)
    return tuple(found)


def _is_named_by(text: str, name: TermHit, short: TermHit) -> bool:
    if name.concept.id != short.concept.id or short.start <= name.end:
        return False
    return bool(_OPENED.fullmatch(text, name.end, short.start) and _CLOSED.match(text, short.end))


def _is_shouted(words: list[Token], place: int) -> bool:
    """Whether a neighbour is in capitals too (*WHO WE ARE*): then the word is no acronym."""
    beside = [words[place - 1]] if place and words[place].gap == " " else []
    beside += [words[place + 1]] if place + 1 < len(words) and words[place + 1].gap == " " else []
    return any(len(word.form) > 1 and word.form.isupper() for word in beside)


def acronym_pairs(concepts: tuple[Concept, ...], source: str, target: str) -> dict[str, frozenset[str]]:
    """By the acronym of the source language, what may stand for it in the target language (``IOM`` → ``OIM``)."""
    found: dict[str, set[str]] = {}
    for concept in concepts:
        shorts = {short for term in concept.usable(source) if (short := _acronym(term))}
        if shorts:
            wanted = {_acronym(term) or forms_of(term.text).full for term in concept.usable(target)}
            for short in shorts:
                found.setdefault(short, set()).update(wanted)
    return {short: frozenset(wanted) for short, wanted in found.items() if wanted}


def _acronym(term: Term) -> str:
    forms = forms_of(term.text)
    if forms.short:
        return forms.short
    words = tokens(forms.full)
    return forms.full if words and all(is_acronym(word.form) for word in words) else ""
