"""Short forms that open under the toolbar instead of dialogs: a link, a dateline, an embargo, a language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QTimeEdit,
    QWidget,
)

from desktop.i18n import _
from desktop.ui.editor.clipboard import is_safe_address
from desktop.ui.theme.tokens import S8, S16
from desktop.ui.widgets import IconButton, PrimaryButton, QuietButton, label
from desktop.ui.widgets.flow import FlowRow


class InlineBar(QFrame):
    """A row of fields with one deed; Enter does it, Esc closes."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAccessibleName(name)
        self.row = FlowRow(self)
        self.row.setContentsMargins(S16, S8, S16, S8)
        self.row.setSpacing(S8)
        self.hide()

    def add_field(self, name: str, field: QWidget, stretch: int = 0) -> None:
        """Put a labelled field into the row."""
        caption = label(name, "muted")
        caption.setBuddy(field)
        field.setAccessibleName(name)
        self.row.addWidget(caption)
        self.row.add(field, stretch)

    def finish(self, deed: str, act: Callable[[], object], *extra: QWidget) -> PrimaryButton:
        """Close the row with its button."""
        button = PrimaryButton(deed, act)
        for each in (*extra, button, IconButton("x", _("Close"), self.close_bar)):
            self.row.addWidget(each)
        return button

    def close_bar(self) -> None:
        """Hide and tell so."""
        self.hide()
        self.closed.emit()

    def act(self) -> None:
        """What Enter does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.act()
        else:
            super().keyPressEvent(event)


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


class EmbargoBar(InlineBar):
    """Day, hour and zone of an embargo; emits an aware UTC time and the zone, or ``None`` for immediate release."""

    chosen = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(_("Embargo"))
        self._date, self._time = QDateEdit(), QTimeEdit()
        self._date.setCalendarPopup(True)
        self._time.setDisplayFormat("HH:mm")
        self._zone = QComboBox()
        self._zone.setEditable(True)
        self._zone.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._zone.setMinimumContentsLength(14)
        self._zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._problem = label("", "problem")
        self._problem.hide()
        self.add_field(_("Embargo until"), self._date)
        self._time.setAccessibleName(_("Time"))
        self.row.addWidget(self._time)
        self.add_field(_("Time zone"), self._zone, 1)
        self.finish(_("Set embargo"), self.act, self._problem, QuietButton(_("For immediate release"), self._lift))

    def open_with(self, at: datetime | None, zone: str) -> None:
        """Show the embargo there is, or tomorrow at ten in the zone of this machine."""
        if not self._zone.count():
            self._zone.addItems(sorted(name for name in available_timezones() if "/" in name))
            completer = self._zone.completer()
            if completer is not None:
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
        zone = zone or bytes(QTimeZone.systemTimeZoneId().data()).decode()
        self._zone.setCurrentText(zone if "/" in zone else "UTC")
        if at is None:
            self._date.setDate(QDate.currentDate().addDays(1))
            self._time.setTime(QTime(10, 0))
        else:
            local = at.astimezone(ZoneInfo(zone))
            self._date.setDate(QDate(local.year, local.month, local.day))
            self._time.setTime(QTime(local.hour, local.minute))
        self._problem.hide()
        self.show()
        self._date.setFocus()

    def act(self) -> None:
        name = self._zone.currentText().strip()
        try:
            zone = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self._problem.setText(_("There is no time zone “{name}”.").format(name=name))
            self._problem.show()
            return
        when = QDateTime(self._date.date(), self._time.time())
        day, hour = when.date(), when.time()
        local = datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute(), tzinfo=zone)
        self.chosen.emit(local.astimezone(UTC), name)
        self.close_bar()

    def _lift(self) -> None:
        self.chosen.emit(None, "")
        self.close_bar()
