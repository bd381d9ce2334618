"""The translation memory: ask it, fill it, edit it.

What others call: :func:`matches` for one sentence, :func:`matches_of_version` for many of a version,
:func:`concordance` for words, :func:`add_units` for units from a file or an alignment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.changes import UNIT, Change, ChangeSet, Deed, Outcome
from desktop.domain.errors import BadInputError, NotFoundError
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import RichText
from desktop.domain.unit import TranslationUnit, UnitOrigin, UnitQuery
from desktop.i18n import _, ngettext
from desktop.services.cancelling import checkpoint
from desktop.services.lineage import lineage_of
from desktop.services.remembering import neighbours
from desktop.translation.memory.concordance import Highlighted, highlighted
from desktop.translation.memory.match import Asked, Match
from desktop.translation.memory.scoring import LEAST, best_first, fitted, primary, rate

#: Candidates that are compared word by word.
_COMPARED = 48
_SHOWN = 8


def matches(uow: UnitOfWork, asked: Asked, *, least: int = LEAST, limit: int = _SHOWN) -> tuple[Match, ...]:
    """The best units for a sentence, the best first; those that say the same in the target language count once.

    Measured in milliseconds; on the database worker like everything here.
    """
    return _matches(uow, asked, least, limit, without="")


def asked_of(uow: UnitOfWork, version_id: str, segment_id: str) -> Asked | None:
    """A segment of a version as a question with its neighbours; ``None`` where its sentence is gone."""
    return _questions(uow, version_id).get(segment_id)


def matches_of_segment(
    uow: UnitOfWork, version_id: str, segment_id: str, *, least: int = LEAST, limit: int = _SHOWN
) -> tuple[Match, ...]:
    """The best units for a segment as it stands in its version; its own unit is not among them."""
    asked = asked_of(uow, version_id, segment_id)
    return () if asked is None else _matches(uow, asked, least, limit, without=segment_id)


@dataclass(frozen=True, slots=True)
class Offered:
    """A match with the title of the release it comes from; empty where that is not known."""

    match: Match
    release_title: str = ""


def offers(
    uow: UnitOfWork, asked: Asked, *, release_id: str, without: str, least: int = LEAST, limit: int = _SHOWN
) -> tuple[Offered, ...]:
    """The best units for a sentence of a release, as the grid shows them; ``without`` the unit of its own segment."""
    lineage = lineage_of(uow, uow.releases.get(release_id))
    found = _matches(uow, replace(asked, lineage=lineage), least, limit, without=without)
    titles = {each: _title(uow, each) for each in {match.unit.release_id for match in found} if each}
    return tuple(Offered(match, titles.get(match.unit.release_id, "")) for match in found)


def _title(uow: UnitOfWork, release_id: str) -> str:
    try:
        return uow.releases.get(release_id).title
    except NotFoundError:
        return ""


def matches_of_version(
    uow: UnitOfWork, version_id: str, segment_ids: Sequence[str] | None = None, *, least: int = 50, limit: int = 1
) -> dict[str, tuple[Match, ...]]:
    """The best units for segments of a version (all live ones, or some), by segment id.

    Long for a long text: ask for some segments at a time, so that what is typed can be stored between. Can be cancelled.
    """
    questions = _questions(uow, version_id)
    found: dict[str, tuple[Match, ...]] = {}
    for segment_id in questions if segment_ids is None else segment_ids:
        checkpoint()
        if segment_id in questions:
            found[segment_id] = _matches(uow, questions[segment_id], least, limit, without=segment_id)
    return found


def _questions(uow: UnitOfWork, version_id: str) -> dict[str, Asked]:
    version = uow.releases.version(version_id)
    release = uow.releases.get(version.release_id)
    lineage = lineage_of(uow, release)
    live = [segment for segment in uow.segments.of_version(version_id) if not segment.is_gone]
    return {
        segment.id: Asked(
            segment.source, release.source_language, version.language, *neighbours(live, place), lineage=lineage
        )
        for place, segment in enumerate(live)
    }


def _matches(uow: UnitOfWork, asked: Asked, least: int, limit: int, *, without: str) -> tuple[Match, ...]:
    text = asked.source.text.strip()
    if not text:
        return ()
    found = [
        match
        for unit in uow.memory.candidates(asked, least=least / 100, most=_COMPARED)
        if not (without and unit.segment_id == without) and (match := rate(asked, unit, least=least)) is not None
    ]
    found.sort(key=best_first)
    # Numbers are put into those that may be shown only; a number that cannot be costs a point.
    found = [fitted(asked, match) for match in found[: 2 * limit]]
    found.sort(key=best_first)
    kept: dict[str, Match] = {}
    for match in found:
        kept.setdefault(" ".join(match.target.text.split()), match)
        if len(kept) == limit:
            break
    return tuple(kept.values())


@dataclass(frozen=True, slots=True)
class Concordance:
    """A unit that has the words asked for on one side: each text with the stretches to highlight."""

    unit: TranslationUnit
    source: Highlighted
    target: Highlighted


def concordance(
    uow: UnitOfWork, words: str, *, languages: Sequence[str] = (), limit: int = 50
) -> tuple[Concordance, ...]:
    """Where words stand in the memory, in whichever language: the exact phrase first, then the newest.

    ``languages``: where to look; every language that the memory has without. Accents and case do not count, but what is
    written with the very accents comes before what is not.
    """
    wanted = tuple(dict.fromkeys(map(primary, languages))) or uow.memory.languages()
    if not words.strip() or not wanted:
        return ()
    places = uow.memory.having(words, wanted, most=2 * limit)
    found = [
        Concordance(unit, highlighted(unit.source.text, words), highlighted(unit.target.text, words))
        for unit in uow.memory.at(places)
    ]
    found.sort(key=lambda each: -max(each.source.rank, each.target.rank))
    return tuple(each for each in found if each.source.places or each.target.places)[:limit]


# -- filling ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Added:
    """How many units came in, and at which places."""

    count: int
    first: int
    last: int


def add_units(uow: UnitOfWork, units: Iterable[TranslationUnit], *, origin: UnitOrigin | None = None) -> Outcome[Added]:
    """Put units into the memory (from a file, from an alignment); ``units`` may be a generator, and can be cancelled.

    A unit without an id gets one; ``origin`` stands for what each says of itself. Units whose source or target is empty
    are left out. Undo removes all of them at once.
    """

    def ready() -> Iterable[TranslationUnit]:
        for unit in units:
            checkpoint()
            if not unit.source.text.strip() or not unit.target.text.strip():
                continue
            yield unit if origin is None or unit.origin is origin else replace(unit, origin=origin)

    first, last = uow.memory.add(ready())
    uow.memory.take_in()
    added = Added(last - first + 1, first, last)
    if not added.count:
        return Outcome(added)
    return Outcome(added, _changed(), _removal(((first, last),), _added_label(added.count)))


def units_came_in(ranges: Sequence[tuple[int, int]]) -> Outcome[int]:
    """Tell once of units that came in by several transactions, at these places; undo removes all of them."""
    count = sum(last - first + 1 for first, last in ranges)
    return Outcome(count, _changed(), _removal(tuple(ranges), _added_label(count))) if count else Outcome(count)


def _added_label(count: int) -> str:
    words = ngettext("Add {count} unit to the memory", "Add {count} units to the memory", count)
    return words.format(count=count)


def _removal(ranges: tuple[tuple[int, int], ...], label: str) -> Deed:
    def remove(uow: UnitOfWork) -> Outcome[None]:
        for first, last in ranges:
            uow.memory.remove_between(first, last)
        return Outcome(None, _changed(), Deed(label, restore))

    def restore(uow: UnitOfWork) -> Outcome[None]:
        for first, last in ranges:
            uow.memory.restore_between(first, last)
        return Outcome(None, _changed(), _removal(ranges, label))

    return Deed(label, remove)


# -- the table ----------------------------------------------------------------------------------------------


def unit_places(uow: UnitOfWork, query: UnitQuery) -> Sequence[int]:
    """The places of all units that a query means, the newest first."""
    return uow.memory.places(query)


def units_at(uow: UnitOfWork, places: Sequence[int]) -> tuple[TranslationUnit, ...]:
    """The units of some places."""
    return uow.memory.at(places)


def edit_unit(
    uow: UnitOfWork, unit: TranslationUnit, *, source: RichText, target: RichText, note: str
) -> Outcome[TranslationUnit]:
    """Change the words of a unit, or its note. Raises BadInputError for an empty side, ConflictError on an old ``rev``."""
    if not source.text.strip() or not target.text.strip():
        raise BadInputError(_("A unit needs both sentences."), kept=_("It was left as it was."))
    if (source, target, note) == (unit.source, unit.target, unit.note):
        return Outcome(unit)
    edited = replace(
        unit,
        source=source,
        target=target,
        note=note,
        origin=UnitOrigin.EDITED if (source, target) != (unit.source, unit.target) else unit.origin,
        author=uow.author or unit.author,
        changed_at=uow.clock.now(),
    )
    return _put(uow, unit, edited, _("Edit unit"))


def _put(uow: UnitOfWork, before: TranslationUnit, after: TranslationUnit, label: str) -> Outcome[TranslationUnit]:
    saved = uow.memory.put(after)

    def back(again: UnitOfWork) -> Outcome[TranslationUnit]:
        return _put(again, saved, replace(before, rev=saved.rev), label)

    return Outcome(saved, _changed(), Deed(label, back))


def remove_units(uow: UnitOfWork, unit_ids: Sequence[str]) -> Outcome[int]:
    """Delete units; undo brings them back."""
    ids = tuple(unit_ids)
    uow.memory.remove(ids)
    label = ngettext("Delete {count} unit", "Delete {count} units", len(ids)).format(count=len(ids))

    def back(again: UnitOfWork) -> Outcome[int]:
        again.memory.restore(ids)
        return Outcome(len(ids), _changed(), Deed(label, lambda uow: remove_units(uow, ids)))

    return Outcome(len(ids), _changed(), Deed(label, back))


def _changed() -> ChangeSet:
    return ChangeSet.of(Change(UNIT, "*"))


def best_of(found: Mapping[str, tuple[Match, ...]]) -> dict[str, int]:
    """The best percentage of each segment that has a match, for statistics."""
    return {segment_id: each[0].percent for segment_id, each in found.items() if each}
