"""The days ahead as a list: what is overdue first, then day by day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from desktop.i18n import _
from desktop.ui.calendar.dates import day_heading, long_day
from desktop.ui.calendar.entries import Entry
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import ui_font
from desktop.ui.theme.icons import paint_icon
from desktop.ui.widgets.state_pill import paint_pill, pill_height, pill_width, version_state

_ENTRY, _DAY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class _RowDelegate(QStyledItemDelegate):
    """Draws headings of days, and entries with their languages at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(_ENTRY)
        rect = QRectF(option.rect)
        look = tokens.current()
        if entry is None:
            painter.save()
            font = ui_font(tokens.TYPE_UI)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(look.text))
            words = rect.adjusted(tokens.px(8), tokens.px(8), 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data())
            painter.restore()
            return
        super().paint(painter, option, QModelIndex())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = self._paint_pills(painter, rect, entry)
        self._paint_words(painter, QRectF(rect.left(), rect.top(), right - rect.left(), rect.height()), entry)
        painter.restore()

    @staticmethod
    def _paint_pills(painter: QPainter, rect: QRectF, entry: Entry) -> float:
        right = rect.right() - tokens.px(8)
        for version in reversed(entry.moment.row.versions):
            state = version_state(version)
            width = pill_width(state)
            if right - width < rect.left() + rect.width() / 2:
                break
            right -= width + tokens.px(4)
            place = QRectF(right, rect.center().y() - pill_height() / 2, width, pill_height())
            paint_pill(painter, place, state)
        return right

    @staticmethod
    def _paint_words(painter: QPainter, rect: QRectF, entry: Entry) -> None:
        look = tokens.current()
        side, middle = tokens.px(tokens.ICON), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        left = rect.left() + tokens.px(16)
        icon = QRectF(left, rect.center().y() - side / 2, side, side)
        paint_icon(painter, icon, entry.icon, look.role(entry.role))
        left += side + tokens.px(8)
        painter.setFont(ui_font(tokens.TYPE_UI))
        metrics = QFontMetricsF(painter.font())
        head = entry.words.rsplit(f" · {entry.title}", 1)[0]
        painter.setPen(QColor(look.role(entry.role)))
        width = max(metrics.horizontalAdvance(head) + tokens.px(12), tokens.px(180))
        painter.drawText(QRectF(left, rect.top(), width, rect.height()), middle, head)
        room = rect.right() - left - width - tokens.px(8)
        painter.setPen(QColor(look.text))
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, max(0.0, room))
        painter.drawText(QRectF(left + width, rect.top(), max(0.0, room), rect.height()), middle, title)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(tokens.px(200), tokens.px(36 if index.data(_ENTRY) is not None else 40))


class Agenda(QListWidget):
    """``opened`` carries an entry, ``moved`` an entry and by how many days (Alt with the arrows)."""

    opened = Signal(object)
    moved = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Agenda"))
        self.setItemDelegate(_RowDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.itemClicked.connect(self._open)

    def show_entries(self, overdue: tuple[Entry, ...], entries: Mapping[date, tuple[Entry, ...]], today: date) -> None:
        """Show what is overdue, then the days in order; the chosen entry stays chosen."""
        kept = self.current_entry()
        self.clear()
        if overdue:
            self._add(_("Overdue"), overdue, overdue[0].day)
        for day in sorted(entries):
            words = _("Today, {day}").format(day=long_day(day)) if day == today else day_heading(day)
            self._add(words, entries[day], day)
        rows = [row for row in range(self.count()) if self.item(row).data(_ENTRY) is not None]
        same = [row for row in rows if kept is not None and self.item(row).data(_ENTRY).key == kept.key]
        if rows:
            self.setCurrentRow((same or rows)[0])

    def _add(self, heading: str, entries: tuple[Entry, ...], day: date) -> None:
        head = QListWidgetItem(heading)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setData(_DAY, day)
        self.addItem(head)
        for entry in entries:
            item = QListWidgetItem(entry.words)
            item.setData(_ENTRY, entry)
            item.setData(_DAY, day)
            item.setToolTip(entry.words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.words)
            self.addItem(item)

    def current_entry(self) -> Entry | None:
        """The entry chosen."""
        item = self.currentItem()
        found: Entry | None = item.data(_ENTRY) if item else None
        return found

    def go_to(self, day: date) -> None:
        """Scroll to the first entry on or after a day."""
        for row in range(self.count()):
            if self.item(row).data(_ENTRY) is not None and self.item(row).data(_DAY) >= day:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row), QListWidget.ScrollHint.PositionAtTop)
                return

    def _open(self, item: QListWidgetItem) -> None:
        if item.data(_ENTRY) is not None:
            self.opened.emit(item.data(_ENTRY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.current_entry()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        is_moving = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry is not None:
            self.opened.emit(entry)
        elif is_moving and event.key() in steps and entry is not None and entry.can_move:
            self.moved.emit(entry, steps[Qt.Key(event.key())])
        elif event.text().strip():  # the screen's own keys: the list would jump to a row that begins with the letter
            event.ignore()
        else:
            super().keyPressEvent(event)
