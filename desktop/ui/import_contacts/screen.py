"""Import contacts: drop a file, look at what becomes of each row, import, and take it back if need be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.contacts.plan import PlannedRow
from desktop.domain.changes import CONTACT, ChangeSet
from desktop.domain.errors import ComunicadoError
from desktop.exchange.read_contacts import ReadContacts
from desktop.i18n import _, ngettext
from desktop.services.contact_import import import_contacts, plan_contacts
from desktop.ui.desk import Desk, Route
from desktop.ui.import_contacts.preview import PlanPreview
from desktop.ui.people.words import counted
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.theme.tokens import S8, S12, S16, S24
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.section_header import label

SUFFIXES = (".csv", ".tsv", ".txt", ".vcf", ".vcard")
_KEY, _REGION, _FOLDER = "import-contacts", "contacts.region", "contacts.folder"


def ask_for_file(parent: QWidget, folder: str) -> Path | None:
    """The system's open dialog; ``None`` where it was closed."""
    kinds = _("Contact files ({patterns})").format(patterns=" ".join(f"*{suffix}" for suffix in SUFFIXES))
    name, _kind = QFileDialog.getOpenFileName(parent, _("Choose a contact file"), folder, kinds)
    return Path(name) if name else None


class ImportContactsScreen(Screen):
    """Reads on the pool, plans on the worker, and writes nothing before “Import” is pressed.

    ``choose_file`` is the open dialog. The route's ``detail`` may be a path.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.choose_file: Callable[[QWidget, str], Path | None] = ask_for_file
        self._path: Path | None = None
        self._read: ReadContacts | None = None
        self._is_working = False
        self.setAcceptDrops(True)
        self._lay_out()
        self.preview.changed.connect(self._read_again)
        desk.hub.announced.connect(self._hear)
        add = desk.actions.add
        add("import-contacts.choose", _("Choose a contact file"), "Ctrl+O", self.choose, owner=self, icon="file")
        add("import-contacts.import", _("Import these contacts"), "Ctrl+Return", self.carry_out, owner=self)
        add("import-contacts.back", _("Back to the contacts"), "Esc", self.go_back, owner=self, icon="arrow-left")

    def _lay_out(self) -> None:
        self.start = EmptyState(
            "address-book",
            _(
                "Drop a table (CSV) or cards (vCard) here, from Outlook, Google, Excel or a telephone. "
                "Nothing is stored before you have looked at it."
            ),
            _("Choose a file"),
            self.choose,
            title=_("Import contacts"),
        )
        self.preview = PlanPreview(
            self.desk.preferences.get(_REGION) or QLocale.territoryToCode(QLocale.system().territory())
        )
        self.done = EmptyState("check-circle", "", _("Show the contacts"), self.go_back, title=_("Imported"))
        self.undo_button = self.done.add_button(_("Undo the import"), self._undo, icon_name="arrow-u-up-left")
        self.done.add_button(_("Import another file"), self.choose, icon_name="download-simple")
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(label(_("Import contacts"), "title"))
        self.file_words = label("", "muted")
        head.addWidget(self.file_words, 1, Qt.AlignmentFlag.AlignBottom)
        self.other_button = PlainButton(_("Choose another file"), self.choose, icon_name="folder-open")
        head.addWidget(self.other_button)
        self.summary = label("", "", wraps=True)
        self.cancel_button = PlainButton(_("Cancel"), self.cancel)
        self.import_button = PrimaryButton(_("Import"), self.carry_out, icon_name="check")
        foot = FlowRow()
        foot.setSpacing(S8)
        foot.add(self.summary, 1)
        foot.add(self.cancel_button)
        foot.add(self.import_button)
        self._work = QWidget()
        column = QVBoxLayout(self._work)
        column.setContentsMargins(S24, S16, S24, S16)
        column.setSpacing(S12)
        column.addLayout(head)
        column.addWidget(self.preview, 1)
        column.addLayout(foot)
        self._stack = QStackedLayout(self)
        for page in (self.start, self._work, self.done):
            self._stack.addWidget(page)
        self.setFocusProxy(self.start)

    # -- arriving -------------------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        if route.detail:
            self.open(Path(route.detail))
        elif self._stack.currentWidget() is self.done:
            self.cancel()

    def is_ready(self) -> bool:
        return not self._is_working

    def title(self) -> str:
        return _("Import contacts")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open(Path(event.mimeData().urls()[0].toLocalFile()))

    def choose(self) -> None:
        """Let one choose a file."""
        path = self.choose_file(self, self.desk.preferences.get(_FOLDER, str(Path.home())))
        if path is not None:
            self.desk.preferences.set(_FOLDER, str(path.parent))
            self.open(path)

    def open(self, path: Path) -> None:
        """Read a file and show what importing it would do."""
        self._path = path
        self._start_reading({})

    # -- reading and planning -------------------------------------------------------------------------------

    def _read_again(self) -> None:
        if self._path is not None:
            self.desk.preferences.set(_REGION, self.preview.region.value)
            self._start_reading(self.preview.mapping.mapping())

    def _start_reading(self, mapping: dict[str, str]) -> None:
        path, region = self._path, self.preview.region.value
        assert path is not None
        self._is_working = True
        self.import_button.setEnabled(False)
        self.desk.compute(
            lambda: _read_file(path, region, mapping),
            self._arrived,
            self._refused,
            label=_("Reading “{name}”").format(name=path.name),
            key=_KEY,
        )

    def _arrived(self, read: ReadContacts) -> None:
        self._read = read
        self._plan()

    def _refused(self, error: ComunicadoError) -> None:
        self._is_working = False
        self.desk.notify_error(error)
        if self._read is not None:  # a mapping that leaves nothing: what was read before stays
            self.preview.mapping.show_mapping(self._read.mapping)
            self._plan()
        else:
            self._stack.setCurrentWidget(self.start)

    def _plan(self) -> None:
        read = self._read
        if read is None:
            return
        self._is_working = True
        self.desk.run(lambda uow: plan_contacts(uow, read.rows), self._show, key=f"{_KEY}.plan", flush=False)

    def _show(self, rows: tuple[PlannedRow, ...]) -> None:
        if self._read is None or self._path is None:
            return
        self._is_working = False
        self.file_words.setText(self._path.name)
        self.preview.show_plan(self._read, rows)
        counts = self.preview.model.counts()
        count, left = counts["new"] + counts["changed"], counts["duplicate"] + counts["refused"]
        self.import_button.setText(counted(ngettext("Import {count} contact", "Import {count} contacts", count), count))
        self.import_button.setVisible(bool(count))
        self.import_button.setEnabled(bool(count))
        told = counted(ngettext("{count} row is left out.", "{count} rows are left out.", left), left) if left else ""
        self.summary.setText(told if count else _("This file brings nothing new."))
        if self._stack.currentWidget() is not self._work:
            self._stack.setCurrentWidget(self._work)
            (self.import_button if count else self.cancel_button).setFocus()

    def _hear(self, changes: ChangeSet) -> None:
        if changes.initiator != _KEY and changes.touches(CONTACT) and self._read is not None:
            self._plan()

    # -- doing ----------------------------------------------------------------------------------------------

    def carry_out(self) -> None:
        """Import what the preview shows, as one deed."""
        rows = self.preview.model.rows
        if self._read is None or self._is_working or not self.import_button.isEnabled():
            return
        self._is_working = True
        self.import_button.setEnabled(False)
        self.desk.deed(
            lambda uow: import_contacts(uow, rows),
            self._imported,
            self._not_imported,
            initiator=_KEY,
            label=_("Importing contacts"),
        )

    def _imported(self, count: int) -> None:
        self._is_working = False
        name = self._path.name if self._path else ""
        self._read = None
        words = ngettext("{count} contact came in from “{name}”.", "{count} contacts came in from “{name}”.", count)
        told = words.format(count=count, name=name)
        self.done.set_sentence(told)
        self.undo_button.setEnabled(True)
        self._stack.setCurrentWidget(self.done)
        self.done.setFocus()
        self.desk.notify(told, "ok", action_label=_("Undo"), action=self._undo)

    def _not_imported(self, error: ComunicadoError) -> None:
        self._is_working = False
        self.desk.notify_error(error)
        self._plan()

    def _undo(self) -> None:
        self.undo_button.setEnabled(False)
        self.desk.undo_stack.undo()
        self.done.set_sentence(_("The import was undone."))

    def cancel(self) -> None:
        """Forget the file; nothing was stored."""
        self._path = self._read = None
        self._stack.setCurrentWidget(self.start)
        self.start.setFocus()

    def go_back(self) -> None:
        """To the contacts."""
        self.cancel()
        self.desk.navigate(Route("contacts"))


def _read_file(path: Path, region: str, mapping: dict[str, str]) -> ReadContacts:
    from desktop.exchange.contact_files import read_contact_file  # noqa: PLC0415 - lazy: its parsers cost 60 ms

    return read_contact_file(path, region=region, mapping=mapping or None)


ENTRY = ScreenEntry(
    "import-contacts",
    lambda: _("Import contacts"),
    "download-simple",
    ImportContactsScreen,
    in_rail=False,
    rail_parent="contacts",
)
