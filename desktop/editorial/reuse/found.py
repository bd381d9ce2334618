"""What the finders pass around."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from desktop.domain.document import Block
from desktop.editorial.gazetteer import Gazetteer
from desktop.editorial.reuse.words.table import Words

T = TypeVar("T")


class GapKind(StrEnum):
    """What a found stretch says. The values are printed by the command line and stand in the names of gaps."""

    DATE = "date"
    TIME = "time"
    RELATIVE = "relative-date"
    YEAR = "year"
    EDITION = "edition"
    PERSON = "person"
    TITLE = "title"
    ORGANISATION = "organisation"
    PLACE = "place"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class FoundGap:
    """A stretch ``[start, end)`` of a block that the next release may say otherwise.

    ``group`` is one name for the same thing in several places (William Swing, Swing); it becomes the gap's name.
    ``value`` is what is said, in a form that all languages share (``2020-05-26``, ``11``, ``Nicaragua``). An empty
    ``suggestion``: nothing to propose.
    """

    block_id: str
    start: int
    end: int
    kind: GapKind
    old: str
    suggestion: str
    group: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one finder saw: a stretch with what it says and by what it is the same as another (``key``)."""

    start: int
    end: int
    kind: GapKind
    value: str
    key: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """Whom the directory knows: people's names, and names of outlets and organisations."""

    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """All that a finder may ask: the language's words, the places, who is known, today, and the whole text.

    ``base_year`` is the year that the text speaks of as its own; 0 where it names none.
    """

    language: str
    words: Words
    gazetteer: Gazetteer
    today: date
    known: Known = field(default_factory=Known)
    blocks: tuple[Block, ...] = ()
    base_year: int = 0
    _made: dict[str, object] = field(default_factory=dict, compare=False, repr=False)

    def once(self, name: str, make: Callable[[Reading], T]) -> T:
        """What a finder needs of the whole text: made for the first block that asks, then the same."""
        if name not in self._made:
            self._made[name] = make(self)
        made: T = self._made[name]  # type: ignore[assignment]
        return made


#: Reads one block's text; the block tells its kind and its attributes.
Finder = Callable[[Block, Reading], Iterable[Candidate]]


def spans_of(candidates: Iterable[Candidate]) -> Iterator[tuple[int, int]]:
    """The stretches of some candidates."""
    return ((each.start, each.end) for each in candidates)
