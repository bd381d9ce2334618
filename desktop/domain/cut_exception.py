"""A translator's own segmentation: a place where sentences are parted or joined against the rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CutException:
    """A place in a source block, told by the words around it, so that edits elsewhere do not move it.

    ``before`` ends and ``after`` begins right at the place (the white space between belongs to neither); ``place`` is
    the code point where it was when it was made, which decides between two that read alike. ``is_join``: no cut here,
    whatever the rules say; else a cut.
    """

    id: str
    version_id: str
    block_id: str
    is_join: bool
    before: str
    after: str
    place: int
    author: str = ""
    rev: int = 0
