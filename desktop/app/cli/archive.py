"""``comunicado search`` and ``comunicado release history``."""

from __future__ import annotations

import argparse
import re
from datetime import date
from typing import Any

from desktop.app.cli.output import emit
from desktop.domain.archive import ArchiveQuery
from desktop.domain.errors import BadInputError
from desktop.domain.ports import SearchHit
from desktop.i18n import _, ngettext
from desktop.storage.workspace import Workspace


def search(workspace: Workspace, given: argparse.Namespace) -> None:
    """Search the archive; the best first."""
    from desktop.services.archive import search_archive

    query = ArchiveQuery(
        text=given.text,
        language=given.language or "",
        status=given.status or "",
        speaker=given.speaker or "",
        since=_day(given.since),
        until=_day(given.until),
        in_quotes=given.quotes,
        in_history=given.all_versions,
    )
    with workspace.unit_of_work() as unit:
        found = search_archive(unit, query, first=max(0, given.limit))
    value = {"query": query.to_json(), "count": len(found.places), "results": [_hit(each) for each in found.first]}

    def lines() -> list[str]:
        told = [_line(each) for each in found.first]
        count = len(found.places)
        return told or [ngettext("{count} result", "{count} results", count).format(count=count)]

    emit(given.json, value, lines)


def _hit(hit: SearchHit) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "release": hit.release_id,
        "version": hit.version_id,
        "title": hit.title,
        "language": hit.language,
        "status": hit.status,
        "type": hit.type,
        "date": hit.on,
        "snippet": _plain(hit.snippet),
    }
    if hit.block_id or hit.speaker:
        shown |= {"quote": _plain(hit.snippet), "speaker": hit.speaker, "speaker_title": hit.speaker_title}
        shown |= {"block": hit.block_id}
    if hit.revision_id:
        shown |= {"revision": hit.revision_id, "number": hit.number}
    return shown


def _plain(snippet: str) -> str:
    return snippet.replace("\ue000", "").replace("\ue001", "")


def _line(hit: SearchHit) -> str:
    passage = " ".join(_plain(hit.snippet).split())
    who = ", ".join(part for part in (hit.speaker, hit.speaker_title) if part)
    said = f"“{passage}” – {who}" if who else passage
    return "  ".join((hit.release_id, hit.on, hit.language, hit.title or _("Untitled"), "|", said))


def _day(written: str | None) -> date | None:
    if not written:
        return None
    if re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        try:
            return date.fromisoformat(written)
        except ValueError:
            pass
    raise BadInputError(_("“{text}” is not a day.").format(text=written), advice=_("Write it as 2026-05-26."))


def history(workspace: Workspace, given: argparse.Namespace) -> None:
    """The kept states of a version, newest first."""
    from desktop.services import history as kept
    from desktop.services.releases import open_release, version_of

    with workspace.unit_of_work() as unit:
        opened = open_release(unit, given.id)
        version = version_of(unit, opened.release.id, given.language) if given.language else opened.source
        headers = kept.history(unit, version.id)
    states = [
        {
            "id": each.id,
            "number": each.number,
            "at": each.created_at.isoformat(),
            "author": each.author,
            "label": kept.why_words(each.label),
            "name": each.name,
            "hash": each.content_hash,
        }
        for each in headers
    ]
    value = {"release": opened.release.id, "language": version.language, "versions": states}

    def lines() -> list[str]:
        return [
            "  ".join(str(each[name]) for name in ("number", "at", "author", "label", "name") if each[name])
            for each in states
        ]

    emit(given.json, value, lines)
