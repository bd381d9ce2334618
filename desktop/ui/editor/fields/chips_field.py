"""Several words in one field: chips that a click or Delete takes off, and a line that completes and adds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui.theme.icons import icon, icon_size
from desktop.ui.theme.tokens import S4
from desktop.ui.widgets.flow import FlowRow


class _Chip(QPushButton):
    removed = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("role", "chip")
        self.setIcon(icon("x", "muted"))
        self.setIconSize(icon_size() * 0.7)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setAccessibleName(_("Remove {name}").format(name=words))
        self.setToolTip(_("Remove {name}").format(name=words))
        self.clicked.connect(lambda _checked: self.removed.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class _Line(QLineEdit):
    emptied = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
            return
        if event.text() in (",", ";") or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class ChipsField(QWidget):
    """``changed`` carries all values. ``value_of`` turns what was typed into a value, ``""`` for what is none."""

    changed = Signal(tuple)

    def __init__(self, name: str, hint: str, value_of: Callable[[str], str], words_of: Callable[[str], str]) -> None:
        super().__init__()
        self._value_of, self._words_of = value_of, words_of
        self.values: tuple[str, ...] = ()
        self._holder = QWidget()
        self._chips = FlowRow(self._holder)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(S4)
        self.line = _Line()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._complete, Qt.ConnectionType.QueuedConnection)
        self.line.setCompleter(completer)
        self.line.entered.connect(self.take)
        self.line.editingFinished.connect(self.take)
        self.line.emptied.connect(lambda: self._set(self.values[:-1]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(self._holder)
        column.addWidget(self.line)
        self._holder.hide()

    def offer(self, names: Sequence[str]) -> None:
        """Words to complete to."""
        self._names.setStringList(list(names))

    def show_values(self, values: Sequence[str]) -> None:
        """Show what is stored; what is being typed stays."""
        if tuple(values) != self.values or not self._chips.count():
            self.values = tuple(values)
            self._fill()

    def take(self) -> None:
        """Add what was typed, if it is anything."""
        value = self._value_of(self.line.text().strip())
        if not value:
            return
        self.line.clear()
        if value not in self.values:
            self._set((*self.values, value))

    def _complete(self, words: str) -> None:
        self.line.setText(words)
        self.take()
        self.line.clear()

    def _set(self, values: tuple[str, ...]) -> None:
        if values != self.values:
            self.values = values
            self._fill()
            self.changed.emit(values)

    def _remove(self, value: str) -> None:
        self._set(tuple(each for each in self.values if each != value))
        self.line.setFocus()

    def _fill(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for value in self.values:
            chip = _Chip(self._words_of(value))
            chip.removed.connect(lambda value=value: self._remove(value), Qt.ConnectionType.QueuedConnection)
            self._chips.addWidget(chip)
        self._holder.setVisible(bool(self.values))
        self._holder.updateGeometry()
