"""Who leaves in a contact file, with the lists that each is on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.contacts.names import fold
from desktop.domain.contact import Contact, ContactQuery, MediaList
from desktop.domain.errors import BadInputError
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _
from desktop.services.cancelling import checkpoint

_BATCH = 1000


def list_called(uow: UnitOfWork, name: str) -> MediaList:
    """The media list of this name, or of this id; raises BadInputError."""
    known = uow.media_lists.all()
    found = [each for each in known if each.id == name] or [each for each in known if fold(each.name) == fold(name)]
    if not found:
        raise BadInputError(_("There is no list called “{name}”.").format(name=name))
    return found[0]


def leaving_people(uow: UnitOfWork, *, list_id: str = "") -> tuple[list[Contact], dict[str, tuple[str, ...]]]:
    """Everybody by name, or the people of one list; and the names of the lists of each by id.

    A do-not-contact mark does not keep anybody back: it leaves with the person, so that it is not lost.
    """
    ids = uow.contacts.ids(ContactQuery(list_id=list_id))
    return list(people_in(uow, ids)), lists_of(uow, ids)


def people_in(uow: UnitOfWork, ids: Sequence[str]) -> Iterator[Contact]:
    """Whole cards of many people, in order."""
    for start in range(0, len(ids), _BATCH):
        checkpoint()
        yield from uow.contacts.some(ids[start : start + _BATCH])


def lists_of(uow: UnitOfWork, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The names of the lists each of these people is on, by id; who is on none is left out."""
    wanted = set(ids)
    found: dict[str, list[str]] = {}
    for media_list in uow.media_lists.all():
        for person_id in uow.media_lists.members(media_list.id):
            if person_id in wanted:
                found.setdefault(person_id, []).append(media_list.name)
    return {person_id: tuple(names) for person_id, names in found.items()}
