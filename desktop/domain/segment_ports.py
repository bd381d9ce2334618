"""What the grid needs of the outside besides the segments: their log, and a translator's own cuts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # as in the other ports: the start must not make these values
    from desktop.domain.cut_exception import CutException
    from desktop.domain.segment_record import SegmentRecord


class SegmentRecords(Protocol):
    """What translations read before; ``Segments.put`` writes it.

    Every confirmation, everything that did not come from the keyboard, and what somebody else (or another origin) had
    left before it is written over.
    """

    def of_segment(self, segment_id: str) -> tuple[SegmentRecord, ...]:
        """The records of a sentence, newest first."""
        ...

    def of_version(self, version_id: str) -> tuple[SegmentRecord, ...]:
        """The records of a version, oldest first."""
        ...

    def known(self, segment_ids: Iterable[str]) -> frozenset[str]:
        """Those of the sentences that have any record."""
        ...

    def add(self, record: SegmentRecord) -> None:
        """Append what no change of the sentence itself tells."""
        ...


class Cuts(Protocol):
    """Where translators part or join sentences against the rules."""

    def of_version(self, version_id: str) -> tuple[CutException, ...]:
        """All of a target version, oldest first."""
        ...

    def put(self, exception: CutException) -> CutException:
        """Add (``rev == 0``, also one that was removed) or save; raises ConflictError."""
        ...

    def remove(self, exception_id: str) -> None:
        """Leave a tombstone."""
        ...
