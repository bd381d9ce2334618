"""Whose suggestion it is, and since when: the value of a suggestion's marks and block attributes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

_FORM = "%Y-%m-%dT%H:%M:%SZ"
#: The time of a suggestion whose stamp cannot be read.
UNKNOWN_TIME = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A suggestion's id with its author and time (UTC, whole seconds).

    All pieces of one suggestion (a struck word and the one in its place, paragraphs pasted together) carry the
    same stamp and are settled together.
    """

    id: str
    author: str
    at: datetime

    @property
    def value(self) -> str:
        """``id time author``: one canonical string, which marks and attributes hold."""
        return f"{self.id} {self.at.astimezone(UTC).strftime(_FORM)} {self.author}"

    @classmethod
    def parse(cls, value: str) -> Stamp:
        """The inverse of :attr:`value`. A foreign string becomes a stamp of nobody, with itself as its id."""
        parts = value.split(" ", 2)
        if len(parts) == 3:
            try:
                return cls(parts[0], parts[2], datetime.strptime(parts[1], _FORM).replace(tzinfo=UTC))
            except ValueError:
                pass
        return cls(value, "", UNKNOWN_TIME)


def author_of(value: str) -> str:
    """The author in a stamp's value, cheaply."""
    parts = value.split(" ", 2)
    return parts[2] if len(parts) == 3 else ""


def id_of(value: str) -> str:
    """The suggestion's id in a stamp's value, cheaply."""
    return value.split(" ", 1)[0] if value.count(" ") >= 2 else value
