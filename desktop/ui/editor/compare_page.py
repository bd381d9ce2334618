"""Two states of a text as one page: side by side or inline, each change with a word beside it, never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from desktop.domain.document import Block, BlockKind
from desktop.editorial.compare import Comparison, Row, RowKind
from desktop.i18n import _
from desktop.ui.text.kinds import kind_name
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import document_font, ui_font
from desktop.ui.theme.tokens import S4, S8, S16, px

_HEADLINES = {BlockKind.HEADLINE: tokens.TYPE_TITLE, BlockKind.SUBHEAD: tokens.TYPE_LARGE}


def row_words(row: Row) -> str:
    """What happened to a block, in words."""
    said: list[str] = []
    if row.kind is RowKind.ADDED:
        said.append(_("New"))
    elif row.kind is RowKind.REMOVED:
        said.append(_("Gone"))
    elif row.kind is RowKind.MOVED_AWAY:
        return _("Moved to paragraph {number}").format(number=row.new_number)
    elif row.has_other_words:
        said.append(_("Changed"))
    if row.is_moved:
        said.append(_("Moved from paragraph {number}").format(number=row.old_number))
    if row.has_other_kind and row.old is not None and row.new is not None:
        kinds = _("{before} became {after}")
        said.append(kinds.format(before=kind_name(row.old.kind), after=kind_name(row.new.kind)))
    elif row.has_other_marks:
        said.append(_("Emphasis, links or gaps changed"))
    elif row.kind is RowKind.CHANGED and not row.has_other_words:
        said.append(_("Details changed"))
    return " · ".join(said)


class ComparePage(QTextBrowser):
    """Shows a :class:`~desktop.editorial.compare.Comparison`; :meth:`go_to` lights a change."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAccessibleName(_("Comparison of two versions"))
        self.setOpenLinks(False)
        self._comparison = Comparison(())
        self._is_inline = False
        self._table: QTextTable | None = None
        self._place = -1

    def show_comparison(self, comparison: Comparison, *, is_inline: bool) -> None:
        """Draw it anew; the change that was lit stays lit."""
        self._comparison, self._is_inline = comparison, is_inline
        document = QTextDocument(self)
        document.setDefaultFont(document_font(tokens.TYPE_LARGE))
        document.setDocumentMargin(px(S16))
        self._table = None
        if comparison.rows:
            self._fill(document)
        self.setDocument(document)
        if self._place >= 0:
            self.go_to(self._place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._place >= 0:  # the page is laid out anew: keep the change in view
            self.go_to(self._place)

    def _fill(self, document: QTextDocument) -> None:
        cursor = QTextCursor(document)
        columns = 2 if self._is_inline else 3
        form = QTextTableFormat()
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        form.setCellSpacing(0)
        form.setCellPadding(px(S8))
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        share = 100 - 18
        widths = [18, share] if self._is_inline else [18, share / 2, share / 2]
        form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, each) for each in widths])
        cursor.beginEditBlock()
        table = cursor.insertTable(len(self._comparison.rows), columns, form)
        for place, row in enumerate(self._comparison.rows):
            self._draw_row(table, place, row)
        cursor.endEditBlock()
        self._table = table

    def _draw_row(self, table: QTextTable, place: int, row: Row) -> None:
        look = tokens.current()
        words = table.cellAt(place, 0).firstCursorPosition()
        words.insertText(row_words(row), self._said(row))
        ground = {RowKind.ADDED: "ok", RowKind.REMOVED: "problem"}.get(row.kind, "")
        for column in range(1, table.columns()):
            cell = table.cellAt(place, column)
            is_old = column == 1 and not self._is_inline
            if ground and (self._is_inline or is_old == (row.kind is RowKind.REMOVED)):
                form = QTextTableCellFormat()
                form.setBackground(QColor(look.soft(ground)))
                cell.setFormat(form)
            self._draw_text(cell.firstCursorPosition(), row, is_old=is_old)

    def _said(self, row: Row) -> QTextCharFormat:
        look = tokens.current()
        form = QTextCharFormat()
        form.setFont(ui_font(tokens.TYPE_SMALL, QFont.Weight.DemiBold))
        colour = {RowKind.ADDED: look.ok, RowKind.REMOVED: look.problem, RowKind.CHANGED: look.info}
        form.setForeground(QColor(look.muted if row.kind is RowKind.MOVED_AWAY else colour.get(row.kind, look.info)))
        return form

    def _draw_text(self, cursor: QTextCursor, row: Row, *, is_old: bool) -> None:
        plain = self._plain(row.new or row.old)
        if row.kind is RowKind.MOVED_AWAY:
            if is_old or self._is_inline:
                plain.setForeground(QColor(tokens.current().muted))
                text = row.old.text.text if row.old else ""
                cursor.insertText(text if len(text) < 80 else text[:76].rsplit(" ", 1)[0] + " …", plain)
            return
        if row.kind is not RowKind.CHANGED or not row.has_other_words:
            self._draw_whole(cursor, row, plain, is_old=is_old)
            return
        for part in row.parts:
            if part.kind == "equal":
                cursor.insertText(part.text, plain)
            elif part.kind == "delete" and (is_old or self._is_inline):
                cursor.insertText(part.text, self._struck(plain))
            elif part.kind == "insert" and not is_old:
                cursor.insertText(part.text, self._new(plain))

    def _draw_whole(self, cursor: QTextCursor, row: Row, plain: QTextCharFormat, *, is_old: bool) -> None:
        """A block whose words are the same in both states, or that is in one only."""
        block = row.old if is_old else row.new
        if self._is_inline or row.kind is RowKind.SAME:
            block = row.new or row.old
        if block is not None:
            form = QTextCharFormat(plain)
            form.setFontStrikeOut(row.kind is RowKind.REMOVED)
            form.setFontUnderline(row.kind is RowKind.ADDED)
            cursor.insertText(block.text.text, form)

    @staticmethod
    def _plain(block: Block | None) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(tokens.current().text))
        if block is not None and block.kind in _HEADLINES:
            font = document_font(_HEADLINES[block.kind])
            font.setWeight(QFont.Weight.DemiBold)
            form.setFont(font)
        return form

    @staticmethod
    def _struck(plain: QTextCharFormat) -> QTextCharFormat:
        look = tokens.current()
        form = QTextCharFormat(plain)
        form.setFontStrikeOut(True)
        form.setForeground(QColor(look.problem))
        form.setBackground(QColor(look.soft("problem")))
        return form

    @staticmethod
    def _new(plain: QTextCharFormat) -> QTextCharFormat:
        look = tokens.current()
        form = QTextCharFormat(plain)
        form.setFontUnderline(True)
        form.setForeground(QColor(look.ok))
        form.setBackground(QColor(look.soft("ok")))
        return form

    @property
    def place(self) -> int:
        """The row that is lit, or -1."""
        return self._place

    def go_to(self, place: int) -> None:
        """Light a row and bring it into view; -1 lights none."""
        self._place = place
        if self._table is None or not 0 <= place < self._table.rows():
            self._place = -1
            self.setExtraSelections([])
            return
        cell = self._table.cellAt(place, 0)
        lit = QTextEdit.ExtraSelection()
        lit.cursor = cell.firstCursorPosition()
        lit.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        look = tokens.current()
        form.setBackground(QColor(look.accent))
        form.setForeground(QColor(look.on_accent))
        lit.format = form
        self.setExtraSelections([lit])
        self.setTextCursor(self._table.cellAt(place, 1).firstCursorPosition())
        layout = self.document().documentLayout()
        top = layout.blockBoundingRect(cell.firstCursorPosition().block()).top()
        bar = self.verticalScrollBar()
        if not bar.value() + px(S16) <= top <= bar.value() + self.viewport().height() * 2 // 3:
            bar.setValue(max(0, round(top) - self.viewport().height() // 4))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        bar.setSingleStep(px(S16) + S4)
