"""Revision 0003: lists made of lists, and an index that tells whether the interaction log changed."""

import sqlalchemy as sa
from alembic import op

from desktop.storage.column_types import Key


def upgrade() -> None:
    """Make media_list_part."""
    op.create_table(
        "media_list_part",
        sa.Column("list_id", Key(), nullable=False),
        sa.Column("part_id", Key(), nullable=False),
        sa.Column("is_excluded", sa.Boolean(create_constraint=False), nullable=False),
        sa.ForeignKeyConstraint(
            ["list_id"], ["media_list.id"], name=op.f("fk_media_list_part_list_id_media_list"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["part_id"], ["media_list.id"], name=op.f("fk_media_list_part_part_id_media_list"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("list_id", "part_id", name=op.f("pk_media_list_part")),
    )
    op.create_index(op.f("ix_media_list_part_part_id"), "media_list_part", ["part_id"], unique=False)
    op.create_index("ix_interaction_stamps", "interaction", ["updated_at", "deleted_at"], unique=False)
