"""The archive: what one asks of everything that was ever written, and quotations as they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any, Self

#: The facets that results are counted by, and the field of :class:`ArchiveQuery` that filters by each.
FACETS = ("language", "status", "type", "topic", "country", "speaker")


@dataclass(frozen=True, slots=True)
class ArchiveQuery:
    """A question to the archive. Empty fields ask for nothing.

    ``text``: words (all of them, the last one may be unfinished), ``"an exact phrase"``, ``-without``, ``begin*``.
    ``since`` and ``until`` include their days; a text's day is the one in its dateline, else the day it was
    begun. ``order`` is ``best`` or ``date`` (newest first). ``in_quotes`` looks for quotations instead of
    texts, ``in_history`` also into the older kept versions of each text.
    """

    text: str = ""
    language: str = ""
    status: str = ""
    type: str = ""
    topic: str = ""
    country: str = ""
    speaker: str = ""
    since: date | None = None
    until: date | None = None
    has_embargo: bool = False
    in_quotes: bool = False
    in_history: bool = False
    order: str = "best"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked: no words and no filter."""
        return replace(self, text=self.text.strip(), in_quotes=False, in_history=False, order="best") == ArchiveQuery()

    @property
    def filters(self) -> int:
        """How many filters are set, words not counted."""
        return sum(bool(getattr(self, name)) for name in (*FACETS, "since", "until", "has_embargo"))

    def without(self, name: str) -> Self:
        """The same question with one field empty."""
        left = {key: value for key, value in self.to_json().items() if key != name}
        return type(self).from_json(left)

    def to_json(self) -> dict[str, Any]:
        """Only what is asked, days in ISO form."""
        plain = ArchiveQuery()
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in asdict(self).items()
            if value != getattr(plain, name)
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of :meth:`to_json`; unknown names are left out. Raises ``ValueError`` for a bad day."""
        known = {field.name for field in fields(cls)}
        given = {name: each for name, each in value.items() if name in known}
        for name in ("since", "until"):
            if given.get(name):
                given[name] = date.fromisoformat(str(given[name]))
        return cls(**given)


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A question to the archive under a name. Names are unique without case."""

    name: str
    query: ArchiveQuery


@dataclass(frozen=True, slots=True)
class SpokenQuote:
    """Somebody's words in a text, whole: a quotation over several paragraphs is one.

    ``block_id`` is the first paragraph's; ``text`` holds the words without their outer quotation marks, a line per
    paragraph. ``speaker`` and ``title`` are empty where the text does not say.
    """

    block_id: str
    text: str
    speaker: str = ""
    title: str = ""
