"""Full text by ``tsvector``, the words cut and folded by us.

So the server needs neither the ``unaccent`` extension (which an office's database user may not create) nor a
text search configuration, and words are the same ones as on SQLite.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import text
from sqlalchemy.engine import Connection

from desktop.i18n import _
from desktop.storage.folding import fold, folded_words, words_of

#: A ``tsvector`` holds 1 MB; a text with more different words than this is searched by its first ones.
_MOST_WORDS = 20_000

_STATEMENTS = (
    """CREATE TABLE contact_words (place INTEGER PRIMARY KEY REFERENCES contact_row (place) ON DELETE CASCADE,
        folded TSVECTOR NOT NULL, exact TSVECTOR NOT NULL)""",
    "CREATE INDEX ix_contact_words_folded ON contact_words USING gin (folded)",
    "CREATE INDEX ix_contact_words_exact ON contact_words USING gin (exact)",
    """CREATE TABLE version_words (place INTEGER PRIMARY KEY REFERENCES version_text (place) ON DELETE CASCADE,
        folded TSVECTOR NOT NULL, exact TSVECTOR NOT NULL)""",
    "CREATE INDEX ix_version_words_folded ON version_words USING gin (folded)",
    "CREATE INDEX ix_version_words_exact ON version_words USING gin (exact)",
)
_PUT_CONTACT = text(
    """INSERT INTO contact_words (place, folded, exact)
    VALUES (:place, array_to_tsvector(CAST(:folded AS text[])), array_to_tsvector(CAST(:exact AS text[])))
    ON CONFLICT (place) DO UPDATE SET folded = excluded.folded, exact = excluded.exact"""
)
_PUT_VERSION = text(
    """INSERT INTO version_words (place, folded, exact)
    VALUES (:place,
        setweight(array_to_tsvector(CAST(:folded AS text[])), 'A', CAST(:folded_title AS text[])),
        setweight(array_to_tsvector(CAST(:exact AS text[])), 'A', CAST(:exact_title AS text[])))
    ON CONFLICT (place) DO UPDATE SET folded = excluded.folded, exact = excluded.exact"""
)
_CONTACTS = text(
    """SELECT place, exact @@ CAST(:exact AS tsquery) AS is_exact FROM contact_words
    WHERE folded @@ CAST(:folded AS tsquery)"""
)
_VERSIONS = text(
    """SELECT version_words.place FROM version_words
    JOIN version_text ON version_text.place = version_words.place
    JOIN version ON version.id = version_text.version_id AND version.deleted_at IS NULL
    JOIN release ON release.id = version_text.release_id AND release.deleted_at IS NULL
    WHERE version_words.folded @@ CAST(:folded AS tsquery)
    ORDER BY version_words.exact @@ CAST(:exact AS tsquery) DESC,
        ts_rank(version_words.folded, CAST(:folded AS tsquery)) DESC, version_words.place
    LIMIT :limit"""
)
_MISSING = {
    "contact_row": text("SELECT count(*) FROM contact_row WHERE place NOT IN (SELECT place FROM contact_words)"),
    "version_text": text("SELECT count(*) FROM version_text WHERE place NOT IN (SELECT place FROM version_words)"),
}


class PostgresqlFullText:
    """Fulfils :class:`desktop.storage.fulltext.FullText` by GIN indexes."""

    def create(self, connection: Connection) -> None:
        """See the interface."""
        for statement in _STATEMENTS:
            connection.exec_driver_sql(statement)

    def put_contacts(self, connection: Connection, contacts: Iterable[tuple[int, str]]) -> None:
        """See the interface."""
        values = [
            {"place": place, "folded": _several(folded_words(words)), "exact": _several(words_of(words))}
            for place, words in contacts
        ]
        if values:
            connection.execute(_PUT_CONTACT, values)

    def put_version(self, connection: Connection, place: int, title: str, body: str) -> None:
        """See the interface."""
        whole = f"{title}\n{body}"
        values: dict[str, Any] = {
            "place": place,
            "folded": _several(folded_words(whole)),
            "exact": _several(words_of(whole)),
            "folded_title": _several(folded_words(title)),
            "exact_title": _several(words_of(title)),
        }
        connection.execute(_PUT_VERSION, values)

    def contact_places(self, connection: Connection, words: Sequence[str]) -> tuple[set[int], set[int]]:
        """See the interface."""
        found = connection.execute(_CONTACTS, _queries([f"{word}:*" for word in words])).all()
        return {int(row.place) for row in found}, {int(row.place) for row in found if row.is_exact}

    def version_places(self, connection: Connection, words: Sequence[str], limit: int) -> list[int]:
        """See the interface."""
        asked = [*words[:-1], *(f"{word}:*" for word in words[-1:])]
        return [int(row.place) for row in connection.execute(_VERSIONS, {**_queries(asked), "limit": limit})]

    def problems(self, connection: Connection) -> list[str]:
        """See the interface."""
        return [
            _("The search index {name} is out of step.").format(name=name)
            for name, missing in _MISSING.items()
            if connection.execute(missing).scalar_one()
        ]


def _several(words: list[str]) -> list[str]:
    return list(dict.fromkeys(words))[:_MOST_WORDS]


def _queries(asked: Sequence[str]) -> dict[str, str]:
    """Exact and folded ``tsquery`` texts; the words hold letters and digits only, so they need no quoting."""
    return {"exact": " & ".join(asked), "folded": " & ".join(fold(word) for word in asked)}
