"""The planning calendar: what a stretch of days holds, and moving an hour to another day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desktop.domain.changes import VERSION, Outcome
from desktop.domain.errors import BadInputError
from desktop.domain.planning import MomentKind, PlannedMoment
from desktop.domain.ports import UnitOfWork
from desktop.editorial.calendar_days import at_noon, moved_by_days
from desktop.editorial.filling import fill
from desktop.i18n import _
from desktop.services import plans
from desktop.services.releases import OpenRelease, create_release, set_embargo
from desktop.services.tools import Tools


@dataclass(frozen=True, slots=True)
class Moved:
    """Where an hour went, and the languages whose approval that made void (only an embargo is part of the text)."""

    at: datetime
    voided: tuple[str, ...] = ()


def planned(uow: UnitOfWork, start: datetime, end: datetime) -> tuple[PlannedMoment, ...]:
    """Everything planned or done in ``[start, end)``, by hour."""
    return uow.planning.between(start, end)


def move(uow: UnitOfWork, moment: PlannedMoment, days: int) -> Outcome[Moved]:
    """Put an hour some days on, at the same time of its own zone's day. Undo puts it back (an approval stays void).

    Raises BadInputError for what has happened already, ConflictError where somebody set another hour meanwhile.
    """
    if moment.kind is MomentKind.RELEASED:
        raise BadInputError(_("What left has left: its day cannot be changed."), kept=_("Nothing was changed."))
    at = moved_by_days(moment.at, moment.zone, days)
    seen = moment.row.release
    done: Outcome[Any]
    if moment.kind is MomentKind.EMBARGO:
        done = set_embargo(uow, seen.id, at, moment.zone, seen=seen)
    elif moment.kind is MomentKind.SCHEDULED:
        done = plans.schedule(uow, seen.id, at, moment.zone or "UTC", seen=seen)
    elif moment.language:
        version = next(each for each in moment.row.versions if each.language == moment.language)
        done = plans.set_version_due(uow, version.id, at, moment.zone or "UTC", seen=version)
    else:
        done = plans.set_due(uow, seen.id, at, moment.zone or "UTC", seen=seen)
    voided = done.changes.under(VERSION, seen.id) if moment.kind is MomentKind.EMBARGO else frozenset()
    languages = tuple(version.language for version in moment.row.versions if version.id in voided)
    return Outcome(Moved(at, languages), done.changes, done.inverse)


def start_release(uow: UnitOfWork, tools: Tools, language: str, day: date, zone: str) -> Outcome[OpenRelease]:
    """Begin a release from the first template, its gaps open, due at noon of a day."""
    template = next((each for each in tools.templates if language in each.languages), tools.templates[0])
    own = language if language in template.languages else template.languages[0]
    blocks = fill(template, own, {}, new_id=uow.ids.new, gazetteer=tools.gazetteer, contacts={})
    made = create_release(uow, type_=template.name, language=own, blocks=blocks)
    plans.set_due(uow, made.value.release.id, at_noon(day, zone), zone)
    return made
