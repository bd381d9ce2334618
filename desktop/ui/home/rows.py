"""The rows of the home page, and the cards that hold them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme import tokens
from desktop.ui.theme.tokens import S4, S8, S12, S16
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.icon_label import IconLabel
from desktop.ui.widgets.section_header import SectionHeader, label
from desktop.ui.widgets.state_pill import StatePill, VersionState


class _Title(QLabel):
    """A line of text that is cut with an ellipsis instead of widening the page."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(tokens.px(80))
        self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()


class HomeRow(QWidget):
    """A row one can open: icon, title, a quiet line, pills, perhaps a button. Arrows move on, Enter opens."""

    def __init__(
        self,
        title: str,
        on_open: Callable[[], object],
        *,
        icon: tuple[str, str] = ("file-text", "muted"),
        detail: str = "",
        tooltip: str = "",
        pills: Sequence[VersionState] = (),
        button: str = "",
    ) -> None:
        super().__init__()
        self._open = on_open
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(" · ".join(part for part in (title, detail, *(p.words for p in pills)) if part))
        row = QHBoxLayout(self)
        row.setContentsMargins(S8, S8, S8, S8)
        row.setSpacing(S12)
        row.addWidget(IconLabel(*icon))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(_Title(title))
        if detail:
            small = label(detail, "small")
            small.setToolTip(tooltip)
            words.addWidget(small)
        row.addLayout(words, 1)
        for pill in pills:
            row.addWidget(StatePill(pill))
        if button:
            self.button = QuietButton(button, on_open)
            self.button.setAccessibleName(f"{button}: {title}")
            row.addWidget(self.button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        rows = [row for row in self.window().findChildren(HomeRow) if row.isVisible()]
        places = {row: row.mapTo(self.window(), QPointF(0, 0)) for row in rows}
        rows.sort(key=lambda row: (places[row].x(), places[row].y()))
        place = rows.index(self) + step
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._open()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(QColor(look.hover))
            painter.drawRoundedRect(self.rect(), tokens.RADIUS, tokens.RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.accent), tokens.FOCUS_RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS)
        painter.end()


class HomeCard(QFrame):
    """A heading with a count, and rows; where there are none, a sentence."""

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(S8, S12, S8, S8)
        self._column.setSpacing(S4)
        self.header = SectionHeader(title)
        self.header.setContentsMargins(S8, 0, S8, 0)
        self._column.addWidget(self.header)
        self._nothing = label(nothing, "muted", wraps=True)
        self._nothing.setContentsMargins(S8, S8, S8, S16)
        self._nothing.hide()
        self._column.addWidget(self._nothing)
        self._rows: list[HomeRow] = []

    @property
    def rows(self) -> tuple[HomeRow, ...]:
        """The rows shown."""
        return tuple(self._rows)

    def show_rows(self, rows: Sequence[HomeRow]) -> None:
        """Put these rows in place of the others."""
        focused = next((place for place, row in enumerate(self._rows) if row.hasFocus()), None)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = list(rows)
        for row in rows:
            self._column.addWidget(row)
        self._nothing.setVisible(not rows)
        if focused is not None and rows:
            rows[min(focused, len(rows) - 1)].setFocus()

    def show_count(self, count: int) -> None:
        """Say beside the heading how many there are in all; nothing for none."""
        self.header.set_count(str(count) if count else "")
