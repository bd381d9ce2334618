"""Giving a confirmed translation to the sentences that read the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from desktop.domain.richtext import RichText
from desktop.domain.segment import CONFIRMED_STATES, Segment, SegmentOrigin, SegmentState


def may_take(segment: Segment, before: RichText) -> bool:
    """Whether a sentence may be given a translation by itself: it has none, or none that a person wrote for it.

    ``before`` is what the confirmed sentence read until now: what was propagated earlier follows its origin.
    """
    if segment.is_apart:
        return False
    if not segment.target.text.strip():
        return True
    if segment.origin is SegmentOrigin.PROPAGATED:
        return segment.target == before or segment.state is SegmentState.DRAFT
    return segment.state is SegmentState.DRAFT and segment.origin not in _BY_HAND


#: A draft with one of these origins is somebody's work.
_BY_HAND = frozenset({SegmentOrigin.TYPED, SegmentOrigin.FILE})


def propagated(
    confirmed: Segment,
    repeats: Sequence[Segment],
    before: RichText,
    *,
    is_draft: bool,
    author: str,
    now: datetime,
) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """The repeats that take the translation: as they are, and as they become (drafts, or in the confirmed state).

    Nothing goes out from a sentence that stands apart, and nothing into one.
    """
    if confirmed.is_apart or confirmed.state not in CONFIRMED_STATES:
        return (), ()
    taking = tuple(each for each in repeats if may_take(each, before) and each.target != confirmed.target)
    state = SegmentState.DRAFT if is_draft else SegmentState.TRANSLATED
    return taking, tuple(
        replace(
            each,
            target=confirmed.target,
            made_from=each.source,
            state=state,
            origin=SegmentOrigin.PROPAGATED,
            author=author,
            updated_at=now,
        )
        for each in taking
    )
