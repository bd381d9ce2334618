"""Splitting a sentence in two and merging two into one, on both sides, without breaking the pairing."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.changes import COMMENT, Change, ChangeSet, Deed, Outcome
from desktop.domain.cut_exception import CutException
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import EMPTY, RichText
from desktop.domain.segment import CONFIRMED_STATES, Segment, SegmentState
from desktop.i18n import _
from desktop.services.drafting import official_text
from desktop.services.segment_deeds import recounted, with_translation_of
from desktop.translation.cutting import around, nearest_gap, place_of
from desktop.translation.ranks import rank_between_neighbours, renewed


def split_segment(uow: UnitOfWork, segment_id: str, source_at: int, target_at: int) -> Outcome[tuple[str, str]]:
    """Part a sentence at the white space nearest to ``source_at``, its translation at that nearest to ``target_at``.

    Answers the ids of both halves: the first keeps the segment's own. A translation that stays whole (``target_at`` at
    its end) leaves the second half untranslated. Raises BadInputError where there is nothing to part.
    """
    segment = _live(uow, segment_id)
    gap = nearest_gap(segment.source, source_at)
    if gap is None:
        raise BadInputError(_("This sentence has only one word."), kept=_("Nothing was changed."))
    text = _block_text(uow, segment)
    at = _place_in_block(uow, segment, text)
    before, after = around(text.text, at + gap[0], at + gap[1])
    halves = (segment.source.slice(0, gap[0]), segment.source.slice(gap[1]))
    first, second = _parted_target(segment.target, target_at)
    label = _("Split sentence")
    ours = _segments_of_block(uow, segment)
    made_from = (
        (halves[0], halves[1]) if segment.made_from == segment.source else (segment.made_from, segment.made_from)
    )
    left = replace(segment, source=halves[0], target=first, made_from=made_from[0])
    right = replace(
        segment,
        id=uow.ids.new(),
        index=segment.index + 1,
        source=halves[1],
        target=second,
        made_from=made_from[1],
        rank="",
        rev=0,
    )
    left, right = _settled(left), _settled(right)
    moved = [replace(each, index=each.index + 1) for each in ours if each.index > segment.index]
    saved = uow.segments.put([*moved, left, right])
    right = _ranked(uow, right.id)
    undone = _opposite(uow, segment, text.text, (at + gap[0], at + gap[1]), is_join=True)
    if undone is None:
        place = (segment.version_id, segment.block_id, False, before, after, at + gap[0])
        uow.cuts.put(CutException(uow.ids.new(), *place, uow.author))
    changes = recounted(uow, segment.version_id, [each.id for each in saved])
    inverse = Deed(label, lambda unit: _unsplit(unit, segment, (left, right), label))
    return Outcome((segment.id, right.id), changes, inverse)


def merge_with_next(uow: UnitOfWork, segment_id: str) -> Outcome[str]:
    """Make one sentence of this and the next one of its paragraph, on both sides; answers its id (this one's).

    Comments on the second go to the first. Raises BadInputError for the last sentence of a paragraph.
    """
    segment = _live(uow, segment_id)
    ours = _segments_of_block(uow, segment)
    second = next((each for each in ours if each.index == segment.index + 1), None)
    if second is None:
        raise BadInputError(_("There is no sentence behind this one in its paragraph."), kept=_("Nothing was changed."))
    text = _block_text(uow, segment)
    start = _place_in_block(uow, segment, text)
    end = start + len(segment.source)
    begin = text.text.index(second.source.text, end)
    source = text.slice(start, begin + len(second.source))
    joined = _merged(segment, second, source, text.text[end:begin])
    moved = [replace(each, index=each.index - 1) for each in ours if each.index > second.index]
    emptied = replace(second, index=-1, target=EMPTY, made_from=None, state=SegmentState.UNTRANSLATED)
    saved = uow.segments.put([joined, *moved, emptied])
    uow.segments.remove([second.id])
    undone = _opposite(uow, segment, text.text, (end, begin), is_join=False)
    before, after = around(text.text, end, begin)
    exception = undone or uow.cuts.put(
        CutException(uow.ids.new(), segment.version_id, segment.block_id, True, before, after, end, uow.author)
    )
    changes = recounted(uow, segment.version_id, [each.id for each in saved]) | _carry_comments(uow, second, segment.id)
    label = _("Merge sentences")
    made = next(each for each in saved if each.id == segment.id)
    inverse = Deed(
        label, lambda unit: _unmerge(unit, made, (segment, second), exception, label, is_removed=undone is not None)
    )
    return Outcome(segment.id, changes, inverse)


# -- parts --------------------------------------------------------------------------------------------------


def _live(uow: UnitOfWork, segment_id: str) -> Segment:
    segment = uow.segments.get(segment_id)
    if segment.is_gone:
        raise BadInputError(_("This sentence is no longer in the source."), kept=_("Its translation was kept."))
    return segment


def _segments_of_block(uow: UnitOfWork, segment: Segment) -> list[Segment]:
    every = uow.segments.of_version(segment.version_id)
    return [each for each in every if each.block_id == segment.block_id and not each.is_gone]


def _block_text(uow: UnitOfWork, segment: Segment) -> RichText:
    version = uow.releases.version(segment.version_id)
    source = official_text(uow, uow.releases.versions(version.release_id)[0].id)
    return next((block.text for block in source if block.id == segment.block_id), segment.source)


def _place_in_block(uow: UnitOfWork, segment: Segment, text: RichText) -> int:
    """Where the segment's sentence begins in its block."""
    at = 0
    for each in sorted(_segments_of_block(uow, segment), key=lambda one: one.index):
        found = text.text.find(each.source.text, at)
        if found < 0:
            raise ConflictError(_("The source changed meanwhile."), kept=_("Nothing was changed."))
        if each.id == segment.id:
            return found
        at = found + len(each.source)
    raise ConflictError(_("The source changed meanwhile."), kept=_("Nothing was changed."))


def _parted_target(target: RichText, at: int) -> tuple[RichText, RichText]:
    if at >= len(target.text.rstrip()) or not target.text.strip():
        return target, EMPTY
    if at <= 0:
        return EMPTY, target
    gap = nearest_gap(target, at)
    return (target, EMPTY) if gap is None else (target.slice(0, gap[0]), target.slice(gap[1]))


def _settled(segment: Segment) -> Segment:
    """A half without a translation is untranslated, whatever the whole was."""
    if segment.target.text.strip():
        return segment
    return replace(segment, state=SegmentState.UNTRANSLATED, made_from=None, target=EMPTY)


def _merged(first: Segment, second: Segment, source: RichText, between: str) -> Segment:
    """Both halves as one, in the lesser of their states; fresh where both were."""
    has_both = bool(first.target.text.strip()) and bool(second.target.text.strip())
    target = first.target + RichText.plain(between if has_both else "") + second.target
    is_fresh = not first.is_stale and not second.is_stale
    made_from: RichText | None = None
    if target.text.strip():
        old = [each.made_from if each.made_from is not None else each.source for each in (first, second)]
        made_from = source if is_fresh else old[0] + RichText.plain(between) + old[1]
    order = list(SegmentState)
    state = min(first.state, second.state, key=order.index)
    if target.text.strip() and not (has_both and state in CONFIRMED_STATES):
        state = SegmentState.DRAFT
    return replace(first, source=source, target=target, made_from=made_from, state=state)


def _opposite(
    uow: UnitOfWork, segment: Segment, text: str, gap: tuple[int, int], *, is_join: bool
) -> CutException | None:
    """The exception that did the contrary at this very place: it is taken away instead of making another."""
    for each in uow.cuts.of_version(segment.version_id):
        if each.block_id == segment.block_id and each.is_join is is_join and place_of(each, text) == gap:
            uow.cuts.remove(each.id)
            return each
    return None


def _ranked(uow: UnitOfWork, segment_id: str) -> Segment:
    """Give the second half a rank of its own, behind the first one's: it has not moved.

    An empty first half gets a new one where its old one does not fit before that.
    """
    segments = uow.segments.of_version(uow.segments.get(segment_id).version_id)
    live = [each for each in segments if not each.is_gone]
    rank = rank_between_neighbours(live, segment_id)
    live = [replace(each, rank=rank) if each.id == segment_id else each for each in live]
    ranks = renewed(live, [each for each in segments if each.is_gone])
    known = {each.id: each.rank for each in segments}
    ranked = [replace(each, rank=new) for each, new in zip(live, ranks, strict=True) if known[each.id] != new]
    saved = {each.id: each for each in uow.segments.put(ranked)}
    return saved.get(segment_id) or next(each for each in live if each.id == segment_id)


def _carry_comments(uow: UnitOfWork, second: Segment, first_id: str) -> ChangeSet:
    moved = [each for each in uow.comments.of_version(second.version_id) if each.segment_id == second.id]
    for comment in moved:
        uow.comments.put(replace(comment, segment_id=first_id))
    return ChangeSet(frozenset(Change(COMMENT, comment.id, second.version_id) for comment in moved))


def _undo_exception(uow: UnitOfWork, exception: CutException, *, is_removed: bool) -> None:
    if is_removed:
        uow.cuts.put(replace(exception, rev=0))
    else:
        uow.cuts.remove(exception.id)


def _unsplit(uow: UnitOfWork, whole: Segment, halves: tuple[Segment, Segment], label: str) -> Outcome[str]:
    """Make the halves one again; what was typed into them since is joined, nothing is lost."""
    now = [uow.segments.get(each.id) for each in halves]
    if any(each.is_gone for each in now):
        raise ConflictError(_("The source changed since; nothing was undone."), kept=_("Both sentences were kept."))
    merged = merge_with_next(uow, whole.id)
    again = uow.segments.get(whole.id)
    if again.source == whole.source and all(
        (mine.target, mine.state) == (half.target, half.state) for mine, half in zip(now, halves, strict=True)
    ):
        uow.segments.put([with_translation_of(again, whole)])
    changes = merged.changes | recounted(uow, whole.version_id, [whole.id])
    source_at, target_at = len(now[0].source), len(now[0].target)
    return Outcome(whole.id, changes, Deed(label, lambda unit: split_segment(unit, whole.id, source_at, target_at)))


def _unmerge(
    uow: UnitOfWork,
    made: Segment,
    before: tuple[Segment, Segment],
    exception: CutException,
    label: str,
    *,
    is_removed: bool,
) -> Outcome[tuple[str, str]]:
    """Part the sentence where it was joined; a translation edited since stays whole in the first half."""
    first, second = before
    now = uow.segments.get(made.id)
    if now.is_gone or now.source != made.source:
        raise ConflictError(_("The source changed since; nothing was undone."), kept=_("The sentence was kept."))
    is_untouched = (now.target, now.state) == (made.target, made.state)
    ours = [each for each in _segments_of_block(uow, now) if each.index > now.index]
    left = replace(now, source=first.source, made_from=first.source if now.target.text.strip() else None)
    right = replace(second, index=now.index + 1, target=EMPTY, made_from=None, state=SegmentState.UNTRANSLATED, rev=0)
    if is_untouched:
        left = replace(now, source=first.source, target=first.target, state=first.state, made_from=first.made_from)
        right = replace(second, index=now.index + 1, rev=0)
    saved = uow.segments.put([*(replace(each, index=each.index + 1) for each in ours), left, right])
    _undo_exception(uow, exception, is_removed=is_removed)
    changes = recounted(uow, now.version_id, [each.id for each in saved])
    return Outcome((first.id, second.id), changes, Deed(label, lambda unit: merge_with_next(unit, first.id)))
