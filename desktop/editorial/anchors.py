"""Anchors move along with the text: typing, splitting, joining, moving, undo.

A comment is on words, not on a place. The words are looked for where the edit carried them; a quotation that stands
in exactly one place of the text, and did not stand elsewhere before, is always found again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from desktop.domain.comment import Anchor
from desktop.domain.document import Block, Document

#: Between the texts of two blocks while they are compared: stands in no text.
_BETWEEN = "\ufdd0"
#: Changed stretches longer than this (both sides multiplied) are taken as replaced whole.
_MOST_COMPARED = 4_000_000


def is_orphaned(anchor: Anchor, document: Document) -> bool:
    """Whether the words that a comment was on are gone: its block, or all of its stretch."""
    return document.block(anchor.block_id) is None or (anchor.start == anchor.end and bool(anchor.quoted))


def follow(anchors: Sequence[Anchor], before: Document, after: Document) -> tuple[Anchor, ...]:
    """The anchors of ``before`` as they are in ``after``, in the same order."""
    if not anchors or before.blocks == after.blocks:
        return tuple(anchors)
    changed = _Changed.between(before, after)
    return tuple(_found_again(_followed(each, before, after, changed), each, before, after) for each in anchors)


def _followed(anchor: Anchor, before: Document, after: Document, changed: _Changed) -> Anchor:
    old, new = before.block(anchor.block_id), after.block(anchor.block_id)
    if old is None or (new is not None and new.text.text == old.text.text):
        return anchor
    place = changed.stretch(anchor)
    if place is not None:
        return place
    if new is None:
        return anchor  # with its block: an orphan that keeps its last place
    point = min(anchor.start, len(new.text))
    return Anchor(anchor.block_id, point, point, anchor.quoted)


def _found_again(followed: Anchor, was: Anchor, before: Document, after: Document) -> Anchor:
    """An anchor whose quotation stands elsewhere now, and only there, goes to it."""
    quoted = followed.quoted
    block = after.block(followed.block_id)
    if not quoted:
        return followed
    if block is not None:  # where letters repeat, the stretch may have come out too wide
        inside = block.text.text.find(quoted, followed.start, followed.end)
        if inside >= 0:
            return Anchor(followed.block_id, inside, inside + len(quoted), quoted)
    places = _places(after.blocks, quoted)
    if len(places) != 1:
        return followed
    elsewhere = [each for each in _places(before.blocks, quoted) if each != (was.block_id, was.start)]
    if elsewhere:
        return followed
    block_id, start = places[0]
    return Anchor(block_id, start, start + len(quoted), quoted)


def _places(blocks: Sequence[Block], quoted: str) -> list[tuple[str, int]]:
    """The first two places of some words."""
    found: list[tuple[str, int]] = []
    for block in blocks:
        at = block.text.text.find(quoted)
        while at >= 0:
            found.append((block.id, at))
            if len(found) > 1:
                return found
            at = block.text.text.find(quoted, at + 1)
    return found


@dataclass(frozen=True, slots=True)
class _Changed:
    """The blocks that an edit changed, took away or brought, as one text on each side."""

    old_ids: tuple[str, ...]
    old_starts: tuple[int, ...]
    new_ids: tuple[str, ...]
    new_starts: tuple[int, ...]
    new_ends: tuple[int, ...]
    #: ``(old start, old end, new start)`` of what is the same on both sides, in order.
    kept: tuple[tuple[int, int, int], ...]

    @classmethod
    def between(cls, before: Document, after: Document) -> _Changed:
        old_texts = {block.id: block.text.text for block in before}
        new_texts = {block.id: block.text.text for block in after}
        old = [(i, text) for i, text in old_texts.items() if new_texts.get(i) != text]
        new = [(i, text) for i, text in new_texts.items() if old_texts.get(i) != text]
        starts = _starts([text for _, text in new])
        return cls(
            tuple(i for i, _ in old),
            _starts([text for _, text in old]),
            tuple(i for i, _ in new),
            starts,
            tuple(start + len(text) for start, (_, text) in zip(starts, new, strict=True)),
            tuple(_kept(_BETWEEN.join(text for _, text in old), _BETWEEN.join(text for _, text in new))),
        )

    def stretch(self, anchor: Anchor) -> Anchor | None:
        """Where an anchor's words went; ``None`` where nothing is left of them."""
        offset = self.old_starts[self.old_ids.index(anchor.block_id)]
        start, end = offset + anchor.start, offset + anchor.end
        pieces = []
        for old_start, old_end, new_start in self.kept:
            first, last = max(start, old_start), min(end, old_end)
            if first < last or (start == end and first == last):
                pieces.append((new_start + first - old_start, new_start + last - old_start))
        if not pieces:
            return None
        return self._in_one_block(pieces[0][0], pieces[-1][1], anchor.quoted)

    def _in_one_block(self, start: int, end: int, quoted: str) -> Anchor | None:
        """A stretch cut down to the block that holds most of it."""
        best: Anchor | None = None
        first = max(0, bisect_right(self.new_starts, start) - 1)
        for place in range(first, len(self.new_ids)):
            left, right = self.new_starts[place], self.new_ends[place]
            if left > end:
                break
            low, high = max(start, left), min(end, right)
            if low <= high and (best is None or high - low > best.end - best.start):
                best = Anchor(self.new_ids[place], low - left, high - left, quoted)
        return best


def _starts(texts: Sequence[str]) -> tuple[int, ...]:
    return tuple(accumulate((len(text) + 1 for text in texts[:-1]), initial=0)) if texts else ()


def _slid(text: str, start: int, length: int) -> int:
    """The beginning of a stretch, moved as far back as it says the same, to where whole words stand in it."""
    best, most = start, _edges(text, start, start + length)
    at = start
    while at and text[at - 1] == text[at + length - 1] and most < 2:
        at -= 1
        found = _edges(text, at, at + length)
        if found > most:
            best, most = at, found
    return best


def _edges(text: str, *places: int) -> int:
    return sum(not (0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()) for at in places)


def _kept(old: str, new: str) -> list[tuple[int, int, int]]:
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    tail = next((n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start)
    longer, gap = (old, len(old) - len(new)) if len(old) > len(new) else (new, len(new) - len(old))
    if start + tail == most and gap:  # taken out or put in: where letters repeat, from word to word
        start = _slid(longer, start, gap)
        tail = most - start
    old_middle, new_middle = old[start : len(old) - tail], new[start : len(new) - tail]
    found = [(0, start, 0)]
    if old_middle and new_middle and len(old_middle) * len(new_middle) <= _MOST_COMPARED:
        matcher = SequenceMatcher(None, old_middle, new_middle, autojunk=False)
        found += [(start + a, start + a + n, start + b) for a, b, n in matcher.get_matching_blocks() if n]
    found.append((len(old) - tail, len(old), len(new) - tail))
    return found
