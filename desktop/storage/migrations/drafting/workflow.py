"""Revision 0002, the workflow: due, scheduled and released hours, notices, what was signed, the log of steps."""

import sqlalchemy as sa
from alembic import op

from desktop.storage.column_types import Key, UtcDateTime, Words

KEY, MOMENT, WORDS = Key(), UtcDateTime(), Words()


def upgrade() -> None:
    """Add the columns and the log."""
    for table, name in (
        ("release", "due_zone"),
        ("release", "scheduled_zone"),
        ("release", "notice"),
        ("version", "due_zone"),
        ("approval", "facts"),
        ("approval", "void_reason"),
    ):
        op.add_column(table, sa.Column(name, WORDS, nullable=False, server_default=""))
    for table, name in (("release", "scheduled_at"), ("version", "released_at")):
        op.add_column(table, sa.Column(name, MOMENT, nullable=True))
    op.add_column("approval", sa.Column("is_own_text", sa.Boolean(), nullable=False, server_default=sa.false()))
    for table, name in (
        ("release", "released_at"),
        ("release", "scheduled_at"),
        ("version", "status"),
        ("version", "due_at"),
    ):
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)
    _create_status_change()


def _create_status_change() -> None:
    op.create_table(
        "status_change",
        sa.Column("id", KEY, nullable=False),
        sa.Column("release_id", KEY, nullable=False),
        sa.Column("version_id", KEY, nullable=False),
        sa.Column("deed", WORDS, nullable=False),
        sa.Column("from_status", WORDS, nullable=False),
        sa.Column("to_status", WORDS, nullable=False),
        sa.Column("author", WORDS, nullable=False),
        sa.Column("note", WORDS, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_status_change_release_id_release"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name=op.f("fk_status_change_version_id_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_change")),
    )
    for name in ("release_id", "version_id"):
        op.create_index(op.f(f"ix_status_change_{name}"), "status_change", [name], unique=False)
