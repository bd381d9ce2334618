"""What a sentence read before, and what a reviewer changed in a confirmed translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.changes import Deed, Outcome
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment, SegmentOrigin, SegmentState
from desktop.domain.segment_record import ACCEPTED, SegmentRecord
from desktop.i18n import _
from desktop.services.office import set_setting
from desktop.services.propagating import Confirmed, confirm_and_propagate
from desktop.services.segment_deeds import change_many

#: Whether a translation must be reviewed by somebody else than who wrote it, in the workspace's settings.
SECOND_EYES = "review.second-eyes"


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """A reviewer's words for a confirmed translation that nobody has answered yet."""

    segment_id: str
    before: RichText
    after: RichText
    translator: str
    reviewer: str
    record: SegmentRecord


@dataclass(frozen=True, slots=True)
class History:
    """The records of a sentence, newest first, and the reviewer's open change, if there is one."""

    records: tuple[SegmentRecord, ...]
    change: ReviewChange | None = None


def history_of(uow: UnitOfWork, segment_id: str) -> History:
    """What a sentence read before; the text of now is the newest record where it was confirmed."""
    records = uow.records.of_segment(segment_id)
    return History(records, open_change(uow.segments.get(segment_id), records))


def open_changes(uow: UnitOfWork, version_id: str) -> tuple[ReviewChange, ...]:
    """Every reviewer's change of a version that is not answered, in the order of the text."""
    by_segment: dict[str, list[SegmentRecord]] = {}
    for record in uow.records.of_version(version_id):
        by_segment.setdefault(record.segment_id, []).insert(0, record)
    found = (open_change(each, by_segment.get(each.id, ())) for each in uow.segments.of_version(version_id))
    return tuple(change for change in found if change is not None)


def open_change(segment: Segment, records: Sequence[SegmentRecord]) -> ReviewChange | None:
    """A reviewer's change that stands, derived from the log: another confirmation answers it.

    The newest record is a review in other words than the last confirmation by somebody else, and the sentence reads so.
    """
    if segment.is_gone or not records:
        return None
    newest = records[0]
    if newest.state is not SegmentState.REVIEWED or newest.deed or newest.target != segment.target:
        return None
    before = next((r for r in records[1:] if r.is_confirmed and r.target != newest.target), None)
    if before is None or before.author == newest.author:
        return None
    return ReviewChange(segment.id, before.target, newest.target, before.author, newest.author, newest)


def review_segment(uow: UnitOfWork, segment_id: str, *, is_on: bool = True) -> Outcome[Confirmed]:
    """Say of a translation that a second person read it, in the words that stand there now.

    Where the office asks for a second pair of eyes, nobody reviews what he or she translated (BadInputError).
    """
    if uow.settings.get(SECOND_EYES) == "on" and _translator(uow, segment_id) == uow.author:
        raise BadInputError(
            _("You translated this sentence: somebody else has to review it."),
            kept=_("The translation was kept."),
            advice=_("The rule of the second pair of eyes is in Settings."),
        )
    return confirm_and_propagate(uow, segment_id, state=SegmentState.REVIEWED, is_on=is_on)


def _translator(uow: UnitOfWork, segment_id: str) -> str:
    records = uow.records.of_segment(segment_id)
    translated = next((r for r in records if r.state is SegmentState.TRANSLATED), None)
    return translated.author if translated else uow.segments.get(segment_id).author


def accept_review(uow: UnitOfWork, segment_id: str) -> Outcome[Segment]:
    """The translator agrees with a reviewer's change: it stays, reviewed, and is no open question any more."""
    segment = uow.segments.get(segment_id)
    change = open_change(segment, uow.records.of_segment(segment_id))
    if change is None:
        raise _nothing_open()
    return _answer(uow, segment, replace(change.record, author=uow.author, deed=ACCEPTED), change.record)


def _answer(uow: UnitOfWork, segment: Segment, answer: SegmentRecord, other: SegmentRecord) -> Outcome[Segment]:
    """Append an answer to the log; undo appends the question again, as nothing is ever taken out of it."""
    uow.records.add(replace(answer, id=uow.ids.new(), at=uow.clock.now()))
    done = change_many(uow, [segment], [replace(segment, updated_at=uow.clock.now())], "")

    def back(unit: UnitOfWork) -> Outcome[Segment]:
        current = unit.segments.get(segment.id)
        if current.target != answer.target:
            raise ConflictError(
                _("The sentence was edited since; nothing was undone."), kept=_("The newer translation was kept.")
            )
        return _answer(unit, current, other, answer)

    return Outcome(uow.segments.get(segment.id), done.changes, Deed(_("Accept the reviewer’s change"), back))


def reject_review(uow: UnitOfWork, segment_id: str) -> Outcome[Segment]:
    """The translator's own words again, as translated; the reviewer's stay in the history. Undo brings them back."""
    segment = uow.segments.get(segment_id)
    change = open_change(segment, uow.records.of_segment(segment_id))
    if change is None:
        raise _nothing_open()
    label = _("Reject the reviewer’s change")
    after = _with(uow, segment, change.before, SegmentState.TRANSLATED)
    done = change_many(uow, [segment], [after], label)
    return Outcome(uow.segments.get(segment_id), done.changes, done.inverse)


def restore(uow: UnitOfWork, record_id: str, segment_id: str) -> Outcome[Segment]:
    """Bring back what a sentence read before, as a draft; undo takes it back. What stands there is in the history."""
    record = next((r for r in uow.records.of_segment(segment_id) if r.id == record_id), None)
    if record is None:
        raise ConflictError(_("This earlier translation is not there any more."), kept=_("Nothing was changed."))
    segment = uow.segments.get(segment_id)
    after = _with(uow, segment, record.target, SegmentState.DRAFT)
    after = replace(after, made_from=record.made_from or segment.source)
    done = change_many(uow, [segment], [after], _("Restore an earlier translation"))
    return Outcome(uow.segments.get(segment_id), done.changes, done.inverse)


def _with(uow: UnitOfWork, segment: Segment, target: RichText, state: SegmentState) -> Segment:
    return replace(
        segment,
        target=target,
        state=state,
        origin=SegmentOrigin.TYPED,
        author=uow.author,
        updated_at=uow.clock.now(),
    )


def _nothing_open() -> BadInputError:
    return BadInputError(_("There is no reviewer’s change on this sentence."), kept=_("Nothing was changed."))


def asks_second_eyes(uow: UnitOfWork) -> bool:
    """Whether the office asks for a second pair of eyes."""
    return uow.settings.get(SECOND_EYES) == "on"


def ask_second_eyes(uow: UnitOfWork, *, is_on: bool) -> Outcome[bool]:
    """Say whether it does."""
    done = set_setting(uow, SECOND_EYES, "on" if is_on else "off")
    return Outcome(is_on, done.changes, done.inverse)
