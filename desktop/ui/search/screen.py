"""Search: a field, filters, and everything that was found: texts, or what people said."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QListView, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.archive import ArchiveQuery, SavedSearch
from desktop.domain.changes import RELEASE, REVISION, SEGMENT, SETTING, VERSION, ChangeSet
from desktop.domain.ports import SearchHit, UnitOfWork
from desktop.i18n import _, ngettext
from desktop.services import archive
from desktop.services.releases import open_release
from desktop.ui.desk import Desk, Route
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.search.filters import Counts, FilterPanel
from desktop.ui.search.hit import HitDelegate, hit_words
from desktop.ui.search.saved import SavedPanel
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S8, S12, S16, S24
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.inspector import Inspector
from desktop.ui.widgets.paged_model import ROW_ROLE, Column, PagedModel
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import label

#: What a route's ``detail`` begins with to name a saved search.
SAVED = "saved:"
#: How long after the last key the numbers beside the filters are counted, in milliseconds.
_COUNT_AFTER_MS = 250


class HitModel(PagedModel[SearchHit]):
    """Hits in small pages: the first one is there within a blink."""

    PAGE = 50


class SearchScreen(Screen):
    """Searches while one types. Enter opens the text at the passage found."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_ready = True
        self._query = ArchiveQuery()
        self._places: tuple[int, ...] = ()
        self.field = SearchField(_("Search every release in every language"))
        self.field.setToolTip(_('words, "an exact phrase", -without, begin*'))
        self.field.textChanged.connect(self._ask)
        self.field.moved_down.connect(self._enter_list)
        self.model = HitModel([Column("", hit_words)], self._fetch, self)
        self.filters, self.saved = FilterPanel(), SavedPanel()
        self._count_timer = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._count_timer.timeout.connect(self._count)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(_("What was found"))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.delegate = HitDelegate(self.list)
        self.list.setItemDelegate(self.delegate)
        self._told = label("", "muted")
        self._start = EmptyState(
            "magnifying-glass",
            _("Type words of a headline, a quote or a paragraph. “migracion” finds “migración” too."),
        )
        self._nothing = EmptyState("magnifying-glass", _("No release holds these words."))
        below = QWidget()
        self._stack = QStackedLayout(below)
        for page in (self._start, self._nothing, self.list):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S16, S24, S12)
        column.setSpacing(S12)
        column.addWidget(label(_("Search"), "title"))
        column.addWidget(self.field)
        column.addLayout(self._make_row())
        column.addWidget(below, 1)
        self.setFocusProxy(self.field)
        panel = Inspector()
        panel.add_section(_("Filters"), self.filters)
        panel.add_section(_("Saved searches"), self.saved)
        self.inspector = panel

    def _make_row(self) -> QHBoxLayout:
        """Texts or quotes, older versions too, the order, and how many there are."""
        self.texts, self.quotes = Chip(_("Texts")), Chip(_("Quotes"))
        self.history = Chip(_("Older versions too"))
        self.order = QComboBox()
        self.order.setAccessibleName(_("Order"))
        self.order.addItem(_("Best first"), "best")
        self.order.addItem(_("Newest first"), "date")
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(S8)
        for chip in (self.texts, self.quotes):
            group.addButton(chip)
            row.addWidget(chip)
        self.texts.setChecked(True)
        row.addSpacing(S8)
        row.addWidget(self.history)
        row.addSpacing(S8)
        row.addWidget(self._told, 1)
        row.addWidget(self.order)
        return row

    def _connect(self) -> None:
        desk = self.desk
        self.list.activated.connect(self._open)
        self.filters.changed.connect(self._ask)
        for chip in (self.texts, self.quotes, self.history):
            chip.clicked.connect(self._ask)
        self.order.currentIndexChanged.connect(self._ask)
        self.saved.chosen.connect(self.show_saved)
        self.saved.kept.connect(self._keep_search)
        self.saved.removed.connect(self._remove_search)
        desk.actions.add("search.field", _("Search again"), "Ctrl+F", self._again, owner=self, icon="magnifying-glass")
        desk.actions.add("search.quotes", _("Search quotes"), "Ctrl+Shift+Q", self._turn, owner=self, icon="quotes")
        desk.hub.announced.connect(self._hear)

    # -- entering -------------------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        self._read_saved(route.detail.removeprefix(SAVED) if route.detail.startswith(SAVED) else "")
        if route.detail and not route.detail.startswith(SAVED) and route.detail != self.field.text():
            self.field.setText(route.detail)
        elif self.field.text() or self.asked().filters:
            self._ask()
        self.field.selectAll()

    def is_ready(self) -> bool:
        return self._is_ready

    def title(self) -> str:
        return _("Search")

    def _again(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _turn(self) -> None:
        (self.texts if self.quotes.isChecked() else self.quotes).setChecked(True)
        self._ask()

    def _hear(self, changes: ChangeSet) -> None:
        if changes.touches(SETTING, archive.SAVED):
            self._read_saved()
        is_text = any(changes.touches(kind) for kind in (RELEASE, VERSION, SEGMENT, REVISION))
        if is_text and self.isVisible() and not self._query.is_empty:
            self._ask()

    # -- asking ---------------------------------------------------------------------------------------------

    def asked(self) -> ArchiveQuery:
        """The question that the page puts now."""
        plain = ArchiveQuery(
            text=self.field.text(),
            in_quotes=self.quotes.isChecked(),
            in_history=self.history.isChecked() and self.texts.isChecked(),
            order=str(self.order.currentData()),
        )
        return self.filters.filter(plain)

    def _ask(self, *_told: object) -> None:
        query = self.asked()
        self._is_ready = False
        self.history.setEnabled(not query.in_quotes)
        self.desk.run(
            lambda uow: archive.search_archive(uow, query, first=HitModel.PAGE),
            while_alive(self, lambda found: self._show(query, found)),
            key="search",
        )

    def _show(self, query: ArchiveQuery, found: archive.Found) -> None:
        is_same = query == self._query
        chosen = self.list.currentIndex().row() if is_same else 0
        self._query, self._places, self._is_ready = query, found.places, True
        if self.delegate.is_quotes != query.in_quotes:
            self.delegate.is_quotes = query.in_quotes
            self.list.scheduleDelayedItemsLayout()
        self.model.reset(len(found.places), found.first)
        count = len(found.places)
        if count:
            self.list.setCurrentIndex(self.model.index(min(max(chosen, 0), count - 1), 0))
        if query.in_quotes:
            words = ngettext("{count} quote", "{count} quotes", count)
        else:
            words = ngettext("{count} text", "{count} texts", count)
        self._told.setText(words.format(count=f"{count:,}".replace(",", "\u202f")) if count else "")
        is_asked = not query.is_empty or query.in_quotes
        self._stack.setCurrentWidget(self.list if count else self._nothing if is_asked else self._start)
        self._count_timer.start()

    def _fetch(self, offset: int, limit: int) -> None:
        query, generation, places = self._query, self.model.generation, self._places[offset : offset + limit]
        self.desk.run(
            lambda uow: archive.more_hits(uow, query, places),
            while_alive(self, lambda hits: self.model.set_rows(generation, offset, hits)),
            flush=False,
        )

    def _count(self) -> None:
        query = self._query
        self.desk.run(
            lambda uow: archive.facet_counts(uow, query), while_alive(self, self._show_counts), key="search.counts",
            flush=False,
        )  # fmt: skip

    def _show_counts(self, counts: Counts) -> None:
        self.filters.show_counts(counts)

    # -- saved searches -------------------------------------------------------------------------------------

    def _read_saved(self, wanted: str = "") -> None:
        def show(searches: tuple[SavedSearch, ...]) -> None:
            self.saved.show_searches(searches)
            for each in searches:
                if wanted and each.name == wanted:
                    self.show_saved(each)

        self.desk.run(archive.saved_searches, while_alive(self, show), key="search.saved", flush=False)

    def show_saved(self, search: SavedSearch) -> None:
        """Put a saved search on the page and ask it."""
        query = search.query
        for widget in (self.field, self.order):
            widget.blockSignals(True)
        self.field.setText(query.text)
        self.order.setCurrentIndex(max(0, self.order.findData(query.order)))
        for widget in (self.field, self.order):
            widget.blockSignals(False)
        (self.quotes if query.in_quotes else self.texts).setChecked(True)
        self.history.setChecked(query.in_history)
        self.filters.show_query(query)
        self.saved.name.setText(search.name)
        self._ask()

    def _keep_search(self, name: str) -> None:
        query = replace(self.asked(), text=self.field.text().strip())

        def done(_searches: object) -> None:
            self.saved.name.clear()
            self.desk.notify(_("The search “{name}” was saved.").format(name=" ".join(name.split())), "ok")

        self.desk.deed(lambda uow: archive.save_search(uow, name, query), while_alive(self, done))

    def _remove_search(self, name: str) -> None:
        words = _("The search “{name}” was removed.").format(name=name)
        self.desk.deed(
            lambda uow: archive.remove_search(uow, name),
            lambda _left: self.desk.notify(words, "ok", action_label=_("Undo"), action=self.desk.undo_stack.undo),
        )

    # -- opening --------------------------------------------------------------------------------------------

    def _enter_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus()

    def _open(self, index: QModelIndex) -> None:
        hit: SearchHit | None = index.data(ROW_ROLE)
        if hit is None:
            return

        def route(uow: UnitOfWork) -> Route:
            place = archive.place_of(uow, hit)
            source = open_release(uow, hit.release_id).release.source_language
            if hit.revision_id:
                return Route("editor", hit.release_id, detail=f"revision:{hit.revision_id}")
            if hit.language == source:
                return Route("editor", hit.release_id, detail=place)
            return Route("translate", hit.release_id, hit.language, place)

        self.desk.run(route, self.desk.navigate)


ENTRY = ScreenEntry("search", lambda: _("Search"), "magnifying-glass", SearchScreen, shortcut="Ctrl+6")
