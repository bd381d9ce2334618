"""What stands in the planning calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.release import ReleaseSummary


class MomentKind(StrEnum):
    """What happens at an hour."""

    DUE = "due"
    EMBARGO = "embargo"
    SCHEDULED = "scheduled"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class PlannedMoment:
    """One hour of one release: when it is due, when its embargo ends, when it leaves or left.

    ``at`` is UTC; ``zone`` the IANA name it was given in (empty: this computer's). ``language`` is set where the hour
    is one version's own.
    """

    kind: MomentKind
    at: datetime
    zone: str
    row: ReleaseSummary
    language: str = ""
