"""Deciding whether a word is right: the dictionary of its language, and the words that the office knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from desktop.editorial.spelling.dictionary import Dictionary, Variety, variety_of
from desktop.editorial.spelling.suggesting import suggest
from desktop.editorial.spelling.words import scripts

#: What stands before an apostrophe and belongs to the next word.
_ELISIONS = {"fr": re.compile(r"(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu)'", re.IGNORECASE)}
_POSSESSIVES = {"en": re.compile(r"(?:'s|(?<=s)')$", re.IGNORECASE)}


@dataclass(frozen=True, slots=True, order=True)
class KnownWord:
    """A word that somebody added. A name or acronym (an upper-case letter in it) counts in every language."""

    word: str
    language: str = ""

    @classmethod
    def of(cls, word: str, language: str) -> KnownWord:
        """The word as it is kept, added in a text of a language."""
        return cls(word, "" if word != word.lower() else language.split("-", 1)[0])


@dataclass(frozen=True, slots=True)
class WordLists:
    """Everything that is right without standing in a dictionary.

    ``names`` are single words of people, outlets and places; ``terms`` single words by language.
    """

    personal: frozenset[KnownWord] = frozenset()
    office: frozenset[KnownWord] = frozenset()
    names: frozenset[str] = frozenset()
    terms: Mapping[str, frozenset[str]] = field(default_factory=dict)


class Speller:
    """Answers for every language. Immutable but for what it remembers; may be asked from any thread.

    ``find`` gives a variety's dictionary, or ``None`` where none is installed; ``chosen`` is the office's variety
    per language.
    """

    def __init__(
        self,
        find: Callable[[Variety], Dictionary | None],
        lists: WordLists | None = None,
        chosen: Mapping[str, str] | None = None,
    ) -> None:
        self._find = find
        self.lists = lists or WordLists()
        self.chosen = dict(chosen or {})
        self._answers: dict[tuple[str, str], bool] = {}
        added = self.lists.personal | self.lists.office
        self._everywhere = self.lists.names | {each.word for each in added if not each.language}
        self._added = {(each.language, each.word) for each in added if each.language}

    def variety(self, language: str) -> Variety | None:
        """How texts in a language are written here; ``None`` for a language that is not offered."""
        return variety_of(language, self.chosen.get(language.split("-", 1)[0], ""))

    def has_dictionary(self, language: str) -> bool:
        """Whether words of a language can be looked up."""
        return self._dictionary(language) is not None

    def _dictionary(self, language: str) -> Dictionary | None:
        variety = self.variety(language)
        return self._find(variety) if variety else None

    def is_right(self, word: str, language: str) -> bool:
        """Whether a word may stand so; all words of a language without a dictionary may."""
        key = (language, word)
        known = self._answers.get(key)
        if known is None:
            known = self._answers[key] = self._is_right(word, language)
        return known

    def _is_right(self, word: str, language: str) -> bool:
        dictionary, variety = self._dictionary(language), self.variety(language)
        if dictionary is None or variety is None:
            return True
        if len(scripts(word)) > 1:
            return False
        short = variety.language
        for form in _forms(word, short):
            if self._is_added(form, short):
                return True
            if dictionary.knows(form) and not _is_refused(form, variety, dictionary):
                return True
        return False

    def _is_added(self, word: str, language: str) -> bool:
        terms = self.lists.terms.get(language, frozenset())
        if word in self._everywhere or word in terms or (language, word) in self._added:
            return True
        lower = word.lower()
        if word in (lower.capitalize(), lower.upper()):
            titled = lower.capitalize()
            return lower in terms or (language, lower) in self._added or (word != titled and titled in self._everywhere)
        return False

    def suggest(self, word: str, language: str, limit: int = 5) -> tuple[str, ...]:
        """What may have been meant, the likeliest first."""
        dictionary, variety = self._dictionary(language), self.variety(language)
        if dictionary is None or variety is None:
            return ()
        first: list[str] = []
        if _is_refused(word, variety, dictionary):
            first.append(_instead(word, variety))
        extra = self._everywhere if word[:1].isupper() else frozenset()
        found = suggest(word, dictionary, variety.language, extra, limit)
        kept = (each for each in found if all(self.is_right(part, language) for part in each.split()))
        return tuple(dict.fromkeys([*first, *kept]))[:limit]


def _forms(word: str, language: str) -> Iterable[str]:
    """The word, and the word without what its language hangs on to it."""
    yield word
    possessive, elision = _POSSESSIVES.get(language), _ELISIONS.get(language)
    if possessive is not None and (match := possessive.search(word)) and match.start() > 0:
        yield word[: match.start()]
    if elision is not None and (match := elision.match(word)) and match.end() < len(word):
        yield word[match.end() :]


def _is_refused(word: str, variety: Variety, dictionary: Dictionary) -> bool:
    if variety.refuses is None or not variety.refuses.match(word):
        return False
    return dictionary.knows(_instead(word, variety))


def _instead(word: str, variety: Variety) -> str:
    old, new = variety.instead
    at = word.lower().rindex(old)
    return word[:at] + (new.upper() if word[at].isupper() else new) + word[at + len(old) :]
