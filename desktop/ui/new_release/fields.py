"""One field per gap of a template, by the gap's type."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTimeEdit,
    QWidget,
)

from desktop.domain.contact import Contact
from desktop.editorial.templates import Gap, GapType
from desktop.i18n import _
from desktop.ui.theme.tokens import S8, px


class GapField(QObject):
    """A widget, and the value that it holds in the gap's own form; empty while the gap stays open."""

    changed = Signal()

    def __init__(self, widget: QWidget, value: Callable[[], str]) -> None:
        super().__init__(widget)
        self.widget = widget
        self.value = value


def make_field(
    gap: Gap, language: str, places: Callable[[], tuple[str, ...]], people: Callable[[], tuple[Contact, ...]]
) -> GapField:
    """The field for a gap."""
    makers = {
        GapType.LONG_TEXT: _long_text,
        GapType.DATE: _date,
        GapType.TIME: _time,
    }
    default = gap.default(language)
    if gap.type is GapType.CHOICE:
        made = _choice(gap, language, default)
    elif gap.type is GapType.PLACE:
        made = _place(default, places)
    elif gap.type is GapType.CONTACT:
        made = _contact(default, people)
    else:
        made = makers.get(gap.type, _text)(default)
    return made


def _text(default: str) -> GapField:
    line = QLineEdit(default)
    field = GapField(line, lambda: line.text().strip())
    line.textChanged.connect(field.changed)
    return field


class _LongText(QPlainTextEdit):
    """Tab goes on to the next field."""

    def __init__(self, default: str) -> None:
        super().__init__(default)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 2 * S8)


def _long_text(default: str) -> GapField:
    area = _LongText(default)
    field = GapField(area, lambda: area.toPlainText().strip())
    area.textChanged.connect(field.changed)
    return field


def _place(default: str, places: Callable[[], tuple[str, ...]]) -> GapField:
    field = _text(default)
    line = field.widget
    assert isinstance(line, QLineEdit)
    completer = QCompleter(list(places()), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    line.setCompleter(completer)
    return field


def _date(default: str) -> GapField:
    edit = QDateEdit(QDate.fromString(default, Qt.DateFormat.ISODate) if default else QDate.currentDate())
    edit.setCalendarPopup(True)
    return _optional(edit, lambda: edit.date().toString(Qt.DateFormat.ISODate), bool(default), edit.dateChanged)


def _time(default: str) -> GapField:
    edit = QTimeEdit()
    edit.setDisplayFormat("HH:mm")
    return _optional(edit, lambda: edit.time().toString("HH:mm"), bool(default), edit.timeChanged)


def _optional(edit: QWidget, value: Callable[[], str], is_set: bool, changed: object) -> GapField:
    """A field that may stay open: a tick beside it says that it is known."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(S8)
    known = QCheckBox(_("known"))
    known.setChecked(is_set)
    edit.setEnabled(is_set)
    edit.setMinimumWidth(px(90))
    known.toggled.connect(edit.setEnabled)
    line.addWidget(known)
    line.addWidget(edit, 1)
    row.setFocusProxy(known)
    field = GapField(row, lambda: value() if known.isChecked() else "")
    known.toggled.connect(field.changed)
    changed.connect(field.changed)  # type: ignore[attr-defined]
    return field


def _box() -> QComboBox:
    """A box as wide as the form, not as its longest entry."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    return box


def _choice(gap: Gap, language: str, default: str) -> GapField:
    box = _box()
    box.addItem("", "")
    keys = dict.fromkeys(key for words in gap.choices.values() for key in words)
    for key in keys:
        box.addItem(gap.choice(key, language), key)
    box.setCurrentIndex(max(0, box.findData(default)))
    field = GapField(box, lambda: str(box.currentData() or ""))
    box.currentIndexChanged.connect(field.changed)
    return field


def _contact(default: str, people: Callable[[], tuple[Contact, ...]]) -> GapField:
    box = _box()
    box.addItem(_("Nobody yet"), default)
    for person in people():
        box.addItem(" · ".join(part for part in (person.name, person.organisation) if part), person.id)
    field = GapField(box, lambda: str(box.currentData() or ""))
    box.currentIndexChanged.connect(field.changed)
    return field
