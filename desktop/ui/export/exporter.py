"""Export of one version: choose a format, then a file; the editor and the grid use the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QCursor, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.i18n import _
from desktop.publishing.formats import FORMATS
from desktop.services import handing_out
from desktop.services.exporting import Export
from desktop.services.handing_out import HANDOUTS, Handout
from desktop.ui.desk import Desk

_FOLDER = "export.folder"


class Exporter(QObject):
    """From the question to the notice with its "Open" button. The folder chosen last is offered again."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def choose(self, release_id: str, language: str) -> None:
        """Offer the formats, then ask for a file."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        for name, each in FORMATS.items():
            self._offer(menu, _(each.label), partial(self.ask, release_id, language, name))
        outside = menu.addMenu(_("Hand out for translation"))
        for name, handout in HANDOUTS.items():
            self._offer(outside, _(handout.label), partial(self.ask, release_id, language, name))
        menu.popup(QCursor.pos())

    @staticmethod
    def _offer(menu: QMenu, words: str, deed: Callable[[], None]) -> None:
        menu.addAction(words).triggered.connect(lambda _checked=False: deed())

    def ask(self, release_id: str, language: str, format_name: str) -> None:
        """Gather, then ask where to write it."""
        self._desk.run(lambda uow: handing_out.gather(uow, release_id, language, format_name), self._ask_file)

    def _ask_file(self, export: Export | Handout) -> None:
        known = self._desk.preferences.get(_FOLDER)
        standard = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(known) if known and Path(known).is_dir() else Path(standard)
        kinds = f"{_(export.format.label)} (*{export.format.suffix})"
        start = str(folder / export.suggested_name)
        chosen, _filter = QFileDialog.getSaveFileName(self._window, _("Export"), start, kinds)
        if chosen:
            self.write(export, Path(chosen))

    def write(self, export: Export | Handout, path: Path) -> None:
        """Write a gathered export to a file, off the main thread."""
        self._desk.preferences.set(_FOLDER, str(path.parent))

        def open_file() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        def done(_nothing: None) -> None:
            words = _("Saved as {name}.").format(name=path.name)
            self._desk.notify(words, "ok", action_label=_("Open"), action=open_file)

        self._desk.compute(lambda: export.write_to(path), done, label=_("Exporting"))
