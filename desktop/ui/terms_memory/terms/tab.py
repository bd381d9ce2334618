"""The terms tab. Ctrl+N adds a concept, Ctrl+F filters, Del deletes, Ctrl+Z brings back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStackedWidget, QTableView, QVBoxLayout, QWidget

from desktop.domain.changes import CONCEPT, ChangeSet
from desktop.domain.concept import Concept
from desktop.i18n import _, ngettext
from desktop.services import terms
from desktop.ui.desk import Desk, Route
from desktop.ui.people.panes import Panes, keep_panes, restore_panes
from desktop.ui.terms_memory.tab import Tab
from desktop.ui.terms_memory.terms.card import INITIATOR, ConceptCard
from desktop.ui.terms_memory.terms.files import TermFiles
from desktop.ui.terms_memory.terms.model import ConceptsModel, Shown
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S8, S12, S16, S24, px
from desktop.ui.widgets.buttons import Chip, PlainButton, PrimaryButton
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import label
from desktop.ui.widgets.tables import calm_rows

_PANES = "terms.panes"


class TermsTab(Tab):
    """The concepts at the left, the chosen one's card at the right. The route's ``detail`` is a concept's id."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_ready = False
        self._is_old = True
        self._wanted = ""
        self.model = ConceptsModel()
        self.table = QTableView()
        self.card = ConceptCard(desk)
        self.files = TermFiles(desk, self)
        self.setAcceptDrops(True)
        self._lay_out()
        self._register()
        self.field.textChanged.connect(lambda _text: self._filter())
        self.field.moved_down.connect(self.table.setFocus)
        self.card.saved.connect(self._was_saved)
        self.card.deleted.connect(lambda concept_id: self.delete((concept_id,)))
        desk.hub.announced.connect(self._hear)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(S24, S16, S24, S12)
        column.setSpacing(S12)
        column.addLayout(self._make_head())
        column.addWidget(self._make_panes(), 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(page)
        self._stack.addWidget(self._make_empty())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setFocusProxy(self.table)

    def _make_head(self) -> FlowRow:
        self.count = label("", "muted")
        self.field = SearchField(_("Filter terms"))
        self.field.setMinimumWidth(px(200))
        self.chips: dict[Shown, Chip] = {}
        head = FlowRow()
        head.setSpacing(S8)
        for shown, words in (
            (Shown.ALL, _("All")),
            (Shown.FORBIDDEN, _("With forbidden terms")),
            (Shown.UNTRANSLATED, _("Without translation")),
        ):
            chip = self.chips[shown] = Chip(words)
            chip.setChecked(shown is Shown.ALL)
            chip.clicked.connect(lambda _checked=False, shown=shown: self._choose(shown))
            head.add(chip)
        head.add(self.field, 1)
        head.add(self.count)
        head.add(PlainButton(_("Import…"), self.files.ask_import, icon_name="download-simple"))
        head.add(PlainButton(_("Export…"), self.export, icon_name="export"))
        head.add(PrimaryButton(_("New concept"), self.new_concept, icon_name="plus"))
        return head

    def _make_panes(self) -> Panes:
        self._set_up_table()
        self.nothing = EmptyState("magnifying-glass", _("No concept matches."), _("Show all"), self._show_all)
        self._left = QStackedWidget()
        self._left.addWidget(self.table)
        self._left.addWidget(self.nothing)
        self.panes = Panes()
        self.panes.addWidget(self._left)
        self.panes.addWidget(self.card)
        self.panes.setStretchFactor(0, 1)
        self.card.setMinimumWidth(px(300))
        restore_panes(self.desk.preferences, _PANES, self.panes, (660, 520))
        self.panes.splitterMoved.connect(lambda *_where: keep_panes(self.desk.preferences, _PANES, self.panes))
        return self.panes

    def _make_empty(self) -> EmptyState:
        self.empty = EmptyState(
            "book-bookmark",
            _("Say here once how a thing is called in each language, and what it must never be called. The translation "
              "grid marks these terms and inserts them with one key."),
            _("New concept"),
            self.new_concept,
            title=_("The termbase is empty"),
        )  # fmt: skip
        self.empty.add_button(_("Import a file…"), self.files.ask_import, icon_name="download-simple")
        self.empty.add_button(_("Use the starter termbase"), self.files.bring_starter, icon_name="books")
        return self.empty

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(_("Concepts"))
        calm_rows(table, 36)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setSortingEnabled(True)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_card())

    def _register(self) -> None:
        add = self.desk.actions.add
        add("terms.new", _("New concept"), "Ctrl+N", self.new_concept, owner=self, icon="plus")
        add("terms.filter", _("Filter terms"), "Ctrl+F", self._to_filter, owner=self, icon="funnel")
        add("terms.save", _("Save this concept"), "Ctrl+S", self.card.save, owner=self, icon="floppy-disk")
        add("terms.import", _("Import terms…"), "Ctrl+I", self.files.ask_import, owner=self, icon="download-simple")
        add("terms.export", _("Export terms…"), "Ctrl+E", self.export, owner=self, icon="export")
        self._row_deeds = [
            add("terms.delete", _("Delete concept"), "Del", self.delete_selected, owner=self.table, icon="trash",
                is_local=True),
        ]  # fmt: skip

    # -- reading --------------------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        self._wanted = route.detail or self._wanted
        if self._is_old or self._wanted:
            self._read()

    def leave(self) -> None:
        self.card.save()

    def is_ready(self) -> bool:
        return self._is_ready

    def _read(self) -> None:
        self._is_old = False
        self.desk.run(terms.termbase, while_alive(self, self._show), key="terms.tab", flush=False)

    def _show(self, concepts: tuple[Concept, ...]) -> None:
        chosen = self._wanted or self.current_id
        place = self.table.currentIndex().row()
        self.model.show_concepts(concepts)
        self._is_ready = True
        is_new = self.card.stored is not None and not self.card.stored.id
        self._stack.setCurrentIndex(0 if concepts or is_new else 1)
        if self._wanted and self.model.row_of(self._wanted) < 0:
            self._show_all()
        self._wanted = ""
        self._after_filter(chosen, place)

    def _hear(self, changes: ChangeSet) -> None:
        if not changes.touches(CONCEPT):
            return
        if self.isVisible():
            self._read()
        else:
            self._is_old = True

    # -- choosing -------------------------------------------------------------------------------------------

    @property
    def current_id(self) -> str:
        """The concept under the cursor, or the empty string."""
        concept = self.model.concept_at(self.table.currentIndex().row())
        return concept.id if concept is not None else ""

    def _choose(self, shown: Shown) -> None:
        for each, chip in self.chips.items():
            chip.setChecked(each is shown)
        self._filter()

    def _filter(self) -> None:
        chosen, place = self.current_id, self.table.currentIndex().row()
        shown = next((each for each, chip in self.chips.items() if chip.isChecked()), Shown.ALL)
        self.model.filter(self.field.text(), shown)
        self._after_filter(chosen, place)

    def _after_filter(self, chosen: str, place: int) -> None:
        count, whole = self.model.rowCount(), len(self.model.concepts)
        words = ngettext("{count} concept", "{count} concepts", whole).format(count=whole)
        if count != whole:
            words = _("{count} of {whole}").format(count=count, whole=whole)
        self.count.setText(words)
        self._left.setCurrentIndex(0 if count or not whole else 1)
        row = self.model.row_of(chosen)
        if self.card.stored is not None and not self.card.stored.id:
            return  # a new concept is being written
        self._go_to_row(row if row >= 0 else min(max(place, 0), count - 1))

    def _go_to_row(self, row: int) -> None:
        if row < 0:
            self.card.setEnabled(False)
            return
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)
        self._show_card()

    def _show_all(self) -> None:
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._choose(Shown.ALL)

    def _to_filter(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _show_card(self) -> None:
        concept = self.model.concept_at(self.table.currentIndex().row())
        if concept is None:
            return
        if self.card.stored is not None and self.card.stored.id != concept.id:
            self.card.save()
        self.card.setEnabled(True)
        if self.card.stored != concept:
            self.card.show_concept(concept, self._offered())

    def _offered(self) -> tuple[str, ...]:
        return (
            tuple(dict.fromkeys((*self.model.languages, "en", "es")))
            if not self.model.languages
            else self.model.languages
        )

    # -- doing ----------------------------------------------------------------------------------------------

    def new_concept(self) -> None:
        """An empty card; the concept is kept once it has a term."""
        self.card.save()
        self._stack.setCurrentIndex(0)
        self._left.setCurrentIndex(0)
        self.table.clearSelection()
        self.table.setCurrentIndex(self.model.index(-1, -1))
        self.card.setEnabled(True)
        self.card.show_concept(Concept(""), self._offered())
        if self.card.rows:
            self.card.rows[0].words.setFocus()

    def _was_saved(self, kept: Concept | None) -> None:
        if kept is not None and self.current_id != kept.id:
            self._wanted = kept.id
        if self.isVisible():
            self._read()

    def selected_ids(self) -> tuple[str, ...]:
        """The selected concepts, in the order shown."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.rows[row].id for row in rows)

    def delete_selected(self) -> None:
        """Delete what is selected."""
        self.delete(self.selected_ids())

    def delete(self, concept_ids: tuple[str, ...]) -> None:
        """Delete concepts; undo brings them back."""
        if not concept_ids:
            return

        def gone(count: int) -> None:
            words = ngettext("{count} concept was deleted.", "{count} concepts were deleted.", count)
            undo = self.desk.undo_stack.undo
            self.desk.notify(words.format(count=count), "ok", action_label=_("Undo"), action=undo)

        self.card.stored = None
        self.desk.deed(
            lambda uow: terms.remove_concepts(uow, concept_ids), while_alive(self, gone), initiator=INITIATOR
        )

    def export(self) -> None:
        """Export the selected concepts where several are, else all."""
        chosen = self.selected_ids()
        self.files.ask_export(chosen if len(chosen) > 1 else ())

    def _show_menu(self, at: QPoint) -> None:
        if self.table.indexAt(at).isValid():
            menu = QMenu(self)
            menu.addActions(self._row_deeds)
            menu.popup(self.table.viewport().mapToGlobal(at))

    # -- dropping -------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in _dropped(event):
            self.files.bring(path)


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
