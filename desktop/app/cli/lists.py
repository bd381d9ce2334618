"""``comunicado lists …``: make a list, show one, say why somebody is on it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.app.cli.output import contact_json, emit
from desktop.domain.errors import BadInputError
from desktop.i18n import _, ngettext
from desktop.storage.workspace import Workspace

if TYPE_CHECKING:
    from desktop.contacts.lists.why import Reason
    from desktop.domain.contact import MediaList
    from desktop.domain.media_list import ListCounts
    from desktop.domain.ports import UnitOfWork


def create(workspace: Workspace, given: argparse.Namespace) -> None:
    """Make a list; nothing is made where anything of it cannot be used."""
    from desktop.domain.contact import MediaList
    from desktop.services.contact_export import list_called
    from desktop.services.directory import add_to_list
    from desktop.services.listing import shape_list

    with workspace.unit_of_work() as unit:
        members = _members(unit, given.members) if given.members is not None else []
        includes = [list_called(unit, name).id for name in given.include]
        excludes = [list_called(unit, name).id for name in given.exclude]
        where = given.where or ""
        if given.where is not None and not where.strip():
            raise BadInputError(_("The conditions are empty."), kept=_("Nothing was changed."))
        made = shape_list(unit, MediaList("", given.name), where=where, includes=includes, excludes=excludes).value
        if members:
            add_to_list(unit, made.id, members)
        value = _list_json(unit, unit.media_lists.get(made.id))
    size = value["counts"]["people"]
    words = ngettext("“{name}”: {count} person", "“{name}”: {count} people", size)
    emit(given.json, value, lambda: [words.format(name=made.name, count=size)])


def _members(unit: UnitOfWork, written: str) -> list[str]:
    """The ids of the people that a file or a line names; raises BadInputError for anybody unknown."""
    from desktop.exchange.decoding import decode
    from desktop.services.listing import people_called

    path = Path(written)
    texts = decode(path.read_bytes(), path.name).text.splitlines() if path.is_file() else written.split(",")
    wanted = [text for each in texts if (text := each.strip().strip('",;').strip())]
    found = people_called(unit, wanted)
    for text, people in found.items():
        if len(people) != 1:
            words = _("Several people answer to “{text}”.") if people else _("Nobody answers to “{text}”.")
            raise BadInputError(words.format(text=text), kept=_("Nothing was changed."))
    return [people[0].id for people in found.values()]


def show(workspace: Workspace, given: argparse.Namespace) -> None:
    """A list with its people, and whom it reaches."""
    from desktop.services.contact_export import list_called

    with workspace.unit_of_work() as unit:
        value = _list_json(unit, list_called(unit, given.name))

    def lines() -> list[str]:
        counts = value["counts"]
        words = ngettext("“{name}”: {count} person", "“{name}”: {count} people", counts["people"])
        told = [words.format(name=value["name"], count=counts["people"])]
        told += [value["sentence"]] if value["sentence"] else []
        told.append(
            _("Written to: {count}. Never written to: {others}.").format(
                count=counts["receivers"], others=counts["suppressed"]
            )
        )
        for label, named in (
            (_("Languages"), counts["languages"]), (_("Countries"), counts["countries"]), (_("Outlets"), counts["outlets"])
        ):  # fmt: skip
            if named:
                listed = ", ".join(f"{name or '–'} {count}" for name, count in named.items())
                told.append(f"{label}: {listed}")
        return told + [
            "  ".join(
                part for part in (m["name"], m["organisation"], *m["emails"][:1], m["not_written_to"] or "") if part
            )
            for m in value["members"]
        ]

    emit(given.json, value, lines)


def _list_json(unit: UnitOfWork, media_list: MediaList) -> dict[str, Any]:
    from desktop.contacts.lists.sentences import where_sentence
    from desktop.services.contact_export import people_in
    from desktop.services.listing import conditions_of, not_written_to, people_on

    where = conditions_of(media_list)
    names = {each.id: each.name for each in unit.media_lists.all()}
    members = list(people_in(unit, people_on(unit, media_list.id)))
    kept_off = [each for each, entry in unit.media_lists.entries(media_list.id).items() if entry.is_excluded]
    return {
        "id": media_list.id,
        "name": media_list.name,
        "kind": "fixed" if media_list.is_fixed else "smart" if media_list.where else "combined",
        "where": media_list.where or None,
        "sentence": where_sentence(where) if where else "",
        "includes": [names[each] for each in media_list.includes],
        "excludes": [names[each] for each in media_list.excludes],
        "kept_off": [person.name for person in unit.contacts.some(kept_off)],
        "counts": _counts_json(unit.media_lists.counts(media_list.id)),
        "members": [
            {**contact_json(each), "country": each.country, "not_written_to": not_written_to(each) or None}
            for each in members
        ],
    }


def _counts_json(counts: ListCounts) -> dict[str, Any]:
    return {
        "people": counts.people,
        "receivers": counts.receivers,
        "suppressed": counts.suppressed,
        "languages": dict(counts.languages),
        "countries": dict(counts.countries),
        "outlets": dict(counts.outlets),
    }


def all_lists(workspace: Workspace, given: argparse.Namespace) -> None:
    """The names of all lists with how many people are on each."""
    with workspace.unit_of_work() as unit:
        found = [(each, unit.media_lists.size(each.id)) for each in unit.media_lists.all()]
    value = [{"id": each.id, "name": each.name, "where": each.where or None, "people": size} for each, size in found]
    emit(given.json, {"lists": value}, lambda: [f"{each.name}  {size}  {each.where}".rstrip() for each, size in found])


def tell_why(workspace: Workspace, given: argparse.Namespace) -> None:
    """Every reason for and against, as sentences."""
    from desktop.contacts.lists.why import reason_lines
    from desktop.services.contact_export import list_called
    from desktop.services.listing import contact_called, why_in_list

    with workspace.unit_of_work() as unit:
        contact = contact_called(unit, given.contact)
        found = why_in_list(unit, list_called(unit, given.name).id, contact.id)
    reasons = [line.strip() for line in reason_lines(found.why.reasons)]
    if found.not_written_to:
        reasons.append(found.not_written_to)
    value = {
        "list": found.media_list.name,
        "list_id": found.media_list.id,
        "contact": contact.id,
        "contact_name": contact.name,
        "is_in": found.why.is_in,
        "reasons": reasons,
        "tree": [_reason_json(each) for each in found.why.reasons],
        "not_written_to": found.not_written_to or None,
    }

    def lines() -> list[str]:
        words = _("{name} is on “{list}”.") if found.why.is_in else _("{name} is not on “{list}”.")
        told = [words.format(name=contact.name, list=found.media_list.name), *reason_lines(found.why.reasons)]
        return [*told, found.not_written_to] if found.not_written_to else told

    emit(given.json, value, lines)


def _reason_json(reason: Reason) -> dict[str, Any]:
    return {"sentence": reason.sentence, "held": reason.held, "parts": [_reason_json(each) for each in reason.parts]}
