"""Keeping translations with their sentences while the source changes under them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop.domain.release import Progress
from desktop.domain.richtext import RichText
from desktop.domain.segment import ChangeClass, PairedSegment, Segment
from desktop.translation.changes import classify
from desktop.translation.matching import MOST_PARTS, REWORDED_HERE, is_made_of, match
from desktop.translation.ranks import rank_between_neighbours, renewed, settled
from desktop.translation.segmentation import SourceSentence
from desktop.translation.words import folded, likeness, word_likeness


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The segments after the source changed.

    ``segments``: the live ones in text order, then the tray. ``changed``: those of them whose stored fields
    differ from before, or that are new. ``removed_ids``: segments that held nothing and have no sentence.
    """

    segments: tuple[Segment, ...]
    changed: tuple[Segment, ...]
    removed_ids: tuple[str, ...]


def reconcile(
    segments: Sequence[Segment],
    sentences: Sequence[SourceSentence],
    *,
    version_id: str,
    new_id: Callable[[], str],
) -> Reconciled:
    """Match a target version's segments to the sentences of its source as it is now.

    A translation is never changed and never dropped: where its sentence is gone, the segment goes to the tray
    (``index`` -1, its last block and source kept). See :mod:`desktop.translation.matching` for what goes where.
    """
    found = match(segments, sentences)
    matched = {segment.id for segment in found.values()}
    live = [
        _placed(found[place], sentence)
        if place in found
        else Segment(new_id(), version_id, sentence.block_id, sentence.index, sentence.text)
        for place, sentence in enumerate(sentences)
    ]
    left = sorted((s for s in segments if s.id not in matched), key=lambda segment: not segment.is_gone)
    tray = [_put_away(segment) for segment in left if segment.has_translation]
    removed = tuple(segment.id for segment in left if not segment.has_translation)
    ranks = renewed(live, tray)
    live = [s if s.rank == rank else replace(s, rank=rank) for s, rank in zip(live, ranks, strict=True)]
    result = (*live, *tray)
    before = {segment.id: segment for segment in segments}
    # What stayed as it was is still the very object that came in.
    return Reconciled(result, tuple(s for s in result if before.get(s.id) is not s), removed)


def retyped(segments: Sequence[Segment], texts: Sequence[RichText]) -> tuple[Segment, Segment] | None:
    """A block's segment before and after, where exactly one of its sentences reads differently but much alike.

    ``segments`` are all of the block, ``texts`` its sentences now. ``None`` for everything else: another number of sentences,
    none or several changed, one written anew. Whoever uses it makes sure that no other segment of the version knows the texts.
    """
    live = sorted((segment for segment in segments if not segment.is_gone), key=lambda segment: segment.index)
    if len(live) != len(texts) or [segment.index for segment in live] != list(range(len(texts))):
        return None
    changed = [(segment, text) for segment, text in zip(live, texts, strict=True) if segment.source != text]
    if len(changed) != 1:
        return None
    segment, text = changed[0]
    is_back = segment.made_from == text
    if not is_back and likeness(segment.source.text, text.text) < REWORDED_HERE:
        return None
    return segment, replace(segment, source=text)


def _placed(segment: Segment, sentence: SourceSentence) -> Segment:
    if (segment.block_id, segment.index) == (sentence.block_id, sentence.index) and segment.source == sentence.text:
        return segment
    return replace(segment, block_id=sentence.block_id, index=sentence.index, source=sentence.text)


def _put_away(segment: Segment) -> Segment:
    return segment if segment.is_gone else replace(segment, index=-1)


def pair(segments: Sequence[Segment]) -> tuple[PairedSegment, ...]:
    """The segments with what happened to their source, live ones first, in the given order, then the tray.

    ``segments``: a whole version's, live ones in text order. Live ones are numbered from 1, those in the tray
    have number 0.
    """
    live = [segment for segment in segments if not segment.is_gone]
    tray = [segment for segment in segments if segment.is_gone]
    firm = settled(live)
    paired = [PairedSegment(s, _change(live, tray, at, firm), at + 1) for at, s in enumerate(live)]
    return (*paired, *(PairedSegment(segment, ChangeClass.GONE, 0) for segment in tray))


def _change(live: Sequence[Segment], tray: Sequence[Segment], at: int, firm: frozenset[int]) -> ChangeClass:
    segment = live[at]
    if not segment.has_translation:
        return ChangeClass.NEW
    if segment.made_from is None or segment.made_from == segment.source:
        return ChangeClass.UNCHANGED if at in firm else ChangeClass.MOVED
    change = classify(segment.made_from, segment.source)
    if change is not ChangeClass.REWORDED:
        return change
    if _is_split(live, at, segment.made_from):
        return ChangeClass.SPLIT
    return ChangeClass.MERGED if _is_merged(live, tray, at) else change


def _is_split(live: Sequence[Segment], at: int, whole: RichText) -> bool:
    """Whether the translated sentence is this one together with untranslated ones beside it."""
    made_from = folded(whole.text)
    block = live[at].block_id

    def is_new(place: int) -> bool:
        return 0 <= place < len(live) and live[place].block_id == block and not live[place].has_translation

    before = next((n for n in range(MOST_PARTS) if not is_new(at - n - 1)), MOST_PARTS)
    after = next((n for n in range(MOST_PARTS) if not is_new(at + n + 1)), MOST_PARTS)
    for count in range(2, MOST_PARTS + 1):
        for start in range(max(at - before, at - count + 1), at + 1):
            if start + count - 1 > at + after:
                continue
            parts = [folded(segment.source.text) for segment in live[start : start + count]]
            together = word_likeness(tuple(word for part in parts for word in part), made_from)
            if is_made_of(together, (word_likeness(part, made_from) for part in parts)):
                return True
    return False


def _is_merged(live: Sequence[Segment], tray: Sequence[Segment], at: int) -> bool:
    """Whether this sentence is what was translated here together with what waits beside it in the tray."""
    segment = live[at]
    words = folded(segment.source.text)
    behind = [kept for kept in tray if kept.made_from is not None]
    in_order = sorted([*behind, segment], key=lambda each: (each.rank, each.id))
    here = in_order.index(segment)
    for count in range(2, MOST_PARTS + 1):
        for start in range(max(0, here - count + 1), here + 1):
            parts = [folded(each.made_from.text) for each in in_order[start : start + count] if each.made_from]
            if len(parts) < count:
                continue
            together = word_likeness(tuple(word for part in parts for word in part), words)
            if is_made_of(together, (word_likeness(part, words) for part in parts)):
                return True
    return False


def progress(segments: Sequence[Segment]) -> Progress:
    """The counts of a target version; what waits in the tray is not counted."""
    live = [segment for segment in segments if not segment.is_gone]
    return Progress(len(live), sum(s.is_done for s in live), sum(s.is_stale for s in live))


def rank_for(segments: Sequence[Segment], segment_id: str) -> str:
    """The rank to confirm a segment with: where it stands now. Its own where it has not moved or is gone."""
    live = [segment for segment in segments if not segment.is_gone]
    gone = next((segment.rank for segment in segments if segment.is_gone and segment.id == segment_id), None)
    return gone if gone is not None else rank_between_neighbours(live, segment_id)
