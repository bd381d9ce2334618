"""Confirming a sentence together with the ones that read the same, as one deed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.changes import Deed, Outcome
from desktop.domain.ports import UnitOfWork
from desktop.domain.segment import Segment, SegmentState
from desktop.i18n import _
from desktop.services import translating
from desktop.services.segment_deeds import change_many, told
from desktop.translation.propagation import propagated


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A confirmed sentence: how many of this version took its translation, and how many drafts of others."""

    segment: Segment
    here: int = 0
    elsewhere: int = 0
    repeats: tuple[str, ...] = ()


def confirm_and_propagate(
    uow: UnitOfWork,
    segment_id: str,
    *,
    state: SegmentState = SegmentState.TRANSLATED,
    is_on: bool = True,
) -> Outcome[Confirmed]:
    """Confirm the stored translation, and give it to identical sentences: confirmed here, as drafts in other versions.

    Only sentences without a translation of their own take it, and none that stands apart. One undo takes all of it
    back, as far as nobody has edited it since.
    """
    records = uow.records.of_segment(segment_id)
    before = next((record.target for record in records if record.is_confirmed), uow.segments.get(segment_id).target)
    done = translating.confirm_segment(uow, segment_id, state=state)
    if not is_on:
        return Outcome(Confirmed(done.value), done.changes, done.inverse)
    now, author, segment = uow.clock.now(), uow.author, done.value
    here = uow.segments.same_source(segment)
    olds, news = propagated(segment, here, before, is_draft=False, author=author, now=now)
    others, drafts = propagated(segment, uow.segments.repeats(segment), before, is_draft=True, author=author, now=now)
    spread = change_many(uow, (*olds, *others), (*news, *drafts), _("Propagate translation"))
    value = Confirmed(segment, len(news), len(drafts), tuple(each.id for each in (*news, *drafts)))
    inverse = _both(done.inverse, spread.inverse) if done.inverse and spread.inverse else done.inverse
    return Outcome(value, done.changes | spread.changes, inverse)


def _both(first: Deed, second: Deed) -> Deed:
    """Two deeds taken back as one: the second one first, and done again in the opposite order."""

    def run(uow: UnitOfWork) -> Outcome[None]:
        two = second.run(uow)
        one = first.run(uow)
        again = _both(two.inverse, one.inverse) if one.inverse and two.inverse else None
        return Outcome(None, one.changes | two.changes, again)

    return Deed(first.label, run)


def set_apart(uow: UnitOfWork, segment_id: str, *, is_apart: bool) -> Outcome[Segment]:
    """Say whether a sentence keeps its own translation whatever identical ones are given; undo says the opposite."""
    segment = uow.segments.get(segment_id)
    label = _("Keep apart from identical sentences") if is_apart else _("Translate like identical sentences")
    return _set_apart(uow, replace(segment, is_apart=is_apart), label)


def _set_apart(uow: UnitOfWork, wanted: Segment, label: str) -> Outcome[Segment]:
    (saved,) = uow.segments.put([wanted])
    changes = told(uow.releases.version(saved.version_id), [saved.id])

    def back(unit: UnitOfWork) -> Outcome[Segment]:
        return _set_apart(unit, replace(unit.segments.get(saved.id), is_apart=not saved.is_apart), label)

    return Outcome(saved, changes, Deed(label, back))
