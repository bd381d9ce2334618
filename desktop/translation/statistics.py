"""Counting what there is to translate: words and characters by how well the memory, or the text itself, knows them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.segment import Segment
from desktop.translation.repeats import InnerMatch, inner_matches
from desktop.translation.words import tokens


class Band(StrEnum):
    """How well a sentence is known; the values are what stands in an exported table."""

    LINEAGE = "102"
    CONTEXT = "101"
    EXACT = "100"
    REPETITION = "repetition"
    B95 = "95-99"
    B85 = "85-94"
    B75 = "75-84"
    B50 = "50-74"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Count:
    """Sentences, words, characters with and without blanks."""

    sentences: int = 0
    words: int = 0
    characters: int = 0
    signs: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.sentences + other.sentences,
            self.words + other.words,
            self.characters + other.characters,
            self.signs + other.signs,
        )


@dataclass(frozen=True, slots=True)
class BandCount:
    """What is in a band; ``inner`` is the part that only the text itself knows (internal fuzzy)."""

    band: Band
    count: Count
    inner: Count


@dataclass(frozen=True, slots=True)
class Statistics:
    """A whole analysis: every band in order, and the sum."""

    bands: tuple[BandCount, ...]
    total: Count

    def of(self, band: Band) -> BandCount:
        """The row of a band."""
        return next(each for each in self.bands if each.band is band)


def band_of(score: int) -> Band:
    """The band of a percentage."""
    for least, band in _FROM:
        if score >= least:
            return band
    return Band.NONE


_FROM = (
    (102, Band.LINEAGE),
    (101, Band.CONTEXT),
    (100, Band.EXACT),
    (95, Band.B95),
    (85, Band.B85),
    (75, Band.B75),
    (50, Band.B50),
)


def count_of(text: str) -> Count:
    """One sentence's words and characters; a number, an address or a word with an apostrophe is one word."""
    words = sum(1 for token in tokens(text) if any(map(str.isalnum, token)))
    return Count(1, words, len(text), sum(not char.isspace() for char in text))


def analyse(
    segments: Sequence[Segment],
    scores: Mapping[str, int],
    *,
    checkpoint: Callable[[], object] = lambda: None,
) -> Statistics:
    """Count live segments (in text order). ``scores``: segment id → the memory's best percentage, where it has one.

    A sentence is counted once: as what the memory knows exactly, else as a repetition of an earlier sentence, else in
    the better of the memory's band and that of the most alike sentence before it.
    """
    inner = inner_matches([segment.source.text for segment in segments], checkpoint=checkpoint)
    sums = dict.fromkeys(Band, Count())
    inside = dict.fromkeys(Band, Count())
    for segment, match in zip(segments, inner, strict=True):
        band, is_inner = _band(scores.get(segment.id, 0), match)
        count = count_of(segment.source.text)
        sums[band] += count
        if is_inner:
            inside[band] += count
    rows = tuple(BandCount(band, sums[band], inside[band]) for band in Band)
    return Statistics(rows, sum(sums.values(), Count()))


def _band(score: int, match: InnerMatch | None) -> tuple[Band, bool]:
    within = match.score if match else 0
    if score >= 100:
        return band_of(score), False
    if within >= 100:
        return Band.REPETITION, False
    return band_of(max(score, within)), within > score and within >= 50


def as_csv(statistics: Statistics, names: Mapping[str, str]) -> str:
    """The table for a spreadsheet. ``names``: headings and bands in the interface's language, by their plain names."""
    held = io.StringIO()
    out = csv.writer(held, lineterminator="\r\n")
    columns = ("band", "sentences", "words", "characters", "signs", "inner")
    out.writerow([names.get(column, column) for column in columns])
    for row in statistics.bands:
        out.writerow([names.get(row.band.value, row.band.value), *_cells(row.count), row.inner.words])
    inner = sum((row.inner for row in statistics.bands), Count())
    out.writerow([names.get("total", "total"), *_cells(statistics.total), inner.words])
    return held.getvalue()


def _cells(count: Count) -> tuple[int, int, int, int]:
    return count.sentences, count.words, count.characters, count.signs
