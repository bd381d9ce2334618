"""Everything in the way of a version, a row each; a row leads to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.editorial.preflight.reason import Gate, Reason, Severity
from desktop.i18n import _, ngettext
from desktop.services.preflight import Readiness, things_block
from desktop.ui.theme.tokens import S4, S8
from desktop.ui.widgets.icon_label import IconLabel
from desktop.ui.widgets.section_header import label
from desktop.ui.workflow.words import standing

_LOOKS = {Severity.BLOCKS: ("prohibit", "problem"), Severity.WARNS: ("warning", "stale")}


def summary(readiness: Readiness) -> str:
    """``2 things block``, ``1 thing deserves a look``, ``Nothing is in the way``."""
    blocking = len(readiness.blocking(Gate.LEAVING))
    if blocking:
        return things_block(blocking)
    warning = len(readiness.reasons)
    if warning:
        words = ngettext("{count} thing deserves a look", "{count} things deserve a look", warning)
        return words.format(count=warning)
    return _("Nothing is in the way")


class ReasonRow(QFrame):
    """One reason: icon and sentence; click or Enter leads to its place."""

    chosen = Signal()

    def __init__(self, reason: Reason) -> None:
        super().__init__()
        self.setProperty("role", "reason")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(S4, S4, S4, S4)
        row.setSpacing(S8)
        self._icon = IconLabel(*_LOOKS[reason.severity])
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        self._words = label("", wraps=True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self._words, 1)
        self.show_reason(reason)

    def show_reason(self, reason: Reason) -> None:
        """Show another reason in this row: a row is taken over rather than made, as the list follows the typing."""
        self.reason = reason
        kind = _("Blocks") if reason.severity is Severity.BLOCKS else _("Deserves a look")
        self.setAccessibleName(f"{kind}: {reason.sentence}")
        self._words.setText(reason.sentence)
        self._icon.set_icon(*_LOOKS[reason.severity])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class ReadyList(QWidget):
    """``jumped`` carries the reason whose place is wanted."""

    jumped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Ready?"))
        self._standing = label("", "muted", wraps=True)
        self._note = label("", "", wraps=True)
        self._summary = label("", "muted", wraps=True)
        self._shown: tuple[Reason, ...] = ()
        self._rows: list[ReasonRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S4)
        for each in (self._standing, self._note, self._summary):
            each.setTextFormat(Qt.TextFormat.PlainText)
            self._column.addWidget(each)

    @property
    def rows(self) -> Sequence[ReasonRow]:
        """The rows shown."""
        return self._rows

    def show_readiness(self, readiness: Readiness) -> None:
        """Show where a version stands and what is in its way; rows that stay keep the focus."""
        version = readiness.version
        words = standing(version, readiness.signature)
        self._standing.setText(words)
        self._standing.setVisible(bool(words))
        self._note.setText(_("Note: {note}").format(note=version.note))
        self._note.setVisible(bool(version.note))
        self._summary.setText(summary(readiness))
        self._summary.setVisible(not readiness.reasons)
        if readiness.reasons == self._shown:
            return
        self._shown = readiness.reasons
        for row, reason in zip(self._rows, readiness.reasons, strict=False):
            row.show_reason(reason)
        self._rows += [self._row(reason) for reason in readiness.reasons[len(self._rows) :]]
        had_focus = False
        while len(self._rows) > len(readiness.reasons):
            row = self._rows.pop()
            had_focus = had_focus or row.hasFocus()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        if had_focus and self._rows:
            self._rows[-1].setFocus()

    def _row(self, reason: Reason) -> ReasonRow:
        row = ReasonRow(reason)
        row.chosen.connect(lambda: self.jumped.emit(row.reason))
        self._column.addWidget(row)
        return row
