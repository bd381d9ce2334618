"""How the tables of the program look and behave where they only list things."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QTableView

from desktop.ui.theme.tokens import px


def calm_rows(table: QTableView, height: int) -> None:
    """Whole rows of one height (at 100 %), chosen and never edited in place; no grid, no numbers, Tab leaves."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(px(height))
