"""The state of a language version: an icon, a word and a colour, never the colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.release import ReleaseStatus, Version, VersionRole
from desktop.i18n import _, ngettext
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import ui_font
from desktop.ui.theme.icons import paint_icon


@dataclass(frozen=True, slots=True)
class VersionState:
    """What a pill shows. ``role`` is a colour role; ``words`` the whole state in words, for tooltip and reader."""

    text: str
    icon: str
    role: str
    words: str


def status_word(status: ReleaseStatus) -> str:
    """A status in the interface's language."""
    return {
        ReleaseStatus.DRAFT: _("draft"),
        ReleaseStatus.IN_REVIEW: _("in review"),
        ReleaseStatus.APPROVED: _("approved"),
        ReleaseStatus.EMBARGOED: _("embargoed"),
        ReleaseStatus.SCHEDULED: _("scheduled"),
        ReleaseStatus.RELEASED: _("released"),
        ReleaseStatus.CORRECTED: _("corrected"),
        ReleaseStatus.WITHDRAWN: _("withdrawn"),
    }[status]


_STATUS_LOOK = {
    ReleaseStatus.DRAFT: ("pencil-simple", "neutral"),
    ReleaseStatus.IN_REVIEW: ("eye", "info"),
    ReleaseStatus.APPROVED: ("check-circle", "ok"),
    ReleaseStatus.EMBARGOED: ("clock", "info"),
    ReleaseStatus.SCHEDULED: ("calendar-blank", "info"),
    ReleaseStatus.RELEASED: ("paper-plane-tilt", "ok"),
    ReleaseStatus.CORRECTED: ("arrows-clockwise", "stale"),
    ReleaseStatus.WITHDRAWN: ("prohibit", "problem"),
}


_LEFT = frozenset({ReleaseStatus.RELEASED, ReleaseStatus.CORRECTED, ReleaseStatus.WITHDRAWN})


def version_state(version: Version, *, is_void: bool = False) -> VersionState:
    """The state of one version: of a source its status; of a target how far it is and what went stale.

    ``is_void``: it was signed, and changed afterwards.
    """
    language = version.language.upper()
    progress = version.progress
    if is_void:
        word = _("changed since") if version.status is ReleaseStatus.RELEASED else _("approval void")
        return VersionState(f"{language}  {word}", "warning", "stale", f"{language}: {word}")
    if version.role is VersionRole.SOURCE or version.status is not ReleaseStatus.DRAFT:
        name, role = _STATUS_LOOK[version.status]
        word = status_word(version.status)
        if progress.stale and version.status not in _LEFT:
            stale = ngettext("{count} stale", "{count} stale", progress.stale).format(count=progress.stale)
            return VersionState(f"{language}  {word} · {stale}", "warning", "stale", f"{language}: {word} · {stale}")
        return VersionState(f"{language}  {word}", name, role, f"{language}: {word}")
    counts = _("{done} of {total}").format(done=progress.done, total=progress.total)
    if progress.stale:
        stale = ngettext("{count} stale", "{count} stale", progress.stale).format(count=progress.stale)
        return VersionState(f"{language}  {stale}", "warning", "stale", f"{language}: {counts} · {stale}")
    if progress.waiting:
        return VersionState(
            f"{language}  {progress.done}/{progress.total}", "circle-half", "info", f"{language}: {counts}"
        )
    word = _("translated")
    return VersionState(f"{language}  {word}", "check-circle", "ok", f"{language}: {word}")


def pill_width(state: VersionState) -> int:
    """How wide a pill is drawn."""
    return round(QFontMetricsF(ui_font(tokens.TYPE_SMALL)).horizontalAdvance(state.text)) + tokens.px(8 + 14 + 4 + 8)


def pill_height() -> int:
    """How high a pill is drawn."""
    return round(QFontMetricsF(ui_font(tokens.TYPE_SMALL)).height()) + tokens.px(6)


def paint_pill(painter: QPainter, rect: QRectF, state: VersionState, *, has_ring: bool = False) -> None:
    """Draw a pill into ``rect``; list delegates use it too."""
    look = tokens.current()
    colour = look.role(state.role)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.accent), tokens.FOCUS_RING) if has_ring else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.soft(state.role)))
    inside = rect.adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)
    side = tokens.px(14)
    left = rect.left() + tokens.px(8)
    paint_icon(painter, QRectF(left, rect.center().y() - side / 2, side, side), state.icon, colour)
    painter.setPen(QColor(colour))
    painter.setFont(ui_font(tokens.TYPE_SMALL))
    words = QRectF(left + side + tokens.px(4), rect.top(), rect.width(), rect.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, state.text)
    painter.restore()


class StatePill(QWidget):
    """A pill as a widget. Where ``is_button``, Tab reaches it and click, Enter or Space emit ``clicked``."""

    clicked = Signal()

    def __init__(self, state: VersionState, *, is_button: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_button = is_button
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if is_button:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_state(state)

    @property
    def state(self) -> VersionState:
        """What is shown."""
        return self._state

    def set_state(self, state: VersionState) -> None:
        """Show another state."""
        self._state = state
        self.setAccessibleName(state.words)
        self.setToolTip(state.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._state), pill_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self._state, has_ring=self.hasFocus())
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_button and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_button and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
