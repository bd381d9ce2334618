"""Search: a field, and every version that holds the words with the place they stand at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.changes import RELEASE, SEGMENT, VERSION, ChangeSet
from desktop.domain.ports import SearchHit
from desktop.i18n import _, ngettext
from desktop.services.overview import search
from desktop.services.releases import open_release
from desktop.ui.desk import Desk, Route
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.search.hit import HitDelegate, hit_words
from desktop.ui.theme.tokens import S12, S16, S24
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import label

_MOST = 100


class SearchScreen(Screen):
    """Searches while one types. Enter opens the source in the editor, a translation in the grid."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_ready = True
        self.field = SearchField(_("Search every release in every language"))
        self.field.textChanged.connect(self._search)
        self.field.moved_down.connect(self._enter_list)
        self.list = QListWidget()
        self.list.setAccessibleName(_("What was found"))
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemActivated.connect(self._open)
        self._count = label("", "muted")
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
        column.addWidget(self._count)
        column.addWidget(below, 1)
        self.setFocusProxy(self.field)
        desk.actions.add("search.field", _("Search again"), "Ctrl+F", self._again, owner=self, icon="magnifying-glass")
        desk.hub.announced.connect(self._hear)

    def enter(self, route: Route) -> None:
        if route.detail and route.detail != self.field.text():
            self.field.setText(route.detail)
        elif self.field.text():
            self._search(self.field.text())
        self.field.selectAll()

    def is_ready(self) -> bool:
        return self._is_ready

    def title(self) -> str:
        return _("Search")

    def _again(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _hear(self, changes: ChangeSet) -> None:
        is_text = any(changes.touches(kind) for kind in (RELEASE, VERSION, SEGMENT))
        if is_text and self.isVisible() and self.field.text().strip():
            self._search(self.field.text())

    def _search(self, text: str) -> None:
        self._is_ready = False
        self.desk.run(lambda uow: search(uow, text, limit=_MOST), lambda hits: self._show(text, hits), key="search")

    def _show(self, text: str, hits: tuple[SearchHit, ...]) -> None:
        self._is_ready = True
        chosen = self.list.currentRow()
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(hit_words(hit))
            item.setData(Qt.ItemDataRole.UserRole, hit)
            self.list.addItem(item)
        if hits:
            self.list.setCurrentRow(min(max(chosen, 0), len(hits) - 1))
            words = ngettext("{count} text", "{count} texts", len(hits)).format(count=len(hits))
            self._count.setText(_("The best {count} texts").format(count=_MOST) if len(hits) == _MOST else words)
        self._count.setVisible(bool(hits))
        page = self.list if hits else self._nothing if text.strip() else self._start
        self._stack.setCurrentWidget(page)

    def _enter_list(self) -> None:
        if self.list.count():
            self.list.setFocus()

    def _open(self, item: QListWidgetItem) -> None:
        hit: SearchHit = item.data(Qt.ItemDataRole.UserRole)

        def go(source_language: str) -> None:
            if hit.language == source_language:
                self.desk.navigate(Route("editor", hit.release_id))
            else:
                self.desk.navigate(Route("translate", hit.release_id, hit.language))

        self.desk.run(lambda uow: open_release(uow, hit.release_id).release.source_language, go)


ENTRY = ScreenEntry("search", lambda: _("Search"), "magnifying-glass", SearchScreen, shortcut="Ctrl+6")
