"""The translations that need work: stale ones first, then those that wait."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release, ReleaseQuery, Version, VersionRole
from desktop.i18n import _
from desktop.services.releases import release_page
from desktop.ui.theme.tokens import S8, S12, S16, S24, px
from desktop.ui.translate.header import progress_words
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.paged_model import ROW_ROLE, Column, PagedModel
from desktop.ui.widgets.release_words import title_of
from desktop.ui.widgets.section_header import label
from desktop.ui.widgets.state_pill import paint_pill, pill_height, pill_width, version_state
from desktop.ui.widgets.tables import calm_rows

_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """One translation that needs work."""

    release: Release
    version: Version


def waiting_translations(uow: UnitOfWork) -> tuple[Waiting, ...]:
    """Targets with something stale, then those with something untranslated; newest first."""
    found: dict[str, Waiting] = {}
    for query in (ReleaseQuery(has_stale=True, limit=_LIMIT), ReleaseQuery(has_waiting=True, limit=_LIMIT)):
        for row in release_page(uow, query)[0]:
            for version in row.versions:
                progress = version.progress
                is_wanted = progress.stale if query.has_stale else progress.waiting
                if version.role is VersionRole.TARGET and is_wanted:
                    found.setdefault(version.id, Waiting(row.release, version))
    return tuple(found.values())


class _PillDelegate(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, QModelIndex())
        row = index.data(ROW_ROLE)
        if row is None:
            return
        state = version_state(row.version)
        rect = QRectF(option.rect)
        top = rect.center().y() - pill_height() / 2
        paint_pill(painter, QRectF(rect.left() + px(S8), top, pill_width(state), pill_height()), state)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW_ROLE)
        width = pill_width(version_state(row.version)) if row is not None else 0
        return QSize(width + 2 * px(S8), pill_height() + px(S12))


class WaitingPage(QWidget):
    """Arrows move, Enter opens. ``opened`` carries the :class:`Waiting`."""

    opened = Signal(object)
    releases_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns = (
            Column[Waiting](_("Release"), lambda row: title_of(row.release)),
            Column[Waiting](_("Translation"), lambda row: version_state(row.version).words),
            Column[Waiting](_("Progress"), lambda row: progress_words(row.version.progress)),
        )
        self.model: PagedModel[Waiting] = PagedModel(columns, lambda _offset, _limit: None, self)
        self._rows: tuple[Waiting, ...] = ()
        self.table = _Table()
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(1, _PillDelegate(self.table))
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(1, px(170))
        self.table.setColumnWidth(2, px(220))
        self.table.activated.connect(lambda index: self._open(index.row()))
        self._empty = EmptyState(
            "check-circle",
            _(
                "Nothing waits for translation. When a release gets another language, or its source changes, it is here."
            ),
            _("Show releases"),
            self.releases_wanted.emit,
            title=_("All translations are up to date"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S16, S24, S12)
        column.setSpacing(S12)
        column.addWidget(label(_("Translate"), "title"))
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)

    def show_rows(self, rows: tuple[Waiting, ...]) -> None:
        """Show what needs work."""
        kept = self.table.currentIndex().row()
        self._rows = rows
        self.model.reset(len(rows), rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows:
            self.table.setCurrentIndex(self.model.index(min(max(kept, 0), len(rows) - 1), 0))

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.opened.emit(self._rows[row])


class _Table(QTableView):
    """Enter opens the current row."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Translations that need work"))
        calm_rows(self, 40)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setHighlightSections(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
