"""Revision 0002: the office's own templates."""

import sqlalchemy as sa
from alembic import op

from desktop.storage.column_types import Key, UtcDateTime, Words


def upgrade() -> None:
    """Make template and its index."""
    op.create_table(
        "template",
        sa.Column("id", Key(), nullable=False),
        sa.Column("name", Key(), nullable=False),
        sa.Column("body", Words(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template")),
    )
    op.create_index(op.f("ix_template_name"), "template", ["name"], unique=False)
