"""A block as it would read with every pending suggestion taken, and where its places are in the text with all of them.

For what looks at a text while it is being revised: struck words are no longer the writer's, proposed ones are.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop.domain.document import Block
from desktop.domain.richtext import SUGGESTION_MARKS
from desktop.domain.suggestions import settled_text


@dataclass(frozen=True, slots=True)
class AsAccepted:
    """``block`` has the settled text; ``starts`` and ``origins`` are where its pieces begin, there and in the whole text."""

    block: Block
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Code points ``[start, end)`` of the settled text as a stretch of the whole one; struck text inside counts along."""
        first = self._origin(start)
        return (first, max(first, self._origin(end - 1) + 1)) if end > start else (first, first)

    def _origin(self, point: int) -> int:
        at = max(0, bisect_right(self.starts, point) - 1)
        return self.origins[at] + point - self.starts[at] if self.starts else 0


@lru_cache(maxsize=2048)
def as_accepted(block: Block) -> AsAccepted | None:
    """``None`` where nothing in the block's text is pending."""
    text = block.text
    if not any(mark.kind in SUGGESTION_MARKS for mark in text.marks):
        return None
    settled = settled_text(text, lambda _: True)
    starts, origins, at, here = [], [], 0, 0
    for run in text.runs():
        if settled_text(text.slice(at, at + len(run.text)), lambda _: True):
            starts.append(here)
            origins.append(at)
            here += len(run.text)
        at += len(run.text)
    return AsAccepted(replace(block, text=settled), tuple(starts), tuple(origins))
