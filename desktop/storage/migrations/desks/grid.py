"""Revision 0003: what a sentence read before, where a translator cuts otherwise, and which repeats stand apart."""

import sqlalchemy as sa
from alembic import op

from desktop.storage.column_types import Key, UtcDateTime, Words


def upgrade() -> None:
    """Add segment.is_apart, make segment_record and cut_exception."""
    op.add_column(
        "segment",
        sa.Column("is_apart", sa.Boolean(create_constraint=False), nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "segment_record",
        sa.Column("id", Key(), nullable=False),
        sa.Column("segment_id", Key(), nullable=False),
        sa.Column("version_id", Key(), nullable=False),
        sa.Column("deed", Words(), nullable=False),
        sa.Column("made_from", Words(), nullable=True),
        sa.Column("target", Words(), nullable=False),
        sa.Column("state", Words(), nullable=False),
        sa.Column("origin", Words(), nullable=False),
        sa.Column("author", Words(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["segment_id"], ["segment.id"], name=op.f("fk_segment_record_segment_id_segment"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name=op.f("fk_segment_record_version_id_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segment_record")),
    )
    op.create_index(op.f("ix_segment_record_version_id"), "segment_record", ["version_id"], unique=False)
    op.create_index(op.f("ix_segment_record_segment_id_id"), "segment_record", ["segment_id", "id"], unique=False)
    op.create_table(
        "cut_exception",
        sa.Column("id", Key(), nullable=False),
        sa.Column("version_id", Key(), nullable=False),
        sa.Column("block_id", Key(), nullable=False),
        sa.Column("is_join", sa.Boolean(create_constraint=False), nullable=False),
        sa.Column("before", Words(), nullable=False),
        sa.Column("after", Words(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("author", Words(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name=op.f("fk_cut_exception_version_id_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cut_exception")),
    )
    op.create_index(
        op.f("ix_cut_exception_version_id_block_id"), "cut_exception", ["version_id", "block_id"], unique=False
    )
