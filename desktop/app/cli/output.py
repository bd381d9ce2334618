"""What commands print: one JSON document, or short lines for people."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from desktop.domain.contact import Contact
from desktop.domain.document import Document
from desktop.domain.errors import BadInputError
from desktop.domain.release import Release, Version
from desktop.domain.segment import PairedSegment
from desktop.i18n import _


def emit(as_json: bool, value: Any, lines: Callable[[], Iterable[str]]) -> None:
    """Print ``value`` as one JSON document on stdout, or else the lines."""
    if as_json:
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
        return
    for line in lines():
        sys.stdout.write(f"{line}\n")


def output_file(given: argparse.Namespace) -> Path:
    """The file that ``--output`` names; ``-`` is refused, because it would be made a file of that name."""
    if given.output == "-":
        raise BadInputError(
            _("Files are written, not printed: “-” is not the name of one."),
            kept=_("Nothing was written."),
            advice=_("Give the name of a file."),
        )
    return Path(given.output)


def contact_json(contact: Contact) -> dict[str, Any]:
    """A person as the command line shows one; phones in E.164."""
    return {
        "id": contact.id,
        "name": contact.name,
        "organisation": contact.organisation,
        "emails": [each.address for each in contact.emails],
        "phones": [each.number for each in contact.phones],
        "languages": list(contact.languages),
        "tags": list(contact.tags),
    }


def blocks_json(document: Document, *, with_ids: bool = True) -> list[dict[str, str]]:
    """A document's blocks: ``id`` (where asked), ``kind``, ``text``."""
    return [
        ({"id": block.id} if with_ids else {}) | {"kind": block.kind.value, "text": block.text.text}
        for block in document
    ]


def segment_json(pair: PairedSegment) -> dict[str, Any]:
    """A segment with its derived staleness and change class."""
    segment = pair.segment
    return {
        "id": segment.id,
        "block": segment.block_id,
        "source": segment.source.text,
        "target": segment.target.text,
        "state": segment.state.value,
        "stale": segment.is_stale,
        "change": pair.change.value,
    }


def version_json(version: Version) -> dict[str, Any]:
    """A version's row in a release list."""
    counts = version.progress
    return {
        "language": version.language,
        "role": version.role.value,
        "state": version.status.value,
        "segments": counts.total,
        "done": counts.done,
        "stale": counts.stale,
    }


def release_json(release: Release) -> dict[str, Any]:
    """A release's own facts."""
    return {
        "id": release.id,
        "title": release.title,
        "type": release.type,
        "status": release.status.value,
        "language": release.source_language,
        "number": release.number,
        "embargo_at": release.embargo_at.isoformat() if release.embargo_at else None,
        "embargo_zone": release.embargo_zone,
        "updated_at": release.updated_at.isoformat() if release.updated_at else None,
    }
