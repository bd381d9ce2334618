"""What the services need of the termbase's place; see :mod:`desktop.domain.ports`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop.domain.concept import Concept


class Concepts(Protocol):
    """The termbase: concepts with all their terms."""

    def all(self) -> tuple[Concept, ...]:
        """Every concept, the oldest first."""
        ...

    def get(self, concept_id: str) -> Concept:
        """One concept; raises NotFoundError."""
        ...

    def count(self) -> int:
        """How many concepts there are."""
        ...

    def put(self, concept: Concept) -> Concept:
        """Add (``rev == 0``) or save it with exactly these terms; raises ConflictError."""
        ...

    def add_many(self, concepts: Iterable[Concept]) -> None:
        """Add many new concepts quickly."""
        ...

    def remove(self, concept_ids: Iterable[str]) -> None:
        """Leave tombstones; what has one already is passed over."""
        ...

    def restore(self, concept_ids: Iterable[str]) -> None:
        """Take the tombstones away."""
        ...
