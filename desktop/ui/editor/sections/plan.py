"""Who has the release and until when: the plan in the inspector."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.release import Release
from desktop.i18n import _
from desktop.ui.theme.tokens import S4
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.section_header import label
from desktop.ui.widgets.when import day_and_time, exact


class PlanSection(QWidget):
    """``assigned`` carries a name; ``hour_asked`` is ``due`` or ``scheduled``: the bar for it is wanted."""

    assigned = Signal(str)
    hour_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.assignee = QLineEdit()
        self.assignee.setPlaceholderText(_("Nobody yet"))
        self.due = QuietButton("", lambda: self.hour_asked.emit("due"), icon_name="flag")
        self.scheduled = QuietButton("", lambda: self.hour_asked.emit("scheduled"), icon_name="calendar-blank")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        rows: Sequence[tuple[str, QWidget]] = (
            (_("Looks after it"), self.assignee),
            (_("Due"), self.due),
            (_("Planned to leave"), self.scheduled),
        )
        for name, field in rows:
            column.addWidget(label(name, "muted"))
            is_button = isinstance(field, QuietButton)
            column.addWidget(field, alignment=Qt.AlignmentFlag.AlignLeft if is_button else Qt.AlignmentFlag(0))
        self.assignee.setAccessibleName(_("Looks after it"))
        self.assignee.editingFinished.connect(self._tell)
        self._release: Release | None = None

    def show_release(self, release: Release) -> None:
        """Show a release's plan."""
        self._release = release
        if not self.assignee.hasFocus():
            with QSignalBlocker(self.assignee):
                self.assignee.setText(release.assignee)
        for button, name, at, zone in (
            (self.due, _("Due"), release.due_at, release.due_zone),
            (self.scheduled, _("Planned to leave"), release.scheduled_at, release.scheduled_zone),
        ):
            button.setText(_hour(at, zone))
            button.setAccessibleName(f"{name}: {button.text()}")
            button.setToolTip(exact(at, zone) if at else "")

    def offer_names(self, names: Sequence[str]) -> None:
        """Complete from the names seen."""
        completer = QCompleter(list(names), self.assignee)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.assignee.setCompleter(completer)

    def _tell(self) -> None:
        name = " ".join(self.assignee.text().split())
        if self._release is not None and name != self._release.assignee:
            self.assigned.emit(name)


def _hour(at: datetime | None, zone: str) -> str:
    if at is None:
        return _("Set a time")
    place = zone.rsplit("/", 1)[-1].replace("_", " ")
    return f"{day_and_time(at, zone)} {place}".rstrip()
