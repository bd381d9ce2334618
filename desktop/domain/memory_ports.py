"""What the services need of the place where the translation memory is kept; see :mod:`desktop.domain.ports`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # as in the other ports
    from desktop.domain.unit import Asked, TranslationUnit, UnitQuery


class Memory(Protocol):
    """The translation memory. A unit's ``place`` is its number; it rises, and a unit whose words change gets a new one."""

    def get(self, unit_id: str) -> TranslationUnit:
        """One unit; raises NotFoundError."""
        ...

    def of_segment(self, segment_id: str) -> TranslationUnit | None:
        """The unit that a segment keeps up to date."""
        ...

    def at(self, places: Sequence[int]) -> tuple[TranslationUnit, ...]:
        """The units of some places in their order; those that are gone are left out."""
        ...

    def candidates(self, asked: Asked, *, least: float, most: int) -> tuple[TranslationUnit, ...]:
        """Units that may be at least ``least`` (0 to 1) like a sentence, on either side, and all with its very text.

        At most ``most`` of those that are only like it. They want scoring.
        """
        ...

    def having(self, words: str, languages: Sequence[str], *, most: int) -> tuple[int, ...]:
        """Places of units of which one side has all the words, the newest first."""
        ...

    def places(self, query: UnitQuery) -> Sequence[int]:
        """The places of all units that a query means, the newest first; for words at most some thousands."""
        ...

    def languages(self) -> tuple[str, ...]:
        """The primary subtags of the languages there are."""
        ...

    def count(self) -> int:
        """How many units there are."""
        ...

    def every(self, query: UnitQuery, *, after: int = 0, limit: int = 1000) -> tuple[TranslationUnit, ...]:
        """Units with a place above ``after``, in the order of their places; the query's ``text`` does not count."""
        ...

    def put(self, unit: TranslationUnit) -> TranslationUnit:
        """Add (``rev == 0``) or save a unit; raises ConflictError on an old ``rev``."""
        ...

    def add(self, units: Iterable[TranslationUnit]) -> tuple[int, int]:
        """Add many new units; those without an id get one. Answers the first and the last place.

        Call :meth:`take_in` when all are there.
        """
        ...

    def without_known(self, units: Sequence[TranslationUnit]) -> list[TranslationUnit]:
        """Those that are not there yet in the same words between the same neighbours, each once."""
        ...

    def take_in(self, *, at_least: int | None = None) -> int:
        """Index what waits, where it is much, or more than ``at_least``; answers how many units that were."""
        ...

    def remove(self, unit_ids: Sequence[str]) -> None:
        """Leave tombstones."""
        ...

    def restore(self, unit_ids: Sequence[str]) -> None:
        """Take the tombstones away."""
        ...

    def remove_between(self, first: int, last: int) -> None:
        """Leave tombstones at the places from ``first`` to ``last``."""
        ...

    def restore_between(self, first: int, last: int) -> None:
        """Take those tombstones away."""
        ...
