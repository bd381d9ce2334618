"""Several values of one kind, a row each, with a button that adds one: the base of the card's longer fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui.theme.icons import icon, icon_size
from desktop.ui.theme.tokens import S4
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.section_header import label

T = TypeVar("T")


class RowFrame(QWidget):
    """A row's frame: the widgets side by side, a menu of deeds at the end, and a line for what is to be said.

    ``edited`` at every key; ``committed`` when a field is left or something was chosen.
    """

    edited = Signal()
    committed = Signal()
    removed = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.line = QHBoxLayout()
        self.line.setSpacing(S4)
        column.addLayout(self.line)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("role", "small")
        self.note.hide()
        column.addWidget(self.note)
        self.menu_button = QToolButton()
        self.menu_button.setIcon(icon("dots-three-vertical", "muted"))
        self.menu_button.setIconSize(icon_size())
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu = QMenu(self.menu_button)
        self.menu_button.setMenu(self.menu)

    def finish(self, name: str) -> None:
        """Put the menu's last entries and its button in place; ``name`` is what the row is."""
        words = _("More about this {field}").format(field=name.lower())
        self.menu_button.setAccessibleName(words)
        self.menu_button.setToolTip(words)
        self.menu.addSeparator()
        self._up = self.menu.addAction(icon("arrow-up"), _("Move up"), lambda: self.moved.emit(-1))
        self.menu.addAction(icon("trash"), _("Remove"), self.removed.emit)
        self.line.addWidget(self.menu_button)

    def set_first(self, *, is_first: bool) -> None:
        """The first row cannot move up."""
        self._up.setEnabled(not is_first)

    def say(self, words: str, role: str = "small") -> None:
        """Show a sentence below the row; empty for none."""
        if self.note.property("role") != role:
            self.note.setProperty("role", role)
            self.note.style().unpolish(self.note)
            self.note.style().polish(self.note)
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def watch(self, field: QLineEdit) -> None:
        """Tell of the field's typing and of its being left. Backspace in an empty one takes the row away."""
        field.textEdited.connect(lambda _text: self.edited.emit())
        field.editingFinished.connect(self.committed.emit)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Backspace
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and isinstance(watched, QLineEdit)
            and not watched.text()
        ):
            self.removed.emit()
            return True
        return super().eventFilter(watched, event)


class RowsField(QWidget, Generic[T]):
    """Rows one below the other. A subclass makes a row in :meth:`make_row`.

    A row has ``value()`` (``None`` where it is empty or cannot be used), ``problem()`` (why it cannot be used),
    ``gave(value)`` (whether a stored value came from it) and ``adopt(value)`` (this is what is stored now).
    """

    edited = Signal()
    committed = Signal()
    restructured = Signal()

    def __init__(self, caption: str, add_label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(caption)
        self.rows: list[Any] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S4)
        self.add_button = QuietButton(add_label, self.add, icon_name="plus")
        head = QHBoxLayout()
        head.addWidget(label(caption, "small"), 1)
        head.addWidget(self.add_button)
        self._column.addLayout(head)

    def make_row(self, value: T | None) -> RowFrame:
        """A row for a value, or an empty one."""
        raise NotImplementedError

    def show_values(self, values: Sequence[T]) -> None:
        """Show these, in place of what was there."""
        for row in tuple(self.rows):
            self._take_out(row)
        for value in values:
            self._put_in(self.make_row(value))
        self._mark_first()

    def adopt(self, values: Sequence[T]) -> None:
        """These are stored now: the rows that gave them go on from there. Rows typed in since stay as they are."""
        giving = [row for row in self.rows if row.value() is not None]
        for value in values:
            row = next((each for each in giving if each.gave(value)), None)
            if row is not None:
                giving.remove(row)
                row.adopt(value)

    def invite(self) -> None:
        """Where there is no row yet, an empty one."""
        if not self.rows:
            self._put_in(self.make_row(None))
            self._mark_first()

    def values(self) -> tuple[T, ...]:
        """What can be used, in order."""
        return tuple(value for row in self.rows if (value := row.value()) is not None)

    def problems(self) -> tuple[str, ...]:
        """Why some of what stands there cannot be used."""
        return tuple(words for row in self.rows if (words := row.problem()))

    def add(self) -> None:
        """An empty row with the cursor in it; an empty one that is there already is used."""
        row = next((each for each in self.rows if each.value() is None and not each.problem()), None)
        if row is None:
            row = self.make_row(None)
            self._put_in(row)
            self._mark_first()
        row.setFocus()

    def _put_in(self, row: RowFrame) -> None:
        row.edited.connect(self.edited)
        row.committed.connect(self.committed)
        row.removed.connect(lambda: self._remove(row))
        row.moved.connect(lambda by: self._move(row, by))
        self.rows.append(row)
        self._column.addWidget(row)
        self.restructured.emit()

    def _take_out(self, row: RowFrame) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.blockSignals(True)
        row.hide()
        row.deleteLater()

    def _remove(self, row: RowFrame) -> None:
        self._take_out(row)
        self._mark_first()
        self.add_button.setFocus()
        self.committed.emit()

    def _move(self, row: RowFrame, by: int) -> None:
        place = self.rows.index(row)
        there = place + by
        if 0 <= there < len(self.rows):
            self.rows.insert(there, self.rows.pop(place))
            self._column.removeWidget(row)
            self._column.insertWidget(there + 1, row)
            self._mark_first()
            self.restructured.emit()
            self.committed.emit()

    def _mark_first(self) -> None:
        for place, row in enumerate(self.rows):
            row.set_first(is_first=place == 0)
