"""How wide the panes of a screen are, remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSplitter

from desktop.ui.desk import Preferences
from desktop.ui.theme.tokens import px


def keep_panes(preferences: Preferences, name: str, panes: QSplitter) -> None:
    """Remember the widths."""
    preferences.set(name, ",".join(str(size) for size in panes.sizes()))


def restore_panes(preferences: Preferences, name: str, panes: QSplitter, usual: Sequence[int]) -> None:
    """Widths as they were left, else the usual ones (in pixels at 100 %)."""
    kept = [int(part) for part in preferences.get(name).split(",") if part.isdigit()]
    panes.setSizes(kept if len(kept) == len(usual) and all(kept) else [px(size) for size in usual])
