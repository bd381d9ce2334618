"""Headings, labels and lines."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.ui.theme.tokens import S8


def label(text: str = "", role: str = "", *, wraps: bool = False) -> QLabel:
    """A label in a role (``display``, ``title``, ``heading``, ``strong``, ``muted``, ``small``, ``problem``…)."""
    made = QLabel(text)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wraps)
    return made


def line(*, is_vertical: bool = False) -> QFrame:
    """A separating line."""
    made = QFrame()
    made.setProperty("role", "vline" if is_vertical else "line")
    return made


class SectionHeader(QWidget):
    """A heading with an optional quiet count, and room at its right for buttons."""

    def __init__(self, title: str, count: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        self._title = label(title, "heading")
        self._count = label(count, "muted")
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        self._row = row
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Show another heading."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_count(self, count: str) -> None:
        """Show another count."""
        self._count.setText(count)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right."""
        self._row.addWidget(widget)
