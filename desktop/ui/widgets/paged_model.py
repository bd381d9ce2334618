"""A table over any number of rows that are read only when they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

#: Where delegates find the row's value.
ROW_ROLE = Qt.ItemDataRole.UserRole
_TEXT_ROLES = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, ROW_ROLE}
)


@dataclass(frozen=True)  # no slots: a frozen generic with slots cannot be made as Column[R](…)
class Column(Generic[R]):
    """A column: its title, a row's text in it, its tooltip, and the name it is sorted by (empty: not sortable)."""

    title: str
    text: Callable[[R], str]
    order: str = ""
    tooltip: Callable[[R], str] | None = None
    is_right: bool = False


class PagedModel(QAbstractTableModel, Generic[R]):
    """Rows in pages, read when they come into view; at most ``KEPT`` pages are kept.

    ``fetch(offset, limit)`` is asked once for a page that came into view. It answers whenever it can by
    :meth:`set_rows`, with the :attr:`generation` that the model had when it was asked.
    """

    PAGE = 100
    KEPT = 80

    def __init__(
        self, columns: Sequence[Column[R]], fetch: Callable[[int, int], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._count = 0
        self._pages: OrderedDict[int, tuple[R, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self._wanted: set[int] = set()
        self.generation = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._ask)

    def reset(self, count: int, rows: Sequence[R] = ()) -> None:
        """Show another list: how many rows it has, and the first of them as far as they are known."""
        self.beginResetModel()
        self.generation += 1
        self._count = count
        self._pages.clear()
        self._asked.clear()
        self._wanted.clear()
        self._keep(0, rows)
        self.endResetModel()

    def refresh(self, count: int, offset: int, rows: Sequence[R]) -> None:
        """The same list read again: where the count is the same, selection and scroll position stay."""
        if count != self._count:
            self.reset(count, rows if offset == 0 else ())
            if offset:
                self.set_rows(self.generation, offset, rows)
            return
        self.generation += 1
        self._pages.clear()
        self._asked.clear()
        self._keep(offset, rows)
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(self._columns) - 1))

    def set_rows(self, generation: int, offset: int, rows: Sequence[R]) -> None:
        """Fill in rows from ``offset``; those asked for by an older list are dropped."""
        if generation != self.generation or not rows:
            return
        self._keep(offset, rows)
        last = min(self._count, offset + len(rows)) - 1
        self.dataChanged.emit(self.index(offset, 0), self.index(last, len(self._columns) - 1))

    def row(self, place: int) -> R | None:
        """The row at a place, or ``None`` while it is being read."""
        page, within = divmod(place, self.PAGE)
        rows = self._pages.get(page)
        return rows[within] if rows is not None and within < len(rows) else None

    def column(self, place: int) -> Column[R]:
        """The column at a place."""
        return self._columns[place]

    def _keep(self, offset: int, rows: Sequence[R]) -> None:
        for start in range(0, len(rows), self.PAGE):
            page = (offset + start) // self.PAGE
            chunk = tuple(rows[start : start + self.PAGE])
            if len(chunk) < self.PAGE and page * self.PAGE + len(chunk) < self._count:
                break  # a page cut short would look complete: read it whole when it is wanted
            self._pages[page] = chunk
            self._asked.discard(page)
        while len(self._pages) > self.KEPT:
            self._pages.popitem(last=False)

    def _ask(self) -> None:
        wanted, self._wanted = self._wanted - self._asked - set(self._pages), set()
        for page in sorted(wanted):
            self._asked.add(page)
            self._fetch(page * self.PAGE, self.PAGE)

    # -- Qt -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self._count:
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in _TEXT_ROLES:
            return None
        row = self.row(index.row())
        if row is None:
            self._want(index.row() // self.PAGE)
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        if role == ROW_ROLE:
            return row
        return column.tooltip(row) if role == Qt.ItemDataRole.ToolTipRole and column.tooltip else column.text(row)

    def _want(self, page: int) -> None:
        if page not in self._asked:
            self._wanted.add(page)
            if not self._timer.isActive():
                self._timer.start()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                right = self._columns[section].is_right
                side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None
