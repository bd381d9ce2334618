"""The texts an office says again and again, each with its languages and its time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.richtext import EMPTY, RichText


@dataclass(frozen=True, slots=True)
class BoilerplateText:
    """One text in one language (a BCP 47 tag) for a time; both days belong to it, ``None`` is open."""

    id: str
    language: str
    text: RichText = EMPTY
    owner: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    def is_valid_on(self, on: date) -> bool:
        """Whether the day lies in the text's time."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A text of the library, such as "About IOM". ``texts`` are by language, then by the day they begin."""

    id: str
    name: str
    owner: str = ""
    notes: str = ""
    texts: tuple[BoilerplateText, ...] = ()
    rev: int = 0

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a text, each once, in the order of the texts."""
        return tuple(dict.fromkeys(text.language for text in self.texts))
