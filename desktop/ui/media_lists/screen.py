"""The media lists screen. Arrows choose a list, F2 renames it, Ctrl+N adds one, Ctrl+Z brings back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import CONTACT, MEDIA_LIST, ChangeSet
from desktop.domain.contact import MediaList
from desktop.i18n import _
from desktop.services.directory import media_lists, remove_media_list, save_media_list
from desktop.services.listing import list_sizes
from desktop.ui.desk import Desk, Route
from desktop.ui.media_lists.lists import ListsDelegate, ListsModel
from desktop.ui.media_lists.members import Members
from desktop.ui.people.panes import Panes, keep_panes, restore_panes
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.theme.tokens import S8, S12, S16, px
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.section_header import label

_PANES = "media-lists.panes"


class MediaListsScreen(Screen):
    """Lists at the left, the people on the chosen one at the right. The route's ``detail`` is a list's id."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_ready = False
        self._is_old = True
        self._wanted = ""
        self._is_naming = False
        self.model = ListsModel(self)
        self.members = Members(desk)
        self._lay_out()
        self._register()
        self.model.renamed.connect(self._rename)
        self.view.selectionModel().currentChanged.connect(lambda now, _before: self._show_members(now))
        self.members.delete_button.clicked.connect(self.delete_list)
        self.members.rename_button.clicked.connect(self.rename)
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
        head.addWidget(label(_("Media lists"), "heading"), 1)
        head.addWidget(IconButton("plus", _("New list"), self.new_list))
        column.addLayout(head)
        self.view = QListView()
        self.view.setProperty("role", "panel")
        self.view.setModel(self.model)
        self.view.setItemDelegate(ListsDelegate(self.view))
        self.view.setAccessibleName(_("Media lists"))
        triggers = QAbstractItemView.EditTrigger
        self.view.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        column.addWidget(self.view, 1)
        left.setMinimumWidth(px(200))
        self.panes = Panes()
        self.panes.addWidget(left)
        self.panes.addWidget(self.members)
        self.panes.setStretchFactor(1, 1)
        restore_panes(self.desk.preferences, _PANES, self.panes, (260, 780))
        self.panes.splitterMoved.connect(lambda *_where: keep_panes(self.desk.preferences, _PANES, self.panes))
        self.empty = EmptyState(
            "users-three",
            _("A media list says who gets a release: a beat, a country, the dailies. One person can be on many."),
            _("New list"),
            self.new_list,
            title=_("No media lists yet"),
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.panes)
        self._stack.addWidget(self.empty)
        self.setFocusProxy(self.view)

    def _register(self) -> None:
        add = self.desk.actions.add
        add("media-lists.new", _("New list"), "Ctrl+N", self.new_list, owner=self, icon="plus")
        add("media-lists.add", _("Add people to this list"), "Ctrl+L", self.members.add, owner=self, icon="user-plus")
        add("media-lists.filter", _("Filter people"), "Ctrl+F", self.members.filter, owner=self, icon="funnel")
        add("media-lists.export", _("Export this list"), "Ctrl+E", self.members.show_export_menu, owner=self)
        self._list_deeds = [
            add("media-lists.rename", _("Rename list"), "", self.rename, owner=self, icon="pencil-simple"),
            add(
                "media-lists.delete",
                _("Delete list"),
                "Del",
                self.delete_list,
                owner=self.view,
                icon="trash",
                is_local=True,
            ),
        ]

    # -- reading --------------------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        self._wanted = route.detail or self._wanted
        if self._is_old:
            self._read()
        elif self._wanted:
            self._choose(self._wanted)

    def is_ready(self) -> bool:
        return self._is_ready

    def title(self) -> str:
        return _("Media lists")

    @property
    def current(self) -> MediaList | None:
        """The chosen list."""
        place = self.view.currentIndex().row()
        return self.model.lists[place] if 0 <= place < len(self.model.lists) else None

    def _read(self) -> None:
        self._is_old = False
        self.desk.run(media_lists, self._show, key="media-lists", flush=False)

    def _show(self, lists: tuple[MediaList, ...]) -> None:
        chosen = self._wanted or (self.current.id if self.current else "")
        place = self.view.currentIndex().row()
        self.model.show_lists(lists)
        if any(each.size < 0 for each in lists):
            self.desk.run(list_sizes, self._size, key="media-lists.sizes", flush=False)
        self._is_ready = True
        self._stack.setCurrentWidget(self.panes if lists else self.empty)
        if not self._choose(chosen):
            self.view.setCurrentIndex(self.model.index(min(max(place, 0), len(lists) - 1)))
        self._show_members(self.view.currentIndex())
        if self._is_naming and self.current is not None and self.current.id == chosen:
            self._is_naming = False
            self.rename()

    def _size(self, sizes: dict[str, int]) -> None:
        """Fill in how many are on the lists that are not counted when they are read."""
        self.model.show_lists([replace(each, size=sizes.get(each.id, each.size)) for each in self.model.lists])

    def _choose(self, list_id: str) -> bool:
        place = self.model.place_of(list_id)
        if place >= 0:
            self._wanted = ""
            self.view.setCurrentIndex(self.model.index(place))
        return place >= 0

    def _show_members(self, _index: QModelIndex) -> None:
        self.members.show_list(self.current)

    def _hear(self, changes: ChangeSet) -> None:
        if not (changes.touches(MEDIA_LIST) or changes.touches(CONTACT)):
            return
        if self.isVisible():
            self._read()
            self.members.read_again()
        else:
            self._is_old = True
            self.members.forget()

    # -- doing ----------------------------------------------------------------------------------------------

    def new_list(self) -> None:
        """A new list, with its name open for typing."""
        taken = {each.name.casefold() for each in self.model.lists}
        names = (_("New list {number}").format(number=number) for number in range(2, len(taken) + 3))
        first = _("New list")
        name = first if first.casefold() not in taken else next(each for each in names if each.casefold() not in taken)

        def made(media_list: MediaList) -> None:
            self._wanted, self._is_naming = media_list.id, True
            self._read()

        self.desk.deed(lambda uow: save_media_list(uow, MediaList("", name)), made)

    def rename(self) -> None:
        """Open the chosen list's name for typing."""
        if self.current is not None:
            self.view.setFocus()
            self.view.edit(self.view.currentIndex())

    def _rename(self, list_id: str, name: str) -> None:
        media_list = self.model.lists[self.model.place_of(list_id)]
        renamed = replace(media_list, name=name)
        self._wanted = list_id
        self.desk.deed(lambda uow: save_media_list(uow, renamed))

    def delete_list(self) -> None:
        """Delete the chosen list; the people stay in the directory, and undo brings the list back."""
        media_list = self.current
        if media_list is None:
            return
        words = _("The list “{name}” was deleted. Its people stay in the contacts.").format(name=media_list.name)
        self.desk.deed(
            lambda uow: remove_media_list(uow, media_list.id), lambda _none: self.members.deeds.tell_undoable(words)
        )

    def _show_menu(self, at: QPoint) -> None:
        if self.view.indexAt(at).isValid():
            menu = QMenu(self)
            menu.addActions(self._list_deeds)
            menu.popup(self.view.viewport().mapToGlobal(at))


ENTRY = ScreenEntry("media-lists", lambda: _("Media lists"), "users-three", MediaListsScreen, shortcut="Ctrl+5")
