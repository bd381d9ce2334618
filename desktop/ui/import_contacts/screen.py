"""Import contacts: drop a file, look at what becomes of each row, import, and take it back if need be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.contacts.plan import PlannedRow
from desktop.domain.changes import CONTACT, ChangeSet
from desktop.domain.errors import ComunicadoError
from desktop.exchange.read_contacts import ReadContacts, ReadingOptions
from desktop.i18n import _, ngettext
from desktop.services.contact_import import ImportReport, ImportSource, import_contacts, plan_contacts
from desktop.services.contact_import_undo import UndoReport, imports, undo_import
from desktop.services.import_profiles import profiles, save_profile
from desktop.ui.desk import Desk, Route
from desktop.ui.import_contacts.earlier import EarlierImports
from desktop.ui.import_contacts.preview import PlanPreview, scroll_area
from desktop.ui.people.words import counted
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.theme.tokens import S8, S12, S16, S24
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.section_header import label

SUFFIXES = (
    ".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".vcf", ".vcard", ".ldif", ".ldi",
)  # fmt: skip
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
        self._batch_id = ""
        self._profiles: dict[str, ReadingOptions] = {}
        self.setAcceptDrops(True)
        self._lay_out()
        self.preview.changed.connect(self._read_again)
        self.preview.reading.profile_chosen.connect(self._take_profile)
        self.preview.reading.save_asked.connect(self._save_profile)
        desk.hub.announced.connect(self._hear)
        add = desk.actions.add
        add("import-contacts.choose", _("Choose a contact file"), "Ctrl+O", self.choose, owner=self, icon="file")
        add("import-contacts.import", _("Import these contacts"), "Ctrl+Return", self.carry_out, owner=self)
        add("import-contacts.back", _("Back to the contacts"), "Esc", self.go_back, owner=self, icon="arrow-left")

    def _lay_out(self) -> None:
        self.start = EmptyState(
            "address-book",
            _(
                "Drop a table (CSV, Excel, LibreOffice), cards (vCard) or an LDIF file here, from Outlook, Google, "
                "Thunderbird or a telephone. Nothing is stored before you have looked at it."
            ),
            _("Choose a file"),
            self.choose,
            title=_("Import contacts"),
        )
        self.preview = PlanPreview(
            self.desk.preferences.get(_REGION) or QLocale.territoryToCode(QLocale.system().territory())
        )
        self.done = EmptyState("check-circle", "", _("Show the contacts"), self.go_back, title=_("Imported"))
        self.undo_button = self.done.add_button(
            _("Undo the import"), lambda: self._undo_earlier(self._batch_id), icon_name="arrow-u-up-left"
        )
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
        column.addWidget(scroll_area(self.preview), 1)
        column.addLayout(foot)
        self.earlier = EarlierImports()
        self.earlier.undo_asked.connect(self._undo_earlier)
        self._first = QWidget()
        first = QVBoxLayout(self._first)
        first.setContentsMargins(S24, S16, S24, S24)
        first.addWidget(self.start, 1)
        first.addWidget(self.earlier)
        self._stack = QStackedLayout(self)
        for page in (self._first, self._work, self.done):
            self._stack.addWidget(page)
        self.setFocusProxy(self.start)

    # -- arriving -------------------------------------------------------------------------------------------

    def enter(self, route: Route) -> None:
        self._load_profiles()
        self._load_imports()
        if route.detail:
            self.open(Path(route.detail))
        elif self._stack.currentWidget() is self.done:
            self.cancel()

    def title(self) -> str:
        return _("Import contacts")

    def is_ready(self) -> bool:
        return not self._is_working

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
        self.preview.reading.forget()
        self._start_reading(ReadingOptions(self.preview.reading.region.value))

    # -- reading and planning -------------------------------------------------------------------------------

    def _read_again(self) -> None:
        if self._path is not None:
            self.desk.preferences.set(_REGION, self.preview.reading.region.value)
            options, before = self.preview.options(), self._read
            if before and (options.sheet, options.separator) != (before.sheet, before.separator):
                # Another sheet or separator has other columns: what was said of these is of no use.
                options = replace(options, mapping={}) if _has_other_columns(options, before) else options
            self._start_reading(options)

    def _start_reading(self, options: ReadingOptions) -> None:
        path = self._path
        assert path is not None
        self._is_working = True
        self.import_button.setEnabled(False)
        self.desk.compute(
            lambda: _read_file(path, options),
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
            self._show_start()

    def _plan(self) -> None:
        read = self._read
        if read is None:
            return
        self._is_working = True
        with_lists = self.preview.reading.with_lists.isChecked()
        self.desk.run(
            lambda uow: plan_contacts(uow, read.rows, with_lists=with_lists),
            self._show,
            key=f"{_KEY}.plan",
            label=_("Comparing with the directory"),
            flush=False,
        )

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
        if changes.initiator != _KEY and changes.touches(CONTACT):
            self._load_imports()
            if self._read is not None:
                self._plan()

    # -- doing ----------------------------------------------------------------------------------------------

    def carry_out(self) -> None:
        """Import what the preview shows, as one deed."""
        rows = self.preview.model.rows
        if self._read is None or self._is_working or not self.import_button.isEnabled():
            return
        self._is_working = True
        self.import_button.setEnabled(False)
        reading = self.preview.reading
        outside = self._read.outside if reading.with_lists.isChecked() else {}
        name = self._path.name if self._path else ""
        source = ImportSource(name, self._read.sha256, reading.profile.value, outside)
        self.desk.deed(
            lambda uow: import_contacts(uow, rows, source),
            self._imported,
            self._not_imported,
            initiator=_KEY,
            label=_("Importing contacts"),
        )

    def _imported(self, report: ImportReport) -> None:
        self._is_working = False
        self._batch_id = report.batch_id
        count = report.count
        name = self._path.name if self._path else ""
        self._read = None
        words = ngettext("{count} contact came in from “{name}”.", "{count} contacts came in from “{name}”.", count)
        told = words.format(count=count, name=name)
        self.done.set_sentence(told)
        self.undo_button.setEnabled(True)
        self._stack.setCurrentWidget(self.done)
        self.done.setFocus()
        self.desk.notify(told, "ok", action_label=_("Undo"), action=self.undo_button.click)

    def _not_imported(self, error: ComunicadoError) -> None:
        self._is_working = False
        self.desk.notify_error(error)
        self._plan()

    def _undo_earlier(self, batch_id: str) -> None:
        if not batch_id:
            return
        self.undo_button.setEnabled(False)
        self._batch_id = "" if batch_id == self._batch_id else self._batch_id
        self.desk.deed(
            lambda uow: undo_import(uow, batch_id),
            self._undone,
            self._not_undone,
            initiator=_KEY,
            label=_("Undoing the import"),
        )

    def _undone(self, report: UndoReport) -> None:
        told = _undone_words(report)
        self.done.set_sentence(told)
        self.desk.notify(told, "ok")
        self._load_imports()

    def _not_undone(self, error: ComunicadoError) -> None:
        self.desk.notify_error(error)
        self._load_imports()

    # -- profiles and earlier imports -----------------------------------------------------------------------

    def _load_profiles(self) -> None:
        self.desk.run(profiles, self._offer_profiles, key=f"{_KEY}.profiles", flush=False)

    def _offer_profiles(self, saved: dict[str, ReadingOptions]) -> None:
        self._profiles = saved
        self.preview.reading.offer_profiles(saved)

    def _take_profile(self, name: str) -> None:
        options = self._profiles.get(name)
        if self._path is None:
            return
        if options is None:
            self.open(self._path)
            return
        self.preview.reading.take(options)
        self._start_reading(replace(options, region=self.preview.reading.region.value, sheet=""))

    def _save_profile(self, name: str) -> None:
        options = replace(self.preview.options(), sheet="")
        self.desk.deed(lambda uow: save_profile(uow, name, options), self._profile_saved, initiator=_KEY)

    def _profile_saved(self, name: str) -> None:
        self.preview.reading.name.clear()
        self._profiles = {**self._profiles, name: self.preview.options()}
        self.preview.reading.offer_profiles(sorted(self._profiles, key=str.casefold))
        self.preview.reading.profile.choose(name)
        self.desk.notify(_("The profile “{name}” was saved.").format(name=name), "ok")
        self._load_profiles()

    def _load_imports(self) -> None:
        self.desk.run(imports, self.earlier.show_imports, key=f"{_KEY}.earlier", flush=False)

    def cancel(self) -> None:
        """Forget the file; nothing was stored."""
        self._path = self._read = None
        self._show_start()
        self.start.setFocus()

    def _show_start(self) -> None:
        self._load_imports()
        self._stack.setCurrentWidget(self._first)

    def go_back(self) -> None:
        """To the contacts."""
        self.cancel()
        self.desk.navigate(Route("contacts"))


def _undone_words(report: UndoReport) -> str:
    told = [_("The import was undone.")]
    if report.kept:
        words = ngettext(
            "{count} contact was changed since and stays: {names}",
            "{count} contacts were changed since and stay: {names}",
            len(report.kept),
        )
        names = ", ".join(name for name, _reason in report.kept[:5])
        told.append(words.format(count=len(report.kept), names=names))
    return " ".join(told)


def _has_other_columns(options: ReadingOptions, before: ReadContacts) -> bool:
    return options.sheet != before.sheet or options.separator not in ("", before.separator)


def _read_file(path: Path, options: ReadingOptions) -> ReadContacts:
    from desktop.exchange.contact_files import read_contact_file  # noqa: PLC0415 - lazy: its parsers cost 60 ms

    return read_contact_file(path, options)


ENTRY = ScreenEntry(
    "import-contacts",
    lambda: _("Import contacts"),
    "download-simple",
    ImportContactsScreen,
    in_rail=False,
    rail_parent="contacts",
)
