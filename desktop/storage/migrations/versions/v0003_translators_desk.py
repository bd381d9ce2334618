"""What the translator's desk and the directory keep: memory, terms, and what they remember."""

from collections.abc import Callable

from desktop.storage.migrations.desks import grid, lists, memory, terms

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

#: In the order in which they run; a line each.
STEPS: tuple[Callable[[], None], ...] = (memory.upgrade, terms.upgrade, grid.upgrade, lists.upgrade)


def upgrade() -> None:
    """Add the tables and columns."""
    for step in STEPS:
        step()


def downgrade() -> None:
    """A workspace is taken back to its backup, not downgraded."""
    raise NotImplementedError
