"""``comunicado release …``: import, list, show, translate, edit."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.app import wiring
from desktop.app.cli.output import (
    blocks_json,
    contact_json,
    emit,
    release_json,
    segment_json,
    version_json,
)
from desktop.domain.errors import BadInputError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import ReleaseQuery, Version, VersionRole
from desktop.i18n import _, ngettext
from desktop.storage.workspace import Workspace


def import_release(path: Path, given: argparse.Namespace) -> None:
    """Bring a file in as a new release, with the people named in it; the workspace is made if there is none yet.

    The file is read first: one that cannot be used leaves no new workspace behind.
    """
    from desktop.services import importing

    tools = wiring.make_tools()
    if given.type not in wiring.TEMPLATES:
        raise BadInputError(
            _("There is no type of release “{name}”.").format(name=given.type),
            kept=_("Nothing was changed."),
            advice=_("Choose one of: {names}.").format(names=", ".join(wiring.TEMPLATES)),
        )
    found = importing.read_release(Path(given.file), tools, language=given.language or "")
    with wiring.open_or_create(path) as workspace, workspace.unit_of_work() as unit:
        done = importing.import_release(unit, found, type_=given.type, contacts=found.contacts).value
    opened = done.opened
    value = {
        "id": opened.release.id,
        "title": opened.release.title,
        "language": opened.release.source_language,
        "blocks": blocks_json(opened.document, with_ids=False),
        "contacts": [contact_json(each) for each in done.contacts],
        "warnings": list(found.warnings),
    }
    emit(given.json, value, lambda: [f"{opened.release.id}  {opened.release.title}"])


def list_releases(workspace: Workspace, given: argparse.Namespace) -> None:
    """All releases, the latest changed first."""
    with workspace.unit_of_work() as unit:
        rows = unit.releases.page(ReleaseQuery(limit=1_000_000))
    value = {
        "releases": [
            release_json(row.release) | {"versions": [version_json(version) for version in row.versions]}
            for row in rows
        ]
    }

    def lines() -> list[str]:
        return [
            "  ".join((row.release.id, row.release.title, *(_state_words(version) for version in row.versions)))
            for row in rows
        ]

    emit(given.json, value, lines)


def _state_words(version: Version) -> str:
    counts = version.progress
    if version.role is VersionRole.SOURCE:
        return version.language
    stale = ngettext("{count} stale", "{count} stale", counts.stale).format(count=counts.stale) if counts.stale else ""
    return " ".join(part for part in (f"{version.language} {counts.done}/{counts.total}", stale) if part)


def show_release(workspace: Workspace, given: argparse.Namespace) -> None:
    """One release with every version, its blocks and its segments."""
    with workspace.unit_of_work() as unit:
        value = _shown(unit, given.id)

    def lines() -> list[str]:
        result = [f"{value['id']}  {value['title']}  {value['status']}"]
        for version in value["versions"]:
            result += ["", f"[{version['language']}] {version['role']} {version['state']}"]
            result += [f"{block['kind']:<17} {block['text']}" for block in version["blocks"]]
            result += [
                f"  {'!' if each['stale'] else ' '} {each['state']:<12} {each['change']:<12} {each['source']}"
                for each in version["segments"]
            ]
        return result

    emit(given.json, value, lines)


def _shown(unit: UnitOfWork, release_id: str) -> dict[str, Any]:
    from desktop.domain.suggestions import official, suggestions
    from desktop.services.releases import open_release
    from desktop.services.resolving import resolve
    from desktop.services.translating import open_grid

    opened = open_release(unit, release_id)
    versions = []
    for version in opened.versions:
        is_target = version.role is VersionRole.TARGET
        grid = open_grid(unit, version.id) if is_target else None
        document = grid.target if grid else resolve(unit, None, version.id, official(opened.document))
        pairs = grid.pairs if grid else ()
        counts = {name: value for name, value in version_json(version).items() if name != "segments"}
        versions.append(
            counts
            | {
                "id": version.id,
                "content_hash": document.content_hash(),
                "suggestions": 0 if is_target else len(suggestions(opened.document)),
                "blocks": blocks_json(document),
                "segments": [segment_json(pair) for pair in pairs],
            }
        )
    return release_json(opened.release) | {"versions": versions}


def translate(workspace: Workspace, given: argparse.Namespace) -> None:
    """Add a language to a release; with a file, fill its segments line by line."""
    from desktop.exchange.plain_lines import read_lines
    from desktop.services.languages import language_tag
    from desktop.services.releases import open_release
    from desktop.services.translating import add_version, fill_targets, open_grid

    lines = read_lines(Path(given.from_file)) if given.from_file else None
    language = language_tag(given.to)
    tools = wiring.make_tools()
    with workspace.unit_of_work() as unit:
        version = open_release(unit, given.id).version_in(language)
        if version is None:
            version = add_version(unit, tools, given.id, language).value
        elif lines is None:
            raise BadInputError(
                _("This release has a version in “{language}” already.").format(language=language),
                advice=_("Add --from-file to fill its sentences."),
            )
        if lines is not None:
            fill_targets(unit, version.id, lines)
        grid = open_grid(unit, version.id)
    counts = grid.progress
    value = {
        "id": grid.release.id,
        "version": version.id,
        "language": version.language,
        "segments": [segment_json(pair) for pair in grid.pairs],
    }
    emit(
        given.json,
        value,
        lambda: [
            _("{language}: {done} of {total} sentences translated, {stale} stale").format(
                language=version.language, done=counts.done, total=counts.total, stale=counts.stale
            )
        ],
    )


def edit(workspace: Workspace, given: argparse.Namespace) -> None:
    """Replace a text in a source version, the way the editor's autosave does."""
    from desktop.services.drafting import replace_text
    from desktop.services.releases import version_of

    tools = wiring.make_tools()
    with workspace.unit_of_work() as unit:
        version = version_of(unit, given.id, given.language)
        outcome = replace_text(unit, tools, version.id, given.find, given.replace)
    value = {"id": version.release_id, "language": version.language, "replaced": outcome.value}
    emit(given.json, value, lambda: [_("{count} replaced").format(count=outcome.value)])
