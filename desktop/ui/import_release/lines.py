"""What was recognised, line by line: kept or cut off, and what each line is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop.domain.document import BlockKind
from desktop.editorial.recognition import Recognised, RecognisedBlock, with_kept, with_kind, with_start
from desktop.i18n import _
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import document_font

KEPT, KIND, TEXT = range(3)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LinesModel(QAbstractTableModel):
    """A Recognised as rows. Every correction gives a new Recognised; ``changed`` tells of it."""

    changed = Signal()

    def __init__(self, kind_name: Callable[[BlockKind], str]) -> None:
        super().__init__()
        self.recognised = Recognised("", 0, 0, ())
        self.kind_name = kind_name

    def show_recognised(self, recognised: Recognised) -> None:
        """Show what was read."""
        self.beginResetModel()
        self.recognised = recognised
        self.endResetModel()
        self.changed.emit()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.recognised.blocks)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("Keep"), _("Kind"), _("Text"))[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        block, column = self.recognised.blocks[index.row()], index.column()
        roles = Qt.ItemDataRole
        if role in (roles.DisplayRole, roles.AccessibleTextRole):
            return self._words(index.row(), column)
        if role == roles.ForegroundRole:
            return QColor(tokens.current().text if block.is_kept else tokens.current().muted)
        answers: dict[tuple[int, int], Any] = {
            (KEPT, roles.CheckStateRole): Qt.CheckState.Checked if block.is_kept else Qt.CheckState.Unchecked,
            (KIND, roles.EditRole): block.kind,
            (TEXT, roles.ToolTipRole): block.text.text,
            (TEXT, roles.FontRole): _face(block),
        }
        return answers.get((column, role))

    def _words(self, row: int, column: int) -> str:
        block = self.recognised.blocks[row]
        if column == KIND:
            return self.kind_name(block.kind) if block.is_kept else _("cut off")
        return " ".join(block.text.text.split()) if column == TEXT else ""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        made = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == KEPT:
            made |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == KIND:
            made |= Qt.ItemFlag.ItemIsEditable
        return made

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == KEPT:
            is_kept = Qt.CheckState(value) == Qt.CheckState.Checked
            self._take(with_kept(self.recognised, index.row(), is_kept=is_kept))
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() == KIND:
            kind = BlockKind(value)  # Qt hands a string enum back as a string
            block = self.recognised.blocks[index.row()]
            if block.kind is not kind or not block.is_kept:
                self._take(with_kind(self.recognised, index.row(), kind))
            return True
        return False

    def toggle(self, row: int) -> None:
        """Keep a line, or cut it off."""
        self._take(with_kept(self.recognised, row, is_kept=not self.recognised.blocks[row].is_kept))

    def start_at(self, row: int) -> None:
        """Let the release begin at a line; what follows is recognised anew."""
        self.show_recognised(with_start(self.recognised, row))

    def _take(self, recognised: Recognised) -> None:
        if len(recognised.blocks) != len(self.recognised.blocks):
            self.show_recognised(recognised)
            return
        self.recognised = recognised
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, TEXT))
        self.changed.emit()


def _face(block: RecognisedBlock) -> QFont:
    is_heavy = block.is_kept and block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD)
    return document_font(tokens.TYPE_LARGE, QFont.Weight.DemiBold if is_heavy else QFont.Weight.Normal)


class KindDelegate(QStyledItemDelegate):
    """A list of the kinds in the row itself."""

    def __init__(self, kinds: tuple[BlockKind, ...], kind_name: Callable[[BlockKind], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self._kinds = kinds
        self._kind_name = kind_name

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        box = QComboBox(parent)
        box.setAccessibleName(_("Kind of block"))
        for kind in self._kinds:
            box.addItem(self._kind_name(kind), kind)
        box.activated.connect(lambda _number: self._finish(box))
        return box

    def _finish(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)
        self._view.setFocus()  # by keyboard one goes on from the line; Qt gives the focus to nobody

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(tokens.px(150), tokens.px(32)))


class LinesView(QTableView):
    """The lines; S lets the release begin at the line, K keeps it or cuts it off, Enter chooses its kind."""

    def __init__(self, lines: LinesModel, kinds: tuple[BlockKind, ...]) -> None:
        super().__init__()
        self._lines = lines
        self.setModel(lines)
        self.setAccessibleName(_("Lines of the text"))
        self.setItemDelegateForColumn(KIND, KindDelegate(kinds, lines.kind_name, self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.SelectedClicked | QTableView.EditTrigger.DoubleClicked)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(KEPT, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(KIND, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultSectionSize(tokens.px(34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() == Qt.Key.Key_S:
            self.begin_here()
        elif row >= 0 and event.key() in (Qt.Key.Key_K, Qt.Key.Key_Space):
            self._lines.toggle(row)
        elif row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_F2) and not event.modifiers():
            self.edit(self._lines.index(row, KIND))
        else:
            super().keyPressEvent(event)

    def begin_here(self) -> None:
        """Let the release begin at the chosen line."""
        row = self.currentIndex().row()
        if row < 0:
            return
        raw = self._lines.recognised.blocks[row].raw
        self._lines.start_at(row)
        again = next((n for n, b in enumerate(self._lines.recognised.blocks) if b.raw == raw), 0)
        self.go_to(again)

    def go_to(self, row: int) -> None:
        """Choose a line and show it."""
        if 0 <= row < self._lines.rowCount():
            self.setCurrentIndex(self._lines.index(row, TEXT))
            self.scrollTo(self._lines.index(row, TEXT), QTableView.ScrollHint.PositionAtCenter)
