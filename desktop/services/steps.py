"""One step of versions on their way, as a deed: stored, logged, and taken back whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.changes import RELEASE, VERSION, Change, ChangeSet, Deed, Outcome
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import ReleaseStatus, Version
from desktop.editorial.workflow import Step, why_not
from desktop.i18n import _
from desktop.services.signing import log_step, settle_release

#: What else belongs to a step, and what takes it back (an approval's mark).
Also = Callable[[UnitOfWork], None]


@dataclass(frozen=True, slots=True)
class Move:
    """A version before and after a step; ``step`` where it is another one than the deed's."""

    before: Version
    after: Version
    step: Step | None = None


def refuse_unless_allowed(step: Step, version: Version) -> None:
    """Raise BadInputError with the sentence why a version may not take a step."""
    sentence = why_not(step, version.status)
    if sentence:
        raise BadInputError(sentence, kept=_("Nothing was changed."))


def take(
    uow: UnitOfWork,
    step: Step,
    moves: Sequence[Move],
    label: str,
    *,
    note: str = "",
    undo_also: Also | None = None,
    redo_also: Also | None = None,
) -> Outcome[tuple[Version, ...]]:
    """Store a step of some versions. Its inverse refuses where any of them moved on since."""
    saved = []
    for move in moves:
        now = uow.releases.put_version(replace(move.after, rev=move.before.rev))
        log_step(uow, move.step or step, move.before, now, note=note)
        saved.append(now)
    release_ids = list(dict.fromkeys(version.release_id for version in saved))
    for release_id in release_ids:
        settle_release(uow, release_id)
    changes = {Change(VERSION, version.id, version.release_id) for version in saved}
    changes |= {Change(RELEASE, release_id) for release_id in release_ids}

    def back(unit: UnitOfWork) -> Outcome[tuple[Version, ...]]:
        reverse = []
        for move, then in zip(moves, saved, strict=True):
            current = unit.releases.version(then.id)
            if _standing(current) != _standing(then):
                raise ConflictError(
                    _("The text went on its way since; nothing was undone."), kept=_("The newer state was kept.")
                )
            reverse.append(Move(current, _with_standing(current, move.before)))
        if undo_also:
            undo_also(unit)
        return take(unit, Step.UNDO, reverse, label, undo_also=redo_also, redo_also=undo_also)

    return Outcome(tuple(saved), ChangeSet(frozenset(changes)), Deed(label, back))


_Standing = tuple[ReleaseStatus, str, str, datetime | None]


def _standing(version: Version) -> _Standing:
    return version.status, version.assignee, version.note, version.released_at


def _with_standing(version: Version, other: Version) -> Version:
    return replace(
        version,
        status=other.status,
        assignee=other.assignee,
        note=other.note,
        released_at=other.released_at,
    )
