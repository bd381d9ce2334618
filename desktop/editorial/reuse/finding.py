"""All finders together: what they saw, without overlaps, grouped by what is the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import ATOMIC_MARKS
from desktop.editorial.gazetteer import Gazetteer
from desktop.editorial.reuse.dates import find_dates
from desktop.editorial.reuse.editions import find_editions
from desktop.editorial.reuse.found import Candidate, Finder, FoundGap, GapKind, Known, Reading
from desktop.editorial.reuse.numbers import find_numbers, find_years, own_year
from desktop.editorial.reuse.organisations import find_organisations
from desktop.editorial.reuse.people import find_people
from desktop.editorial.reuse.places import find_places
from desktop.editorial.reuse.protected import protected_spans
from desktop.editorial.reuse.relative import find_relative
from desktop.editorial.reuse.times import find_times
from desktop.editorial.reuse.words.table import words_of

#: Every finder with its rank: where two finds overlap the lower rank stays, then the longer, then the earlier one.
FINDERS: tuple[tuple[int, Finder], ...] = (
    (0, find_dates),
    (0, find_times),
    (0, find_relative),
    (1, find_editions),
    (2, find_people),
    (3, find_organisations),
    (3, find_places),
    (4, find_years),
    (5, find_numbers),
)
#: Blocks that are drawn from elsewhere, or say nothing of the story.
_NOT_READ = frozenset({BlockKind.END_MARK})


def find_gaps(
    document: Document,
    *,
    gazetteer: Gazetteer,
    today: date,
    known: Known | None = None,
    skipped: Iterable[str] = (),
) -> tuple[FoundGap, ...]:
    """Everything in the text that the next release may say otherwise, in the order of the text, never overlapping.

    ``skipped`` are ids of blocks that are made anew anyway (contacts from the directory). What stands under a gap
    or a protected mark, in an address, a phone number or the number of a document is left alone.
    """
    passed = frozenset(skipped)
    blocks = tuple(b for b in document.blocks if b.kind not in _NOT_READ and b.id not in passed)
    year = own_year((block.text.text for block in blocks), today.year)
    reading = Reading(document.language, words_of(document.language), gazetteer, today, known or Known(), blocks, year)
    seen = [(block, each) for block in blocks for each in _of_block(block, reading)]
    return _named(seen)


def _of_block(block: Block, reading: Reading) -> list[Candidate]:
    text = block.text.text
    closed = [*protected_spans(text, reading.words)]
    closed += [(mark.start, mark.end) for mark in block.text.marks if mark.kind in ATOMIC_MARKS]
    ranked = [(rank, each) for rank, find in FINDERS for each in find(block, reading)]
    ranked.sort(key=lambda pair: (pair[0], pair[1].start - pair[1].end, pair[1].start, pair[1].kind))
    kept: list[Candidate] = []
    for _rank, each in ranked:
        if not 0 <= each.start < each.end <= len(text):
            continue
        if not any(start < each.end and each.start < end for start, end in closed):
            kept.append(each)
            closed.append((each.start, each.end))
    return sorted(kept, key=lambda each: each.start)


def _named(seen: Sequence[tuple[Block, Candidate]]) -> tuple[FoundGap, ...]:
    """Finds with their groups: ``date-1``, ``person-2``, numbered by kind in the order of the text."""
    names: dict[tuple[GapKind, str], str] = {}
    counts: dict[GapKind, int] = {}
    found: list[FoundGap] = []
    for block, each in seen:
        key = (each.kind, each.key)
        if key not in names:
            counts[each.kind] = counts.get(each.kind, 0) + 1
            names[key] = f"{each.kind.value}-{counts[each.kind]}"
        old = block.text.text[each.start : each.end]
        found.append(FoundGap(block.id, each.start, each.end, each.kind, old, each.suggestion, names[key], each.value))
    return tuple(found)
