"""The termbase made ready for looking terms up in texts. Immutable: another termbase is another index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import count

from desktop.domain.concept import Concept, Term
from desktop.translation.language_forms import primary
from desktop.translation.terms.tokens import HEAD, Token, facts, fold, is_acronym, tokens
from desktop.translation.terms.variants import forms_of
from desktop.translation.terms.words.table import words_of


class Form(Enum):
    """Which form of a term stands in a text."""

    FULL = "full"
    SHORT = "short"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of writing a term: its words without articles, what stands before each, its place among all patterns."""

    number: int
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    is_verb: bool
    form: Form
    term: Term
    concept: Concept


@dataclass(frozen=True, slots=True)
class LanguageIndex:
    """The patterns of a language by what their first word's forms share, and the beginnings of those words."""

    patterns: Mapping[str, tuple[Pattern, ...]]
    heads: frozenset[str]


_NOTHING = LanguageIndex({}, frozenset())


@dataclass(frozen=True)
class TermIndex:
    """All concepts by id, and each language's patterns. Build it with :func:`build_index`."""

    concepts: Mapping[str, Concept]
    languages: Mapping[str, LanguageIndex]

    def of(self, language: str) -> LanguageIndex:
        """The part of a language (a BCP 47 tag; its varieties share one)."""
        return self.languages.get(primary(language), _NOTHING)


EMPTY_INDEX = TermIndex({}, {})


def build_index(concepts: Iterable[Concept], checkpoint: Callable[[], None] = lambda: None) -> TermIndex:
    """The index of some concepts; about 0.3 ms a concept the first time. ``checkpoint`` may raise to give up."""
    kept = {concept.id: concept for concept in concepts}
    built: dict[str, dict[str, list[Pattern]]] = {}
    heads: dict[str, set[str]] = {}
    numbers = count()
    for concept in kept.values():
        checkpoint()
        for term in concept.terms:
            language = primary(term.language)
            mine, first = built.setdefault(language, {}), heads.setdefault(language, set())
            for pattern in _patterns(concept, term, language, numbers):
                known = facts(pattern.words[0], language)
                first.add(known.folded[:HEAD])
                for key in known.keys:
                    mine.setdefault(key, []).append(pattern)
    languages = {
        language: LanguageIndex({key: tuple(each) for key, each in mine.items()}, frozenset(heads[language]))
        for language, mine in built.items()
    }
    return TermIndex(kept, languages)


def _patterns(concept: Concept, term: Term, language: str, numbers: Iterator[int]) -> Iterator[Pattern]:
    forms = forms_of(term.text)
    is_verb = _is_verb(concept, term)
    seen: set[tuple[str, ...]] = set()
    ways = [(Form.FULL, each) for each in forms.spelled]
    ways += [(Form.SHORT, forms.short)] if forms.short else []
    for form, written in ways:
        words = tokens(written)
        shouts = len(words) > 1 and written.isupper() and any(len(word.form) > 6 for word in words)
        for cut in (words, _joined(words)):
            kept, gaps = _without_articles(cut, language)
            if shouts:
                kept = tuple(fold(word) for word in kept)
            if kept and kept not in seen:
                seen.add(kept)
                alone = form is Form.FULL and len(kept) == 1 and is_acronym(kept[0])
                made = Form.SHORT if alone else form
                yield Pattern(next(numbers), kept, gaps, is_verb, made, term, concept)


def _joined(words: list[Token]) -> list[Token]:
    """The words with hyphened ones in one: *anti-trata* as *antitrata*."""
    found: list[Token] = []
    for word in words:
        if found and word.is_hyphened:
            before = found.pop()
            found.append(Token(before.start, word.end, before.form + word.form, before.gap))
        else:
            found.append(word)
    return found


def _without_articles(words: list[Token], language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    skipped = words_of(language).skipped
    kept = [word for word in words if word.form.casefold() not in skipped] or words
    return tuple(word.form for word in kept), tuple(word.gap for word in kept)


def _is_verb(concept: Concept, term: Term) -> bool:
    """Whether the term is a verb: as it says, or because all terms of some language are infinitives."""
    if term.part_of_speech:
        return term.part_of_speech == "verb"
    for language in concept.languages:
        endings = words_of(language).infinitives
        mine = [each for each in concept.terms if each.language == language and not each.is_forbidden]
        if endings and mine and all(_is_infinitive(each.text, endings) for each in mine):
            return True
    return False


def _is_infinitive(text: str, endings: tuple[str, ...]) -> bool:
    words = tokens(text)
    return bool(words) and words[0].form.islower() and len(words[0].form) > 3 and words[0].form.endswith(endings)
