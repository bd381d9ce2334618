"""What a sentence's translation read before: the log that is only ever added to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.richtext import RichText
from desktop.domain.segment import CONFIRMED_STATES, SegmentOrigin, SegmentState

#: Values of ``deed`` that a state alone does not tell.
ACCEPTED, REJECTED, RESTORED = "accepted", "rejected", "restored"


@dataclass(frozen=True, slots=True)
class SegmentRecord:
    """One state of a translation: its text, who left it so and when, and the source it was made from."""

    id: str
    segment_id: str
    version_id: str
    target: RichText
    state: SegmentState
    origin: SegmentOrigin
    author: str
    at: datetime
    made_from: RichText | None = None
    deed: str = ""

    @property
    def is_confirmed(self) -> bool:
        """Whether somebody said of it that it is done."""
        return self.state in CONFIRMED_STATES
