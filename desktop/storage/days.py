"""The day a text belongs to in the archive."""

from __future__ import annotations

import re
from datetime import datetime

from desktop.domain.document import BlockKind, Document

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def day_of(document: Document, begun_at: datetime) -> str:
    """The ISO day in the dateline, else the day on which the text was begun (UTC)."""
    dateline = document.first(BlockKind.DATELINE)
    written = dateline.attr("date") if dateline else ""
    return written if _ISO.fullmatch(written) else begun_at.date().isoformat()
