"""``comunicado memory``: bring a translation memory in, write it out, ask it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.app import wiring
from desktop.app.cli.output import emit, output_file
from desktop.i18n import _, ngettext
from desktop.storage.workspace import Workspace


def import_memory(path: Path, given: argparse.Namespace) -> None:
    """Bring a TMX file in; the workspace is made if there is none yet, but not for a file that cannot be read."""
    from desktop.exchange.tmx_reader import TmxFile
    from desktop.services.memory_files import import_tmx

    file = Path(given.file)
    if not path.exists():
        next(iter(TmxFile(file)), None)
    with wiring.open_or_create(path) as workspace, workspace.unit_of_work() as unit:
        result = import_tmx(unit, file).value
    value = {
        "file": str(file),
        "added": result.added,
        "known": result.known,
        "skipped": result.skipped,
        "damaged": result.is_damaged,
    }

    def lines() -> list[str]:
        words = ngettext("{count} unit added", "{count} units added", result.added)
        told = [words.format(count=result.added)]
        if result.known:
            told.append(_("{count} known already").format(count=result.known))
        if result.skipped:
            told.append(_("{count} could not be used").format(count=result.skipped))
        damaged = [_("The file is damaged; what could be read was taken.")] if result.is_damaged else []
        return [", ".join(told), *damaged]

    emit(given.json, value, lines)


def export_memory(workspace: Workspace, given: argparse.Namespace) -> None:
    """Write the whole memory as TMX 1.4b."""
    from desktop.services.memory_files import export_tmx

    output = output_file(given)
    with workspace.unit_of_work() as unit:
        count = export_tmx(unit, output)
    emit(given.json, {"file": str(output), "units": count}, lambda: [str(output)])


def lookup(workspace: Workspace, given: argparse.Namespace) -> None:
    """The units most like a text, the best first; none is no failure."""
    from desktop.domain.richtext import RichText
    from desktop.services.languages import language_tag
    from desktop.services.memory import matches
    from desktop.translation.memory.match import Asked

    asked = Asked(RichText(given.text), language_tag(given.source), language_tag(given.target))
    with workspace.unit_of_work() as unit:
        found = matches(unit, asked, least=given.least, limit=max(1, given.limit))
    value = {"text": given.text, "from": asked.source_language, "to": asked.target_language}

    def lines() -> list[str]:
        if not found:
            return [_("Nothing like it was translated before.")]
        return [f"{match.percent:3} %  {match.source.text}\n       {match.target.text}" for match in found]

    emit(given.json, {**value, "matches": [match_json(match) for match in found]}, lines)


def match_json(match: Any) -> dict[str, Any]:
    """A match as the command line prints it."""
    why = match.explanation
    unit = match.unit
    return {
        "percent": match.percent,
        "class": why.match_class.value,
        "source": match.source.text,
        "target": match.target.text,
        "reversed": match.is_reversed,
        "base": why.base,
        "penalties": [{"reason": each.reason.value, "points": each.points} for each in why.penalties],
        "differences": [each.value for each in why.differences],
        "swaps": [{"old": each.old, "new": each.new} for each in why.swaps],
        "edits": why.edits,
        "words": why.words,
        "unit": {
            "id": unit.id,
            "origin": unit.origin.value,
            "author": unit.author,
            "release": unit.release_id or None,
            "changed_at": unit.changed_at.isoformat() if unit.changed_at else None,
        },
    }
