"""``comunicado workspace …``: new, info, verify, backup. And ``text segment``, which needs none."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

from desktop.app import wiring
from desktop.app.cli.output import emit
from desktop.domain.errors import WorkspaceError
from desktop.i18n import _


def new(given: argparse.Namespace) -> None:
    """Make an empty workspace."""
    path = Path(given.file)
    wiring.create_new(path).close()
    emit(given.json, {"file": str(path)}, lambda: [str(path)])


def info(given: argparse.Namespace) -> None:
    """What is in a workspace."""
    workspace = wiring.open_existing(Path(given.file))
    try:
        found = dataclasses.asdict(workspace.info())
    finally:
        workspace.close()
    emit(given.json, found, lambda: [f"{name}: {value}" for name, value in found.items()])


def verify(given: argparse.Namespace) -> None:
    """Check a workspace; problems are an error."""
    workspace = wiring.open_existing(Path(given.file))
    try:
        problems = list(workspace.verify())
    finally:
        workspace.close()
    value = {"file": given.file, "ok": not problems, "problems": problems}
    emit(given.json, value, lambda: problems or [_("No problems found.")])
    if problems:
        raise WorkspaceError(
            _("The workspace has problems: {count}.").format(count=len(problems)),
            advice=_("Go back to the latest backup that verifies."),
        )


def backup(given: argparse.Namespace) -> None:
    """Write a copy beside the workspace, or where ``--output`` says."""
    workspace = wiring.open_existing(Path(given.file))
    try:
        written = workspace.backup(Path(given.output) if given.output else None)
    finally:
        workspace.close()
    emit(given.json, {"file": str(written)}, lambda: [str(written)])


def segment(given: argparse.Namespace) -> None:
    """Cut a plain text into sentences, one per line; every line of the file is a paragraph of its own."""
    from desktop.exchange.plain_lines import read_lines
    from desktop.services.languages import language_tag

    language = language_tag(given.language)
    segmenter = wiring.make_tools().segmenter
    found = [line[start:end] for line in read_lines(Path(given.file)) for start, end in segmenter.cut(line, language)]
    emit(given.json, {"segments": found}, lambda: found)
