"""Full text by FTS5: two indexes over each projection, kept in step by triggers.

``remove_diacritics 2`` folds, ``remove_diacritics 0`` keeps accents (https://sqlite.org/fts5.html#unicode61_tokenizer).
Both read the projection's own columns (external content), so that no text is stored twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError

from desktop.i18n import _
from desktop.storage.asking import Asked, Term
from desktop.storage.column_types import storable
from desktop.storage.fulltext import RANKED

#: Projection → its searched columns.
_INDEXED = {"contact_row": ("words",), "version_text": ("title", "body")}
_ARCHIVE = {"quotation": ("speaker", "body")}
#: Title and body weights by table: a word in a headline counts more, a speaker's name as much as what he said.
_WEIGHTS = {"version_text": "8.0, 1.0", "quotation": "1.0, 1.0", "revision_text": "8.0, 1.0"}
_KINDS = {"folded": 2, "exact": 0}

_TABLE = """CREATE VIRTUAL TABLE {table}_{kind} USING fts5({columns}, content='{table}', content_rowid='place',
    tokenize='unicode61 remove_diacritics {diacritics}', prefix='1 2 3')"""
_IN = "INSERT INTO {table}_{kind} (rowid, {columns}) VALUES (new.place, {new});"
_OUT = "INSERT INTO {table}_{kind} ({table}_{kind}, rowid, {columns}) VALUES ('delete', old.place, {old});"
#: Older versions are kept elsewhere, as JSON: only their words are here (contentless), and they never change.
_OLD_TABLE = """CREATE VIRTUAL TABLE revision_text_{kind} USING fts5(title, body, content='',
    tokenize='unicode61 remove_diacritics {diacritics}', prefix='2 3')"""
_OLD_IN = "INSERT INTO revision_text_{kind} (rowid, title, body) VALUES (?, ?, ?)"
_CHECK = "INSERT INTO {table}_{kind} ({table}_{kind}, rank) VALUES ('integrity-check', 1)"

_CONTACTS = "SELECT group_concat(rowid) FROM contact_row_{kind} WHERE contact_row_{kind} MATCH ?"
_EXACT_COUNT = "SELECT count(*) FROM contact_row_exact WHERE contact_row_exact MATCH ?"
_MATCHING = "SELECT group_concat(rowid) FROM {table}_{kind} WHERE {table}_{kind} MATCH ?"
_COUNT = "SELECT count(*) FROM {table}_{kind} WHERE {table}_{kind} MATCH ?"
_SCORED = """SELECT rowid, bm25({table}_folded, {weights}) FROM {table}_folded
    WHERE {table}_folded MATCH ?"""
_TITLED = "SELECT rowid FROM version_text_folded WHERE version_text_folded MATCH ? ORDER BY rowid DESC LIMIT ?"


class SqliteFullText:
    """Fulfils :class:`desktop.storage.fulltext.FullText` by FTS5."""

    def create(self, connection: Connection) -> None:
        """See the interface."""
        for statement in statements(_INDEXED):
            connection.exec_driver_sql(statement)

    def create_archive(self, connection: Connection) -> None:
        """See the interface."""
        for statement in statements(_ARCHIVE):
            connection.exec_driver_sql(statement)
        for kind, level in _KINDS.items():
            connection.exec_driver_sql(_OLD_TABLE.format(kind=kind, diacritics=level))

    def put_contacts(self, connection: Connection, contacts: Iterable[tuple[int, str]]) -> None:
        """See the interface; the triggers did it already."""

    def put_text(self, connection: Connection, table: str, place: int, title: str, body: str) -> None:
        """See the interface; for all but older versions the triggers did it already."""
        if table == "revision_text":
            for kind in _KINDS:
                connection.exec_driver_sql(_OLD_IN.format(kind=kind), (place, storable(title), storable(body)))

    def contact_places(self, connection: Connection, words: Sequence[str]) -> tuple[set[int], set[int]]:
        """See the interface."""
        match = " ".join(f'"{word}"*' for word in words)
        folded = _places(connection, "folded", match)
        # What matches exactly also matches folded: where the counts agree, the second list need not be read.
        exact_count = connection.exec_driver_sql(_EXACT_COUNT, (match,)).scalar() if folded else 0
        return folded, folded if exact_count == len(folded) else _places(connection, "exact", match)

    def matching(self, connection: Connection, table: str, asked: Asked) -> tuple[set[int], set[int]]:
        """See the interface."""
        match = _match(asked)
        folded = _matching(connection, table, "folded", match)
        count = connection.exec_driver_sql(_COUNT.format(table=table, kind="exact"), (match,)).scalar() if folded else 0
        # With nothing unwanted, what matches exactly also matches folded: equal counts are equal lists.
        if count == len(folded) and not asked.unwanted:
            return folded, folded
        return folded, _matching(connection, table, "exact", match) & folded

    def ranked(self, connection: Connection, table: str, asked: Asked, among: set[int]) -> list[int]:
        """See the interface."""
        scored = _SCORED.format(table=table, weights=_WEIGHTS[table])
        scores = {int(place): score for place, score in connection.exec_driver_sql(scored, (_match(asked),))}
        return sorted(among & scores.keys(), key=lambda place: (scores[place], -place))

    def titled(self, connection: Connection, asked: Asked) -> list[int]:
        """See the interface."""
        return [int(row[0]) for row in connection.exec_driver_sql(_TITLED, (_match(asked, "title : "), RANKED))]

    def problems(self, connection: Connection) -> list[str]:
        """See the interface; FTS5 compares each index with its projection."""
        found: list[str] = []
        for table in (*_INDEXED, *_ARCHIVE):
            for kind in _KINDS:
                check = _CHECK.format(table=table, kind=kind)
                try:
                    connection.exec_driver_sql(check)
                except DatabaseError:
                    found.append(_("The search index {name} is out of step.").format(name=f"{table}_{kind}"))
        return found


def _match(asked: Asked, within: str = "") -> str:
    """The question in FTS5's own words; ours hold letters and digits only, and stand in quotation marks."""
    wanted = f"{within}({' AND '.join(map(_term, asked.wanted))})"
    return f"{wanted} NOT ({' OR '.join(map(_term, asked.unwanted))})" if asked.unwanted else wanted


def _term(term: Term) -> str:
    return f'"{" ".join(term.words)}"{"*" if term.is_begun else ""}'


def _matching(connection: Connection, table: str, kind: str, match: str) -> set[int]:
    joined = connection.exec_driver_sql(_MATCHING.format(table=table, kind=kind), (match,)).scalar()
    return set(map(int, joined.split(","))) if joined else set()


def _places(connection: Connection, kind: str, match: str) -> set[int]:
    """Row numbers in one string: a third of the time of a row each."""
    joined = connection.exec_driver_sql(_CONTACTS.format(kind=kind), (match,)).scalar()
    return set(map(int, joined.split(","))) if joined else set()


def statements(indexed: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The DDL of the indexes over some tables, and their triggers."""
    result: list[str] = []
    for table, names in indexed.items():
        words = {
            "table": table,
            "columns": ", ".join(names),
            "new": ", ".join(f"new.{name}" for name in names),
            "old": ", ".join(f"old.{name}" for name in names),
        }
        result.extend(_TABLE.format(kind=kind, diacritics=level, **words) for kind, level in _KINDS.items())
        into = " ".join(_IN.format(kind=kind, **words) for kind in _KINDS)
        out = " ".join(_OUT.format(kind=kind, **words) for kind in _KINDS)
        changed = f"UPDATE OF {words['columns']}"
        result.append(f"CREATE TRIGGER {table}_put AFTER INSERT ON {table} BEGIN {into} END")
        result.append(f"CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN {out} END")
        result.append(f"CREATE TRIGGER {table}_changed AFTER {changed} ON {table} BEGIN {out} {into} END")
    return result
