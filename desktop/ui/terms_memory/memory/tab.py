"""The memory tab: filter, table, the chosen unit, files in and out. Del deletes, Ctrl+Z brings back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.domain.changes import UNIT, ChangeSet, Outcome
from desktop.domain.errors import ComunicadoError
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import RichText
from desktop.domain.unit import TranslationUnit, UnitOrigin, UnitQuery
from desktop.i18n import _, ngettext
from desktop.services import memory
from desktop.services.memory_files import ImportedMemory, export_tmx
from desktop.ui.desk import Desk, Route
from desktop.ui.terms_memory.memory.importing import Importing
from desktop.ui.terms_memory.memory.table import UnitTable
from desktop.ui.terms_memory.memory.unit_form import UnitForm
from desktop.ui.terms_memory.tab import Tab
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S8, S12, S16
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.empty_state import EmptyState, scrolled
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.match_words import origin_word
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import label

_FILTER_AFTER_MS = 150
_INITIATOR = "memory"


class MemoryTab(Tab):
    """The office's translation units, the newest first."""

    _advanced = Signal(float)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table = UnitTable(desk)
        self.form = UnitForm()
        self.field = SearchField(_("Filter by words in either language"))
        self.origins = QComboBox()
        self.count = label("", "muted")
        self.progress = QProgressBar()
        self.importing: Importing | None = None
        self._timer = QTimer(self, singleShot=True, interval=_FILTER_AFTER_MS)
        self._timer.timeout.connect(self._filter)
        self._lay_out()
        self._register()
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self.field.moved_down.connect(self.table.setFocus)
        self.origins.currentIndexChanged.connect(lambda _row: self._filter())
        self.table.counted.connect(self._counted)
        self.table.chosen.connect(self.form.show_unit)
        self.form.edited.connect(self._keep)
        self._advanced.connect(self._show_progress)
        desk.hub.announced.connect(self._hear)

    def _lay_out(self) -> None:
        head = QWidget()
        row = FlowRow(head)
        row.setContentsMargins(S16, S12, S16, S8)
        row.setSpacing(S8)
        self.origins.setAccessibleName(_("Origin"))
        self.origins.addItem(_("Every origin"), None)
        for origin in UnitOrigin:
            self.origins.addItem(origin_word(origin), origin)
        row.add(self.field, 1)
        row.add(self.origins)
        row.add(PlainButton(_("Import TMX…"), self.choose_import, icon_name="download-simple"))
        row.add(PlainButton(_("Export TMX…"), self.choose_export, icon_name="export"))
        self.progress.setRange(0, 100)
        self.progress.hide()
        self.count.setContentsMargins(S16, 0, S16, S8)
        self.empty = EmptyState(
            "brain",
            _(
                "Every sentence you confirm is kept here with its translation, and offered again when it, or one like "
                "it, comes back. Bring in what you have from another program."
            ),
            _("Import TMX…"),
            self.choose_import,
            title=_("The memory is empty"),
        )
        self.nothing = EmptyState("magnifying-glass", _("No unit has these words."), _("Show all"), self.show_all)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(scrolled(self.empty))
        self._stack.addWidget(scrolled(self.nothing))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.count)
        column.addWidget(self.progress)
        column.addWidget(self._stack, 1)
        column.addWidget(self.form)
        self.setFocusProxy(self.table)

    def _register(self) -> None:
        add = partial(self.desk.actions.add, owner=self, screen="terms-memory")
        add("memory.filter", _("Filter units"), "Ctrl+F", self._to_field, icon="funnel")
        add("memory.import", _("Import TMX…"), "Ctrl+I", self.choose_import, icon="download-simple")
        add("memory.export", _("Export TMX…"), "Ctrl+E", self.choose_export, icon="export")
        add("memory.save", _("Save unit"), "Ctrl+S", self.form.keep, icon="floppy-disk")
        self.desk.actions.add(
            "memory.delete", _("Delete units"), "Del", self.delete, owner=self.table, icon="trash", is_local=True
        )

    # -- showing --------------------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        if route.detail:
            self.field.setText(route.detail)
        self._filter()

    def leave(self) -> None:
        self.form.keep()

    def is_ready(self) -> bool:
        return self.table.is_ready

    @property
    def query(self) -> UnitQuery:
        """What the filter asks for."""
        chosen = self.origins.currentData()  # Qt makes a plain text of an enum of texts
        return UnitQuery(self.field.text().strip(), UnitOrigin(chosen) if chosen else None)

    def show_all(self) -> None:
        """Drop the filter."""
        self.field.clear()
        self.origins.setCurrentIndex(0)
        self._filter()

    def _filter(self) -> None:
        self._timer.stop()
        self.table.ask(self.query)

    def _to_field(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _counted(self, count: int) -> None:
        words = ngettext("{count} unit", "{count} units", count).format(count=f"{count:n}")
        self.count.setText(words if count else "")
        is_filtered = self.query != UnitQuery()
        self._stack.setCurrentIndex(0 if count else 2 if is_filtered else 1)
        self.form.setVisible(bool(count))
        self.setFocusProxy(self.table if count else self.field)

    def _hear(self, changes: ChangeSet) -> None:
        if changes.touches(UNIT) and self.isVisible():
            self.table.ask()

    # -- deeds ----------------------------------------------------------------------------------------------

    def _keep(self, unit: TranslationUnit, source: RichText, target: RichText, note: str) -> None:
        def failed(error: ComunicadoError) -> None:
            self.desk.notify_error(error)
            self.table.ask()

        self.desk.deed(
            lambda uow: memory.edit_unit(uow, unit, source=source, target=target, note=note),
            failed=failed,
            initiator=_INITIATOR,
        )

    def delete(self) -> None:
        """Delete the selected units; undo brings them back."""
        places = self.table.selected()
        if not places:
            return

        def work(uow: UnitOfWork) -> Outcome[int]:
            return memory.remove_units(uow, [unit.id for unit in memory.units_at(uow, places)])

        def gone(count: int) -> None:
            words = ngettext("{count} unit deleted", "{count} units deleted", count).format(count=count)
            self.desk.notify(words, "ok", action_label=_("Undo"), action=self.desk.undo_stack.undo)

        self.desk.deed(work, while_alive(self, gone), initiator=_INITIATOR)

    # -- files ----------------------------------------------------------------------------------------------

    def choose_import(self) -> None:
        """Ask for a file and bring it in."""
        name, _kind = QFileDialog.getOpenFileName(self, _("Import a translation memory"), "", _kinds())
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Bring a TMX file in, with progress; cancelling leaves everything as it was."""
        done, failed = while_alive(self, self._imported), while_alive(self, self._stopped)
        self.importing = Importing(self.desk, path, self._told(), done, failed, initiator=_INITIATOR)

    def _imported(self, result: ImportedMemory) -> None:
        self.progress.hide()
        parts = [ngettext("{count} unit added", "{count} units added", result.added).format(count=result.added)]
        if result.known:
            parts.append(_("{count} known already").format(count=result.known))
        if result.skipped:
            parts.append(_("{count} could not be used").format(count=result.skipped))
        told = ", ".join(parts)
        if result.is_damaged:
            told = f"{told}. {_('The file is damaged; what could be read was taken.')}"
        self.desk.notify(told, "problem" if result.is_damaged else "ok")

    def choose_export(self) -> None:
        """Ask for a name and write what the filter shows."""
        name, _kind = QFileDialog.getSaveFileName(self, _("Export the translation memory"), "memory.tmx", _kinds())
        if name:
            self.export_file(Path(name) if Path(name).suffix else Path(f"{name}.tmx"))

    def export_file(self, path: Path) -> None:
        """Write the units shown as TMX, with progress."""
        told, query = self._told(), self.query

        def written(count: int) -> None:
            self.progress.hide()
            words = ngettext("{count} unit written to “{name}”", "{count} units written to “{name}”", count)
            self.desk.notify(words.format(count=count, name=path.name), "ok")

        self.desk.run(
            lambda uow: export_tmx(uow, path, query, told=told),
            while_alive(self, written),
            self._stopped,
            label=_("Exporting the memory"),
        )

    def _told(self) -> Callable[[float], None]:
        """What the worker calls: the signal crosses to this thread by itself. On a closed screen nothing is told."""
        self.progress.setValue(0)

        def tell(share: float) -> None:
            if isValid(self):
                self._advanced.emit(share)

        return tell

    def _show_progress(self, share: float) -> None:
        self.progress.setVisible(share < 1)
        self.progress.setValue(round(share * 100))

    def _stopped(self, error: ComunicadoError) -> None:
        self.progress.hide()
        self.desk.notify_error(error)


def _kinds() -> str:
    return _("Translation memories (*.tmx)")
