"""What the services need of the directory: people and outlets, the lists they are on, and what imports did."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the ports name the values, and do not make them: see ports.py
    from datetime import date, datetime

    from desktop.domain.contact import Contact, ContactClues, ContactQuery, ContactRow, MediaList, Outlet
    from desktop.domain.import_batch import ImportBatch, ImportedRow
    from desktop.domain.media_list import ListCounts, ListEntry, Traces
    from desktop.domain.person_facts import PersonFacts


class Contacts(Protocol):
    """People and outlets."""

    def get(self, contact_id: str) -> Contact:
        """The person; raises NotFoundError. An unambiguous prefix will do."""
        ...

    def put(self, contact: Contact) -> Contact:
        """Add (``rev == 0``) or save with all parts; raises ConflictError."""
        ...

    def put_many(self, contacts: Iterable[Contact]) -> int:
        """Add many new people quickly; answers how many."""
        ...

    def some(self, contact_ids: Sequence[str]) -> tuple[Contact, ...]:
        """The living people with these ids, in their order; what is gone is left out."""
        ...

    def known_by(self, clues: ContactClues) -> tuple[Contact, ...]:
        """All living people who have one of these addresses, names (folded), numbers, source ids or outlets."""
        ...

    def remove(self, contact_id: str) -> None:
        """Leave a tombstone."""
        ...

    def remove_many(self, contact_ids: Sequence[str]) -> None:
        """Leave many tombstones quickly; who is gone already stays gone."""
        ...

    def restore(self, contact_id: str) -> None:
        """Take the tombstone away."""
        ...

    def restore_many(self, contact_ids: Sequence[str]) -> None:
        """Take many tombstones away quickly."""
        ...

    def ids(self, query: ContactQuery) -> tuple[str, ...]:
        """All matching ids in the asked order; exact accents first when ``text`` is given."""
        ...

    def rows(self, contact_ids: Sequence[str]) -> tuple[ContactRow, ...]:
        """List rows for these ids, in their order; unknown ids are left out."""
        ...

    def by_email(self, address: str) -> tuple[Contact, ...]:
        """People with this address, compared without case."""
        ...

    def tags(self) -> tuple[str, ...]:
        """All tags in use, sorted."""
        ...

    def names(self) -> tuple[str, ...]:
        """The names of all people and outlets, in no order, without loading anything else of them."""
        ...

    def outlet(self, outlet_id: str) -> Outlet:
        """One outlet; raises NotFoundError."""
        ...

    def outlets(self, text: str = "", limit: int = 200) -> tuple[Outlet, ...]:
        """Outlets whose name has a word beginning with ``text``, by name."""
        ...

    def outlet_named(self, name: str) -> Outlet | None:
        """The outlet of exactly this name, case and accents folded."""
        ...

    def outlets_named(self, names: Iterable[str]) -> dict[str, Outlet]:
        """The outlets of these names, by the name as given; those that do not exist are left out."""
        ...

    def put_outlet(self, outlet: Outlet) -> Outlet:
        """Add or save an outlet; raises ConflictError."""
        ...

    def add_outlets(self, outlets: Sequence[Outlet]) -> None:
        """Add many new outlets without addresses and phones quickly."""
        ...

    def people_at(self, outlet_ids: Sequence[str]) -> dict[str, int]:
        """How many living people have a role at each of these outlets; those with nobody are left out."""
        ...

    def remove_outlet(self, outlet_id: str) -> None:
        """Leave a tombstone; roles keep pointing at it."""
        ...

    def restore_outlet(self, outlet_id: str) -> None:
        """Take the tombstone away."""
        ...


class MediaLists(Protocol):
    """Lists of people: fixed ones, those with conditions, those made of others."""

    def all(self) -> tuple[MediaList, ...]:
        """All lists, by name; fixed ones with their sizes."""
        ...

    def get(self, list_id: str) -> MediaList:
        """One list; raises NotFoundError."""
        ...

    def put(self, media_list: MediaList) -> MediaList:
        """Add or save a list; raises ConflictError."""
        ...

    def remove(self, list_id: str) -> None:
        """Leave a tombstone."""
        ...

    def restore(self, list_id: str) -> None:
        """Take the tombstone away."""
        ...

    def add_members(self, list_id: str, contact_ids: Iterable[str]) -> tuple[str, ...]:
        """Put people on a list; answers those who were not on it before."""
        ...

    def members(self, list_id: str) -> tuple[str, ...]:
        """The ids of the living people put on a list by hand, oldest first. Everybody on it: ``ContactQuery.list_id``."""
        ...

    def entries(self, list_id: str, contact_ids: Sequence[str] | None = None) -> dict[str, ListEntry]:
        """Who of the living was put on a list by hand or is kept off it, by person id; of everybody or of some."""
        ...

    def set_entries(self, list_id: str, entries: Mapping[str, ListEntry | None]) -> tuple[str, ...]:
        """Put people on a list, keep them off it, or neither (``None``); answers those whose entry was written."""
        ...

    def size(self, list_id: str) -> int:
        """How many people are on a list, of whatever it is made."""
        ...

    def counts(self, list_id: str) -> ListCounts:
        """How many people are on a list, and whom it reaches."""
        ...

    def counts_of(self, where: str) -> ListCounts:
        """The same of the people for whom conditions hold; raises BadInputError where they cannot be read."""
        ...

    def is_on(self, list_id: str, contact_id: str) -> bool:
        """Whether a person is on a list, of whatever it is made."""
        ...

    def last_contact(self, contact_id: str) -> date | None:
        """The day (UTC) of the newest entry of the interaction log about a person."""
        ...

    def made_with(self, list_id: str) -> tuple[MediaList, ...]:
        """The lists that take this one in or leave its people out."""
        ...

    def remove_members(self, list_id: str, contact_ids: Iterable[str]) -> tuple[str, ...]:
        """Take people off a list; answers those who were on it."""
        ...


class Imports(Protocol):
    """What imports did, append-only but for the mark that one was undone."""

    def all(self, kind: str) -> tuple[ImportBatch, ...]:
        """All imports of a kind, newest first."""
        ...

    def get(self, batch_id: str) -> ImportBatch:
        """One import; raises NotFoundError. An unambiguous prefix will do."""
        ...

    def add(self, batch: ImportBatch, imported: Iterable[ImportedRow]) -> ImportBatch:
        """Keep an import with its rows."""
        ...

    def rows(self, batch_id: str) -> tuple[ImportedRow, ...]:
        """What an import did, in the order in which it was kept."""
        ...

    def mark_undone(self, batch_id: str, at: datetime | None) -> None:
        """Say that an import was taken back; ``None`` takes the mark away (only undo does that)."""
        ...


class Rights(Protocol):
    """What is held on a person beside the card, erasing, and who must never come back."""

    def traces(self, contact_id: str) -> Traces:
        """What is held beside the card, also on the cards that were merged into this one."""
        ...

    def erase(self, contact_id: str, texts: Collection[str]) -> None:
        """Erase a person, with every trace; reasons of imports that hold one of ``texts`` are emptied."""
        ...

    def suppress(self, hashes: Collection[str], reason: str) -> None:
        """Remember hashes of addresses and phones for good."""
        ...

    def suppressed(self, hashes: Collection[str]) -> frozenset[str]:
        """Those of the hashes that are remembered."""
        ...

    def has_suppressed(self) -> bool:
        """Whether any hash is remembered."""
        ...


class Duplicates(Protocol):
    """Cards that are one person's: merged ones, pairs that are not, and the facts to look for more."""

    def facts(self) -> tuple[PersonFacts, ...]:
        """What is compared of all living people, by id."""
        ...

    def apart(self) -> frozenset[tuple[str, str]]:
        """Pairs of ids that somebody said are two people, the smaller id first."""
        ...

    def set_apart(self, one: str, other: str) -> bool:
        """Remember that two are not one person; answers whether that is new."""
        ...

    def forget_apart(self, one: str, other: str) -> bool:
        """Forget that two are not one person; answers whether it was known."""
        ...

    def bury(self, contact_id: str, into_id: str) -> None:
        """Leave a tombstone that names the card into which this one was merged."""
        ...

    def raise_again(self, contact_id: str) -> None:
        """Take that tombstone away."""
        ...

    def former_cards(self) -> tuple[tuple[Contact, str], ...]:
        """Every card that was merged, as it was then, with the id of the card that stands for it now."""
        ...

    def lists_of(self, contact_id: str) -> tuple[str, ...]:
        """The living lists that a person is on, or was on before the tombstone."""
        ...

    def move_interactions(self, from_id: str, to_id: str) -> tuple[str, ...]:
        """Give one person's log to another; answers the ids of what moved."""
        ...

    def return_interactions(self, interaction_ids: Sequence[str], to_id: str) -> None:
        """Give these entries of the log to a person."""
        ...
