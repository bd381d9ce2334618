"""People leave as a file: read in batches, written in the pool, put in place whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.contact import Contact
from desktop.i18n import _, ngettext
from desktop.services.contact_export import lists_of, people_in
from desktop.services.exporting import write_whole
from desktop.ui.desk import Desk

#: Cards read in one unit of work: the worker stays free for others between two of them.
_BATCH = 250
_FOLDER = "contacts.folder"
#: Format → the ending of its files.
_SUFFIXES = {"csv": "csv", "xlsx": "xlsx", "vcard3": "vcf", "vcard4": "vcf"}

ChoosePath = Callable[[QWidget, str, str], Path | None]


def ask_for_path(parent: QWidget, suggested: str, filters: str) -> Path | None:
    """The system's save dialog; ``None`` where it was closed."""
    name, _kind = QFileDialog.getSaveFileName(parent, _("Export contacts"), suggested, filters)
    return Path(name) if name else None


@dataclass(frozen=True, slots=True)
class _Target:
    """Where an export goes, and as what."""

    path: Path
    format_: str


class PeopleExport(QObject):
    """One export at a time. ``choose_path`` is the save dialog."""

    def __init__(self, desk: Desk, parent: QWidget, choose_path: ChoosePath = ask_for_path) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self.choose_path = choose_path
        self._run = 0

    def start(self, ids: Sequence[str], name: str, format_: str) -> None:
        """Ask where to, then write these people in a format; ``name`` is the suggested file's, bare."""
        if not ids:
            self._desk.notify(_("There is nobody to export."))
            return
        suffix = _SUFFIXES[format_]
        filters = {
            "csv": _("Contact table (*.csv)"),
            "xlsx": _("Excel workbook (*.xlsx)"),
            "vcf": _("vCard (*.vcf)"),
        }[suffix]
        folder = self._desk.preferences.get(_FOLDER, str(Path.home()))
        path = self.choose_path(self._window, str(Path(folder) / f"{_file_name(name)}.{suffix}"), filters)
        if path is None:
            return
        if not path.suffix:
            path = path.with_suffix(f".{suffix}")
        self._desk.preferences.set(_FOLDER, str(path.parent))
        self._run += 1
        self._read(self._run, tuple(ids), [], _Target(path, format_))

    def _read(self, run: int, ids: tuple[str, ...], read: list[Contact], target: _Target) -> None:
        rest = ids[len(read) : len(read) + _BATCH]

        def go_on(batch: list[Contact]) -> None:
            if run != self._run:
                return
            read.extend(batch)
            if len(read) < len(ids):
                self._read(run, ids, read, target)
            else:
                self._desk.run(
                    lambda uow: lists_of(uow, ids), lambda lists: self._write(read, lists, target), flush=False
                )

        label = _("Reading contacts: {done} of {count}").format(done=len(read), count=len(ids))
        self._desk.run(lambda uow: list(people_in(uow, rest)), go_on, label=label)

    def _write(self, people: Sequence[Contact], lists: Mapping[str, Sequence[str]], target: _Target) -> None:
        words = ngettext(
            "{count} contact was exported to “{name}”.", "{count} contacts were exported to “{name}”.", len(people)
        )
        self._desk.compute(
            lambda: _write_file(people, lists, target),
            lambda _none: self._desk.notify(words.format(count=len(people), name=target.path.name), "ok"),
            label=_("Writing contacts"),
        )


def _write_file(people: Sequence[Contact], lists: Mapping[str, Sequence[str]], target: _Target) -> None:
    from desktop.exchange.contacts_out import write_contacts  # noqa: PLC0415 - lazy: only an export needs it

    write_whole(target.path, write_contacts(people, lists, target.format_))


def _file_name(name: str) -> str:
    kept = "".join(" " if character in '\\/:*?"<>|' or not character.isprintable() else character for character in name)
    return " ".join(kept.split())[:80].strip(". ") or "contacts"
