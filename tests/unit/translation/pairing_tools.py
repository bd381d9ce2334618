"""What the tests of the translation engine have in common: short ways to sentences and segments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment, SegmentState
from desktop.translation import deeds
from desktop.translation.pairing import Reconciled, pair, rank_for, reconcile
from desktop.translation.segmentation import SourceSentence

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
#: (block id, its sentences)
Blocks = Sequence[tuple[str, Sequence[str]]]

_numbers = count(1)


def new_id() -> str:
    return f"s{next(_numbers):06}"


def to_sentences(blocks: Blocks) -> tuple[SourceSentence, ...]:
    return tuple(
        SourceSentence(block_id, index, RichText(text))
        for block_id, texts in blocks
        for index, text in enumerate(texts)
    )


def after(segments: Iterable[Segment], blocks: Blocks) -> Reconciled:
    return reconcile(tuple(segments), to_sentences(blocks), version_id="v", new_id=new_id)


def confirm(segments: Sequence[Segment], segment_id: str, target: str) -> tuple[Segment, ...]:
    rank = rank_for(segments, segment_id)
    return tuple(
        deeds.confirm(s, RichText(target), rank=rank, author="Ana", now=NOW) if s.id == segment_id else s
        for s in segments
    )


def translated(blocks: Blocks) -> tuple[Segment, ...]:
    """Segments of blocks, each translated as its text in angle brackets with its number."""
    segments = after((), blocks).segments
    return tuple(
        replace(s, target=RichText(f"<{s.source.text}#{n}>"), made_from=s.source, state=SegmentState.TRANSLATED)
        for n, s in enumerate(segments)
    )


def classes(segments: Sequence[Segment]) -> list[str]:
    return [each.change.value for each in pair(segments)]


def live_targets(segments: Iterable[Segment]) -> list[str]:
    return [s.target.text for s in segments if not s.is_gone]
