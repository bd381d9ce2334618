"""A day that may be open."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from desktop.i18n import interface_language
from desktop.ui.theme.tokens import S4


class DayField(QWidget):
    """A check box that says whether there is a day, and the day. ``changed`` at every change by a person."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.check = QCheckBox(name)
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d/M/yyyy" if interface_language() == "es" else "d MMM yyyy")
        self.day.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S4)
        row.addWidget(self.check)
        row.addWidget(self.day, 1)
        self.day.setEnabled(False)
        self.check.toggled.connect(self._toggled)
        self.day.dateChanged.connect(lambda _day: self.changed.emit())

    @property
    def value(self) -> date | None:
        """The day, or ``None`` where it is open."""
        day = self.day.date()
        return date(day.year(), day.month(), day.day()) if self.check.isChecked() else None

    def show_day(self, day: date | None) -> None:
        """Show a day, or that it is open."""
        with QSignalBlocker(self.check), QSignalBlocker(self.day):
            self.check.setChecked(day is not None)
            self.day.setEnabled(day is not None)
            if day is not None:
                self.day.setDate(QDate(day.year, day.month, day.day))

    def _toggled(self, is_on: bool) -> None:
        self.day.setEnabled(is_on)
        self.changed.emit()
