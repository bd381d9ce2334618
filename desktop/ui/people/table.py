"""A table of people: ids at once, rows as they come into view, sorted by a click on a header."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.domain.contact import ContactQuery, ContactRow
from desktop.i18n import _
from desktop.services.directory import ContactPage, contact_ids, contact_rows
from desktop.ui.desk import Desk
from desktop.ui.people.columns import LEAST_WANTED, NAME, WIDTHS, people_columns
from desktop.ui.theme.tokens import px
from desktop.ui.widgets.paged_model import PagedModel
from desktop.ui.widgets.tables import calm_rows


class PeopleTable(QTableView):
    """Shows who matches a query. Asks on the database worker; answers to older queries are dropped.

    ``counted`` tells how many match, each time a query was answered; ``current_changed`` the id under the cursor
    (or the empty string); ``chosen`` the id that was opened; ``selection_counted`` how many are selected.
    """

    counted = Signal(int)
    current_changed = Signal(str)
    chosen = Signal(str)
    selection_counted = Signal(int)

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        """``key`` names the table's question to the worker: one in the air at a time."""
        super().__init__(parent)
        self._desk = desk
        self._key = key
        self._ids: tuple[str, ...] = ()
        self._query = ContactQuery()
        self._wanted = ""
        self._current = ""
        self._sorted = (NAME, Qt.SortOrder.AscendingOrder)
        self.paged: PagedModel[ContactRow] = PagedModel(people_columns(), self._fetch, self)
        self.setModel(self.paged)
        self.setAccessibleName(_("People"))
        self._set_up()

    def _set_up(self) -> None:
        calm_rows(self, 36)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(px(48))
        header.setSortIndicator(*self._sorted)
        header.sortIndicatorChanged.connect(self._sort)
        self.activated.connect(lambda index: self.chosen.emit(self.id_at(index.row())))
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self._tell_current(now.row()))
        self.selectionModel().selectionChanged.connect(lambda *_ranges: self._tell_selection())

    # -- asking ---------------------------------------------------------------------------------------------

    @property
    def query(self) -> ContactQuery:
        """What is shown, or asked for."""
        return self._query

    @property
    def ids(self) -> tuple[str, ...]:
        """Everybody who matches, in the order shown."""
        return self._ids

    def ask(self, query: ContactQuery, *, select: str = "") -> None:
        """Show who matches; the order stays as it was chosen by the headers. ``select`` is who to go to."""
        self._query = replace(query, order=self._query.order, descending=self._query.descending)
        self._wanted = select or self._wanted
        self._read()

    def read_again(self, *, select: str = "") -> None:
        """The same question again, after something changed; place and selection stay."""
        self._wanted = select or self._wanted
        self._read()

    def select_id(self, contact_id: str) -> bool:
        """Go to a person, if he or she is in the list."""
        if contact_id not in self._ids:
            return False
        index = self.paged.index(self._ids.index(contact_id), NAME)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def _read(self) -> None:
        query = self._query
        top = max(0, self.rowAt(0))
        # With rows up to the page in view, a list that is read again does not flicker.
        first = (top // PagedModel.PAGE + 2) * PagedModel.PAGE if top < 10 * PagedModel.PAGE else PagedModel.PAGE
        self._desk.run(lambda uow: contact_ids(uow, query, first=first), self._show, key=self._key, flush=False)

    def _show(self, page: ContactPage) -> None:
        chosen, current, top = set(self.selected_ids()), self._current, self.verticalScrollBar().value()
        is_same = page.ids == self._ids
        self._ids = page.ids
        wanted, self._wanted = self._wanted, ""
        if is_same:
            self.paged.refresh(len(page.ids), 0, page.rows)
        else:
            self.paged.reset(len(page.ids), page.rows)
            self._select_again(chosen, current, top)
        if wanted:
            self.select_id(wanted)
        self.counted.emit(len(page.ids))

    def _select_again(self, chosen: Iterable[str], current: str, top: int) -> None:
        """After the list changed: the same people, else nobody; the cursor where it was."""
        flags = QItemSelectionModel.SelectionFlag
        wanted = set(chosen)
        selection = QItemSelection()
        if wanted and len(wanted) <= 2000:
            for place, each in enumerate(self._ids):
                if each in wanted:
                    selection.select(self.paged.index(place, 0), self.paged.index(place, len(WIDTHS) - 1))
        self._current = ""
        if current in wanted and current in self._ids:
            index = self.paged.index(self._ids.index(current), NAME)
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
            self.verticalScrollBar().setValue(top)
            self.selectionModel().select(selection, flags.ClearAndSelect)
            self.scrollTo(index)
        elif self._ids:
            self.scrollToTop()
        self._tell_current(self.currentIndex().row())
        self._tell_selection()

    def _fetch(self, offset: int, limit: int) -> None:
        ids, generation = self._ids[offset : offset + limit], self.paged.generation
        self._desk.run(
            lambda uow: contact_rows(uow, ids),
            lambda rows: self.paged.set_rows(generation, offset, rows),
            flush=False,
        )

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        name = self.paged.column(section).order
        if not name:  # this column has no order: put the indicator back
            header = self.horizontalHeader()
            header.blockSignals(True)
            header.setSortIndicator(*self._sorted)
            header.blockSignals(False)
            return
        self._sorted = (section, order)
        self._query = replace(self._query, order=name, descending=order == Qt.SortOrder.DescendingOrder)
        self._read()

    # -- answering ------------------------------------------------------------------------------------------

    def id_at(self, place: int) -> str:
        """The id of a row, or the empty string."""
        return self._ids[place] if 0 <= place < len(self._ids) else ""

    @property
    def current_id(self) -> str:
        """The person under the cursor, or the empty string."""
        return self._current

    def selected_ids(self) -> tuple[str, ...]:
        """The selected people, in the order shown."""
        places: set[int] = set()
        for part in self.selectionModel().selection().toList():
            places.update(range(part.top(), part.bottom() + 1))
        return tuple(self._ids[place] for place in sorted(places) if place < len(self._ids))

    def clear_current(self) -> None:
        """Nobody is selected and the cursor is nowhere."""
        self.selectionModel().clear()
        self._tell_current(-1)

    def _tell_current(self, place: int) -> None:
        contact_id = self.id_at(place)
        if contact_id != self._current:
            self._current = contact_id
            self.current_changed.emit(contact_id)

    def _tell_selection(self) -> None:
        spans = [(part.top(), part.bottom()) for part in self.selectionModel().selection().toList()]
        self.selection_counted.emit(sum(bottom - top + 1 for top, bottom in spans))

    # -- fitting --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.verticalHeader().setDefaultSectionSize(px(36))
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        """Share the width out; where it is too small for all columns, the least wanted ones step back."""
        room = self.viewport().width()
        shown = list(WIDTHS)
        for column in LEAST_WANTED:
            if sum(px(WIDTHS[each][0]) for each in shown) <= room:
                break
            shown.remove(column)
        left = max(0, room - sum(px(WIDTHS[each][0]) for each in shown))
        shares = sum(WIDTHS[each][1] for each in shown)
        for column, (least, share) in WIDTHS.items():
            self.setColumnHidden(column, column not in shown)
            if column in shown:
                self.setColumnWidth(column, px(least) + left * share // shares)
