"""A list of choices in one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget


class Choice(QComboBox):
    """A combo box over ``(value, words)``; the wheel scrolls what is around it and never changes the value."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; the value stays where it is among them."""
        value = self.value
        self.blockSignals(True)
        self.clear()
        for each, words in choices:
            self.addItem(words, each)
        self.blockSignals(False)
        self.choose(value)

    @property
    def value(self) -> str:
        """The chosen value; the empty string where nothing is."""
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        """Show a value; one that is not offered is added as it is."""
        place = self.findData(value)
        if place < 0 and value:
            self.addItem(value, value)
            place = self.count() - 1
        self.setCurrentIndex(max(place, 0) if self.count() else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TypedChoice(Choice):
    """A choice that one can also type into: it completes to what contains the letters."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(name, choices, parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    @property
    def typed(self) -> str:
        """What stands in the line now."""
        return self.currentText().strip()
