"""``comunicado contacts duplicates`` and ``contacts merge``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from desktop.app.cli.output import contact_json, emit
from desktop.i18n import _
from desktop.storage.workspace import Workspace


def find(workspace: Workspace, given: argparse.Namespace) -> None:
    """Pairs of cards that may be one person's, the likeliest first, with the reasons."""
    from desktop.services.duplicates import find_duplicates

    with workspace.unit_of_work() as unit:
        pairs = find_duplicates(unit)
    value = {
        "pairs": [
            {
                "a": pair.a.id,
                "b": pair.b.id,
                "source_a": pair.a.source_id or None,
                "source_b": pair.b.source_id or None,
                "score": pair.score,
                "reasons": list(pair.reasons),
            }
            for pair in pairs
        ]
    }

    def lines() -> Iterator[str]:
        if not pairs:
            yield _("No two cards look like one person.")
        for pair in pairs:
            yield f"{round(pair.score * 100)} %  {pair.a.id}  {pair.b.id}  {pair.a.name} / {pair.b.name}"
            yield from (f"      {reason}" for reason in pair.reasons)

    emit(given.json, value, lines)


def merge(workspace: Workspace, given: argparse.Namespace) -> None:
    """Make one card of two: the first stays and takes on what only the second knows."""
    from desktop.services.duplicates import merge_contacts

    with workspace.unit_of_work() as unit:
        other = unit.contacts.get(given.b)
        merged = merge_contacts(unit, given.a, other.id).value
    value = {"contact": contact_json(merged), "merged": other.id}
    said = _("{other} was merged into {name} ({id}).").format(other=other.name, name=merged.name, id=merged.id)
    emit(given.json, value, lambda: [said])
