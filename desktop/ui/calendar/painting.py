"""How days and entries of the grid are drawn."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.i18n import _
from desktop.ui.calendar.entries import Entry
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import ui_font
from desktop.ui.theme.icons import paint_icon


def line_height() -> int:
    """How high a line of an entry is."""
    return round(QFontMetricsF(ui_font(tokens.TYPE_SMALL)).height()) + tokens.px(4)


def head_height() -> int:
    """How high a day's number stands."""
    return tokens.px(26)


def paint_day(
    painter: QPainter, rect: QRectF, day: date, *, is_today: bool, is_current: bool, is_outside: bool
) -> None:
    """A day's ground, its number, and the ring where it is chosen."""
    look = tokens.current()
    painter.fillRect(rect, QColor(look.raised if is_outside else look.surface))
    painter.setPen(QPen(QColor(look.line), 1))
    painter.drawLine(rect.topRight(), rect.bottomRight())
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.setFont(ui_font(tokens.TYPE_UI))
    number = QRectF(rect.left() + tokens.px(4), rect.top() + tokens.px(3), tokens.px(24), tokens.px(20))
    if is_today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent))
        painter.drawRoundedRect(number, number.height() / 2, number.height() / 2)
        painter.setPen(QColor(look.on_accent))
    else:
        painter.setPen(QColor(look.muted if is_outside else look.text))
    painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(day.day))
    if is_current:
        painter.setPen(QPen(QColor(look.accent), tokens.FOCUS_RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), tokens.RADIUS, tokens.RADIUS)


def paint_entry(painter: QPainter, rect: QRectF, entry: Entry, *, is_current: bool, is_tall: bool) -> None:
    """An entry: icon, hour, word, title; over several lines where ``is_tall``."""
    look = tokens.current()
    painter.setPen(QPen(QColor(look.accent), tokens.FOCUS_RING) if is_current else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.soft(entry.role)))
    painter.drawRoundedRect(rect, tokens.px(4), tokens.px(4))
    side = tokens.px(12)
    line = line_height()
    icon = QRectF(rect.left() + tokens.px(4), rect.top() + (line - side) / 2, side, side)
    paint_icon(painter, icon, entry.icon, look.role(entry.role))
    painter.setFont(ui_font(tokens.TYPE_SMALL))
    metrics = QFontMetricsF(painter.font())
    left = icon.right() + tokens.px(4)
    room = rect.right() - left - tokens.px(4)
    head = f"{entry.time} {entry.word}"
    if metrics.horizontalAdvance(head) > room:
        head = f"{entry.time} {entry.short}"
    painter.setPen(QColor(look.role(entry.role)))
    words = QRectF(left, rect.top(), room, line)
    elide, middle = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    if not is_tall:
        short = f"{entry.time} {entry.short}  "
        painter.drawText(words, middle, metrics.elidedText(short, elide, room))
        taken = metrics.horizontalAdvance(short)
        painter.setPen(QColor(look.text))
        rest = QRectF(left + taken, rect.top(), room - taken, line)
        painter.drawText(rest, middle, metrics.elidedText(entry.title, elide, max(0.0, room - taken)))
        return
    painter.drawText(words, middle, metrics.elidedText(head, elide, room))
    painter.setPen(QColor(look.text))
    below = QRectF(rect.left() + tokens.px(6), words.bottom(), rect.width() - tokens.px(12), line)
    for text in elided_lines(entry.title, metrics, below.width(), 2):
        painter.drawText(below, middle, text)
        below.translate(0, line - tokens.px(2))


def elided_lines(text: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """A text in at most so many lines, cut between words, the last one with an ellipsis where it goes on."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
    if words:
        lines.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
    return lines


def paint_more(painter: QPainter, rect: QRectF, count: int) -> None:
    """How many entries a day has beyond those shown."""
    painter.setFont(ui_font(tokens.TYPE_SMALL))
    painter.setPen(QColor(tokens.current().muted))
    words = _("+{count} more").format(count=count)
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def paint_weekday(painter: QPainter, rect: QRectF, name: str, *, is_today: bool) -> None:
    """The name of a weekday above its column."""
    look = tokens.current()
    painter.setFont(ui_font(tokens.TYPE_SMALL))
    painter.setPen(QColor(look.accent if is_today else look.muted))
    painter.drawText(
        rect.adjusted(tokens.px(8), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name
    )
