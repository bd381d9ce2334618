"""The table of units: places at once, rows as they come into view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.domain.unit import TranslationUnit, UnitQuery
from desktop.i18n import _
from desktop.services import memory
from desktop.ui.desk import Desk
from desktop.ui.terms_memory.memory.columns import WIDTHS, unit_columns
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import px
from desktop.ui.widgets.paged_model import PagedModel
from desktop.ui.widgets.tables import calm_rows

_KEY = "memory.units"


class UnitTable(QTableView):
    """``counted`` tells how many units answer; ``chosen`` the unit under the cursor, or ``None``."""

    counted = Signal(int)
    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._places: Sequence[int] = ()
        self._query = UnitQuery()
        self.is_ready = False
        self.paged: PagedModel[TranslationUnit] = PagedModel(unit_columns(), self._fetch, self)
        self.setModel(self.paged)
        self.setAccessibleName(_("Units of the memory"))
        calm_rows(self, 36)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self._tell())
        self.paged.dataChanged.connect(lambda *_range: self._tell())

    def ask(self, query: UnitQuery | None = None) -> None:
        """Show the units that a query means, or the same ones again."""
        self._query = wanted = query or self._query
        self._desk.run(
            lambda uow: memory.unit_places(uow, wanted), while_alive(self, self._show), key=_KEY, flush=False
        )

    def _show(self, places: Sequence[int]) -> None:
        current, top = self.currentIndex().row(), self.verticalScrollBar().value()
        is_same = len(places) == len(self._places)
        self._places = places
        self.is_ready = True
        if is_same:
            self.paged.refresh(len(places), 0, ())
        else:
            self.paged.reset(len(places))
            if 0 <= current < len(places):
                flags = QItemSelectionModel.SelectionFlag
                self.selectionModel().setCurrentIndex(self.paged.index(current, 0), flags.ClearAndSelect | flags.Rows)
                self.verticalScrollBar().setValue(top)
        self.counted.emit(len(places))
        self._tell()

    def _fetch(self, offset: int, limit: int) -> None:
        places, generation = self._places[offset : offset + limit], self.paged.generation
        self._desk.run(
            lambda uow: memory.units_at(uow, places),
            while_alive(self, lambda units: self._filled(generation, offset, places, units)),
            flush=False,
        )

    def _filled(self, generation: int, offset: int, places: Sequence[int], units: Sequence[TranslationUnit]) -> None:
        if len(units) == len(places):
            self.paged.set_rows(generation, offset, units)
        elif generation == self.paged.generation:  # some went meanwhile: the list is not what it was
            self.ask()

    def _tell(self) -> None:
        self.chosen.emit(self.paged.row(self.currentIndex().row()) if self.currentIndex().isValid() else None)

    def selected(self) -> tuple[int, ...]:
        """The places of the selected units."""
        rows = {
            row for part in self.selectionModel().selection().toList() for row in range(part.top(), part.bottom() + 1)
        }
        return tuple(self._places[row] for row in sorted(rows) if row < len(self._places))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fixed = sum(px(width) for width in WIDTHS)
        share = max(px(120), (self.viewport().width() - fixed) // WIDTHS.count(0))
        for column, width in enumerate(WIDTHS):
            self.horizontalHeader().resizeSection(column, px(width) if width else share)
