"""What an import did, kept so that the whole of it can be taken back later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import of a file. ``file_hash`` is the SHA-256 of its bytes; ``report`` is JSON with the counts by outcome."""

    id: str
    kind: str
    file_name: str
    file_hash: str = ""
    profile: str = ""
    author: str = ""
    report: str = ""
    created_at: datetime | None = None
    undone_at: datetime | None = None
    rev: int = 0


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One thing that an import made, changed or left alone.

    ``number`` is the row of the file (0 for an outlet or a list made along the way); ``thing_kind`` is ``contact``,
    ``outlet`` or ``media_list``. ``before`` is JSON of what is needed to take it back; ``None`` where nothing was done.
    """

    number: int
    outcome: str
    reason: str = ""
    thing_kind: str = "contact"
    thing_id: str = ""
    before: str | None = None
