"""What the grid needs of the outside: the segments, their log, and a translator's own cuts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # as in the other ports: the start must not make these values
    from desktop.domain.cut_exception import CutException
    from desktop.domain.richtext import RichText
    from desktop.domain.segment import Segment, SegmentPlace
    from desktop.domain.segment_record import SegmentRecord


class Segments(Protocol):
    """The translator's pairs, per target version."""

    def of_version(self, version_id: str) -> tuple[Segment, ...]:
        """Live segments by (block order in the source document, index), then the tray, oldest first."""
        ...

    def of_block(self, version_id: str, block_id: str) -> tuple[Segment, ...]:
        """The live segments of one source block by index."""
        ...

    def places(self, version_id: str) -> tuple[SegmentPlace, ...]:
        """Where the live segments of :meth:`of_version` stand, in its order: a fraction of its work."""
        ...

    def some(self, segment_ids: Iterable[str]) -> tuple[Segment, ...]:
        """The segments with these ids in their order; those that are not there are left out."""
        ...

    def same_source(self, segment: Segment) -> tuple[Segment, ...]:
        """The other live segments of its version that read exactly like it, in the order of :meth:`of_version`."""
        ...

    def is_known_elsewhere(self, version_id: str, segment_id: str, known: Collection[RichText]) -> bool:
        """Whether a segment beside this one has one of the texts as its source, now or when it was made, or waits in the tray."""
        ...

    def get(self, segment_id: str) -> Segment:
        """One segment; raises NotFoundError."""
        ...

    def put(self, segments: Iterable[Segment]) -> tuple[Segment, ...]:
        """Add or save; answers them with their new ``rev``. Raises ConflictError on an old ``rev``."""
        ...

    def remove(self, segment_ids: Iterable[str]) -> None:
        """Remove segments that hold nothing of the translator's."""
        ...

    def repeats(self, segment: Segment) -> tuple[Segment, ...]:
        """Segments with the same source in other drafts of the same pair of languages that are not done yet."""
        ...


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
