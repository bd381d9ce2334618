"""The release list: type to filter, arrows, Enter opens, Del deletes, Ctrl+Z brings back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import RELEASE, SEGMENT, VERSION, ChangeSet
from desktop.domain.release import ReleaseQuery, ReleaseSummary, VersionRole
from desktop.i18n import _, ngettext
from desktop.services.releases import release_page, remove_release
from desktop.ui.desk import Desk, Route
from desktop.ui.releases.columns import CHANGED, EMBARGO, LANGUAGES, TITLE, TYPE, PillsDelegate, release_columns
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.theme.tokens import S8, S12, S16, S24, px
from desktop.ui.widgets.buttons import Chip, PlainButton, PrimaryButton
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.paged_model import PagedModel
from desktop.ui.widgets.release_words import title_of
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import label
from desktop.ui.widgets.tables import calm_rows

_KEY = "releases.page"
_FILTERS = {
    "all": ReleaseQuery(),
    "stale": ReleaseQuery(has_stale=True),
    "waiting": ReleaseQuery(has_waiting=True),
    "embargo": ReleaseQuery(has_embargo=True),
}


class ReleasesScreen(Screen):
    """Shows :func:`~desktop.services.releases.release_page`, a page of rows at a time.

    The route's ``detail`` may name a filter: ``stale``, ``waiting``, ``embargo``.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._query = ReleaseQuery()
        self._is_ready = False
        self._is_old = False
        self.model: PagedModel[ReleaseSummary] = PagedModel(release_columns(), self._fetch, self)
        self._lay_out()
        self._register()
        desk.hub.announced.connect(self._hear)

    # -- making ---------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(label(_("Releases"), "title"))
        self._count = label("", "muted")
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(PlainButton(_("Import…"), lambda: self._go("import"), icon_name="download-simple"))
        head.addWidget(PrimaryButton(_("New release"), lambda: self._go("new"), icon_name="plus"))
        tools = self._make_tools()
        self.table = self._make_table()
        self._empty = EmptyState(
            "files",
            _("Every release is kept here with all its languages. Bring one in, or start from a template."),
            _("Import a release"),
            lambda: self._go("import"),
            title=_("No releases yet"),
        )
        self._empty.add_button(_("New from template"), lambda: self._go("new"), icon_name="plus")
        self._nothing = EmptyState("magnifying-glass", _("No release matches."), _("Show all"), self._show_all)
        below = QWidget()
        self._stack = QStackedLayout(below)  # with its parent from the start, or the first page flashes as a window
        for page in (self.table, self._empty, self._nothing):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S16, S24, S12)
        column.setSpacing(S12)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(below, 1)
        self.setFocusProxy(self.table)

    def _make_tools(self) -> QBoxLayout:
        self.field = SearchField(_("Filter by title or number"))
        self.field.textChanged.connect(self._filter_text)
        self.field.moved_down.connect(self._enter_list)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tools.setSpacing(S8)
        self._tools.addWidget(self.field, 1)
        chips = QHBoxLayout()
        chips.setSpacing(S8)
        self._tools.addLayout(chips)
        self._chips = QButtonGroup(self)
        self.chips: dict[str, Chip] = {}
        for name, words in (
            ("all", _("All")),
            ("stale", _("Stale")),
            ("waiting", _("To translate")),
            ("embargo", _("Embargo")),
        ):
            chip = self.chips[name] = Chip(words)
            chip.clicked.connect(lambda _checked=False, name=name: self._filter_kind(name))
            self._chips.addButton(chip)
            chips.addWidget(chip)
        chips.addStretch(0)
        self.chips["all"].setChecked(True)
        return self._tools

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(_("Releases"))
        table.setItemDelegateForColumn(LANGUAGES, PillsDelegate(table))
        calm_rows(table, 40)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(CHANGED, Qt.SortOrder.DescendingOrder)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for section, width in ((1, 264), (2, 120), (3, 130), (4, 130)):
            table.setColumnWidth(section, px(width))
        header.setMinimumSectionSize(px(90))
        header.sortIndicatorChanged.connect(self._sort)
        table.activated.connect(self._open)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        return table

    def _register(self) -> None:
        add = self.desk.actions.add
        add("releases.filter", _("Filter releases"), "Ctrl+F", self.field.setFocus, owner=self, icon="funnel")
        self._deeds: list[QAction] = [
            add(
                "releases.open",
                _("Open release"),
                "",
                self._open_current,
                owner=self,
                icon="note-pencil",
            ),
            add(
                "releases.translate",
                _("Translate release"),
                "Ctrl+T",
                self._translate_current,
                owner=self,
                icon="translate",
            ),
            add(
                "releases.reuse",
                _("New release from this one"),
                "Ctrl+Shift+R",
                self._reuse_current,
                owner=self,
                icon="copy",
            ),
            add(
                "releases.delete",
                _("Delete release"),
                "Del",
                self._delete,
                owner=self.table,
                icon="trash",
                is_local=True,
            ),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width()
        direction = QBoxLayout.Direction
        chips = sum(chip.sizeHint().width() + S8 for chip in self.chips.values())
        is_narrow = width - 2 * S24 < chips + px(220)
        self._tools.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        for section, least in ((TYPE, 820), (EMBARGO, 700), (CHANGED, 560)):  # the title needs the room most
            self.table.setColumnHidden(section, width < px(least))

    # -- reading --------------------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        if route.detail in _FILTERS:
            self.chips[route.detail].setChecked(True)
            self._query = replace(_FILTERS[route.detail], text=self._query.text)
            self._load()
        elif not self._is_ready or self._is_old:
            self._load(is_refresh=self._is_ready)

    def is_ready(self) -> bool:
        return self._is_ready

    def title(self) -> str:
        return _("Releases")

    def _load(self, *, is_refresh: bool = False) -> None:
        query = replace(self._query, offset=self._first_page() if is_refresh else 0, limit=2 * PagedModel.PAGE)
        self._is_old = False

        def show(answer: tuple[tuple[ReleaseSummary, ...], int]) -> None:
            self._show(*answer, query.offset, is_refresh=is_refresh)

        self.desk.run(lambda uow: release_page(uow, query), show, key=_KEY)

    def _first_page(self) -> int:
        top = max(0, self.table.rowAt(0))
        return top // PagedModel.PAGE * PagedModel.PAGE

    def _show(self, rows: Sequence[ReleaseSummary], count: int, offset: int, *, is_refresh: bool) -> None:
        if is_refresh:
            self.model.refresh(count, offset, rows)
        else:
            self.model.reset(count, rows)
            if count:
                self.table.selectRow(0)
        self._is_ready = True
        words = ngettext("{count} release", "{count} releases", count)
        self._count.setText(words.format(count=f"{count:,}".replace(",", "\u202f")))
        is_all = not self._query.text and self.chips["all"].isChecked()
        page = self.table if count else self._empty if is_all else self._nothing
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        if self.isVisible() and QApplication.focusWidget() is None:  # what had it was hidden just now
            self.setFocus()

    def _fetch(self, offset: int, limit: int) -> None:
        query, generation = replace(self._query, offset=offset, limit=limit), self.model.generation
        self.desk.run(
            lambda uow: release_page(uow, query)[0],
            lambda rows: self.model.set_rows(generation, offset, rows),
            flush=False,
        )

    def _hear(self, changes: ChangeSet) -> None:
        if not any(changes.touches(kind) for kind in (RELEASE, VERSION, SEGMENT)):
            return
        if self.isVisible():
            self._load(is_refresh=True)
        else:
            self._is_old = True

    # -- asking ---------------------------------------------------------------------------------------------

    def _filter_text(self, text: str) -> None:
        self._query = replace(self._query, text=text)
        self._load()

    def _filter_kind(self, name: str) -> None:
        self._query = replace(
            _FILTERS[name], text=self._query.text, order=self._query.order, descending=self._query.descending
        )
        self._load()

    def _show_all(self) -> None:
        self.chips["all"].setChecked(True)
        self.field.clear()
        self._filter_kind("all")

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        name = self.model.column(section).order
        if name:
            self._query = replace(self._query, order=name, descending=order == Qt.SortOrder.DescendingOrder)
            self._load()

    # -- doing ----------------------------------------------------------------------------------------------

    def _go(self, screen: str) -> None:
        self.desk.navigate(Route(screen))

    def current(self) -> ReleaseSummary | None:
        """The row under the cursor."""
        return self.model.row(self.table.currentIndex().row()) if self.table.currentIndex().isValid() else None

    def _enter_list(self) -> None:
        self.table.setFocus()
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row is not None:
            self.desk.navigate(Route("editor", row.release.id))

    def _open_current(self) -> None:
        self._open(self.table.currentIndex())

    def _translate_current(self) -> None:
        row = self.current()
        if row is None:
            return
        targets = [version for version in row.versions if version.role is VersionRole.TARGET]
        targets.sort(key=lambda version: (-version.progress.stale, -version.progress.waiting))
        if targets:
            self.desk.navigate(Route("translate", row.release.id, targets[0].language))
        else:
            self.desk.notify(
                _("“{title}” has no second language yet. Add one in the editor.").format(title=title_of(row.release)),
                action_label=_("Open editor"),
                action=lambda: self.desk.navigate(Route("editor", row.release.id)),
            )

    def _reuse_current(self) -> None:
        row = self.current()
        if row is not None:
            self.desk.navigate(Route("reuse", row.release.id))

    def _delete(self) -> None:
        row = self.current()
        if row is None:
            return
        words = _("“{title}” was deleted.").format(title=title_of(row.release))
        self.desk.deed(
            lambda uow: remove_release(uow, row.release.id),
            lambda _value: self.desk.notify(words, "ok", action_label=_("Undo"), action=self.desk.undo_stack.undo),
            initiator="releases",
        )

    def _show_menu(self, at: QPoint) -> None:
        if self.current() is None:
            return
        menu = QMenu(self)
        menu.addActions(self._deeds)
        menu.exec(self.table.viewport().mapToGlobal(at))


ENTRY = ScreenEntry("releases", lambda: _("Releases"), "files", ReleasesScreen, shortcut="Ctrl+2")
