"""The library screen. Arrows choose a text, Ctrl+N adds one, Ctrl+F filters, Del deletes, Ctrl+Z brings back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.boilerplate import Boilerplate
from desktop.domain.changes import BOILERPLATE, RELEASE, ChangeSet
from desktop.editorial.boilerplate import Standing, Validity, standing_on
from desktop.i18n import _
from desktop.services import boilerplate as shelf
from desktop.ui.desk import Desk, Route
from desktop.ui.library.card import LibraryCard
from desktop.ui.people.panes import keep_panes, restore_panes
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.text.alive import while_alive
from desktop.ui.text.validity_words import standing_words
from desktop.ui.theme.icons import icon, icon_size
from desktop.ui.theme.tokens import S8, S12, S16, px
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import label

_PANES = "library.panes"
_ID = Qt.ItemDataRole.UserRole
#: From worst to best: the list shows a text's worst language.
_WORST = (Validity.ENDED, Validity.NOT_YET, Validity.ENDS_SOON, Validity.VALID)


class LibraryScreen(Screen):
    """The texts at the left, the chosen one's card at the right. The route's ``detail`` is a boilerplate's id."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_ready = False
        self._is_old = True
        self._wanted = ""
        self._texts: tuple[Boilerplate, ...] = ()
        self.card = LibraryCard(desk)
        self._lay_out()
        self._register()
        self.view.currentItemChanged.connect(lambda _now, _before: self._show_card())
        self.field.textChanged.connect(lambda _text: self._fill())
        self.field.moved_down.connect(self.view.setFocus)
        self.card.saved.connect(lambda _kept: self._read())
        self.card.duplicated.connect(self.duplicate)
        self.card.deleted.connect(self.delete)
        desk.hub.announced.connect(self._hear)

    def _lay_out(self) -> None:
        left = QWidget()
        left.setProperty("role", "panel")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(left)
        column.setContentsMargins(S12, S16, S12, S12)
        column.setSpacing(S12)
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(label(_("Library"), "title"), 1)
        head.addWidget(IconButton("plus", _("New text"), self.new_text))
        column.addLayout(head)
        self.field = SearchField(_("Filter by name or words"))
        column.addWidget(self.field)
        self.view = QListWidget()
        self.view.setProperty("role", "panel")
        self.view.setAccessibleName(_("Texts of the library"))
        self.view.setIconSize(icon_size())
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        column.addWidget(self.view, 1)
        left.setMinimumWidth(px(220))
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        self.panes.addWidget(left)
        self.panes.addWidget(self.card)
        self.panes.setStretchFactor(1, 1)
        restore_panes(self.desk.preferences, _PANES, self.panes, (340, 740))
        self.panes.splitterMoved.connect(lambda *_where: keep_panes(self.desk.preferences, _PANES, self.panes))
        self.empty = EmptyState(
            "books",
            _(
                "Keep “About” texts and notes here once, in every language, with the time they hold. Releases refer to "
                "them: nobody sends last year’s any more."
            ),
            _("New text"),
            self.new_text,
            title=_("The library is empty"),
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.panes)
        self._stack.addWidget(self.empty)
        self.setFocusProxy(self.view)

    def _register(self) -> None:
        add = self.desk.actions.add
        add("library.new", _("New text"), "Ctrl+N", self.new_text, owner=self, icon="plus")
        add("library.filter", _("Filter texts"), "Ctrl+F", self._filter, owner=self, icon="funnel")
        add("library.save", _("Save this text"), "Ctrl+S", self.card.save, owner=self, icon="floppy-disk")
        duplicate = lambda: self.duplicate(self.current_id)  # noqa: E731 - read when it is asked for
        delete = lambda: self.delete(self.current_id)  # noqa: E731 - read when it is asked for
        self._row_deeds = [
            add("library.duplicate", _("Duplicate text"), "Ctrl+D", duplicate, owner=self, icon="copy"),
            add("library.delete", _("Delete text"), "Del", delete, owner=self.view, icon="trash", is_local=True),
        ]

    # -- reading --------------------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        self._wanted = route.detail or self._wanted
        if route.detail == "new":
            self._wanted = ""
            self.new_text()
        if self._is_old or self._wanted:
            self._read()

    def leave(self) -> None:
        self.card.save()

    def is_ready(self) -> bool:
        return self._is_ready

    def title(self) -> str:
        return _("Library")

    @property
    def current_id(self) -> str:
        """The chosen text's id, or the empty string."""
        item = self.view.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def _read(self) -> None:
        self._is_old = False
        self.desk.run(shelf.library, while_alive(self, self._show), key="library", flush=False)

    def _show(self, texts: tuple[Boilerplate, ...]) -> None:
        self._texts = texts
        self._is_ready = True
        self._stack.setCurrentWidget(self.panes if texts else self.empty)
        self._fill()

    def _fill(self) -> None:
        """The list as the filter wants it; the chosen text stays chosen where it is still there."""
        chosen, place = self._wanted or self.current_id, self.view.currentRow()
        words = self.field.text().casefold().split()
        today = datetime.now(UTC).astimezone().date()
        with QSignalBlocker(self.view):
            self.view.clear()
            for each in self._texts:
                if all(word in _searched(each) for word in words):
                    self.view.addItem(_row(each, today))
            rows = [str(self.view.item(row).data(_ID)) for row in range(self.view.count())]
            row = rows.index(chosen) if chosen in rows else min(max(place, 0), len(rows) - 1)
            self.view.setCurrentRow(row)
        if chosen in rows:
            self._wanted = ""
        self._show_card()

    def _show_card(self) -> None:
        wanted = self.current_id
        self.card.setEnabled(bool(wanted))
        if not wanted:
            return
        if self.card.stored is not None and self.card.stored.id != wanted:
            self.card.save()
        self.desk.run(
            lambda uow: shelf.library_card(uow, wanted),
            while_alive(self.card, self.card.show_card),
            key="library.card",
            flush=False,
        )

    def _hear(self, changes: ChangeSet) -> None:
        if changes.initiator == "library":
            return
        if changes.touches(BOILERPLATE) or (self.isVisible() and changes.touches(RELEASE)):
            if self.isVisible():
                self._read()
            else:
                self._is_old = True

    # -- doing ----------------------------------------------------------------------------------------------

    def new_text(self) -> None:
        """A new text, its name open for typing."""
        taken = {each.name.casefold() for each in self._texts}
        name, number = _("New text"), 2
        while name.casefold() in taken:
            name, number = _("New text {number}").format(number=number), number + 1
        self.desk.deed(
            lambda uow: shelf.save_boilerplate(uow, Boilerplate("", name)), while_alive(self, self._open_new)
        )

    def _open_new(self, made: Boilerplate) -> None:
        self._wanted = made.id
        self.field.clear()
        self._read()
        self.card.show_card(shelf.LibraryCard(made, ()))
        self.card.setEnabled(True)
        self.card.name.setFocus()
        self.card.name.selectAll()

    def duplicate(self, boilerplate_id: str) -> None:
        """A copy of a text, chosen."""
        if boilerplate_id:
            self.card.save()
            self.desk.deed(
                lambda uow: shelf.duplicate_boilerplate(uow, boilerplate_id), while_alive(self, self._open_new)
            )

    def delete(self, boilerplate_id: str) -> None:
        """Delete a text; drafts that use it show a gap, and undo brings it back."""
        found = next((each for each in self._texts if each.id == boilerplate_id), None)
        if found is None:
            return
        words = _("“{name}” was deleted. Drafts that use it show an open gap.").format(name=found.name)

        def gone(_none: None) -> None:
            self.card.stored = None
            self._read()
            self.desk.notify(words, "ok", action_label=_("Undo"), action=self.desk.undo_stack.undo)

        self.desk.deed(lambda uow: shelf.remove_boilerplate(uow, boilerplate_id), while_alive(self, gone))

    def _filter(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _show_menu(self, at: QPoint) -> None:
        if self.view.itemAt(at) is not None:
            menu = QMenu(self)
            menu.addActions(self._row_deeds)
            menu.popup(self.view.viewport().mapToGlobal(at))


def worst_standing(standings: Sequence[Standing]) -> Standing:
    """How the language stands that needs somebody most; nothing at all without a text."""
    found = [each for each in standings if each.validity in _WORST]
    return min(found, key=lambda each: _WORST.index(each.validity)) if found else Standing(Validity.NO_TEXT)


def _row(boilerplate: Boilerplate, today: date) -> QListWidgetItem:
    standings = [standing_on(boilerplate, language, today) for language in boilerplate.languages]
    worst = worst_standing(standings)
    words, role, icon_name = standing_words(worst.validity, worst.until)
    if worst.validity is Validity.NO_TEXT:
        words = _("no text yet")
    shown = "  ".join(language.upper() for language in boilerplate.languages)
    item = QListWidgetItem(
        icon("check-circle" if role == "muted" else icon_name, "ok" if role == "muted" else role),
        f"{boilerplate.name}\n{shown}{' · ' if shown else ''}{words}",
    )
    item.setData(_ID, boilerplate.id)
    return item


def _searched(boilerplate: Boilerplate) -> str:
    return " ".join([boilerplate.name, *(text.text.text for text in boilerplate.texts)]).casefold()


ENTRY = ScreenEntry("library", lambda: _("Library"), "books", LibraryScreen, shortcut="Ctrl+9")
