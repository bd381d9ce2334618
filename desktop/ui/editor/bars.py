"""Short forms that open under the toolbar instead of dialogs: a link, a dateline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QDateEdit,
    QLabel,
    QLineEdit,
)

from desktop.i18n import _
from desktop.ui.editor.clipboard import is_safe_address
from desktop.ui.widgets import QuietButton, label
from desktop.ui.widgets.inline_bar import InlineBar


class LinkBar(InlineBar):
    """Address of a link; emits it complete (``https://`` is put in front), or empty to take the link away."""

    linked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Link"))
        self._address = QLineEdit()
        self._address.setPlaceholderText(_("https:// or an e-mail address"))
        self.add_field(_("Link to"), self._address, 1)
        self._problem = label("", "problem")
        self._problem.hide()
        self.finish(_("Set link"), self.act, self._problem, QuietButton(_("Remove link"), self._remove))

    def open_with(self, url: str) -> None:
        """Show the address there is."""
        self._address.setText(url)
        self._problem.hide()
        self.show()
        self._address.setFocus()
        self._address.selectAll()

    def act(self) -> None:
        url = complete_address(self._address.text())
        if not url:
            self._problem.setText(_("This is not a web or e-mail address."))
            self._problem.show()
            return
        self.linked.emit(url)
        self.close_bar()

    def _remove(self) -> None:
        self.linked.emit("")
        self.close_bar()


def complete_address(typed: str) -> str:
    """A typed address with its scheme; empty where it cannot be one."""
    typed = typed.strip()
    if not typed or " " in typed:
        return ""
    if is_safe_address(typed):
        return typed
    if ":" in typed.split("/", 1)[0] and not typed.split(":", 1)[1][:1].isdigit():
        return ""
    if "@" in typed:
        return f"mailto:{typed}"
    return f"https://{typed}" if "." in typed else ""


class DatelineBar(InlineBar):
    """Place, date and language of a dateline, with the line as it will read."""

    built = Signal(str, str, str)  # text, place, ISO date or empty

    def __init__(self, build: Callable[[str, datetime | None], str], places: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(_("Dateline"))
        self._build = build
        self._places = places
        self._place = QLineEdit()
        self._place.setPlaceholderText(_("Managua"))
        self._date = QDateEdit(QDate.currentDate())
        self._date.setCalendarPopup(True)
        self._with_date = QCheckBox(_("with date"))
        self._shown = QLabel()
        self._shown.setProperty("role", "strong")
        self.add_field(_("Place"), self._place, 1)
        self.row.addWidget(self._with_date)
        self._date.setAccessibleName(_("Date"))
        self.row.addWidget(self._date)
        self.row.add(self._shown, 1)
        self.finish(_("Set dateline"), self.act)
        self._date.setEnabled(False)
        self._with_date.toggled.connect(self._date.setEnabled)
        self._with_date.toggled.connect(self._show)
        self._place.textChanged.connect(self._show)
        self._date.dateChanged.connect(self._show)

    def open_with(self, place: str, date: str) -> None:
        """Show what the dateline says now."""
        if self._place.completer() is None:
            completer = QCompleter(list(self._places()), self._place)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
            self._place.setCompleter(completer)
        self._place.setText(place)
        self._with_date.setChecked(bool(date))
        if date:
            self._date.setDate(QDate.fromString(date, Qt.DateFormat.ISODate))
        self._show()
        self.show()
        self._place.setFocus()
        self._place.selectAll()

    def _on(self) -> datetime | None:
        if not self._with_date.isChecked():
            return None
        day = self._date.date()
        return datetime(day.year(), day.month(), day.day(), tzinfo=UTC)

    def _show(self) -> None:
        self._shown.setText(self._build(self._place.text(), self._on()))

    def act(self) -> None:
        text = self._build(self._place.text(), self._on())
        if not text:
            return
        on = self._on()
        self.built.emit(text, self._place.text().strip(), on.date().isoformat() if on else "")
        self.close_bar()
