"""Filling untranslated sentences from what is known, by thresholds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment, SegmentOrigin, SegmentState
from desktop.translation.number_changes import apply_numbers
from desktop.translation.repeats import AlikeIndex
from desktop.translation.statistics import Band, band_of


@dataclass(frozen=True, slots=True)
class Match:
    """A translation offered for a sentence: how sure in per cent (102, 101, 100, fuzzy), and from which source."""

    target: RichText
    score: int
    made_from: RichText
    origin: SegmentOrigin = SegmentOrigin.MEMORY


class Matches(Protocol):
    """What a translation memory answers for many sentences at once. Called on the database worker."""

    def best_of(
        self, segments: Sequence[Segment], version_id: str, source_language: str, target_language: str, least: int
    ) -> Mapping[str, Match]:
        """Segment id → the best match of at least ``least`` per cent. ``segments``: live ones, in text order."""
        ...


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which percentage a match is put in, and from which it is confirmed at once (0: never)."""

    least: int = 75
    confirm: int = 0


@dataclass(frozen=True, slots=True)
class Prefilled:
    """What pre-translating did: how many sentences by band, and how many of them were confirmed."""

    by_band: Mapping[Band, int]
    confirmed: int = 0

    @property
    def total(self) -> int:
        """How many sentences were filled."""
        return sum(self.by_band.values())


def is_open(segment: Segment) -> bool:
    """Whether a sentence waits for a translation."""
    return not segment.is_gone and not segment.target.text.strip() and not segment.is_apart


def inner_offers(
    segments: Sequence[Segment], source_language: str, target_language: str, least: int
) -> dict[str, Match]:
    """What the text's own translated sentences offer the open ones; numbers that differ are carried over by value.

    ``segments``: live ones, in text order.
    """
    done = [s for s in segments if s.is_done]
    wanted = [s for s in segments if is_open(s)]
    offers: dict[str, Match] = {}
    exact = {s.source: s for s in done}
    index = AlikeIndex(least)
    for known in done:
        index.add(known.source.text)
    for segment in wanted:
        if (same := exact.get(segment.source)) is not None:
            offers[segment.id] = Match(same.target, 100, same.source, SegmentOrigin.PROPAGATED)
            continue
        found = index.best(segment.source.text) if least < 100 else None
        if found is not None:
            offers[segment.id] = _carried(done[found.place], segment, found.score, source_language, target_language)
    return offers


def _carried(known: Segment, wanted: Segment, score: int, source_language: str, target_language: str) -> Match:
    as_changed = replace(known, source=wanted.source)
    target = apply_numbers(as_changed, source_language, target_language) if score >= 95 else None
    made_from = known.source if target is None else wanted.source
    return Match(target or known.target, min(score, 99), made_from, SegmentOrigin.MEMORY)


def prefilled(
    segments: Sequence[Segment],
    offers: Mapping[str, Match],
    thresholds: Thresholds,
    *,
    author: str,
    now: datetime,
) -> tuple[tuple[Segment, ...], tuple[Segment, ...], Prefilled]:
    """The open sentences that get a translation: as they are, as they become, and the report.

    A fuzzy match becomes a draft that remembers which source it was made from: what differs is told like any other
    change of a source; so does one whose figures could not be carried over. An exact one is made from the sentence itself.
    """
    olds: list[Segment] = []
    news: list[Segment] = []
    by_band: dict[Band, int] = {}
    for segment in segments:
        match = offers.get(segment.id)
        if match is None or match.score < thresholds.least or not is_open(segment):
            continue
        is_sure = 0 < thresholds.confirm <= match.score and match.score >= 100
        olds.append(segment)
        news.append(
            replace(
                segment,
                target=match.target,
                made_from=segment.source if match.score >= 100 else match.made_from,
                state=SegmentState.TRANSLATED if is_sure else SegmentState.DRAFT,
                origin=match.origin,
                author=author,
                updated_at=now,
            )
        )
        band = band_of(match.score)
        by_band[band] = by_band.get(band, 0) + 1
    confirmed = sum(each.state is SegmentState.TRANSLATED for each in news)
    ordered = {band: by_band[band] for band in Band if band in by_band}
    return tuple(olds), tuple(news), Prefilled(ordered, confirmed)
