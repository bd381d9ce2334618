"""Searching everything that was ever written: texts, who said what, older versions; searches kept under a name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.archive import ArchiveQuery, SavedSearch
from desktop.domain.changes import SETTING, Change, ChangeSet, Deed, Outcome
from desktop.domain.errors import BadInputError, ConflictError, NotFoundError
from desktop.domain.ports import SearchHit, UnitOfWork
from desktop.domain.release import VersionRole
from desktop.i18n import _
from desktop.services.translating import target_document

SAVED = "archive.searches"
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Found:
    """All places found, in order, and what stands at the first of them."""

    places: tuple[int, ...]
    first: tuple[SearchHit, ...]


def search_archive(uow: UnitOfWork, query: ArchiveQuery, *, first: int = 50) -> Found:
    """Answer a question to the archive; the first hits are read at once."""
    places = uow.search.places(query)
    return Found(places, uow.search.hits(query, places[:first]))


def more_hits(uow: UnitOfWork, query: ArchiveQuery, places: tuple[int, ...]) -> tuple[SearchHit, ...]:
    """What stands at further places."""
    return uow.search.hits(query, places)


def facet_counts(uow: UnitOfWork, query: ArchiveQuery) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """How many there are of each language, status, type, topic, country, speaker among what was found."""
    return uow.search.counts(query)


def place_of(uow: UnitOfWork, hit: SearchHit) -> str:
    """Where in its text a hit stands: a block's id for a source, a segment's for a translation; empty: not there."""
    if hit.block_id and hit.is_source:
        return hit.block_id
    wanted = _plain(hit.snippet)
    version = uow.releases.version(hit.version_id)
    if version.role is VersionRole.SOURCE:
        document = target_document(uow, hit.version_id)
        return next((b.id for b in document if wanted and wanted in _squeezed(b.text.text)), "")
    segments = [each for each in uow.segments.of_version(hit.version_id) if not each.is_gone]
    here = [each for each in segments if each.block_id == hit.block_id] if hit.block_id else []
    if here:
        return here[0].id
    marked = hit.snippet.partition("\ue000")[2].partition("\ue001")[0]
    for each in segments:
        said = _squeezed(each.target.text)
        if said and marked and marked in said and (said in wanted or wanted in said or _meet(said, wanted)):
            return each.id
    return ""


def _plain(snippet: str) -> str:
    return _squeezed(snippet.replace("\ue000", "").replace("\ue001", ""))


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _meet(said: str, passage: str) -> bool:
    """Whether a sentence reaches into a passage at one of its ends."""
    return any(said[-size:] == passage[:size] or said[:size] == passage[-size:] for size in range(12, len(said)))


def saved_searches(uow: UnitOfWork) -> tuple[SavedSearch, ...]:
    """All searches kept under a name, by name; what cannot be read is left out."""
    try:
        read = json.loads(uow.settings.get(SAVED, "[]"))
        kept = [SavedSearch(str(each["name"]), ArchiveQuery.from_json(each["query"])) for each in read]
    except (ValueError, TypeError, KeyError):
        return ()
    return tuple(sorted(kept, key=lambda each: each.name.casefold()))


def save_search(uow: UnitOfWork, name: str, query: ArchiveQuery) -> Outcome[tuple[SavedSearch, ...]]:
    """Keep a search under a name; one of the same name is replaced. Raises BadInputError for no name or no question."""
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST_NAME:
        raise BadInputError(_("Give the search a name of at most {count} characters.").format(count=_LONGEST_NAME))
    if query.is_empty and not query.in_quotes:
        raise BadInputError(_("There is nothing to search for."), kept=_("Nothing was saved."))
    before = saved_searches(uow)
    others = [each for each in before if each.name.casefold() != name.casefold()]
    return _put(uow, before, (*others, SavedSearch(name, query)), _("Save search “{name}”").format(name=name))


def remove_search(uow: UnitOfWork, name: str) -> Outcome[tuple[SavedSearch, ...]]:
    """Take a saved search away; raises NotFoundError for an unknown one."""
    before = saved_searches(uow)
    after = tuple(each for each in before if each.name != name)
    if len(after) == len(before):
        raise NotFoundError(_("There is no saved search “{name}”.").format(name=name))
    return _put(uow, before, after, _("Remove search “{name}”").format(name=name))


def _put(
    uow: UnitOfWork, before: tuple[SavedSearch, ...], after: tuple[SavedSearch, ...], label: str
) -> Outcome[tuple[SavedSearch, ...]]:
    ordered = tuple(sorted(after, key=lambda each: each.name.casefold()))
    values = [{"name": each.name, "query": each.query.to_json()} for each in ordered]
    uow.settings.set(SAVED, json.dumps(values, ensure_ascii=False))

    def back(unit: UnitOfWork) -> Outcome[tuple[SavedSearch, ...]]:
        if saved_searches(unit) != ordered:
            raise ConflictError(_("The saved searches were changed since; nothing was undone."))
        return _put(unit, ordered, before, label)

    return Outcome(ordered, ChangeSet.of(Change(SETTING, SAVED)), Deed(label, back))
