"""The people on one media list: who they are in one line, filter, add, take off, export."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.contact import ContactQuery, ContactRow, MediaList
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _, ngettext
from desktop.services.directory import add_to_list, contact_ids, contact_rows, remove_from_list
from desktop.ui.desk import Desk, Route
from desktop.ui.media_lists.counts import ListCounts, count_list, counts_line
from desktop.ui.people.chooser import Chooser, Offer
from desktop.ui.people.deeds import PeopleDeeds
from desktop.ui.people.selection_bar import SelectionBar
from desktop.ui.people.table import PeopleTable
from desktop.ui.people.words import counted
from desktop.ui.theme.tokens import S8, S12, S16, S24
from desktop.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import label

_FOUND = 30


class Members(QWidget):
    """Shows a list's people. Deeds go through the desk and can be undone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._list: MediaList | None = None
        self.table = PeopleTable(desk, "media-lists.ids")
        self.deeds = PeopleDeeds(desk, self)
        self.chooser = Chooser(_("Add people to this list"), _("Find by name, outlet, tag…"), self, stays_open=True)
        self.chooser.asked.connect(self._search)
        self.chooser.picked.connect(self._add)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.name = ElidedLabel("title")
        self.rename_button = IconButton("pencil-simple", _("Rename list"))
        self.delete_button = IconButton("trash", _("Delete list"))
        self.add_button = PrimaryButton(_("Add people"), self.add, icon_name="user-plus")
        self.export_button = PlainButton(_("Export…"), self.show_export_menu, icon_name="export")
        head = FlowRow()
        head.setSpacing(S8)
        head.add(self.name, 1)
        for button in (self.rename_button, self.delete_button, self.export_button, self.add_button):
            head.add(button)
        self.summary = label("", "muted", wraps=True)
        self.field = SearchField(_("Filter the people on this list"))
        self.selection_bar = SelectionBar(
            [
                (_("Take off the list"), "user-minus", self.take_off),
                (_("Add to another list…"), "list-plus", self._to_other_list),
            ]
        )
        self.empty = EmptyState(
            "user-plus", _("Nobody is on this list yet."), _("Add people"), self.add, title=_("An empty list")
        )
        self.nothing = EmptyState(
            "magnifying-glass", _("Nobody on this list matches."), _("Show all"), self.field.clear
        )
        self._stack = QStackedWidget()
        for page in (self.table, self.empty, self.nothing):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(S24, S16, S24, S12)
        column.setSpacing(S12)
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addWidget(self.field)
        column.addWidget(self.selection_bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._ask())
        self.field.moved_down.connect(self._enter_table)
        self.table.counted.connect(self._counted)
        self.table.selection_counted.connect(self.selection_bar.set_count)
        self.table.chosen.connect(lambda each: self.desk.navigate(Route("contacts", detail=each)))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        add = self.desk.actions.add
        self._row_deeds = [
            add(
                "media-lists.take-off",
                _("Take off the list"),
                "Del",
                self.take_off,
                owner=self.table,
                icon="user-minus",
                is_local=True,
            ),
        ]

    # -- showing --------------------------------------------------------------------------------------------

    @property
    def list_id(self) -> str:
        """Whose people are shown."""
        return self._list.id if self._list else ""

    def show_list(self, media_list: MediaList | None) -> None:
        """Show a list's people, or nothing."""
        is_other = media_list is None or media_list.id != self.list_id
        self._list = media_list
        self.setEnabled(media_list is not None)
        self.name.set_whole(media_list.name if media_list else "")
        if not is_other or media_list is None:
            return
        self.summary.setText("")
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.table.clear_current()
        self._ask()
        self._count()

    def read_again(self) -> None:
        """Somebody came, went or changed."""
        if self._list is not None:
            self.table.read_again()
            self._count()

    def forget(self) -> None:
        """What is shown is out of date; the next :meth:`show_list` reads anew."""
        self._list = None

    def _ask(self) -> None:
        if self._list is not None:
            self.table.ask(ContactQuery(self.field.text(), list_id=self._list.id))

    def _count(self) -> None:
        list_id = self.list_id

        def show(counts: ListCounts) -> None:
            self.summary.setText(counts_line(counts))
            self.summary.setVisible(bool(self.summary.text()))

        self.desk.run(lambda uow: count_list(uow, list_id), show, key="media-lists.counts", flush=False)

    def _counted(self, count: int) -> None:
        is_filtered = bool(self.field.text().strip())
        self._stack.setCurrentWidget(self.table if count else self.nothing if is_filtered else self.empty)
        self.field.setVisible(bool(count) or is_filtered)
        self.export_button.setEnabled(bool(count))

    # -- doing ----------------------------------------------------------------------------------------------

    def filter(self) -> None:
        """Go to the filter."""
        self.field.setFocus()
        self.field.selectAll()

    def add(self) -> None:
        """Open the box that finds people to put on the list."""
        if self._list is not None:
            self.chooser.open_at(self.add_button)

    def _search(self, text: str) -> None:
        list_id = self.list_id

        def offer(found: tuple[tuple[ContactRow, ...], int]) -> None:
            rows, count = found
            offers = [
                Offer(row.id, " · ".join(part for part in (row.name, row.organisation) if part), "user-plus")
                for row in rows
            ]
            more = count - len(rows)
            note = counted(ngettext("{count} more; type to find.", "{count} more; type to find.", more), more)
            self.chooser.offer(offers, note if more > 0 else "" if rows else _("Nobody else matches."))

        def find(uow: UnitOfWork) -> tuple[tuple[ContactRow, ...], int]:
            on_list = set(contact_ids(uow, ContactQuery(list_id=list_id), first=0).ids)
            ids = contact_ids(uow, ContactQuery(text), first=0).ids
            free = [each for each in ids if each not in on_list]
            return contact_rows(uow, free[:_FOUND]), len(free)

        self.desk.run(find, offer, key="media-lists.find", flush=False)

    def _add(self, contact_id: str) -> None:
        list_id = self.list_id
        self.desk.deed(
            lambda uow: add_to_list(uow, list_id, [contact_id]), lambda _count: self._search(self.chooser.field.text())
        )

    def take_off(self) -> None:
        """Take the selected people off the list; they stay in the directory."""
        list_id, ids = self.list_id, self.table.selected_ids()
        if not ids:
            return
        count = len(ids)
        words = ngettext("{count} person was taken off the list.", "{count} people were taken off the list.", count)
        self.desk.deed(
            lambda uow: remove_from_list(uow, list_id, ids),
            lambda _count: self.deeds.tell_undoable(counted(words, count)),
        )

    def _to_other_list(self) -> None:
        self.deeds.ask_for_list(self.table.selected_ids(), self.selection_bar)

    def show_export_menu(self) -> None:
        """Offer the files that this list can leave as."""
        if self._list is None or not self.table.ids:
            return
        menu = QMenu(self)
        count = len(self.table.ids)
        words = counted(ngettext("{count} shown", "All {count} shown", count), count)
        self.deeds.fill_export_menu(menu, words, self.table.ids, self._list.name)
        menu.popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height())))

    def _enter_table(self) -> None:
        self.table.setFocus()
        if self.table.ids and not self.table.currentIndex().isValid():
            self.table.select_id(self.table.ids[0])

    def _show_menu(self, at: QPoint) -> None:
        if self.table.selected_ids():
            menu = QMenu(self)
            menu.addActions(self._row_deeds)
            menu.popup(self.table.viewport().mapToGlobal(at))
