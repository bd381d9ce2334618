"""The contacts screen. Type to filter, arrows, Enter edits, Ctrl+N adds, Del deletes, Ctrl+Z brings back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.contacts.phones import format_international
from desktop.domain.changes import CONTACT, MEDIA_LIST, OUTLET, ChangeSet
from desktop.domain.contact import ContactQuery
from desktop.i18n import _, ngettext
from desktop.services.directory import tags
from desktop.ui.contacts.card import ContactCard
from desktop.ui.desk import Desk, Route
from desktop.ui.people.choice import Choice
from desktop.ui.people.deeds import PeopleDeeds
from desktop.ui.people.panes import Panes, keep_panes, restore_panes
from desktop.ui.people.selection_bar import SelectionBar
from desktop.ui.people.table import PeopleTable
from desktop.ui.people.words import counted
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.theme.tokens import S8, S12, S16, S24, px
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import label

_PANES = "contacts.panes"


class ContactsScreen(Screen):
    """The list of people and the card of the one under the cursor. The route's ``detail`` is a contact's id."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_ready = False
        self._is_old = True
        self.table = PeopleTable(desk, "contacts.ids")
        region = QLocale.territoryToCode(QLocale.system().territory())
        self.card = ContactCard(desk, region)
        self.deeds = PeopleDeeds(desk, self)
        self._lay_out()
        self._connect()
        self._register()
        desk.compute(lambda: format_international("+50622125327"))  # loads its metadata before the first row wants it

    # -- making ---------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(S24, S16, S16, S12)
        column.setSpacing(S12)
        column.addLayout(self._make_head())
        column.addLayout(self._make_tools())
        self.selection_bar = SelectionBar(
            [
                (_("Add to list…"), "list-plus", self.add_to_list),
                (_("Export…"), "export", self.show_export_menu),
                (_("Delete"), "trash", self.delete_selected),
            ]
        )
        column.addWidget(self.selection_bar)
        self._empty = EmptyState(
            "address-book",
            _("Journalists and outlets are kept here: who they are, how to reach them, which language they read."),
            _("Import contacts"),
            self._import,
            title=_("No contacts yet"),
        )
        self._empty.add_button(_("New contact"), self.new_contact, icon_name="plus")
        self._nothing = EmptyState(
            "magnifying-glass", _("Nobody matches. Accents and capitals do not matter."), _("Show all"), self._show_all
        )
        self._stack = QStackedWidget()
        for page in (self.table, self._empty, self._nothing):
            self._stack.addWidget(page)
        column.addWidget(self._stack, 1)
        self.card.setMinimumWidth(px(280))
        self.panes = Panes()
        self.panes.addWidget(left)
        self.panes.addWidget(self.card)
        self.panes.setStretchFactor(0, 1)
        restore_panes(self.desk.preferences, _PANES, self.panes, (640, 400))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)
        self.setFocusProxy(self.table)

    def _make_head(self) -> FlowRow:
        head = FlowRow()
        head.setSpacing(S8)
        head.add(label(_("Contacts"), "title"))
        self._count = label("", "muted")
        head.add(self._count, 1)
        self.export_button = PlainButton(_("Export…"), self.show_export_menu, icon_name="export")
        head.add(PlainButton(_("Import…"), self._import, icon_name="download-simple"))
        head.add(self.export_button)
        head.add(PrimaryButton(_("New contact"), self.new_contact, icon_name="plus"))
        return head

    def _make_tools(self) -> FlowRow:
        self.field = SearchField(_("Filter by name, outlet, e-mail, phone, tag, city"))
        self.tag_choice = Choice(_("Tag"), [("", _("Any tag"))])
        self.tag_choice.setMinimumContentsLength(12)
        tools = FlowRow()
        tools.setSpacing(S8)
        tools.add(self.field, 3)
        tools.add(self.tag_choice, 1)
        return tools

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._ask())
        self.field.moved_down.connect(self._enter_list)
        self.tag_choice.activated.connect(lambda _place: self._ask())
        self.table.counted.connect(self._counted)
        self.table.current_changed.connect(self._show_card)
        self.table.chosen.connect(lambda _id: self.card.form.given.setFocus())
        self.table.selection_counted.connect(self.selection_bar.set_count)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.card.delete_asked.connect(lambda each: self.deeds.delete([each], self.card.title.text()))
        self.card.added.connect(self._show_added)
        self.panes.splitterMoved.connect(lambda *_where: keep_panes(self.desk.preferences, _PANES, self.panes))
        self.desk.hub.announced.connect(self._hear)

    def _register(self) -> None:
        add = self.desk.actions.add
        add("contacts.filter", _("Filter contacts"), "Ctrl+F", self._filter, owner=self, icon="funnel")
        add("contacts.new", _("New contact"), "Ctrl+N", self.new_contact, owner=self, icon="plus")
        add("contacts.save", _("Save this card"), "Ctrl+S", self.card.save, owner=self, icon="floppy-disk")
        add("contacts.import", _("Import contacts"), "Ctrl+I", self._import, owner=self, icon="download-simple")
        add("contacts.export", _("Export contacts"), "Ctrl+E", self.show_export_menu, owner=self, icon="export")
        back = add("contacts.back", _("Back to the list"), "Esc", self._back, owner=self.card, is_local=True)
        back.setVisible(False)
        self._row_deeds = [
            add("contacts.edit", _("Edit the card"), "F2", self._edit, owner=self, icon="pencil-simple"),
            add("contacts.to-list", _("Add to a media list"), "Ctrl+L", self.add_to_list, owner=self, icon="list-plus"),
            add(
                "contacts.delete",
                _("Delete contacts"),
                "Del",
                self.delete_selected,
                owner=self.table,
                icon="trash",
                is_local=True,
            ),
        ]

    # -- reading --------------------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        if route.detail == "new":
            self._refresh()
            self.new_contact()
        elif route.detail:
            self._go_to(route.detail)
        elif self._is_old:
            self._refresh()

    def leave(self) -> None:
        self.card.save()

    def is_ready(self) -> bool:
        return self._is_ready

    def title(self) -> str:
        return _("Contacts")

    def _go_to(self, contact_id: str) -> None:
        if self.table.select_id(contact_id):
            return
        self.card.show_id(contact_id)
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.tag_choice.choose("")
        self._is_old = False
        self.table.ask(ContactQuery(), select=contact_id)

    def _ask(self) -> None:
        self.table.ask(ContactQuery(self.field.text(), self.tag_choice.value))

    def _refresh(self) -> None:
        self._is_old = False
        self.table.read_again()
        self.desk.run(tags, self._show_tags, key="contacts.tags", flush=False)

    def _show_tags(self, names: tuple[str, ...]) -> None:
        self.tag_choice.set_choices([("", _("Any tag")), *((name, name) for name in names)])
        self.tag_choice.setVisible(bool(names))
        self.card.form.set_known_tags(names)

    def _counted(self, count: int) -> None:
        self._is_ready = True
        self._count.setText(counted(ngettext("{count} contact", "{count} contacts", count), count))
        is_filtered = self.table.query != replace(
            ContactQuery(), order=self.table.query.order, descending=self.table.query.descending
        )
        self.export_button.setEnabled(bool(count))
        self._stack.setCurrentWidget(self.table if count else self._nothing if is_filtered else self._empty)
        self.card.setVisible(bool(count) or is_filtered or self.card.keeper.stored is not None)

    def _hear(self, changes: ChangeSet) -> None:
        if not any(changes.touches(kind) for kind in (CONTACT, OUTLET, MEDIA_LIST)):
            return
        if not self.isVisible():
            self._is_old = True
        elif changes.touches(CONTACT) or changes.touches(OUTLET):
            self._refresh()

    def _show_card(self, contact_id: str) -> None:
        if contact_id or not self.card.is_new:
            self.card.show_id(contact_id)

    def _show_added(self, contact_id: str) -> None:
        self.table.read_again(select=contact_id)

    # -- doing ----------------------------------------------------------------------------------------------

    def new_contact(self) -> None:
        """An empty card; it is saved when the first field is left."""
        self.card.show()
        self.table.clear_current()
        self.card.start_new()

    def add_to_list(self) -> None:
        """Put the selected people on a media list."""
        anchor = self.selection_bar if self.selection_bar.isVisible() else self.field
        self.deeds.ask_for_list(self._chosen_ids(), anchor)

    def delete_selected(self) -> None:
        """Delete the selected people; undo brings them back."""
        ids = self._chosen_ids()
        row = self.table.paged.row(self.table.ids.index(ids[0])) if len(ids) == 1 and ids[0] in self.table.ids else None
        self.deeds.delete(ids, row.name if row else "")

    def show_export_menu(self) -> None:
        """Offer the files that the selected people, or all shown, can leave as."""
        menu = QMenu(self)
        selected, shown = self.table.selected_ids(), self.table.ids
        name = _("Contacts")
        if len(selected) > 1:
            words = counted(ngettext("{count} selected", "{count} selected", len(selected)), len(selected))
            self.deeds.fill_export_menu(menu, words, selected, name)
        words = counted(ngettext("{count} shown", "All {count} shown", len(shown)), len(shown))
        self.deeds.fill_export_menu(menu, words, shown, name)
        menu.popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height())))

    def _chosen_ids(self) -> tuple[str, ...]:
        return self.table.selected_ids() or ((self.card.contact_id,) if self.card.contact_id else ())

    def _import(self) -> None:
        self.desk.navigate(Route("import-contacts"))

    def _show_all(self) -> None:
        self.tag_choice.choose("")
        self.field.clear()
        self._ask()

    def _filter(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _enter_list(self) -> None:
        self.table.setFocus()
        if self.table.ids and not self.table.currentIndex().isValid():
            self.table.select_id(self.table.ids[0])

    def _edit(self) -> None:
        if self.card.keeper.stored is not None:
            self.card.form.given.setFocus()

    def _back(self) -> None:
        self.table.setFocus()
        if self.card.is_new and not self.card.keeper.is_changed():
            self.card.show_id("")
            self._enter_list()

    def _show_menu(self, at: QPoint) -> None:
        if not self.table.selected_ids():
            return
        menu = QMenu(self)
        menu.addActions(self._row_deeds)
        menu.popup(self.table.viewport().mapToGlobal(at))


ENTRY = ScreenEntry("contacts", lambda: _("Contacts"), "address-book", ContactsScreen, shortcut="Ctrl+4")
