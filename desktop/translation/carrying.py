"""Taking the translation of an earlier release along into the one that is made from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment, SegmentOrigin, SegmentState
from desktop.translation.segmentation import SourceSentence


def carried(
    segments: Iterable[Segment],
    sentences: Sequence[SourceSentence],
    blocks: Mapping[str, str],
    *,
    version_id: str,
    new_id: Callable[[], str],
) -> tuple[Segment, ...]:
    """The translated segments for another version, whose source has these ``sentences``; ``blocks`` are old ids → new.

    Every one becomes a draft from memory that remembers the very source it was made from: where the new text says
    the same it is fresh and only wants a confirmation, where it differs the difference is told as any other change
    of a source. What waits in the tray stays behind. A block with as many sentences as before keeps them in their places.
    """
    live = [segment for segment in segments if not segment.is_gone and segment.block_id in blocks]
    before = Counter(blocks[segment.block_id] for segment in live)
    after = Counter(sentence.block_id for sentence in sentences)
    now = {(sentence.block_id, sentence.index): sentence.text for sentence in sentences}

    def source_of(segment: Segment) -> RichText:
        block = blocks[segment.block_id]
        return now[block, segment.index] if before[block] == after[block] else segment.source

    return tuple(
        replace(
            segment,
            source=source_of(segment),
            id=new_id(),
            version_id=version_id,
            block_id=blocks[segment.block_id],
            state=SegmentState.DRAFT,
            origin=SegmentOrigin.MEMORY,
            rev=0,
        )
        for segment in live
        if segment.target.text.strip() and segment.made_from
    )


def context_matches(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Drafts from memory whose sentence is unchanged between two unchanged neighbours (the text's ends count).

    ``segments``: a whole version's, live ones in text order. These are the safest of a carried translation: the same
    words in the same surroundings.
    """
    live = [segment for segment in segments if not segment.is_gone]

    def is_same(place: int) -> bool:
        if not 0 <= place < len(live):
            return True
        return live[place].made_from == live[place].source

    return tuple(
        segment
        for place, segment in enumerate(live)
        if segment.origin is SegmentOrigin.MEMORY
        and segment.state is SegmentState.DRAFT
        and segment.target.text.strip()
        and all(is_same(near) for near in (place - 1, place, place + 1))
    )
