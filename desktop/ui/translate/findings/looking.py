"""What the grid's findings are looked for with, made in the pool and on the worker, never on the key path."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.finding import Finding
from desktop.i18n import _

if TYPE_CHECKING:
    from desktop.domain.dismissal import Dismissal
    from desktop.domain.ports import UnitOfWork
    from desktop.editorial.checks.profile import HouseProfile
    from desktop.services.tools import Tools
    from desktop.services.translating import Grid
    from desktop.translation.checks.context import Pair, PairFacts
    from desktop.translation.checks.engine import PairEngine
    from desktop.translation.terms.index import TermIndex


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the workspace says: the house with its switches, and what was dismissed."""

    profile: HouseProfile
    dismissals: tuple[Dismissal, ...]


def gather(uow: UnitOfWork, tools: Tools, version_id: str) -> Gathered:
    """On the worker."""
    from desktop.services import checking  # noqa: PLC0415 - lazy: the checks, after the grid is there

    return Gathered(checking.house_profile(uow, tools), tuple(uow.dismissals.of_version(version_id)))


def make_facts(
    tools: Tools, grid: Grid, profile: HouseProfile, terms: TermIndex | None
) -> tuple[PairEngine, PairFacts]:
    """In the pool: an engine and its facts; the dictionaries are read at the first look."""
    from desktop.services import pair_checking  # noqa: PLC0415 - lazy: fifty checks, after the grid is there
    from desktop.services.pair_spelling import PairDictionaries  # noqa: PLC0415 - lazy: comes with the checks
    from desktop.services.pair_terms import PairTerms  # noqa: PLC0415 - lazy: comes with the checks

    facts = pair_checking.pair_facts(
        profile,
        tools,
        grid.release.source_language,
        grid.version.language,
        terms=PairTerms(terms) if terms is not None else None,
        spelling=PairDictionaries(tools, is_wide=False),
    )
    return pair_checking.pair_engine(), facts


def pairs_of(grid: Grid) -> tuple[Pair, ...]:
    """The live sentences of a version as pairs."""
    from desktop.services.pair_checking import version_pairs  # noqa: PLC0415 - lazy: comes with the checks

    return version_pairs(grid.source, [pair.segment for pair in grid.live])


def look(
    engine: PairEngine, facts: PairFacts, pairs: tuple[Pair, ...]
) -> tuple[tuple[Pair, ...], tuple[Finding, ...], dict[str, str]]:
    """In the pool. What nobody translated yet is told by its row's state and by no finding."""
    found = engine.run(pairs, facts, breathe=partial(time.sleep, 0))
    empty = {pair.id for pair in pairs if not pair.target.text.strip()}
    kept = tuple(each for each in found if each.block_id not in empty)
    return pairs, kept, {check.name: _(check.title) for check in engine.checks}
