"""Comments: remarks on a stretch of a text or on a translated sentence, with answers. Never part of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Anchor:
    """Code points ``[start, end)`` of a block, and the words that stood there when the comment was made."""

    block_id: str
    start: int
    end: int
    quoted: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment (``parent_id`` empty), or an answer to one.

    It is on a block of a source version (``block_id``) or on a sentence of a translation (``segment_id``). A comment
    whose block is gone keeps its last place: where the block comes back (undo), so does the comment.
    """

    id: str
    release_id: str
    version_id: str
    body: str
    author: str = ""
    block_id: str = ""
    segment_id: str = ""
    start: int = 0
    end: int = 0
    quoted: str = ""
    parent_id: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None
    resolved_at: datetime | None = None
    resolved_by: str = ""
    rev: int = 0

    @property
    def anchor(self) -> Anchor:
        """Where it is."""
        return Anchor(self.block_id, self.start, self.end, self.quoted)

    @property
    def is_resolved(self) -> bool:
        """Whether somebody said that nothing is left to do."""
        return self.resolved_at is not None


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its answers, oldest first."""

    comment: Comment
    replies: tuple[Comment, ...] = ()

    @property
    def is_resolved(self) -> bool:
        """Whether it is settled."""
        return self.comment.is_resolved


def in_threads(comments: Iterable[Comment]) -> tuple[Thread, ...]:
    """Comments (oldest first) as threads; an answer whose comment is missing stands for itself."""
    found = tuple(comments)
    roots = {each.id for each in found if not each.parent_id}
    return tuple(
        Thread(each, tuple(reply for reply in found if reply.parent_id == each.id))
        for each in found
        if each.parent_id not in roots
    )
