"""What the checks have to know of a language: words, tables and patterns, read from a file of ours."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from desktop.domain.errors import BadInputError
from desktop.i18n import _

NEVER = re.compile(r"(?!)")


class LanguageRules:
    """One language's tables by name; a table that a language lacks is empty, and its check stays quiet.

    Compares by identity, so that what was found with it can be kept as long as it is the same.
    """

    def __init__(self, language: str, tables: Mapping[str, Any] | None = None) -> None:
        self.language = language
        self._tables = dict(tables or {})
        self._patterns: dict[tuple[str, int], re.Pattern[str]] = {}
        self._rows: dict[str, tuple[dict[str, str], ...]] = {}
        self._sets: dict[str, frozenset[str]] = {}

    def text(self, name: str, default: str = "") -> str:
        """A single text."""
        return str(self._tables.get(name, default))

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words; a text is cut at its spaces."""
        found = self._tables.get(name, ())
        return tuple(found.split()) if isinstance(found, str) else tuple(str(each) for each in found)

    def table(self, name: str) -> dict[str, str]:
        """Texts by text."""
        return {str(key): str(value) for key, value in dict(self._tables.get(name, {})).items()}

    def rows(self, name: str) -> tuple[dict[str, str], ...]:
        """A list of tables."""
        if name not in self._rows:
            self._rows[name] = tuple({str(k): str(v) for k, v in row.items()} for row in self._tables.get(name, ()))
        return self._rows[name]

    def set_of(self, name: str) -> frozenset[str]:
        """A list of words, case folded."""
        if name not in self._sets:
            self._sets[name] = frozenset(word.casefold() for word in self.words(name))
        return self._sets[name]

    def pattern(self, name: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
        """A text that is a pattern; one that never matches where there is none."""
        return self._made(name, flags, self.text(name))

    def any_of(self, name: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
        """Any of a list's words, or of a table's keys, as whole words."""
        found = self._tables.get(name, ())
        return self._made(f"*{name}", flags, any_word(found if isinstance(found, Mapping) else self.words(name)))

    def capitals_of(self, name: str) -> re.Pattern[str]:
        """Any of a list's words, as it stands with a capital."""
        return self._made(f"^{name}", 0, any_word([word[:1].upper() + word[1:] for word in self.words(name)]))

    def _made(self, name: str, flags: int, source: str) -> re.Pattern[str]:
        key = (name, flags)
        if key not in self._patterns:
            self._patterns[key] = re.compile(source, flags) if source else NEVER
        return self._patterns[key]

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The twelve months."""
        return self.words("months")

    def date(self, day: int, month: int, year: int = 0) -> str:
        """A date as the language writes it in running text; without a year where none is given."""
        form = self.text("date_form" if year else "day_form", "{year}-{month}-{day}")
        name = self.months[month - 1] if len(self.months) == 12 else str(month)
        return form.format(day=day, month=name, year=year)


def any_word(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first; the empty string for none."""
    ordered = sorted(words, key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in ordered)})(?!\w)" if ordered else ""


def parse_rules(language: str, toml_text: str) -> LanguageRules:
    """A language's rules from their file. Raises :class:`BadInputError` that says what is wrong in it."""
    return merge_rules(language, (toml_text,))


def merge_rules(language: str, toml_texts: Iterable[str]) -> LanguageRules:
    """A language's rules from several files; a later one's tables go before. Raises :class:`BadInputError`."""
    tables: dict[str, Any] = {}
    for text in toml_texts:
        try:
            tables |= tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            message = _("The rules for “{language}” cannot be read: {reason}.")
            raise BadInputError(message.format(language=language, reason=str(error))) from error
    return LanguageRules(language, tables)
