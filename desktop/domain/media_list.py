"""What a media list says of people: who was put on it or is kept off it by hand, and how many it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ListEntry:
    """That a person was put on a list by hand, or is kept off it: by whom, when, why."""

    is_excluded: bool = False
    author: str = ""
    on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ListCounts:
    """How many are on a list, and whom it reaches.

    ``suppressed`` are those who are on it and are never written to: marked as do not contact, or without an
    address that may and can be used. They are in ``people`` and in no other count.
    Languages (the one a person prefers), countries and outlets (of the first role) are counted most first; an empty
    name is "none given".
    """

    people: int = 0
    suppressed: int = 0
    do_not_contact: int = 0
    without_email: int = 0
    languages: tuple[tuple[str, int], ...] = ()
    countries: tuple[tuple[str, int], ...] = ()
    outlets: tuple[tuple[str, int], ...] = ()

    @property
    def receivers(self) -> int:
        """How many would be written to."""
        return self.people - self.suppressed


@dataclass(frozen=True, slots=True)
class Traces:
    """What is held on a person beside the card, each as a line of facts: when, what, more."""

    interactions: tuple[tuple[str, ...], ...] = ()
    imports: tuple[tuple[str, ...], ...] = ()
    sendings: tuple[tuple[str, ...], ...] = ()
