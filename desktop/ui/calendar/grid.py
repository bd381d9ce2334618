"""Days as a grid, a month or a week of them: drawn, walked by arrows, entries dragged from day to day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desktop.i18n import _, ngettext
from desktop.ui.calendar import painting
from desktop.ui.calendar.dates import day_heading, weekday_name
from desktop.ui.calendar.entries import Entry
from desktop.ui.theme import tokens

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_TALL_LINES = 3


class DayGrid(QWidget):
    """``opened`` carries an entry, ``moved`` an entry and by how many days, ``started`` a day for a new release.

    ``day_chosen`` tells the day under the ring; ``more_wanted`` asks for all of a day.
    """

    opened = Signal(object)
    moved = Signal(object, int)
    started = Signal(object)
    day_chosen = Signal(object)
    more_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(tokens.px(320))
        self._days: tuple[date, ...] = ()
        self._entries: Mapping[date, tuple[Entry, ...]] = {}
        self._today = self._current = date(2000, 1, 1)
        self._month = 0
        self._place = 0
        self._dragged: Entry | None = None
        self._pressed_at = QPointF()
        self._pointer = QPointF()
        self._is_dragging = False

    # -- content --------------------------------------------------------------------------------------------

    def show_days(
        self, days: Sequence[date], entries: Mapping[date, tuple[Entry, ...]], *, today: date, month: int
    ) -> None:
        """Show these days (whole weeks); ``month`` greys out the others, 0 none."""
        kept = self.current_entry()
        self._days, self._entries, self._today, self._month = tuple(days), entries, today, month
        here = entries.get(self._current, ())
        self._place = next((n for n, each in enumerate(here) if kept and each.key == kept.key), 0)
        self._tell()
        self.update()

    def choose(self, day: date) -> None:
        """Put the ring on a day."""
        if day != self._current:
            self._current, self._place = day, 0
            self._tell()
            self.update()

    @property
    def current(self) -> date:
        """The day under the ring."""
        return self._current

    def current_entry(self) -> Entry | None:
        """The entry chosen on the current day."""
        here = self._entries.get(self._current, ())
        return here[min(self._place, len(here) - 1)] if here else None

    def _tell(self) -> None:
        """Say the day and its entries to a screen reader."""
        here = self._entries.get(self._current, ())
        count = (
            ngettext("{count} entry", "{count} entries", len(here)).format(count=len(here)) if here else _("nothing")
        )
        chosen = self.current_entry()
        words = " · ".join(part for part in (day_heading(self._current), count, chosen.words if chosen else "") if part)
        self.setAccessibleName(words)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # -- geometry -------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(tokens.px(840), tokens.px(560))

    def _head(self) -> int:
        return painting.line_height() + tokens.px(8)

    def day_rect(self, day: date) -> QRectF:
        """Where a day stands; empty where it is not shown."""
        if day not in self._days:
            return QRectF()
        row, column = divmod(self._days.index(day), 7)
        width, height = self.width() / 7, (self.height() - self._head()) / (len(self._days) // 7)
        return QRectF(round(column * width), round(self._head() + row * height), round(width), round(height))

    def _is_tall(self) -> bool:
        return len(self._days) <= 7

    def _shown_entries(self, day: date) -> tuple[list[tuple[Entry, QRectF]], int]:
        """The entries of a day that have room, with their places; and how many have none."""
        here = self._entries.get(day, ())
        rect = self.day_rect(day)
        line = painting.line_height() * (_TALL_LINES if self._is_tall() else 1)
        gap = tokens.px(2)
        top = rect.top() + painting.head_height()
        room = int((rect.bottom() - tokens.px(4) - top) // (line + gap))
        shown = len(here) if len(here) <= room else max(0, room - 1)
        first = 0
        if day == self._current and self._place >= shown > 0:
            first = self._place - shown + 1
        found = [
            (entry, QRectF(rect.left() + tokens.px(4), top + n * (line + gap), rect.width() - tokens.px(9), line))
            for n, entry in enumerate(here[first : first + shown])
        ]
        return found, len(here) - shown

    def day_at(self, point: QPointF) -> date | None:
        """The day under a point."""
        return next((day for day in self._days if self.day_rect(day).contains(point)), None)

    def entry_at(self, point: QPointF) -> Entry | None:
        """The entry under a point."""
        day = self.day_at(point)
        if day is None:
            return None
        return next((entry for entry, rect in self._shown_entries(day)[0] if rect.contains(point)), None)

    # -- drawing --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        target = self.day_at(self._pointer) if self._is_dragging else None
        chosen = self.current_entry()
        for day in self._days:
            rect = self.day_rect(day)
            painting.paint_day(
                painter,
                rect,
                day,
                is_today=day == self._today,
                is_current=day == target or (target is None and day == self._current and self.hasFocus()),
                is_outside=bool(self._month) and day.month != self._month,
            )
            shown, more = self._shown_entries(day)
            for entry, place in shown:
                if not (self._is_dragging and entry is self._dragged):
                    is_current = entry is chosen and day == self._current and self.hasFocus()
                    painting.paint_entry(painter, place, entry, is_current=is_current, is_tall=self._is_tall())
            if more:
                last = shown[-1][1].bottom() if shown else rect.top() + painting.head_height()
                painting.paint_more(
                    painter, QRectF(rect.left() + tokens.px(8), last, rect.width(), painting.line_height()), more
                )
        if self._is_dragging and self._dragged is not None:
            size = QRectF(0, 0, self.width() / 7 - tokens.px(9), painting.line_height() * (3 if self._is_tall() else 1))
            size.moveTopLeft(self._pointer - QPointF(tokens.px(8), tokens.px(8)))
            painting.paint_entry(painter, size, self._dragged, is_current=True, is_tall=self._is_tall())
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        for column, day in enumerate(self._days[:7]):
            rect = QRectF(column * self.width() / 7, 0, self.width() / 7, self._head())
            is_today = day == self._today if self._is_tall() else False
            painting.paint_weekday(painter, rect, weekday_name(day), is_today=is_today)

    # -- keys -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, here = Qt.Key(event.key()), self._entries.get(self._current, ())
        is_moving = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in _STEPS and is_moving:
            entry = self.current_entry()
            if entry is not None and entry.can_move:
                self.moved.emit(entry, _STEPS[key])
        elif key in _STEPS:
            self.day_chosen.emit(self._current + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            entry = self.current_entry()
            if entry is not None:
                self.opened.emit(entry)
        elif key == Qt.Key.Key_Space and here:
            self._place = (self._place + 1) % len(here)
            self._tell()
            self.update()
        else:
            super().keyPressEvent(event)

    # -- pointer --------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed_at = event.position()
        self._dragged = self.entry_at(event.position())
        day = self.day_at(event.position())
        if day is not None:
            self.day_chosen.emit(day)
            here = self._entries.get(day, ())
            if self._dragged in here:
                self._place = here.index(self._dragged)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        is_held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if is_held and self._dragged is not None and self._dragged.can_move and not self._is_dragging:
            far = (event.position() - self._pressed_at).manhattanLength()
            self._is_dragging = far >= QApplication.startDragDistance()
        over = self.entry_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.ClosedHandCursor if self._is_dragging else shape)
        if self._is_dragging:
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        entry, was_dragging = self._dragged, self._is_dragging
        self._dragged, self._is_dragging = None, False
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        day = self.day_at(event.position())
        if was_dragging and entry is not None:
            if day is not None and day != entry.day:
                self.moved.emit(entry, (day - entry.day).days)
        elif entry is not None and self.entry_at(event.position()) is entry:
            self.opened.emit(entry)
        elif day is not None and self._shown_entries(day)[1] and self._is_below(day, event.position()):
            self.more_wanted.emit(day)

    def _is_below(self, day: date, point: QPointF) -> bool:
        shown, _more = self._shown_entries(day)
        return point.y() >= (shown[-1][1].bottom() if shown else self.day_rect(day).top() + painting.head_height())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if day is not None and self.entry_at(event.position()) is None:
            self.started.emit(day)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            entry = self.entry_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), entry.words if entry else "", self)
            return True
        return super().event(event)
