"""The table of the grid: rows measured when they come into view, one editor lying over the active row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from desktop.domain.segment import PairedSegment
from desktop.editorial.finding import Finder
from desktop.i18n import _
from desktop.ui.text.utf16 import to_points
from desktop.ui.theme.tokens import px
from desktop.ui.translate.active_cell import ActiveCell
from desktop.ui.translate.cells import CellTexts
from desktop.ui.translate.delegate import RowDelegate, inner
from desktop.ui.translate.model import SOURCE, STATE, TARGET, GridModel, Index
from desktop.ui.translate.source_selection import SourceSelection

_STATE_WIDTH = 120
_ESTIMATE, _CHARACTERS = 26, 46


class GridView(QTableView):
    """``row_changed`` tells the id of the segment that became active (empty for none), after the editor moved."""

    row_changed = Signal(str)

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self._texts = CellTexts()
        self.rows = RowDelegate(self._texts, model.pair_at)
        self._measured: dict[int, PairedSegment] = {}
        self._active = ""
        self._is_placing = False
        self.setModel(model)
        self.setItemDelegate(self.rows)
        self.setAccessibleName(_("Sentences"))
        self._set_up()
        self.selection = SourceSelection(self, self._texts)
        self.rows.selected = self.selection.range
        self.cell = ActiveCell(self.viewport())
        self.cell.hide()
        self.cell.height_changed.connect(self._place)
        self.cell.edit.gave_up.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.cell.edit.stepped.connect(self.step)
        model.modelReset.connect(self._forget)
        model.rowsInserted.connect(self._forget)
        model.rowsRemoved.connect(self._forget)
        model.dataChanged.connect(self._remeasure)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._place())
        self.clicked.connect(self._clicked)

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(px(24))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(SOURCE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(TARGET, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(STATE, px(_STATE_WIDTH))

    # -- the active row -------------------------------------------------------------------------------------

    @property
    def active_id(self) -> str:
        """The segment being edited, or the empty string."""
        return self._active

    def activate(self, segment_id: str, *, edit: bool = False) -> bool:
        """Make a row active, showing it; with ``edit`` the editor takes the focus. Whether the row is there."""
        row = self.grid.row_of(segment_id)
        if row < 0:
            return False
        if self.currentIndex().row() != row:
            self.setCurrentIndex(self.grid.index(row, TARGET))
        self._become(segment_id)
        self.scrollTo(self.grid.index(row, TARGET))
        if edit:
            self.cell.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def selected_source(self) -> str:
        """What is selected in the active row's source."""
        return self.selection.text(self._active)

    def light(self, finder: Finder | None) -> None:
        """Light what is looked for in the cells, or nothing."""
        self._texts.light(finder)
        self.viewport().update()

    def step(self, by: int) -> None:
        """Go to the row above or below; where the focus is stays."""
        pair = self.grid.pair_at(self.grid.row_of(self._active) + by)
        if pair is not None:
            self.activate(pair.segment.id, edit=self.cell.edit.hasFocus())

    def refresh_active(self) -> None:
        """Show the active row's facts afresh; text, cursor and focus are untouched."""
        pair = self.grid.pair_at(self.grid.row_of(self._active))
        if pair is not None and pair != self.cell.pair:
            self.cell.show_pair(pair, is_new=False)
        self._place()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        pair = self.grid.pair_at(current.row())
        if pair is not None:
            self._become(pair.segment.id)

    def _become(self, segment_id: str) -> None:
        if segment_id == self._active:
            self._place()
            return
        before, self._active = self._active, segment_id
        self.rows.active_id = segment_id
        for each in (before, segment_id):
            self._measured.pop(self.grid.row_of(each), None)
        pair = self.grid.pair_at(self.grid.row_of(segment_id))
        if pair is not None:
            self.cell.show_pair(pair, is_new=True)
        self._measure_shown()
        self._place()
        self.viewport().update()
        self.row_changed.emit(segment_id)

    def clear_active(self) -> None:
        """No row is active."""
        self._active = self.rows.active_id = ""
        self.cell.hide()

    def _place(self) -> None:
        """Lay the editor over its cell, the row as high as both need."""
        row = self.grid.row_of(self._active)
        if row < 0 or self._is_placing:
            if row < 0:
                self.cell.hide()
            return
        self._is_placing = True
        width = self.columnWidth(TARGET)
        self.cell.resize(width, self.cell.height())
        wanted = max(self._height(row), self.cell.wanted_height())
        if self.rowHeight(row) != wanted:
            self.setRowHeight(row, wanted)
        rect = self.visualRect(self.grid.index(row, TARGET))
        self.cell.setGeometry(rect.adjusted(0, 0, 0, -1))
        self.cell.show()
        self._is_placing = False

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() != STATE:
            self.cell.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    # -- measuring ------------------------------------------------------------------------------------------

    def _height(self, row: int) -> int:
        pair = self.grid.pair_at(row)
        assert pair is not None
        return self.rows.height(pair, self.columnWidth(SOURCE), self.columnWidth(TARGET))

    def _measure_shown(self) -> None:
        """Give the rows in view their true heights; the rest keep an estimate until they come into view."""
        row = max(0, self.rowAt(0))
        bottom = self.viewport().height()
        while row < self.grid.rowCount() and self.rowViewportPosition(row) < bottom:
            pair = self.grid.pair_at(row)
            if pair is not None and self._measured.get(row) is not pair:
                self._measured[row] = pair
                height = self._height(row)
                if pair.segment.id == self._active:
                    height = max(height, self.cell.wanted_height())
                if height != self.rowHeight(row):
                    self.setRowHeight(row, height)
            row += 1

    def _forget(self) -> None:
        self._measured.clear()
        for row in range(self.grid.rowCount()):
            pair = self.grid.pair_at(row)
            longest = max(len(pair.segment.source), len(pair.segment.target)) if pair else 0
            self.setRowHeight(row, px(30 + _ESTIMATE * (1 + longest // _CHARACTERS)))
        self._measure_shown()
        self._place()

    def _remeasure(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._measured.pop(row, None)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._measure_shown()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measured.clear()
        self._measure_shown()
        self._place()
        if self._active:
            self.scrollTo(self.grid.index(self.grid.row_of(self._active), TARGET))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "cell"):
            self._texts.clear()
            self.rows.forget_fonts()
            self.setColumnWidth(STATE, px(_STATE_WIDTH))
            self._forget()
        super().changeEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip_at(self, point: QPoint) -> str:
        """What is to be said about the mark at a point."""
        found = self.selection.position_at(point)
        if found is None or not found[2]:
            return ""
        pair, units, _is_there = found
        text = self._texts.source(pair, inner(self.columnWidth(SOURCE))).firstBlock().text()
        place = to_points(text, units)
        mark = next((each for each in self.rows.marks(pair) if each.start <= place < each.end), None)
        return self.rows.tip(pair, mark.key) if mark is not None else ""

    # -- keys -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not event.modifiers():
            self.cell.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.step(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)
