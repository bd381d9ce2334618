"""What an empty place says: one sentence, and the one button that starts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme.tokens import S8, S16, S32
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton
from desktop.ui.widgets.icon_label import IconLabel


class EmptyState(QWidget):
    """Teaches instead of being blank. Further buttons may be added with :meth:`add_button`."""

    def __init__(
        self,
        icon_name: str,
        sentence: str,
        button_label: str = "",
        on_click: Callable[[], object] | None = None,
        *,
        title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(S32, S32, S32, S32)
        column.setSpacing(S16)
        column.addStretch(2)
        column.addWidget(IconLabel(icon_name, "muted", 40), alignment=Qt.AlignmentFlag.AlignHCenter)
        if title:
            heading = QLabel(title)
            heading.setProperty("role", "title")
            heading.setWordWrap(True)
            heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(heading)
        self._sentence = QLabel(sentence)
        self._sentence.setProperty("role", "muted")
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._sentence)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(S8)
        self._buttons.addStretch()
        self._buttons.addStretch()
        column.addLayout(self._buttons)
        column.addStretch(3)
        self.button: PrimaryButton | None = None
        if button_label:
            self.button = PrimaryButton(button_label, on_click)
            self._buttons.insertWidget(1, self.button)
            self.setFocusProxy(self.button)

    def add_button(self, label: str, on_click: Callable[[], object], *, icon_name: str = "") -> PlainButton:
        """A second way to start."""
        button = PlainButton(label, on_click, icon_name=icon_name)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)


def scrolled(state: EmptyState) -> QScrollArea:
    """The empty state for a stack of pages: it scrolls rather than asking the other pages for its height."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFocusProxy(state)
    state.setProperty("role", "page")
    state.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area.setWidget(state)
    return area
