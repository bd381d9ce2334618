"""The dictionaries as the checks of a pair ask them: a word is right when any variety of its language has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.domain.richtext import RichText
from desktop.editorial.spelling.misspellings import in_text
from desktop.editorial.spelling.speller import Speller, WordLists
from desktop.services.tools import Tools


class PairDictionaries:
    """Fulfils :class:`desktop.translation.checks.ports.Spelling`. Remembers its answers; any thread.

    ``speller`` knows the office's and the person's words; the language's ``also_varieties`` are asked after it,
    unless ``is_wide`` is off: each costs some tenths of a second to open.
    """

    def __init__(self, tools: Tools, speller: Speller | None = None, *, is_wide: bool = True) -> None:
        self._is_wide = is_wide
        self._first = speller or Speller(tools.dictionary, WordLists(terms=tools.terms))
        self._tools = tools
        self._answers: dict[tuple[str, str], bool] = {}
        self._others: dict[str, tuple[Speller, ...]] = {}

    def has_dictionary(self, language: str) -> bool:
        """Whether words of a language can be looked up."""
        return self._first.has_dictionary(language)

    def knows(self, word: str, language: str) -> bool:
        """Whether a dictionary has a word exactly so."""
        return self.has_dictionary(language) and self.is_right(word, language)

    def is_right(self, word: str, language: str) -> bool:
        """Whether a word may stand so in any variety."""
        key = (language, word)
        known = self._answers.get(key)
        if known is None:
            known = self._answers[key] = any(each.is_right(word, language) for each in self._spellers(language))
        return known

    def wrong(self, text: RichText, language: str) -> Sequence[tuple[int, int]]:
        """Places of the words that no variety has."""
        return tuple((word.start, word.end) for word, spoken in in_text(text, language, self) if spoken == language)

    def _spellers(self, language: str) -> Iterable[Speller]:
        yield self._first
        short = language.split("-", 1)[0]
        if not self._is_wide:
            return
        if short not in self._others:
            codes = self._tools.pair_rules(language).words("also_varieties")
            made = (Speller(self._tools.dictionary, None, {short: code}) for code in codes)
            self._others[short] = tuple(each for each in made if each.has_dictionary(short))
        yield from self._others[short]
