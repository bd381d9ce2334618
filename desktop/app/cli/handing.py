"""``comunicado release export`` in every format, and ``release merge``: what left for translation comes back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.app.cli.output import emit, output_file
from desktop.i18n import _
from desktop.storage.workspace import Workspace

if TYPE_CHECKING:
    from desktop.services.merging_returned import MergePlan


def add_merge(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """The verb ``release merge``."""
    merge = verbs.add_parser("merge", parents=[common], help=_("take back a file that was handed out for translation"))
    merge.add_argument("id", metavar="ID")
    merge.add_argument("file", metavar="FILE")
    merge.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))


def export(workspace: Workspace, given: argparse.Namespace) -> None:
    """Write one version as a file."""
    from desktop.services.handing_out import gather

    output = output_file(given)
    with workspace.unit_of_work() as unit:
        gathered = gather(unit, given.id, given.language, given.format)
    gathered.write_to(output)
    value = {"file": str(output), "format": given.format, "language": given.language, "bytes": output.stat().st_size}
    emit(given.json, value, lambda: [str(output)])


def merge_returned(workspace: Workspace, given: argparse.Namespace) -> None:
    """Take a returned file back, and report what became of every sentence in it."""
    from desktop.services import merging_returned

    returned = merging_returned.read_file(Path(given.file))
    with workspace.unit_of_work() as unit:
        plan = merging_returned.plan_merge(unit, given.id, returned)
        if not given.dry_run:
            merging_returned.merge(unit, plan)
    emit(given.json, _report(plan), lambda: _lines(plan))


def _report(plan: MergePlan) -> dict[str, Any]:
    return {
        "release": plan.release.id,
        "language": plan.version.language,
        "segments": [
            {
                "id": row.key,
                "outcome": row.outcome.value,
                "reason": row.reason,
                "number": row.number,
                "source": row.source.text,
                "returned": row.theirs.text,
                "target": row.theirs.text if row.is_taken else row.ours.text,
                "comments": [{"author": note.author, "text": note.text} for note in plan.remarks.get(row.key, ())],
            }
            for row in plan.rows
        ],
        "counts": plan.counts,
    }


def _lines(plan: MergePlan) -> list[str]:
    head = ", ".join(f"{name} {count}" for name, count in plan.counts.items())
    told = [row for row in plan.rows if row.reason]
    return [head, *(f"{row.number or '–':>4}  {row.outcome.value:<9}  {row.reason}" for row in told)]
