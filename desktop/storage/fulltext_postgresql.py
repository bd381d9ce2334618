"""Full text by ``tsvector``, the words cut and folded by us.

So the server needs neither the ``unaccent`` extension (which an office's database user may not create) nor a
text search configuration, and words are the same ones as on SQLite.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import text
from sqlalchemy.engine import Connection

from desktop.i18n import _
from desktop.storage.asking import Asked, Term
from desktop.storage.folding import fold, folded_words, words_of
from desktop.storage.fulltext import RANKED

#: A ``tsvector`` holds 1 MB; a text with more different words than this is searched by its first ones.
_MOST_WORDS = 20_000
#: Positions a word, and the highest one.
_MOST_PLACES, _LAST_PLACE = 255, 16_383

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
_ARCHIVE = tuple(
    statement
    for table in ("quotation", "revision_text")
    for statement in (
        f"""CREATE TABLE {table}_words (place INTEGER PRIMARY KEY REFERENCES {table} (place) ON DELETE CASCADE,
            folded TSVECTOR NOT NULL, exact TSVECTOR NOT NULL)""",
        f"CREATE INDEX ix_{table}_words_folded ON {table}_words USING gin (folded)",
        f"CREATE INDEX ix_{table}_words_exact ON {table}_words USING gin (exact)",
    )
)
#: Table of texts → table of their words.
_WORDS = {"version_text": "version_words", "quotation": "quotation_words", "revision_text": "revision_text_words"}
_PUT_CONTACT = text(
    """INSERT INTO contact_words (place, folded, exact)
    VALUES (:place, array_to_tsvector(CAST(:folded AS text[])), array_to_tsvector(CAST(:exact AS text[])))
    ON CONFLICT (place) DO UPDATE SET folded = excluded.folded, exact = excluded.exact"""
)
_PUT_TEXT = """INSERT INTO {words} (place, folded, exact)
    VALUES (:place,
        setweight(CAST(:folded AS tsvector), 'A', CAST(:folded_title AS text[])),
        setweight(CAST(:exact AS tsvector), 'A', CAST(:exact_title AS text[])))
    ON CONFLICT (place) DO UPDATE SET folded = excluded.folded, exact = excluded.exact"""
_CONTACTS = text(
    """SELECT place, exact @@ CAST(:exact AS tsquery) AS is_exact FROM contact_words
    WHERE folded @@ CAST(:folded AS tsquery)"""
)
_MATCHING = """SELECT place, exact @@ CAST(:exact AS tsquery) AS is_exact FROM {words}
    WHERE folded @@ CAST(:folded AS tsquery)"""
_RANKED = """SELECT place FROM {words} WHERE place = ANY(:among)
    ORDER BY ts_rank(folded, CAST(:folded AS tsquery)) DESC, place DESC"""
_TITLED = text(
    "SELECT place FROM version_words WHERE folded @@ CAST(:folded AS tsquery) ORDER BY place DESC LIMIT :most"
)
_MISSING = {
    "contact_row": text("SELECT count(*) FROM contact_row WHERE place NOT IN (SELECT place FROM contact_words)"),
    **{
        table: text(f"SELECT count(*) FROM {table} WHERE place NOT IN (SELECT place FROM {words})")  # noqa: S608 - our own names
        for table, words in _WORDS.items()
    },
}


class PostgresqlFullText:
    """Fulfils :class:`desktop.storage.fulltext.FullText` by GIN indexes."""

    def create(self, connection: Connection) -> None:
        """See the interface."""
        for statement in _STATEMENTS:
            connection.exec_driver_sql(statement)

    def create_archive(self, connection: Connection) -> None:
        """See the interface."""
        for statement in _ARCHIVE:
            connection.exec_driver_sql(statement)

    def put_contacts(self, connection: Connection, contacts: Iterable[tuple[int, str]]) -> None:
        """See the interface."""
        values = [
            {"place": place, "folded": _several(folded_words(words)), "exact": _several(words_of(words))}
            for place, words in contacts
        ]
        if values:
            connection.execute(_PUT_CONTACT, values)

    def put_text(self, connection: Connection, table: str, place: int, title: str, body: str) -> None:
        """See the interface."""
        whole = f"{title}\n{body}"
        values: dict[str, Any] = {
            "place": place,
            "folded": _vector(folded_words(whole)),
            "exact": _vector(words_of(whole)),
            "folded_title": _several(folded_words(title)),
            "exact_title": _several(words_of(title)),
        }
        connection.execute(text(_PUT_TEXT.format(words=_WORDS[table])), values)

    def contact_places(self, connection: Connection, words: Sequence[str]) -> tuple[set[int], set[int]]:
        """See the interface."""
        found = connection.execute(_CONTACTS, _queries([f"{word}:*" for word in words])).all()
        return {int(row.place) for row in found}, {int(row.place) for row in found if row.is_exact}

    def matching(self, connection: Connection, table: str, asked: Asked) -> tuple[set[int], set[int]]:
        """See the interface."""
        statement = text(_MATCHING.format(words=_WORDS[table]))
        found = connection.execute(statement, _tsqueries(asked)).all()
        return {int(row.place) for row in found}, {int(row.place) for row in found if row.is_exact}

    def ranked(self, connection: Connection, table: str, asked: Asked, among: set[int]) -> list[int]:
        """See the interface."""
        values = {"among": sorted(among), "folded": _tsqueries(asked)["folded"]}
        return [int(row.place) for row in connection.execute(text(_RANKED.format(words=_WORDS[table])), values)]

    def titled(self, connection: Connection, asked: Asked) -> list[int]:
        """See the interface; the words of titles have weight A."""
        values = {"folded": _tsquery(asked, fold, "A"), "most": RANKED}
        return [int(row.place) for row in connection.execute(_TITLED, values)]

    def problems(self, connection: Connection) -> list[str]:
        """See the interface."""
        return [
            _("The search index {name} is out of step.").format(name=name)
            for name, missing in _MISSING.items()
            if connection.execute(missing).scalar_one()
        ]


def _several(words: list[str]) -> list[str]:
    return list(dict.fromkeys(words))[:_MOST_WORDS]


def _vector(words: list[str]) -> str:
    """A ``tsvector`` with positions, so that phrases can be asked for; words hold letters and digits only.

    PostgreSQL keeps 255 positions a word, none above 16,383.
    """
    places: dict[str, list[int]] = {}
    for number, word in enumerate(words, 1):
        if word not in places and len(places) >= _MOST_WORDS:
            break
        known = places.setdefault(word, [])
        if len(known) < _MOST_PLACES:
            known.append(min(number, _LAST_PLACE))
    return " ".join(f"'{word}':{','.join(map(str, known))}" for word, known in places.items())


def _tsqueries(asked: Asked) -> dict[str, str]:
    """The question, exact and folded."""
    return {"exact": _tsquery(asked, lambda word: word), "folded": _tsquery(asked, fold)}


def _tsquery(asked: Asked, form: Callable[[str], str], weight: str = "") -> str:
    def one(term: Term, weight: str = "") -> str:
        ends = [*([weight] * (len(term.words) - 1)), f"{weight}*" if term.is_begun else weight]
        words = (f"'{form(word)}'{':' if end else ''}{end}" for word, end in zip(term.words, ends, strict=True))
        return f"({' <-> '.join(words)})"

    return " & ".join([*(one(term, weight) for term in asked.wanted), *(f"!{one(term)}" for term in asked.unwanted)])


def _queries(asked: Sequence[str]) -> dict[str, str]:
    """Exact and folded ``tsquery`` texts; the words hold letters and digits only, so they need no quoting."""
    return {"exact": " & ".join(asked), "folded": " & ".join(fold(word) for word in asked)}
