"""Buttons by weight: one primary a page, quiet ones for the rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.ui.theme.icons import icon, icon_size


class _RoleButton(QPushButton):
    role = ""
    icon_role = "text"

    def __init__(
        self,
        text: str,
        on_click: Callable[[], object] | None = None,
        *,
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("role", self.role)
        self.setAccessibleName(text)
        if icon_name:
            self.setIcon(icon(icon_name, self.icon_role))
            self.setIconSize(icon_size())
        if on_click is not None:
            self.clicked.connect(lambda: on_click())  # noqa: PLW0108 - Qt would pass `checked`

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)


class PlainButton(_RoleButton):
    """An outlined button, for a deed beside the main one."""

    role = "plain"


class PrimaryButton(_RoleButton):
    """The one deed a page is for."""

    role = "primary"
    icon_role = "on_accent"


class QuietButton(_RoleButton):
    """A button that reads as a link until the pointer or the focus is on it."""

    role = "quiet"
    icon_role = "accent"


class DangerButton(_RoleButton):
    """A deed that takes something away."""

    role = "danger"
    icon_role = "problem"


class Chip(QPushButton):
    """A filter that is on or off."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setAccessibleName(text)


class IconButton(QToolButton):
    """An icon alone; what it does stands in its tooltip and its accessible name."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        on_click: Callable[[], object] | None = None,
        *,
        role: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setIcon(icon(icon_name, role))
        self.setIconSize(icon_size())
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if on_click is not None:
            self.clicked.connect(lambda: on_click())  # noqa: PLW0108 - Qt would pass `checked`

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.setIconSize(icon_size())
        super().changeEvent(event)
