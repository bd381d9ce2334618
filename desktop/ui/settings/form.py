"""The rows of the settings page: a label, its field, and below the field what it is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from desktop.ui.theme.tokens import S8, S24, px
from desktop.ui.widgets.section_header import label


def make_form() -> QGridLayout:
    """An empty form."""
    form = QGridLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(S24)
    form.setVerticalSpacing(S8)
    form.setColumnMinimumWidth(0, px(140))
    form.setColumnMinimumWidth(1, px(380))
    form.setColumnStretch(2, 1)
    return form


def add_row(form: QGridLayout, words: str, field: QWidget, explanation: str = "") -> None:
    """A label, its field, and below the field what it is for."""
    name = QLabel(words)
    name.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    field.setAccessibleDescription(explanation)
    row = form.rowCount()
    form.addWidget(name, row, 0)
    form.addWidget(field, row, 1)
    if explanation:
        small = label(explanation, "small", wraps=True)
        small.setContentsMargins(0, 0, 0, S8)
        form.addWidget(small, row + 1, 1)


def make_choice(options: Sequence[tuple[str, str]], chosen: str, then: Callable[[str], None]) -> QComboBox:
    """A list of ``(value, words)`` to choose from; ``then`` gets the value that a person chose."""
    box = QComboBox()
    for value, words in options:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.activated.connect(lambda _place: then(str(box.currentData())))
    return box


def hold(form: QGridLayout) -> QWidget:
    """A widget around a form."""
    holder = QWidget()
    holder.setLayout(form)
    return holder
