"""What a block says besides its text, a line each: an image's descriptions and rights, a link's addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.theme.tokens import S8
from desktop.ui.widgets import label


@dataclass(frozen=True, slots=True)
class Said:
    """A field: the attribute it fills, its name, and what an empty one says."""

    attr: str
    name: str
    hint: str = ""


class SaidForm(QWidget):
    """Lines for some attributes of one block. ``changed`` carries the attribute and its new value."""

    changed = Signal(str, str)

    def __init__(self, explanation: str) -> None:
        super().__init__()
        self._fields: dict[str, QLineEdit] = {}
        self._values: dict[str, str] = {}
        self._shape: tuple[Said, ...] = ()
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(S8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._warning_words = label("", "strong", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(self._warning_words)
        column.addLayout(self._form)
        column.addWidget(label(explanation, "muted", wraps=True))
        self._warning_words.hide()

    def field(self, attr: str) -> QLineEdit:
        """The line of an attribute."""
        return self._fields[attr]

    def show_values(self, shape: Sequence[Said], values: Mapping[str, str], warning: str = "") -> None:
        """Show a block's attributes; a line that is being typed in is left alone."""
        if tuple(shape) != self._shape:
            self._make(tuple(shape))
        for attr, field in self._fields.items():
            self._values[attr] = values.get(attr, "")
            if not field.hasFocus():
                with QSignalBlocker(field):
                    field.setText(self._values[attr])
                    field.setCursorPosition(0)
        self._warning_words.setText(warning)
        self._warning_words.setVisible(bool(warning))

    def _make(self, shape: tuple[Said, ...]) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self._shape, self._fields, self._values = shape, {}, {}
        for each in shape:
            field = QLineEdit()
            field.setPlaceholderText(each.hint)
            field.setAccessibleName(each.name)
            field.editingFinished.connect(lambda attr=each.attr: self._tell(attr))
            self._fields[each.attr] = field
            self._form.addRow(each.name, field)

    def _tell(self, attr: str) -> None:
        value = " ".join(self._fields[attr].text().split())
        if value != self._values.get(attr, ""):
            self._values[attr] = value
            self.changed.emit(attr, value)
