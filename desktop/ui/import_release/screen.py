"""Import a release: from a file, the clipboard or a drop, with everything recognised open to correction."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.document import BlockKind, Document
from desktop.domain.errors import ComunicadoError
from desktop.editorial.recognition import Recognised, to_blocks
from desktop.i18n import _, ngettext
from desktop.services import importing
from desktop.services.journal import Unsaved
from desktop.ui.desk import Desk, Route
from desktop.ui.import_release.found import FoundInspector
from desktop.ui.import_release.lines import LinesModel, LinesView
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.text.alive import while_alive
from desktop.ui.text.kinds import KIND_KEYS, kind_name
from desktop.ui.theme.tokens import S8, S12, S16
from desktop.ui.widgets import EmptyState, PrimaryButton, QuietButton, label, line
from desktop.ui.widgets.flow import FlowRow

_KINDS: tuple[BlockKind, ...] = tuple(kind for kind, _key in KIND_KEYS)
_SUFFIXES = (".txt", ".html", ".htm", ".docx")
_FOLDER = "import.folder"
ClipboardTexts = tuple[str | None, str | None]  # HTML, plain


class ImportScreen(Screen):
    """Nothing is written before "Import release"."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_reading = self._is_importing = False
        self._again: tuple[Path | None, ClipboardTexts | None] = (None, None)
        self.setAcceptDrops(True)
        self.lines = LinesModel(kind_name)
        self.view = LinesView(self.lines, _KINDS)
        self.found = FoundInspector()
        self.inspector = self.found
        self._summary = label("", "muted")
        self._source = label("", "title")
        self.import_button = PrimaryButton(_("Import release"), self.import_now)
        self._pages = QStackedWidget()
        self._lay_out()
        self.lines.changed.connect(self._follow)
        self.found.language_chosen.connect(self._read_in)
        add = desk.actions.add
        add("import.choose", _("Choose a file to import…"), "Ctrl+O", self.choose_file, owner=self, screen="import")
        add("import.paste", _("Paste a text to import"), "Ctrl+V", self.paste, owner=self, screen="import")
        add("import.now", _("Import release"), "Ctrl+Return", self.import_now, owner=self, screen="import")

    def _lay_out(self) -> None:
        empty = EmptyState(
            "download-simple",
            _("Drop a Word document, a saved web page or a text here. Nothing is stored before you have looked at it."),
            _("Choose a file"),
            self.choose_file,
            title=_("Import a release"),
        )
        empty.add_button(_("Paste from the clipboard"), self.paste, icon_name="clipboard-text")
        self._pages.addWidget(empty)
        self._pages.addWidget(self._preview())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.found.show_parts(is_shown=False)

    def _preview(self) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(S16, S12, S16, S8)
        head.setSpacing(S8)
        head.addWidget(self._source)
        head.addStretch(1)
        head.addWidget(QuietButton(_("Start here"), self.view.begin_here, icon_name="arrow-line-down"))
        head.addWidget(QuietButton(_("Another file"), self.choose_file, icon_name="folder-open"))
        foot = FlowRow()
        foot.setContentsMargins(S16, S8, S16, S8)
        foot.setSpacing(S16)
        foot.add(self._summary)
        foot.add(label(_("S starts the release here · K keeps or cuts · Enter changes the kind"), "small"), 1)
        foot.add(self.import_button)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(line())
        column.addLayout(foot)
        return page

    def enter(self, route: Route) -> None:
        """Show what was being imported, or how to begin; ``route.detail`` may name a file."""
        self.found.offer_types(self.desk.templates.all())
        if route.detail:
            self.read_path(Path(route.detail))

    def title(self) -> str:
        """The page's name."""
        return _("Import a release")

    def is_ready(self) -> bool:
        """Whether the text asked for is recognised."""
        return not self._is_reading

    # -- reading --------------------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a file."""
        patterns = " ".join(f"*{suffix}" for suffix in _SUFFIXES)
        chosen, _filter = QFileDialog.getOpenFileName(
            self,
            _("Import a release"),
            self.desk.preferences.get(_FOLDER),
            _("Releases ({patterns})").format(patterns=patterns),
        )
        if chosen:
            self.desk.preferences.set(_FOLDER, str(Path(chosen).parent))
            self.read_path(Path(chosen))

    def read_path(self, path: Path, language: str = "") -> None:
        """Read a file in the pool and show what was recognised."""
        tools = self.desk.tools
        self._begin((path, None))
        self.desk.compute(
            lambda: importing.read_release(path, tools, language=language),
            while_alive(self, lambda found: self._show(found, path.name)),
            while_alive(self, self._could_not),
            label=_("Reading {name}").format(name=path.name),
            key="import.read",
        )

    def paste(self) -> None:
        """Read what is on the clipboard."""
        self._read_mime(QGuiApplication.clipboard().mimeData())

    def _read_mime(self, mime: QMimeData, language: str = "") -> None:
        self._read_texts((mime.html() if mime.hasHtml() else None, mime.text() if mime.hasText() else None), language)

    def _read_texts(self, texts: ClipboardTexts, language: str = "") -> None:
        if not (texts[0] or "").strip() and not (texts[1] or "").strip():
            self.desk.notify(_("There is no text on the clipboard."))
            return
        tools = self.desk.tools
        self._begin((None, texts))

        def read() -> Recognised:
            from desktop.exchange.readers import read_clipboard  # noqa: PLC0415 - lazy: the HTML parser

            return importing.recognise_read(read_clipboard(*texts), tools, language=language)

        self.desk.compute(
            read,
            while_alive(self, lambda found: self._show(found, _("Pasted text"))),
            while_alive(self, self._could_not),
            key="import.read",
        )

    def _read_in(self, language: str) -> None:
        path, texts = self._again
        if path is not None:
            self.read_path(path, language)
        elif texts is not None:
            self._read_texts(texts, language)

    def _begin(self, again: tuple[Path | None, ClipboardTexts | None]) -> None:
        self._is_reading = True
        self._again = again

    def _could_not(self, error: ComunicadoError) -> None:
        self._is_reading = False
        self.desk.notify_error(error)

    def _show(self, recognised: Recognised, name: str) -> None:
        self._is_reading = False
        self._source.setText(name)
        self.lines.show_recognised(recognised)
        self._pages.setCurrentIndex(1)
        self.found.show_parts(is_shown=True)
        self.view.go_to(recognised.start)
        self.view.setFocus()

    def _follow(self) -> None:
        recognised = self.lines.recognised
        kept = sum(block.is_kept for block in recognised.blocks)
        cut = len(recognised.blocks) - kept
        keeps = ngettext("{count} block kept", "{count} blocks kept", kept).format(count=kept)
        cuts = ngettext("{count} line cut off", "{count} lines cut off", cut).format(count=cut)
        self._summary.setText(f"{keeps} · {cuts}")
        self.import_button.setEnabled(kept > 0)
        self.found.show_found(recognised.language, recognised.contacts, recognised.warnings)
        self._keep_unsaved(recognised)

    def _keep_unsaved(self, recognised: Recognised) -> None:
        """What is being looked through is in no workspace yet: a crash must not take it along."""
        numbers = count(1)
        blocks = to_blocks(recognised, lambda: str(next(numbers)))
        if blocks:
            type_ = str(self.found.types.currentData() or "press-release")
            self.desk.journal.keep("import", Unsaved(Document("import", recognised.language or "en", blocks), type_))
        else:
            self.desk.journal.drop("import")

    # -- dropping -------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        mime = event.mimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.read_path(files[0])
        else:
            self._read_mime(mime)
        event.acceptProposedAction()

    # -- importing ------------------------------------------------------------------------------------------

    def import_now(self) -> None:
        """Make the release, add the ticked people, open the editor."""
        recognised = self.lines.recognised
        if self._is_importing or not any(block.is_kept for block in recognised.blocks):
            return
        self._is_importing = True
        type_, people = str(self.found.types.currentData() or "press-release"), self.found.people.chosen()

        def done(imported: importing.ImportedRelease) -> None:
            self._clear()
            self.desk.navigate(Route("editor", imported.opened.release.id))

        def failed(error: ComunicadoError) -> None:
            self._is_importing = False
            self.desk.notify_error(error)

        self.desk.deed(
            lambda uow: importing.import_release(uow, recognised, type_=type_, contacts=people),
            while_alive(self, done),
            while_alive(self, failed),
            label=_("Importing the release"),
        )

    def _clear(self) -> None:
        self._is_importing = False
        self._again = (None, None)
        self.lines.show_recognised(Recognised("", 0, 0, ()))
        self._pages.setCurrentIndex(0)
        self.found.show_parts(is_shown=False)


ENTRY = ScreenEntry(
    "import", lambda: _("Import a release"), "download-simple", ImportScreen, in_rail=False, rail_parent="releases"
)
