"""Full text behind one interface: what a query asks for, and what both databases can answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy.engine import Connection

from desktop.storage.asking import Asked

#: How many texts are put in order by how well they answer; with more, a word is too common for that to mean much.
RANKED = 2_000


class FullText(Protocol):
    """Word indexes beside the tables ``contact_row``, ``version_text``, ``quotation`` and ``revision_text``.

    Both kinds of index exist twice: with accents folded, and exact. Words come from
    :func:`desktop.storage.folding.words_of`: lower case, with their accents.
    """

    def create(self, connection: Connection) -> None:
        """Make the indexes and what keeps them in step; the tables exist and are empty."""
        ...

    def put_contacts(self, connection: Connection, contacts: Iterable[tuple[int, str]]) -> None:
        """Index ``(place, text)`` of contact rows that were just written."""
        ...

    def create_archive(self, connection: Connection) -> None:
        """Make the indexes of quotations and older versions (revision 0002); their tables exist and are empty."""
        ...

    def put_text(self, connection: Connection, table: str, place: int, title: str, body: str) -> None:
        """Index a row of ``version_text``, ``quotation`` (title: speaker) or ``revision_text`` just written."""
        ...

    def contact_places(self, connection: Connection, words: Sequence[str]) -> tuple[set[int], set[int]]:
        """Places of contact rows in which each word begins a word: all of them, and those with exact accents."""
        ...

    def matching(self, connection: Connection, table: str, asked: Asked) -> tuple[set[int], set[int]]:
        """Places of a table's texts that answer what is asked: all of them, and those with exact accents."""
        ...

    def ranked(self, connection: Connection, table: str, asked: Asked, among: set[int]) -> list[int]:
        """Some places that answer, the best first. For at most :data:`RANKED` texts that answer in all."""
        ...

    def titled(self, connection: Connection, asked: Asked) -> list[int]:
        """Places of version texts that answer with their titles, the newest first, at most :data:`RANKED`."""
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
