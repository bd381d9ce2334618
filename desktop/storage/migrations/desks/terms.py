"""Revision 0003: the termbase."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from desktop.storage.column_types import Key, UtcDateTime, Words

KEY, MOMENT, WORDS = Key(), UtcDateTime(), Words()


def _edited() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
    )


def _written(*names: str) -> tuple[sa.Column[Any], ...]:
    return tuple(sa.Column(name, WORDS, nullable=False) for name in names)


def upgrade() -> None:
    """Make concept and term."""
    op.create_table(
        "concept",
        sa.Column("id", KEY, nullable=False),
        *_written("subject", "definition", "note", "source"),
        *_edited(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concept")),
    )
    op.create_table(
        "term",
        sa.Column("id", KEY, nullable=False),
        sa.Column("concept_id", KEY, nullable=False),
        sa.Column("language", KEY, nullable=False),
        *_written("text", "status", "note", "part_of_speech", "means"),
        sa.Column("place", sa.Integer(), nullable=False),
        *_edited(),
        sa.ForeignKeyConstraint(
            ["concept_id"], ["concept.id"], name=op.f("fk_term_concept_id_concept"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
    )
    op.create_index(op.f("ix_term_concept_id"), "term", ["concept_id"], unique=False)
