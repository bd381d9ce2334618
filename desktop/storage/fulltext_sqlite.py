"""Full text by FTS5: two indexes over each projection, kept in step by triggers.

``remove_diacritics 2`` folds, ``remove_diacritics 0`` keeps accents (https://sqlite.org/fts5.html#unicode61_tokenizer).
Both read the projection's own columns (external content), so that no text is stored twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError

from desktop.i18n import _

#: Projection → its searched columns.
_INDEXED = {"contact_row": ("words",), "version_text": ("title", "body")}
_KINDS = {"folded": 2, "exact": 0}

_TABLE = """CREATE VIRTUAL TABLE {table}_{kind} USING fts5({columns}, content='{table}', content_rowid='place',
    tokenize='unicode61 remove_diacritics {diacritics}', prefix='1 2 3')"""
_IN = "INSERT INTO {table}_{kind} (rowid, {columns}) VALUES (new.place, {new});"
_OUT = "INSERT INTO {table}_{kind} ({table}_{kind}, rowid, {columns}) VALUES ('delete', old.place, {old});"
_CHECK = "INSERT INTO {table}_{kind} ({table}_{kind}, rank) VALUES ('integrity-check', 1)"

_CONTACTS = "SELECT group_concat(rowid) FROM contact_row_{kind} WHERE contact_row_{kind} MATCH ?"
_EXACT_COUNT = "SELECT count(*) FROM contact_row_exact WHERE contact_row_exact MATCH ?"
_VERSIONS = """SELECT found.rowid FROM
    (SELECT rowid, bm25(version_text_{kind}, 8.0, 1.0) AS score FROM version_text_{kind}
     WHERE version_text_{kind} MATCH ? ORDER BY score LIMIT ?) AS found
    CROSS JOIN version_text ON version_text.place = found.rowid
    CROSS JOIN version ON version.id = version_text.version_id AND version.deleted_at IS NULL
    CROSS JOIN "release" ON "release".id = version_text.release_id AND "release".deleted_at IS NULL
    ORDER BY found.score"""


class SqliteFullText:
    """Fulfils :class:`desktop.storage.fulltext.FullText` by FTS5."""

    def create(self, connection: Connection) -> None:
        """See the interface."""
        for statement in statements():
            connection.exec_driver_sql(statement)

    def put_contacts(self, connection: Connection, contacts: Iterable[tuple[int, str]]) -> None:
        """See the interface; the triggers did it already."""

    def put_version(self, connection: Connection, place: int, title: str, body: str) -> None:
        """See the interface; the triggers did it already."""

    def contact_places(self, connection: Connection, words: Sequence[str]) -> tuple[set[int], set[int]]:
        """See the interface."""
        match = " ".join(f'"{word}"*' for word in words)
        folded = _places(connection, "folded", match)
        # What matches exactly also matches folded: where the counts agree, the second list need not be read.
        exact_count = connection.exec_driver_sql(_EXACT_COUNT, (match,)).scalar() if folded else 0
        return folded, folded if exact_count == len(folded) else _places(connection, "exact", match)

    def version_places(self, connection: Connection, words: Sequence[str], limit: int) -> list[int]:
        """See the interface. Takes some more than asked, as versions of removed releases fall out."""
        match = " ".join([*(f'"{word}"' for word in words[:-1]), *(f'"{word}"*' for word in words[-1:])])
        found: dict[int, None] = {}
        for kind in ("exact", "folded"):
            if len(found) < limit:
                more = connection.exec_driver_sql(_VERSIONS.format(kind=kind), (match, limit * 2 + 20))
                found.update(dict.fromkeys(int(row[0]) for row in more))
        return list(found)[:limit]

    def problems(self, connection: Connection) -> list[str]:
        """See the interface; FTS5 compares each index with its projection."""
        found: list[str] = []
        for table in _INDEXED:
            for kind in _KINDS:
                check = _CHECK.format(table=table, kind=kind)
                try:
                    connection.exec_driver_sql(check)
                except DatabaseError:
                    found.append(_("The search index {name} is out of step.").format(name=f"{table}_{kind}"))
        return found


def _places(connection: Connection, kind: str, match: str) -> set[int]:
    """Row numbers in one string: a third of the time of a row each."""
    joined = connection.exec_driver_sql(_CONTACTS.format(kind=kind), (match,)).scalar()
    return set(map(int, joined.split(","))) if joined else set()


def statements() -> list[str]:
    """The DDL of the indexes and their triggers."""
    result: list[str] = []
    for table, names in _INDEXED.items():
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
