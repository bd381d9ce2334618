"""Export from the editor: gather, ask for a file, write in the pool, tell."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.i18n import _
from desktop.services import exporting
from desktop.ui.desk import Desk

_FOLDER = "export.folder"


class Exporter(QObject):
    """One export at a time, from the question to the notice with its "Open" button."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent

    def ask(self, release_id: str, language: str, format_name: str) -> None:
        """Gather a version, then ask where to write it."""
        self._desk.run(lambda uow: exporting.gather_export(uow, release_id, language, format_name), self._ask_file)

    def _ask_file(self, export: exporting.Export) -> None:
        known = self._desk.preferences.get(_FOLDER)
        standard = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(known) if known and Path(known).is_dir() else Path(standard)
        kinds = f"{_(export.format.label)} (*{export.format.suffix})"
        start = str(folder / export.suggested_name)
        chosen, _filter = QFileDialog.getSaveFileName(self._window, _("Export"), start, kinds)
        if chosen:
            self.write(export, Path(chosen))

    def write(self, export: exporting.Export, path: Path) -> None:
        """Write a gathered export to a file."""
        self._desk.preferences.set(_FOLDER, str(path.parent))

        def open_file() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        def done(_nothing: None) -> None:
            words = _("Saved as {name}.").format(name=path.name)
            self._desk.notify(words, "ok", action_label=_("Open"), action=open_file)

        self._desk.compute(lambda: export.write_to(path), done, label=_("Exporting"))
