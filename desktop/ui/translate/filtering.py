"""What the grid shows: one value made of everything that can be chosen, and whether a sentence passes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from desktop.domain.errors import ComunicadoError
from desktop.domain.segment import ChangeClass, PairedSegment, SegmentState
from desktop.editorial.finding import Finder, Query


class Filter(StrEnum):
    """The choices that stand above the grid."""

    ALL = "all"
    NEEDS_WORK = "needs-work"
    STALE = "stale"
    DRAFTS = "drafts"
    FINDINGS = "findings"


class Side(StrEnum):
    """Where a text is looked for."""

    EITHER = "either"
    SOURCE = "source"
    TARGET = "target"


def needs_work(pair: PairedSegment) -> bool:
    """Whether the translator has to come by."""
    return not pair.segment.is_done or pair.change is ChangeClass.MOVED


@dataclass(frozen=True)
class GridFilter:
    """Everything in force at once: a sentence is shown where all of it is true of it.

    ``states``, ``changes`` and ``people`` are empty for "any". ``found`` are the ids of the sentences that have a finding.
    ``text`` is looked for without accents, or as a pattern, which is taken as written.
    """

    chosen: Filter = Filter.ALL
    text: str = ""
    side: Side = Side.EITHER
    is_pattern: bool = False
    matches_case: bool = False
    states: frozenset[SegmentState] = frozenset()
    changes: frozenset[ChangeClass] = frozenset()
    people: frozenset[str] = frozenset()
    found: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        """How many choices of the menu are in force."""
        others = (self.side is not Side.EITHER, self.is_pattern, self.matches_case)
        return len(self.states) + len(self.changes) + len(self.people) + sum(others)

    @cached_property
    def problem(self) -> str:
        """What is wrong with the text as a pattern; empty where it can be looked for."""
        try:
            _ = self._finder
        except ComunicadoError as error:
            return error.message
        return ""

    @cached_property
    def _finder(self) -> Finder | None:
        words = self.text if self.is_pattern else self.text.strip()
        if not words:
            return None
        return Finder(
            Query(
                words,
                matches_case=self.matches_case,
                ignores_accents=not self.is_pattern,
                is_pattern=self.is_pattern,
            )
        )

    def without_menu(self) -> GridFilter:
        """The same without the choices of the menu."""
        return replace(
            self,
            side=Side.EITHER,
            is_pattern=False,
            matches_case=False,
            states=frozenset(),
            changes=frozenset(),
            people=frozenset(),
        )

    def shows(self, pair: PairedSegment) -> bool:
        """Whether a sentence passes. With a pattern that cannot be used nothing is looked for."""
        segment = pair.segment
        if self.states and segment.state not in self.states:
            return False
        if self.changes and pair.change not in self.changes:
            return False
        if self.people and segment.author not in self.people:
            return False
        return self._is_chosen(pair) and self._has_text(pair)

    def _is_chosen(self, pair: PairedSegment) -> bool:
        match self.chosen:
            case Filter.NEEDS_WORK:
                return needs_work(pair)
            case Filter.STALE:
                return pair.is_stale or pair.change is ChangeClass.MOVED
            case Filter.DRAFTS:
                return pair.segment.state is SegmentState.DRAFT
            case Filter.FINDINGS:
                return pair.segment.id in self.found
            case _:
                return True

    def _has_text(self, pair: PairedSegment) -> bool:
        if self.problem or self._finder is None:
            return True
        sides = []
        if self.side is not Side.TARGET:
            sides.append(pair.segment.source.text)
        if self.side is not Side.SOURCE:
            sides.append(pair.segment.target.text)
        try:
            return any(self._finder.is_in(text) for text in sides)
        except ComunicadoError:  # a pattern that takes too long over this sentence
            return False
