"""Findings that somebody looked at and called right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Dismissal:
    """One decision: by check and by a finding's hash, in one version or (``is_everywhere``) in every text.

    ``text_hash`` is the finding's ``here`` or ``everywhere``; ``reason`` says in words what was dismissed.
    """

    id: str
    check: str
    text_hash: str
    version_id: str = ""
    release_id: str = ""
    block_id: str = ""
    is_everywhere: bool = False
    reason: str = ""
    author: str = ""
    created_at: datetime | None = None
