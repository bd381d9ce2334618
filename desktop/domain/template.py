"""A release template that the office made, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class StoredTemplate:
    """``name`` is what releases made from it carry as their type; ``body`` is the template's TOML."""

    id: str
    name: str
    body: str
    updated_at: datetime | None = None
    rev: int = 0
