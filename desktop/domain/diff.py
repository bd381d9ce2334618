"""A change in words, as every engine tells it and every screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class DiffPart:
    """A piece of a diff. All but the inserted parts join to the old text, all but the deleted to the new."""

    kind: Literal["equal", "delete", "insert"]
    text: str
