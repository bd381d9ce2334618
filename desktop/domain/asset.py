"""Images that releases show, kept in the workspace."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asset:
    """An image without its bytes; the same bytes (``sha256``, hex) are kept once.

    ``alt``, ``caption``, ``credit`` and ``rights`` are what a block that shows the image begins with.
    """

    id: str
    file_name: str
    media_type: str
    sha256: str
    width: int = 0
    height: int = 0
    alt: str = ""
    caption: str = ""
    credit: str = ""
    rights: str = ""
    rev: int = 0
