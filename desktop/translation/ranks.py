"""Ranks: which segments moved, and where a segment belongs between its neighbours."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from desktop.domain.order_key import key_between, keys_for
from desktop.domain.segment import Segment, SegmentPlace


def rising(ranks: Sequence[str]) -> frozenset[int]:
    """Places of a longest strictly rising run of ranks; empty ranks are never part of it."""
    tails: list[str] = []
    at_tail: list[int] = []
    previous: dict[int, int] = {}
    for place, rank in enumerate(ranks):
        if not rank:
            continue
        length = bisect_left(tails, rank)
        previous[place] = at_tail[length - 1] if length else -1
        tails[length : length + 1] = [rank]
        at_tail[length : length + 1] = [place]
    chosen: set[int] = set()
    at = at_tail[-1] if at_tail else -1
    while at >= 0:
        chosen.add(at)
        at = previous[at]
    return frozenset(chosen)


def settled(live: Sequence[Segment | SegmentPlace]) -> frozenset[int]:
    """Places of the segments that stand where the translator last saw them, relative to each other.

    Only what holds a translation can have moved; the rest is nobody's yet.
    """
    return rising([segment.rank if segment.has_translation else "" for segment in live])


def ranks_between(low: str | None, high: str | None, count: int) -> list[str]:
    """``count`` rising keys between two keys; ``None`` stands for an open end. Keys stay short for many."""
    if count <= 0:
        return []
    if low is None and high is None:
        return list(keys_for(count))
    middle = key_between(low, high)
    left = (count - 1) // 2
    return [*ranks_between(low, middle, left), middle, *ranks_between(middle, high, count - 1 - left)]


def renewed(live: Sequence[Segment], kept: Sequence[Segment]) -> list[str]:
    """Ranks for the live segments in their order, changing no rank of a translated one.

    An untranslated segment gets a rank between its neighbours where it has none or no longer fits. ``kept``
    are the segments in the tray: no new rank equals one of theirs.
    """
    ranks = [segment.rank for segment in live]
    firm = _fitting(live, ranks)
    taken = sorted({segment.rank for segment in (*live, *kept) if segment.rank})
    low: str | None = None
    begin = 0
    for bound in [*sorted(firm), len(live)]:
        free = [at for at in range(begin, bound) if not live[at].has_translation or not ranks[at]]
        # Directly behind the lower neighbour: the tray's own ranks above it stay free for their return.
        above = bisect_right(taken, low) if low is not None else 0
        ceiling = taken[above] if above < len(taken) else None
        for at, rank in zip(free, ranks_between(low, ceiling, len(free)), strict=True):
            ranks[at] = rank
        low, begin = (ranks[bound] if bound < len(live) else None), bound + 1
    return ranks


def _fitting(live: Sequence[Segment], ranks: Sequence[str]) -> frozenset[int]:
    """Places whose ranks rise together: all settled ones, and as many untranslated ones as fit in between."""
    firm = settled(live)
    fitting = set(firm)
    low, begin = "", 0
    for bound in [*sorted(firm), len(live)]:
        high = ranks[bound] if bound < len(live) else None
        inside = [
            ranks[at] if not live[at].has_translation and ranks[at] > low and (high is None or ranks[at] < high) else ""
            for at in range(begin, bound)
        ]
        fitting.update(begin + place for place in rising(inside))
        low, begin = high or "", bound + 1
    return frozenset(fitting)


def rank_between_neighbours(live: Sequence[Segment | SegmentPlace], segment_id: str) -> str:
    """The rank with which a live segment stands where it is; its own where it has not moved."""
    at = next(place for place, segment in enumerate(live) if segment.id == segment_id)
    firm = settled(live)
    if at in firm:
        return live[at].rank
    low = max((live[place].rank for place in firm if place < at), default=None)
    high = min((live[place].rank for place in firm if place > at), default=None)
    return key_between(low, high)
