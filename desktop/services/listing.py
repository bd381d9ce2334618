"""Media lists: made of conditions, of other lists, of people chosen by hand; whom they reach and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.contacts.lists.conditions import Where
from desktop.contacts.lists.facts import Facts, is_usable
from desktop.contacts.lists.links import refuse_circle
from desktop.contacts.lists.reading import read_where
from desktop.contacts.lists.why import ListRules, Why, why
from desktop.contacts.lists.writing import write_where
from desktop.contacts.names import fold
from desktop.domain.changes import MEDIA_LIST, Change, ChangeSet, Deed, Outcome
from desktop.domain.contact import Contact, ContactClues, ContactQuery, MediaList
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.media_list import ListCounts, ListEntry
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _, ngettext
from desktop.services.directory import save_media_list


@dataclass(frozen=True, slots=True)
class WhyInList:
    """Why a person is on a list or not, and what keeps a letter from reaching the person all the same."""

    media_list: MediaList
    contact: Contact
    why: Why
    not_written_to: str


def shape_list(
    uow: UnitOfWork,
    media_list: MediaList,
    *,
    where: str = "",
    includes: Sequence[str] = (),
    excludes: Sequence[str] = (),
) -> Outcome[MediaList]:
    """Say anew what a list is made of, adding it where it has no id; undo brings back what it was made of.

    Raises BadInputError where the conditions cannot be read, and where the list would be made of itself.
    """
    conditions = write_where(read_where(where)) if where.strip() else ""
    includes, excludes = tuple(dict.fromkeys(includes)), tuple(dict.fromkeys(excludes))
    both = set(includes) & set(excludes)
    known = {each.id: each for each in uow.media_lists.all()}
    if both:
        name = known[next(iter(both))].name
        raise BadInputError(_("The list “{name}” cannot be both taken in and left out.").format(name=name))
    if media_list.id:
        made_of = {each.id: (*each.includes, *each.excludes) for each in known.values() if each.id != media_list.id}
        names = {each.id: each.name for each in known.values()}
        refuse_circle(media_list.id, (*includes, *excludes), made_of, names)
    shaped = replace(media_list, where=conditions, includes=includes, excludes=excludes)
    if not media_list.id:
        return save_media_list(uow, shaped)
    before = uow.media_lists.get(media_list.id)
    saved = uow.media_lists.put(shaped)

    def back(unit: UnitOfWork) -> Outcome[MediaList]:
        current = unit.media_lists.get(saved.id)
        if _made_of(current) != _made_of(saved):
            raise ConflictError(_("This list was changed since; nothing was undone."))
        return shape_list(unit, current, where=before.where, includes=before.includes, excludes=before.excludes)

    return Outcome(saved, _list(saved.id), Deed(_("Change list “{name}”").format(name=before.name), back))


def _made_of(media_list: MediaList) -> tuple[str, frozenset[str], frozenset[str]]:
    return media_list.where, frozenset(media_list.includes), frozenset(media_list.excludes)


def keep_off_list(uow: UnitOfWork, list_id: str, contact_ids: Sequence[str], reason: str = "") -> Outcome[int]:
    """Keep people off a list, whatever its conditions say; answers how many were not kept off before."""
    media_list = uow.media_lists.get(list_id)
    before = uow.media_lists.entries(list_id, contact_ids)
    fresh = [each for each in dict.fromkeys(contact_ids) if not (each in before and before[each].is_excluded)]
    written = uow.media_lists.set_entries(list_id, dict.fromkeys(fresh, ListEntry(is_excluded=True, reason=reason)))
    label = ngettext("Keep {count} person off “{name}”", "Keep {count} people off “{name}”", len(written))
    old = {each: before.get(each) for each in written}
    inverse = Deed(
        label.format(count=len(written), name=media_list.name), lambda unit: _entries_back(unit, list_id, old)
    )
    return Outcome(len(written), _list(list_id), inverse if written else None)


def _entries_back(uow: UnitOfWork, list_id: str, entries: Mapping[str, ListEntry | None]) -> Outcome[int]:
    media_list = uow.media_lists.get(list_id)
    now = uow.media_lists.entries(list_id, list(entries))
    written = uow.media_lists.set_entries(list_id, entries)
    label = _("Change list “{name}”").format(name=media_list.name)
    old = {each: now.get(each) for each in entries}
    return Outcome(len(written), _list(list_id), Deed(label, lambda unit: _entries_back(unit, list_id, old)))


def list_counts(uow: UnitOfWork, list_id: str) -> ListCounts:
    """How many people are on a list, and whom it reaches."""
    return uow.media_lists.counts(list_id)


def counts_where(uow: UnitOfWork, where: str) -> ListCounts:
    """How many people conditions hold for, and whom they reach; of everybody without conditions."""
    return uow.media_lists.counts_of(where)


def list_sizes(uow: UnitOfWork) -> dict[str, int]:
    """How many people are on each list that is not counted when it is read."""
    return {each.id: uow.media_lists.size(each.id) for each in uow.media_lists.all() if each.size < 0}


def people_on(uow: UnitOfWork, list_id: str) -> tuple[str, ...]:
    """The ids of everybody on a list, by name."""
    return uow.contacts.ids(ContactQuery(list_id=list_id))


def conditions_of(media_list: MediaList) -> Where | None:
    """A list's conditions as values."""
    return read_where(media_list.where) if media_list.where else None


def not_written_to(contact: Contact) -> str:
    """Why a person on a list is never written to, as a sentence; empty for who is."""
    if contact.is_do_not_contact:
        return _("Never written to: marked as do not contact.")
    if not contact.emails:
        return _("Never written to: no e-mail address.")
    if not any(is_usable(email) for email in contact.emails):
        return _("Never written to: no address may and can be used.")
    return ""


def why_in_list(uow: UnitOfWork, list_id: str, contact_id: str) -> WhyInList:
    """Why a person is on a list, or is not."""
    media_list, contact = uow.media_lists.get(list_id), uow.contacts.get(contact_id)
    rules = {each.id: _rules(uow, each, contact.id) for each in _all_below(uow, media_list)}
    kinds = {role.outlet_id: uow.contacts.outlet(role.outlet_id).kind for role in contact.roles if role.outlet_id}
    talked = uow.media_lists.last_contact(contact.id)
    found = why(media_list.id, rules, Facts(contact, kinds, talked), uow.clock.now().date())
    return WhyInList(media_list, contact, found, not_written_to(contact))


def _all_below(uow: UnitOfWork, media_list: MediaList) -> list[MediaList]:
    known = {each.id: each for each in uow.media_lists.all()}
    found, waiting = {media_list.id: media_list}, [media_list]
    while waiting:
        here = waiting.pop()
        for each in (*here.includes, *here.excludes):
            if each in known and each not in found:
                found[each] = known[each]
                waiting.append(known[each])
    return list(found.values())


def _rules(uow: UnitOfWork, media_list: MediaList, contact_id: str) -> ListRules:
    entries = uow.media_lists.entries(media_list.id, [contact_id])
    where = conditions_of(media_list)
    return ListRules(media_list.id, media_list.name, where, entries, media_list.includes, media_list.excludes)


def contact_called(uow: UnitOfWork, written: str) -> Contact:
    """The person of this id (or a beginning of it), source id, address or name; raises BadInputError."""
    found = {person.id: person for person in people_called(uow, [written])[written]}
    if len(found) > 1:
        raise BadInputError(
            _("Several people answer to “{text}”.").format(text=written), advice=_("Give the id or the address.")
        )
    return next(iter(found.values())) if found else uow.contacts.get(written)


def people_called(uow: UnitOfWork, written: Sequence[str]) -> dict[str, list[Contact]]:
    """Everybody whom each text may mean, by id, source id, address or name."""
    texts = frozenset(written)
    addresses = frozenset(each for each in texts if "@" in each)
    known = uow.contacts.known_by(ContactClues(addresses=addresses, names=texts - addresses, source_ids=texts))
    found: dict[str, list[Contact]] = {}
    for text in written:
        exact = [person for person in known if text in (person.id, person.source_id)]
        address = [p for p in known if any(e.address.casefold() == text.casefold() for e in p.emails)]
        named = [person for person in known if fold(person.name) == fold(text)]
        found[text] = exact or address or named
    return found


def _list(list_id: str) -> ChangeSet:
    return ChangeSet.of(Change(MEDIA_LIST, list_id))
