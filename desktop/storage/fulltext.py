"""Full text behind one interface: what a query asks for, and what both databases can answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy.engine import Connection


class FullText(Protocol):
    """Word indexes beside the tables ``contact_row`` and ``version_text``.

    Both kinds of index exist twice: with accents folded, and exact. Words come from
    :func:`desktop.storage.folding.words_of`: lower case, with their accents.
    """

    def create(self, connection: Connection) -> None:
        """Make the indexes and what keeps them in step; the tables exist and are empty."""
        ...

    def put_contacts(self, connection: Connection, contacts: Iterable[tuple[int, str]]) -> None:
        """Index ``(place, text)`` of contact rows that were just written."""
        ...

    def put_version(self, connection: Connection, place: int, title: str, body: str) -> None:
        """Index a version text that was just written."""
        ...

    def contact_places(self, connection: Connection, words: Sequence[str]) -> tuple[set[int], set[int]]:
        """Places of contact rows in which each word begins a word: all of them, and those with exact accents."""
        ...

    def version_places(self, connection: Connection, words: Sequence[str], limit: int) -> list[int]:
        """Places of version texts with all words, the last as a prefix: exact accents first, then the best."""
        ...

    def problems(self, connection: Connection) -> list[str]:
        """What is out of step, a sentence each."""
        ...


def full_text_of(connection: Connection) -> FullText:
    """The full text of the database behind a connection."""
    if connection.dialect.name == "postgresql":
        from desktop.storage.fulltext_postgresql import PostgresqlFullText  # noqa: PLC0415 - lazy: only an office

        return PostgresqlFullText()
    from desktop.storage.fulltext_sqlite import SqliteFullText  # noqa: PLC0415 - lazy: only a file

    return SqliteFullText()
