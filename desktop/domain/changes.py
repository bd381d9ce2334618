"""What a service changed, told once to everybody who shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from desktop.domain.ports import UnitOfWork

T = TypeVar("T")

#: Kinds of things a :class:`Change` can name.
(
    RELEASE,
    VERSION,
    BLOCK,
    SEGMENT,
    REVISION,
    CONTACT,
    OUTLET,
    MEDIA_LIST,
    SETTING,
    DISMISSAL,
    BOILERPLATE,
    ASSET,
    COMMENT,
) = (
    "release",
    "version",
    "block",
    "segment",
    "revision",
    "contact",
    "outlet",
    "media-list",
    "setting",
    "dismissal",
    "boilerplate",
    "asset",
    "comment",
)

TEMPLATE = "template"
#: A concept of the termbase with its terms.
CONCEPT = "concept"
#: A unit of the translation memory.
UNIT = "unit"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One thing that was added, changed or removed. ``id`` may be ``*`` where a whole kind changed."""

    kind: str
    id: str
    parent_id: str = ""


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """All that one unit of work changed. ``initiator`` is the screen or command that asked for it."""

    changes: frozenset[Change] = frozenset()
    initiator: str = ""

    @classmethod
    def of(cls, *changes: Change) -> ChangeSet:
        """A change set of some changes."""
        return cls(frozenset(changes))

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __or__(self, other: ChangeSet) -> ChangeSet:
        return ChangeSet(self.changes | other.changes, self.initiator or other.initiator)

    def touches(self, kind: str, id: str = "") -> bool:  # noqa: A002 - the field's own name
        """Whether a thing of this kind (and, where given, this id) changed."""
        return any(c.kind == kind and (not id or c.id in (id, "*")) for c in self.changes)

    def under(self, kind: str, parent_id: str) -> frozenset[str]:
        """Ids of the changed things of a kind that belong to a parent."""
        return frozenset(c.id for c in self.changes if c.kind == kind and c.parent_id == parent_id)

    @staticmethod
    def union(sets: Iterable[ChangeSet]) -> ChangeSet:
        """All changes of several sets in one."""
        result = ChangeSet()
        for each in sets:
            result |= each
        return result


@dataclass(frozen=True)
class Deed:
    """A deed that can be undone: ``run`` does it again or takes it back. ``label`` is for the menu."""

    label: str
    run: Callable[[UnitOfWork], Outcome[Any]]


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What a service answers: a value, what changed, and how to take it back (where that is possible)."""

    value: T
    changes: ChangeSet = field(default_factory=ChangeSet)
    inverse: Deed | None = None
