"""Revision 0003: the translation memory and its match index."""

import sqlalchemy as sa
from alembic import op

from desktop.storage.column_types import Key, UtcDateTime, Words

_TEXTS = ("source", "source_marks", "target", "target_marks")


def upgrade() -> None:
    """Make the units and the lists of the index."""
    op.create_table(
        "translation_unit",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("id", Key(), nullable=False),
        sa.Column("source_language", Key(), nullable=False),
        sa.Column("target_language", Key(), nullable=False),
        *(sa.Column(name, Words(), nullable=False) for name in _TEXTS),
        sa.Column("previous", Words(), nullable=True),
        sa.Column("next", Words(), nullable=True),
        sa.Column("origin", Words(), nullable=False),
        *(sa.Column(name, Key(), nullable=False) for name in ("release_id", "lineage", "segment_id")),
        *(sa.Column(name, Words(), nullable=False) for name in ("author", "note", "properties")),
        sa.Column("made_at", UtcDateTime(), nullable=True),
        sa.Column("changed_at", UtcDateTime(), nullable=True),
        *(sa.Column(f"{name}_key", sa.BigInteger(), nullable=False) for name in ("source", "target", "context")),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_translation_unit")),
    )
    _indexes()
    op.create_table(
        "memory_run",
        sa.Column("run", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("first_place", "last_place", "units")),
        sa.Column("lengths", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("run", name=op.f("pk_memory_run")),
    )
    op.create_table(
        "memory_word",
        sa.Column("word", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("run", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("texts", sa.Integer(), nullable=False),
        sa.Column("list", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("word", "run", name=op.f("pk_memory_word")),
        sqlite_with_rowid=False,
    )


def _indexes() -> None:
    table = "translation_unit"
    op.create_index("uq_translation_unit_id", table, ["id"], unique=True)
    for name, where in (
        ("segment_id", "segment_id != ''"),
        ("source_key", None),
        ("target_key", None),
        ("context_key", "context_key != 0"),
        ("deleted_at", "deleted_at IS NOT NULL"),
    ):
        only = None if where is None else sa.text(where)
        op.create_index(op.f(f"ix_translation_unit_{name}"), table, [name], unique=False, sqlite_where=only)
