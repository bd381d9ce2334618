"""People leave as a file: read in batches, written in the pool, put in place whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.contact import Contact
from desktop.i18n import _, ngettext
from desktop.services.directory import get_contact
from desktop.services.exporting import write_whole
from desktop.ui.desk import Desk

#: Cards read in one unit of work: the worker stays free for others between two of them.
_BATCH = 250
_FOLDER = "contacts.folder"

ChoosePath = Callable[[QWidget, str, str], Path | None]


def ask_for_path(parent: QWidget, suggested: str, filters: str) -> Path | None:
    """The system's save dialog; ``None`` where it was closed."""
    name, _kind = QFileDialog.getSaveFileName(parent, _("Export contacts"), suggested, filters)
    return Path(name) if name else None


class PeopleExport(QObject):
    """One export at a time. ``choose_path`` is the save dialog."""

    def __init__(self, desk: Desk, parent: QWidget, choose_path: ChoosePath = ask_for_path) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self.choose_path = choose_path
        self._run = 0

    def start(self, ids: Sequence[str], name: str, suffix: str) -> None:
        """Ask where to, then write these people as ``csv`` or ``vcf``; ``name`` is the suggested file's, bare."""
        if not ids:
            self._desk.notify(_("There is nobody to export."))
            return
        filters = _("Contact table (*.csv)") if suffix == "csv" else _("vCard (*.vcf)")
        folder = self._desk.preferences.get(_FOLDER, str(Path.home()))
        path = self.choose_path(self._window, str(Path(folder) / f"{_file_name(name)}.{suffix}"), filters)
        if path is None:
            return
        if not path.suffix:
            path = path.with_suffix(f".{suffix}")
        self._desk.preferences.set(_FOLDER, str(path.parent))
        self._run += 1
        self._read(self._run, tuple(ids), [], path)

    def _read(self, run: int, ids: tuple[str, ...], read: list[Contact], path: Path) -> None:
        rest = ids[len(read) : len(read) + _BATCH]

        def go_on(batch: list[Contact]) -> None:
            if run != self._run:
                return
            read.extend(batch)
            if len(read) < len(ids):
                self._read(run, ids, read, path)
            else:
                self._write(read, path)

        label = _("Reading contacts: {done} of {count}").format(done=len(read), count=len(ids))
        self._desk.run(lambda uow: [get_contact(uow, each) for each in rest], go_on, label=label)

    def _write(self, people: Sequence[Contact], path: Path) -> None:
        words = ngettext(
            "{count} contact was exported to “{name}”.", "{count} contacts were exported to “{name}”.", len(people)
        )
        self._desk.compute(
            lambda: _write_file(people, path),
            lambda _none: self._desk.notify(words.format(count=len(people), name=path.name), "ok"),
            label=_("Writing contacts"),
        )


def _write_file(people: Sequence[Contact], path: Path) -> None:
    from desktop.exchange.contacts_out import to_csv, to_vcard  # noqa: PLC0415 - lazy: only an export needs it

    content = to_vcard(people) if path.suffix.lower() in (".vcf", ".vcard") else to_csv(people)
    write_whole(path, content)


def _file_name(name: str) -> str:
    kept = "".join(" " if character in '\\/:*?"<>|' or not character.isprintable() else character for character in name)
    return " ".join(kept.split())[:80].strip(". ") or "contacts"
