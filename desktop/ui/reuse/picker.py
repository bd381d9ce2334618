"""Choosing the earlier release: a field that filters at once, and the releases below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.release import ReleaseQuery, ReleaseSummary
from desktop.i18n import _
from desktop.services.releases import release_page
from desktop.ui.desk import Desk, Route
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S12, S16, S24
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.language_words import language_name
from desktop.ui.widgets.release_words import title_of, type_word
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.when import day

_MOST = 100
_ID = Qt.ItemDataRole.UserRole


class ReleasePicker(QWidget):
    """``picked`` carries the release's id. The latest changed come first."""

    picked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.is_ready = False
        self.field = SearchField(_("Find an earlier release by title or number"))
        self.field.textChanged.connect(lambda _text: self.load())
        self.field.moved_down.connect(self._enter_list)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Earlier releases"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(lambda item: self.picked.emit(str(item.data(_ID))))
        self._empty = EmptyState(
            "files",
            _("There is no earlier release yet. Bring one in, or start from a template."),
            _("Import a release"),
            lambda: desk.navigate(Route("import")),
        )
        self._nothing = EmptyState("magnifying-glass", _("No release matches."), _("Show all"), self.field.clear)
        below = QWidget()
        self._stack = QStackedLayout(below)
        for page in (self.list, self._empty, self._nothing):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S16, S24, S16)
        column.setSpacing(S12)
        column.addWidget(self.field)
        column.addWidget(below, 1)
        self.setFocusProxy(self.field)

    def load(self) -> None:
        """Read the releases that match the field."""
        query = ReleaseQuery(text=self.field.text(), limit=_MOST)
        self._desk.run(lambda uow: release_page(uow, query)[0], while_alive(self, self._show), key="reuse.releases")

    def _show(self, rows: tuple[ReleaseSummary, ...]) -> None:
        self.is_ready = True
        self.list.clear()
        for row in rows:
            release = row.release
            languages = ", ".join(language_name(version.language) for version in row.versions)
            when = day(release.updated_at) if release.updated_at else ""
            facts = (type_word(release.type), release.number, languages, when)
            item = QListWidgetItem(f"{title_of(release)}\n{' · '.join(part for part in facts if part)}")
            item.setData(_ID, release.id)
            self.list.addItem(item)
        if rows:
            self.list.setCurrentRow(0)
        page = self.list if rows else self._nothing if self.field.text().strip() else self._empty
        self._stack.setCurrentWidget(page)

    def _enter_list(self) -> None:
        if self.list.count():
            self.list.setFocus()
