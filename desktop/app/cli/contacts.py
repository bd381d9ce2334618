"""``comunicado contacts …``: import, export, find."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.app import wiring
from desktop.app.cli.output import contact_json, emit, output_file
from desktop.domain.contact import ContactQuery
from desktop.i18n import _
from desktop.storage.workspace import Workspace


def import_contacts(path: Path, given: argparse.Namespace) -> None:
    """Bring people in from a CSV or vCard file; with ``--dry-run`` only say what would happen.

    The workspace is made if there is none yet, but not for a dry run and not for a file that cannot be used.
    """
    from desktop.exchange.contact_files import read_contact_file
    from desktop.services.contact_import import import_contacts as carry_out
    from desktop.services.contact_import import plan_contacts
    from desktop.services.languages import region_code

    region = "" if given.region is None else region_code(given.region)
    read = read_contact_file(Path(given.file), region=region)
    opened = _passing(path) if given.dry_run else wiring.open_or_create(path)
    with opened as workspace, workspace.unit_of_work() as unit:
        rows = plan_contacts(unit, read.rows)
        if not given.dry_run:
            carry_out(unit, rows)
    value = {
        "dry_run": given.dry_run,
        "encoding": read.encoding,
        "rows": [
            {
                "row": row.row,
                "outcome": row.outcome,
                "reason": row.reason,
                "contact": contact_json(row.contact) if row.contact else None,
            }
            for row in rows
        ],
        "lists": [],
        "warnings": list(read.warnings),
    }
    names = {
        "new": _("{count} new"),
        "changed": _("{count} changed"),
        "duplicate": _("{count} known already"),
        "refused": _("{count} refused"),
    }

    def lines() -> list[str]:
        counts = {name: sum(row.outcome == name for row in rows) for name in names}
        told = [words.format(count=counts[name]) for name, words in names.items() if counts[name]]
        refused = [
            _("row {row}: {reason}").format(row=row.row, reason=row.reason) for row in rows if row.outcome == "refused"
        ]
        return [", ".join(told) or _("The file holds no contacts."), *refused]

    emit(given.json, value, lines)


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
    """Write the whole directory as CSV or vCard."""
    from desktop.exchange.contacts_out import to_csv, to_vcard
    from desktop.services.exporting import write_whole

    output = output_file(given)
    with workspace.unit_of_work() as unit:
        people = [unit.contacts.get(each) for each in unit.contacts.ids(ContactQuery())]
    content = to_csv(people) if given.format == "csv" else to_vcard(people)
    write_whole(output, content)
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
