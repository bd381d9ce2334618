"""The termbase from and into files, with the system's dialogs; long work shows progress with cancel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.errors import ComunicadoError
from desktop.exchange.terms.files import ENDINGS, FORMATS
from desktop.exchange.terms.read_terms import ReadTerms
from desktop.i18n import _, ngettext
from desktop.services import term_files
from desktop.services.term_files import TermRow
from desktop.ui.desk import Desk
from desktop.ui.text.alive import while_alive

_FOLDER = "terms.folder"


def ask_for_file(parent: QWidget, folder: str) -> Path | None:
    """The system's open dialog; ``None`` where it was closed."""
    kinds = _("Termbases ({patterns})").format(patterns=" ".join(f"*{ending}" for ending in ENDINGS))
    name, _kind = QFileDialog.getOpenFileName(parent, _("Choose a termbase"), folder, kinds)
    return Path(name) if name else None


def ask_for_path(parent: QWidget, suggested: str) -> Path | None:
    """The system's save dialog; the chosen kind gives a name without an ending its ending."""
    kinds = [(_("TBX (*.tbx)"), ".tbx"), (_("Excel (*.xlsx)"), ".xlsx"), (_("CSV (*.csv)"), ".csv")]
    title = _("Export the termbase")
    name, kind = QFileDialog.getSaveFileName(parent, title, suggested, ";;".join(words for words, _ending in kinds))
    if not name:
        return None
    path = Path(name)
    return (
        path
        if path.suffix.lower().removeprefix(".") in FORMATS
        else path.with_name(path.name + dict(kinds).get(kind, ".tbx"))
    )


class TermFiles(QObject):
    """``imported`` carries the report. ``choose_file`` and ``choose_path`` are the dialogs."""

    imported = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.choose_file: Callable[[QWidget, str], Path | None] = ask_for_file
        self.choose_path: Callable[[QWidget, str], Path | None] = ask_for_path

    def ask_import(self) -> None:
        """Ask for a file, then bring it in."""
        path = self.choose_file(self._window, self._folder())
        if path is not None:
            self._desk.preferences.set(_FOLDER, str(path.parent))
            self.bring(path)

    def bring(self, path: Path) -> None:
        """Bring a file in: read in the pool, stored in one transaction that undo takes back."""
        self._read(lambda: term_files.read_term_file(path), path.name)

    def bring_starter(self) -> None:
        """Bring the starter termbase in."""
        self._read(term_files.starter_termbase, _("the starter termbase"))

    def _read(self, read: Callable[[], ReadTerms], name: str) -> None:
        self._desk.compute(
            read, while_alive(self._window, lambda found: self._store(found, name)), label=_("Reading terms")
        )

    def _store(self, read: ReadTerms, name: str) -> None:
        def done(report: tuple[TermRow, ...]) -> None:
            words, refused = self._told(report)
            undo = self._desk.undo_stack.undo
            self._desk.notify(f"{name}: {words}", "stale" if refused else "ok", action_label=_("Undo"), action=undo)
            self.imported.emit(report)

        self._desk.deed(
            lambda uow: term_files.import_terms(uow, read.rows),
            while_alive(self._window, done),
            label=_("Importing terms"),
        )

    @staticmethod
    def _told(report: Sequence[TermRow]) -> tuple[str, list[TermRow]]:
        counts = {each: sum(row.outcome == each for row in report) for each in ("new", "changed", "known", "refused")}
        told = [
            ngettext("{count} new concept", "{count} new concepts", counts["new"]).format(count=counts["new"]),
            _("{count} changed").format(count=counts["changed"]),
            _("{count} known already").format(count=counts["known"]),
        ]
        refused = [row for row in report if row.outcome == "refused"]
        if refused:
            told.append(_("{count} refused").format(count=len(refused)))
            told.append(_("row {row}: {reason}").format(row=refused[0].row, reason=refused[0].reason))
        return ", ".join(told), refused

    def ask_export(self, concept_ids: Sequence[str] = ()) -> None:
        """Ask where to, then write the termbase, or the chosen concepts."""
        path = self.choose_path(self._window, str(Path(self._folder()) / _("termbase")))
        if path is not None:
            self._desk.preferences.set(_FOLDER, str(path.parent))
            self.write(path, concept_ids)

    def write(self, path: Path, concept_ids: Sequence[str] = ()) -> None:
        """Write a file by its ending."""
        format_ = path.suffix.lower().removeprefix(".")
        if format_ not in FORMATS:
            words = _("The ending of “{name}” is no format of a termbase.").format(name=path.name)
            self._desk.notify_error(ComunicadoError(words, kept=_("Nothing was written.")))
            return

        def done(count: int) -> None:
            words = ngettext("{count} concept was exported.", "{count} concepts were exported.", count)
            self._desk.notify(words.format(count=count), "ok")

        self._desk.run(
            lambda uow: term_files.export_terms(uow, path, format_, concept_ids),
            while_alive(self._window, done),
            label=_("Writing terms"),
        )

    def _folder(self) -> str:
        return self._desk.preferences.get(_FOLDER, str(Path.home()))
