"""Revision 0002: quotations, names of kept states, days, and the words of older versions."""

from __future__ import annotations

import json
from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import RichText
from desktop.editorial.spoken import spoken_quotes
from desktop.storage.column_types import Key, UtcDateTime, Words
from desktop.storage.folding import compose, spaced
from desktop.storage.fulltext import full_text_of

KEY, MOMENT, WORDS = Key(), UtcDateTime(), Words()


def upgrade() -> None:
    """Make the tables and their full text, and fill them from what is there."""
    op.add_column("version_text", sa.Column("dated_on", KEY, nullable=False, server_default=""))
    op.create_index(
        op.f("ix_version_text_dated_on_release_id_language"), "version_text", ["dated_on", "release_id", "language"]
    )
    gone = sa.text("deleted_at IS NOT NULL")
    for table in ("release", "version"):
        name = op.f(f"ix_{table}_deleted_at")
        op.create_index(name, table, ["deleted_at"], sqlite_where=gone)
    _create_quotation()
    _create_revision_name()
    _create_revision_text()
    connection = op.get_bind()
    full_text_of(connection).create_archive(connection)
    _fill_texts(connection)
    _fill_revisions(connection)


def _reference(table: str, name: str, target: str) -> sa.ForeignKeyConstraint:
    constraint = op.f(f"fk_{table}_{name}_{target}")
    return sa.ForeignKeyConstraint([name], [f"{target}.id"], name=constraint, ondelete="CASCADE")


def _create_quotation() -> None:
    op.create_table(
        "quotation",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("version_id", KEY, nullable=False),
        sa.Column("release_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("block_id", KEY, nullable=False),
        sa.Column("language", WORDS, nullable=False),
        sa.Column("dated_on", KEY, nullable=False),
        sa.Column("body", WORDS, nullable=False),
        sa.Column("speaker", WORDS, nullable=False),
        sa.Column("title", WORDS, nullable=False),
        sa.Column("speaker_key", KEY, nullable=False),
        _reference("quotation", "version_id", "version"),
        _reference("quotation", "release_id", "release"),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_quotation")),
    )
    op.create_index(op.f("ix_quotation_release_id"), "quotation", ["release_id"])
    op.create_index(op.f("ix_quotation_version_id_number"), "quotation", ["version_id", "number"])
    op.create_index(
        op.f("ix_quotation_dated_on_release_id_language_speaker_key"),
        "quotation",
        ["dated_on", "release_id", "language", "speaker_key"],
    )


def _create_revision_name() -> None:
    op.create_table(
        "revision_name",
        sa.Column("revision_id", KEY, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("author", WORDS, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        _reference("revision_name", "revision_id", "revision"),
        sa.PrimaryKeyConstraint("revision_id", name=op.f("pk_revision_name")),
    )


def _create_revision_text() -> None:
    op.create_table(
        "revision_text",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("revision_id", KEY, nullable=False),
        sa.Column("version_id", KEY, nullable=False),
        sa.Column("release_id", KEY, nullable=False),
        sa.Column("language", WORDS, nullable=False),
        sa.Column("title", WORDS, nullable=False),
        sa.Column("dated_on", KEY, nullable=False),
        _reference("revision_text", "revision_id", "revision"),
        _reference("revision_text", "version_id", "version"),
        _reference("revision_text", "release_id", "release"),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_revision_text")),
    )
    op.create_index(op.f("ix_revision_text_version_id"), "revision_text", ["version_id"])
    op.create_index(op.f("ix_revision_text_release_id"), "revision_text", ["release_id"])
    op.create_index(op.f("uq_revision_text_revision_id"), "revision_text", ["revision_id"], unique=True)
    op.create_index(
        op.f("ix_revision_text_dated_on_release_id_language"), "revision_text", ["dated_on", "release_id", "language"]
    )


def _tables(*names: str) -> Iterable[sa.Table]:
    """The tables as this revision knows them, whatever the program's own description says later."""
    metadata = sa.MetaData()
    moments = {"created_at": MOMENT}
    for name in names:
        columns = [
            sa.Column(each["name"], moments.get(each["name"], each["type"]))
            for each in sa.inspect(op.get_bind()).get_columns(name)
        ]
        yield sa.Table(name, metadata, *columns)


def _fill_texts(connection: sa.Connection) -> None:
    """Days and quotations of all current texts, read from the lines that search has; words anew on PostgreSQL."""
    text, release, quotation = _tables("version_text", "release", "quotation")
    full_text = full_text_of(connection)
    rows = connection.execute(
        sa.select(text, release.c.created_at).join(release, release.c.id == text.c.release_id)
    ).all()
    for row in rows:
        day = row.created_at.date().isoformat()
        connection.execute(sa.update(text).where(text.c.place == row.place).values(dated_on=day))
        full_text.put_text(connection, "version_text", row.place, row.title, row.body)
        lines = [Block("", BlockKind.PARAGRAPH, RichText(line)) for line in row.body.split("\n")]
        for number, quote in enumerate(spoken_quotes(Document(row.version_id, row.language, tuple(lines)))):
            values = {
                "version_id": row.version_id,
                "release_id": row.release_id,
                "number": number,
                "block_id": "",
                "language": row.language,
                "dated_on": day,
                "body": compose(quote.text),
                "speaker": compose(quote.speaker),
                "title": quote.title,
                "speaker_key": spaced(quote.speaker),
            }
            place = connection.execute(sa.insert(quotation).values(values).returning(quotation.c.place)).scalar_one()
            full_text.put_text(connection, "quotation", place, values["speaker"], values["body"])


def _fill_revisions(connection: sa.Connection) -> None:
    """The words of every kept state."""
    revision, version, kept = _tables("revision", "version", "revision_text")
    full_text = full_text_of(connection)
    joined = sa.select(revision, version.c.release_id).join(version, version.c.id == revision.c.version_id)
    for row in connection.execute(joined).all():
        try:
            blocks = tuple(Block.from_json(value) for value in json.loads(row.blocks))
        except (ValueError, KeyError, TypeError):
            continue  # `workspace verify` names it
        document = Document(row.version_id, row.language, blocks)
        title, body = compose(document.title), compose(document.plain_text)
        values = {
            "revision_id": row.id,
            "version_id": row.version_id,
            "release_id": row.release_id,
            "language": row.language,
            "title": title,
            "dated_on": row.created_at.date().isoformat(),
        }
        place = connection.execute(sa.insert(kept).values(values).returning(kept.c.place)).scalar_one()
        full_text.put_text(connection, "revision_text", place, title, body)
