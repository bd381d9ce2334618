"""``comunicado contacts …``: import, undo an import, export, find."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.app import wiring
from desktop.app.cli.output import contact_json, emit, output_file
from desktop.contacts.plan import PlannedRow
from desktop.i18n import _, ngettext
from desktop.storage.workspace import Workspace

if TYPE_CHECKING:  # its readers are needed for an import only
    from desktop.exchange.read_contacts import ReadingOptions


def import_contacts(path: Path, given: argparse.Namespace) -> None:
    """Bring people in from a contact file; with ``--dry-run`` only say what would happen.

    The workspace is made if there is none yet, but not for a dry run and not for a file that cannot be used.
    """
    from desktop.exchange.contact_files import read_contact_file
    from desktop.services.contact_import import ImportSource, plan_contacts
    from desktop.services.contact_import import import_contacts as carry_out

    read = read_contact_file(Path(given.file), _options(path, given))
    source = ImportSource(Path(given.file).name, read.sha256, given.profile or "", read.outside)
    opened = _passing(path) if given.dry_run else wiring.open_or_create(path)
    with opened as workspace, workspace.unit_of_work() as unit:
        rows = plan_contacts(unit, read.rows)
        batch_id = "" if given.dry_run else carry_out(unit, rows, source).value.batch_id
    value = {
        "id": batch_id or None,
        "import_id": batch_id or None,
        "dry_run": given.dry_run,
        "encoding": read.encoding,
        "separator": read.separator,
        "columns": {header: field for header, field in read.mapping if field},
        "rows": [_row_json(row) for row in rows],
        "lists": _lists_json(rows, read.groups),
        "warnings": list(read.warnings),
    }
    emit(given.json, value, lambda: _told(rows, batch_id))


def _options(path: Path, given: argparse.Namespace) -> ReadingOptions:
    """How to read the file: by the profile, the region as said on the line."""
    from desktop.exchange.read_contacts import ReadingOptions
    from desktop.services.import_profiles import find_profile, profiles
    from desktop.services.languages import region_code

    options = ReadingOptions()
    if given.profile is not None:
        with _passing(path) as workspace, workspace.unit_of_work() as unit:
            options = find_profile(profiles(unit), given.profile)
    return options if given.region is None else replace(options, region=region_code(given.region))


def _row_json(row: PlannedRow) -> dict[str, Any]:
    contact = contact_json(row.contact) if row.contact else None
    if contact is not None and row.contact is not None:
        contact["source_id"] = row.contact.source_id
    return {"row": row.row, "outcome": row.outcome, "reason": row.reason, "contact": contact}


def _lists_json(rows: Sequence[PlannedRow], groups: Sequence[str]) -> list[dict[str, Any]]:
    from desktop.services.contact_import import planned_lists

    found: dict[str, list[str]] = {name: [] for name in groups}
    for name, members in planned_lists(rows).items():
        found[name] = [row.contact.name for row in members if row.contact]
    return [{"name": name, "members": members} for name, members in found.items()]


def _told(rows: Sequence[PlannedRow], batch_id: str) -> list[str]:
    names = {
        "new": _("{count} new"),
        "changed": _("{count} changed"),
        "duplicate": _("{count} known already"),
        "refused": _("{count} refused"),
    }
    counts = {name: sum(row.outcome == name for row in rows) for name in names}
    told = [words.format(count=counts[name]) for name, words in names.items() if counts[name]]
    refused = [
        _("row {row}: {reason}").format(row=row.row, reason=row.reason) for row in rows if row.outcome == "refused"
    ]
    is_done = batch_id and (counts["new"] or counts["changed"])
    undo = [_("To take it back: comunicado contacts undo-import {id}").format(id=batch_id)] if is_done else []
    return [", ".join(told) or _("The file holds no contacts."), *refused, *undo]


def undo_import(workspace: Workspace, given: argparse.Namespace) -> None:
    """Take a whole import back; who was changed since stays and is told."""
    from desktop.services.contact_import_undo import undo_import as take_back

    with workspace.unit_of_work() as unit:
        report = take_back(unit, given.id).value
    kept = [{"name": name, "reason": reason} for name, reason in report.kept]
    value = {"id": report.batch_id, "removed": report.removed, "restored": report.restored, "kept": kept}

    def lines() -> list[str]:
        words = ngettext("{count} contact taken out", "{count} contacts taken out", report.removed)
        told = [words.format(count=report.removed), _("{count} as before").format(count=report.restored)]
        return [", ".join(told), *(f"{name}: {reason}" for name, reason in report.kept)]

    emit(given.json, value, lines)


def list_imports(workspace: Workspace, given: argparse.Namespace) -> None:
    """All imports, newest first."""
    from desktop.services.contact_import_undo import imports

    with workspace.unit_of_work() as unit:
        found = imports(unit)
    value = [
        {
            "id": each.id,
            "file": each.file_name,
            "at": each.created_at.isoformat() if each.created_at else None,
            "undone_at": each.undone_at.isoformat() if each.undone_at else None,
        }
        for each in found
    ]

    def lines() -> list[str]:
        undone = _("undone")
        return [
            f"{each['id']}  {each['at']}  {each['file']}{'  ' + undone if each['undone_at'] else ''}" for each in value
        ]

    emit(given.json, {"imports": value}, lines)


@contextmanager
def _passing(path: Path) -> Iterator[Workspace]:
    """The workspace, or an empty one that is gone afterwards where there is none yet."""
    if path.exists():
        with wiring.open_existing(path) as workspace:
            yield workspace
        return
    with tempfile.TemporaryDirectory() as folder, wiring.create_new(Path(folder) / path.name) as workspace:
        yield workspace


def export_contacts(workspace: Workspace, given: argparse.Namespace) -> None:
    """Write the whole directory, or one list, as a table or as vCards."""
    from desktop.exchange.contacts_out import write_contacts
    from desktop.services.contact_export import leaving_people, list_called
    from desktop.services.exporting import write_whole

    output = output_file(given)
    with workspace.unit_of_work() as unit:
        list_id = list_called(unit, given.list).id if given.list is not None else ""
        people, lists = leaving_people(unit, list_id=list_id)
    write_whole(output, write_contacts(people, lists, given.format))
    emit(given.json, {"file": str(output), "contacts": len(people)}, lambda: [str(output)])


def find(workspace: Workspace, given: argparse.Namespace) -> None:
    """People with every word of the text somewhere on their card."""
    from desktop.services.directory import find_contacts

    with workspace.unit_of_work() as unit:
        people = find_contacts(unit, given.text, limit=1000)
    emit(
        given.json,
        {"contacts": [contact_json(person) for person in people]},
        lambda: [f"{person.name}  {person.organisation}  {person.email}  {person.phone}" for person in people],
    )
