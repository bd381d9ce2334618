"""Day, hour and zone of something planned, with one verb and a way to lift it. Enter sets, Esc closes."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from PySide6.QtCore import QDate, Qt, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QTimeEdit, QWidget

from desktop.i18n import _
from desktop.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from desktop.ui.widgets.inline_bar import InlineBar
from desktop.ui.widgets.section_header import label


def own_zone() -> str:
    """This computer's zone by its IANA name; UTC where it has none."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return name if "/" in name else "UTC"


class MomentBar(InlineBar):
    """``chosen`` carries what it was opened for, an aware UTC time (``None``: lifted) and the zone."""

    chosen = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._what = ""
        self._caption = label("", "muted")
        self.date, self.time, self.zone = QDateEdit(), QTimeEdit(), QComboBox()
        self.date.setCalendarPopup(True)
        self.date.setAccessibleName(_("Day"))
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(_("Time"))
        self.zone.setEditable(True)
        self.zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.zone.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.zone.setMinimumContentsLength(14)
        self.zone.setAccessibleName(_("Time zone"))
        self._problem = label("", "problem")
        self._problem.hide()
        self.deed = PrimaryButton("", self.act)
        self.lift = QuietButton("", self._lift)
        for field in (self._caption, self.date, self.time, self.zone, self._problem):
            self.row.add(field, 1 if field is self.zone else 0)
        for button in (self.deed, self.lift, IconButton("x", _("Close"), self.close_bar)):
            self.row.add(button)

    def open_for(self, what: str, caption: str, verb: str, lift: str, at: datetime | None, zone: str) -> None:
        """Open on an hour there is, or on tomorrow at noon in this computer's zone."""
        self._what = what
        self._caption.setText(caption)
        self.setAccessibleName(caption)
        self.deed.setText(verb)
        self.lift.setText(lift)
        self.lift.setVisible(at is not None)
        if not self.zone.count():
            self.zone.addItems(sorted(name for name in available_timezones() if "/" in name))
            completer = self.zone.completer()
            if completer is not None:
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
        zone = zone or own_zone()
        self.zone.setCurrentText(zone)
        if at is None:
            self.date.setDate(QDate.currentDate().addDays(1))
            self.time.setTime(QTime(12, 0))
        else:
            local = at.astimezone(ZoneInfo(zone))
            self.date.setDate(QDate(local.year, local.month, local.day))
            self.time.setTime(QTime(local.hour, local.minute))
        self._problem.hide()
        self.show()
        self.date.setFocus()

    def act(self) -> None:
        """Set the hour in the fields."""
        name = self.zone.currentText().strip()
        try:
            zone = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self._problem.setText(_("There is no time zone “{name}”.").format(name=name))
            self._problem.show()
            return
        day, hour = self.date.date(), self.time.time()
        local = datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute(), tzinfo=zone)
        self.chosen.emit(self._what, local.astimezone(UTC), name)
        self.close_bar()

    def _lift(self) -> None:
        self.chosen.emit(self._what, None, "")
        self.close_bar()
