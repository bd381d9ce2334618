"""What the drafting desk keeps beside the texts."""

from collections.abc import Callable

from desktop.storage.migrations.drafting import archive, reuse, workflow

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

#: In the order in which they run; a line each.
STEPS: tuple[Callable[[], None], ...] = (workflow.upgrade, reuse.upgrade, archive.upgrade)


def upgrade() -> None:
    """Add the tables and columns."""
    for step in STEPS:
        step()


def downgrade() -> None:
    """A workspace is taken back to its backup, not downgraded."""
    raise NotImplementedError
