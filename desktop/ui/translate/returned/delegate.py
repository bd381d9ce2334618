"""How a returned sentence is drawn: a tick, what becomes of it and why, its source, what changes, the comments."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QPainter, QTextDocument
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from desktop.domain.handing import Note
from desktop.i18n import _
from desktop.translation.changes import word_diff
from desktop.translation.returning import MergeOutcome, MergeRow
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import document_font, ui_font
from desktop.ui.theme.icons import icon, paint_icon
from desktop.ui.theme.tokens import S4, S8, S12, px
from desktop.ui.translate.returned.model import REMARKS_ROLE, ROW_ROLE, outcome_word
from desktop.ui.widgets.ticks import BOX, TickDelegate, tick_box

_WIDEST = 900
_KEPT = 300
_LOOKS = {
    MergeOutcome.UPDATED: "ok",
    MergeOutcome.UNCHANGED: "muted",
    MergeOutcome.CONFLICT: "problem",
    MergeOutcome.STALE: "stale",
    MergeOutcome.UNKNOWN: "muted",
    MergeOutcome.REFUSED: "problem",
}
_ICONS = {
    MergeOutcome.UPDATED: "check-circle",
    MergeOutcome.UNCHANGED: "circle-dashed",
    MergeOutcome.CONFLICT: "warning-circle",
    MergeOutcome.STALE: "warning",
    MergeOutcome.UNKNOWN: "circle-dashed",
    MergeOutcome.REFUSED: "warning-circle",
}


def row_html(row: MergeRow, remarks: Sequence[Note]) -> str:
    """The passage of a row, in the colours of the theme."""
    look = tokens.current()
    small = f"font-family: '{QFontInfo(ui_font()).family()}'; font-size: {px(tokens.TYPE_UI)}px; color: {look.muted};"
    word = f'<b style="color:{look.role(_LOOKS[row.outcome])}">{escape(outcome_word(row.outcome))}</b>'
    number = f"{row.number} · " if row.number else ""
    head = f'<span style="{small}">{number}{word}{" · " if row.reason else ""}{escape(row.reason)}</span>'
    lines = [head, f'<span style="{small}">{_clean(row.source.text)}</span>']
    if row.theirs.text:
        lines.append(_changed(row))
    lines += [f'<span style="{small}">{_remark(note)}</span>' for note in remarks]
    return "".join(f"<p>{line}</p>" for line in lines)


def _clean(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _changed(row: MergeRow) -> str:
    """What was ours and what came, word by word; tracked edits against the text that they were made in."""
    look = tokens.current()
    before = row.before.text if row.before is not None else row.ours.text
    if not before:
        return _clean(row.theirs.text)
    parts = []
    for part in word_diff(before, row.theirs.text):
        text = _clean(part.text)
        if part.kind == "delete":
            parts.append(f'<s style="color:{look.problem}">{text}</s>&#8201;')
        elif part.kind == "insert":
            parts.append(f'<b style="color:{look.ok}">{text}</b>')
        else:
            parts.append(text)
    return "".join(parts)


def _remark(note: Note) -> str:
    words = _("{author}: {text}").format(author=note.author, text=note.text) if note.author else note.text
    return f"<i>{_clean(words)}</i>"


class ReturnedDelegate(TickDelegate):
    """A click on the box, or Space, ticks a row."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._list = parent
        self._laid: dict[tuple[str, int], QTextDocument] = {}

    def forget(self) -> None:
        """Lay out afresh from now on."""
        self._laid.clear()

    def _passage(self, row: MergeRow, remarks: Sequence[Note]) -> QTextDocument:
        width = self._width()
        html = row_html(row, remarks)
        found = self._laid.get((html, width))
        if found is None:
            found = QTextDocument()
            found.setDocumentMargin(0)
            found.setDefaultFont(document_font(tokens.TYPE_LARGE))
            found.setDefaultStyleSheet(f"p {{ color: {tokens.current().text}; margin: 0 0 {px(S4)}px 0; }}")
            found.setHtml(html)
            found.setTextWidth(max(120, width))
            if len(self._laid) > _KEPT:
                self._laid.clear()
            self._laid[html, width] = found
        return found

    def _width(self) -> int:
        return min(self._list.viewport().width() - px(BOX) - 3 * px(S12), px(_WIDEST))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: MergeRow = index.data(ROW_ROLE)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        look, rect = tokens.current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent_soft if is_selected else look.hover))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), tokens.RADIUS, tokens.RADIUS)
        box = tick_box(rect)
        if state is None:
            paint_icon(painter, box, _ICONS[row.outcome], look.role(_LOOKS[row.outcome]))
        else:
            is_on = state == Qt.CheckState.Checked
            painter.setPen(QColor(look.accent if is_on else look.edge))
            painter.setBrush(QColor(look.accent if is_on else look.surface))
            painter.drawRoundedRect(box, px(S4), px(S4))
            if is_on:
                icon("check", "on_accent").paint(painter, box.toRect().adjusted(2, 2, -2, -2))
        painter.translate(box.right() + px(S12), rect.top() + px(S8))
        self._passage(row, index.data(REMARKS_ROLE)).drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        passage = self._passage(index.data(ROW_ROLE), index.data(REMARKS_ROLE))
        return QSize(px(200), round(passage.size().height() + px(S8 + S4)))
