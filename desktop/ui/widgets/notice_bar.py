"""The inline message at the window's foot: what happened, and perhaps one button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui.desk import Notice
from desktop.ui.theme.tokens import S8, S12
from desktop.ui.widgets.buttons import IconButton, QuietButton
from desktop.ui.widgets.icon_label import IconLabel

_LOOKS = {"info": ("info", "info"), "ok": ("check-circle", "ok"), "problem": ("warning-circle", "problem")}

#: How long a message stays, in milliseconds; one with a button stays longer, a problem until it is closed.
STAYS_MS, STAYS_WITH_ACTION_MS = 5_000, 12_000


class NoticeBar(QFrame):
    """Shows one notice at a time, the newest; it goes by itself unless it is a problem or the pointer is on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("place", "foot")
        row = QHBoxLayout(self)
        row.setContentsMargins(S12, S8, S8, S8)
        row.setSpacing(S8)
        self._icon = IconLabel("info", "info")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QuietButton("", self._act)
        self._other = QuietButton("", self._act_other)
        self._close = IconButton("x", _("Close message"), self.dismiss)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._other)
        row.addWidget(self._close)
        self._notice: Notice | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is shown now."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Show a message in place of any other."""
        self._notice = notice
        self._icon.set_icon(*_LOOKS.get(notice.kind, _LOOKS["info"]))
        self._text.setText(notice.text)
        self.setAccessibleName(notice.text)
        self._action.setText(notice.action_label)
        self._action.setVisible(notice.action is not None)
        self._other.setText(notice.other_label)
        self._other.setVisible(notice.other is not None)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.text))
        self._wait()

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._notice = None
        self.hide()

    def _wait(self) -> None:
        self._timer.stop()
        if self._notice is not None and self._notice.kind != "problem" and not self._notice.stays:
            self._timer.start(STAYS_WITH_ACTION_MS if self._notice.action else STAYS_MS)

    def _act(self) -> None:
        notice = self._notice
        self.dismiss()
        if notice is not None and notice.action is not None:
            notice.action()

    def _act_other(self) -> None:
        notice = self._notice
        self.dismiss()
        if notice is not None and notice.other is not None:
            notice.other()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._wait()
