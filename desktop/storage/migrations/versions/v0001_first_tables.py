"""The first tables, and the full text beside them."""

from alembic import op

from desktop.storage.fulltext import full_text_of
from desktop.storage.migrations.initial import people, texts

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make everything in an empty database."""
    for create_table in (*texts.FIRST, *people.TABLES, *texts.LAST):
        create_table()
    full_text_of(op.get_bind()).create(op.get_bind())


def downgrade() -> None:
    """There is nothing before the first tables."""
    raise NotImplementedError
