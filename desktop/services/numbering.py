"""Release numbers: taken by pattern, each only once."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.changes import SETTING, Change, ChangeSet, Outcome
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release
from desktop.editorial.release_number import USUAL_PATTERN, check_pattern, counting_scope, write_release_number
from desktop.i18n import _
from desktop.services.office import set_setting
from desktop.services.releases import set_facts
from desktop.services.resolving import release_day

#: The workspace's pattern, and what stands before a count's scope in its setting's name.
PATTERN, COUNTER = "release.number.pattern", "release.number.last:"


def number_pattern(uow: UnitOfWork) -> str:
    """The pattern in force."""
    return uow.settings.get(PATTERN) or USUAL_PATTERN


def set_number_pattern(uow: UnitOfWork, pattern: str) -> Outcome[str]:
    """Change the pattern; an empty one is the usual one. Raises BadInputError for one that cannot number anything."""
    wanted = pattern.strip()
    if wanted:
        check_pattern(wanted)
    return set_setting(uow, PATTERN, wanted)


def next_number(uow: UnitOfWork, release_id: str) -> str:
    """What :func:`take_number` would give now; nothing is counted."""
    release = uow.releases.get(release_id)
    pattern, on = number_pattern(uow), release_day(uow, release)
    last = int(uow.settings.get(COUNTER + counting_scope(pattern, type_=release.type, on=on)) or 0)
    number = last + 1
    while uow.releases.has_number(written := write_release_number(pattern, type_=release.type, on=on, number=number)):
        number += 1
    return written


def take_number(uow: UnitOfWork, release_id: str) -> Outcome[Release]:
    """Give a release the next number of its kind and year. Undo takes it off the release; it is never given again."""
    release = uow.releases.get(release_id)
    pattern, on = number_pattern(uow), release_day(uow, release)
    name = COUNTER + counting_scope(pattern, type_=release.type, on=on)
    while True:
        number = uow.settings.count_up(name)
        written = write_release_number(pattern, type_=release.type, on=on, number=number)
        if not uow.releases.has_number(written):
            break
    outcome = set_facts(uow, release.id, type_=release.type, number=written)
    changes = outcome.changes | ChangeSet.of(Change(SETTING, name))
    label = _("Take number {number}").format(number=written)
    inverse = replace(outcome.inverse, label=label) if outcome.inverse else None
    return Outcome(outcome.value, changes, inverse)
