"""Every command on a workspace, a line each: what was asked for, and the function that does it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop.app.cli import (
    archive,
    checking,
    contacts,
    duplicates,
    handing,
    lists,
    memory,
    new_release,
    releases,
    rights,
    terms,
    workflow,
)
from desktop.storage.workspace import Workspace

#: What may make the workspace that it brings something into.
BRINGING: dict[tuple[str, str], Callable[[Path, argparse.Namespace], object]] = {
    ("release", "import"): releases.import_release,
    ("contacts", "import"): contacts.import_contacts,
    ("memory", "import"): memory.import_memory,
    ("terms", "import"): terms.import_terms,
}
COMMANDS: dict[tuple[str, str], Callable[[Workspace, argparse.Namespace], object]] = {
    ("release", "new"): new_release.new_release,
    ("release", "list"): releases.list_releases,
    ("release", "show"): releases.show_release,
    ("release", "translate"): releases.translate,
    ("release", "edit"): releases.edit,
    ("release", "export"): handing.export,
    ("release", "merge"): handing.merge_returned,
    ("release", "history"): archive.history,
    ("search", "search"): archive.search,
    ("release", "approve"): workflow.approve,
    ("release", "status"): workflow.status,
    ("release", "check"): checking.check,
    ("contacts", "export"): contacts.export_contacts,
    ("contacts", "find"): contacts.find,
    ("contacts", "duplicates"): duplicates.find,
    ("contacts", "merge"): duplicates.merge,
    ("contacts", "imports"): contacts.list_imports,
    ("contacts", "undo-import"): contacts.undo_import,
    ("contacts", "held"): rights.held,
    ("contacts", "erase"): rights.erase,
    ("lists", "create"): lists.create,
    ("lists", "show"): lists.show,
    ("lists", "all"): lists.all_lists,
    ("lists", "why"): lists.tell_why,
    ("terms", "export"): terms.export_terms,
    ("terms", "find"): terms.find,
    ("memory", "export"): memory.export_memory,
    ("memory", "lookup"): memory.lookup,
}
