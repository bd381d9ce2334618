"""``comunicado contacts held`` and ``comunicado contacts erase``: the rights of the people in the directory."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.app.cli.output import emit, output_file
from desktop.i18n import _
from desktop.storage.workspace import Workspace


def held(workspace: Workspace, given: argparse.Namespace) -> None:
    """Write everything held on a person as a text."""
    from desktop.services.exporting import write_whole
    from desktop.services.listing import contact_called
    from desktop.services.rights import held_on

    output = output_file(given)
    with workspace.unit_of_work() as unit:
        contact = contact_called(unit, given.id)
        text = held_on(unit, contact.id)
    write_whole(output, text.encode("utf-8"))
    emit(given.json, {"id": contact.id, "name": contact.name, "file": str(output)}, lambda: [str(output)])


def erase(workspace: Workspace, given: argparse.Namespace) -> None:
    """Erase a person; without ``--yes`` nothing goes, and it is said who would."""
    from desktop.services.listing import contact_called
    from desktop.services.rights import erase_contact, remaining

    with workspace.unit_of_work() as unit:
        contact = contact_called(unit, given.id)
        if given.yes:
            erase_contact(unit, contact.id)
    remains = [*remaining(), *_backups(workspace.path)]
    value = {"id": contact.id, "name": contact.name, "erased": given.yes, "remains": remains}

    def lines() -> list[str]:
        if given.yes:
            return [_("{name} was erased. This cannot be undone.").format(name=contact.name), *remains]
        return [
            _("{name} would be erased for good. Nothing was changed.").format(name=contact.name),
            *remains,
            _("To do it, say --yes."),
        ]

    emit(given.json, value, lines)


def _backups(path: Path | None) -> list[str]:
    """The backups beside the workspace, by name."""
    if path is None:
        return []
    found = sorted(each.name for each in path.parent.glob("*") if each.name.startswith(f"{path.name}.backup-"))
    return [_("Backup: {name}").format(name=name) for name in found]
