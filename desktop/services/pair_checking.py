"""Checks of a translated pair: gather the facts, run the checks, dismiss findings and take that back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.domain.changes import Outcome
from desktop.domain.dismissal import Dismissal, sort_out
from desktop.domain.document import Document
from desktop.domain.finding import Finding, Severity
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Version, VersionRole
from desktop.domain.segment import Segment
from desktop.i18n import _
from desktop.services.checking import dismiss, house_profile, take_back
from desktop.services.pair_spelling import PairDictionaries
from desktop.services.releases import version_of
from desktop.services.tools import Tools
from desktop.translation.checks.context import Pair, PairFacts
from desktop.translation.checks.engine import PairEngine
from desktop.translation.checks.ports import NO_MEMORY, NO_TERMS, House, MemoryLookup, Spelling, TermIndex
from desktop.translation.checks.registry import PAIR_CHECKS

__all__ = [
    "CheckedPairs",
    "check_lines",
    "check_version",
    "dismiss_pair_finding",
    "pair_engine",
    "pair_facts",
    "take_back",
]


@dataclass(frozen=True, slots=True)
class CheckedPairs:
    """The pairs of a version with what was found; ``dismissed`` findings come apart, with their dismissals."""

    version: Version
    pairs: tuple[Pair, ...]
    findings: tuple[Finding, ...]
    dismissed: tuple[tuple[Finding, Dismissal], ...] = ()


def pair_engine() -> PairEngine:
    """An engine with every check, for one version; keep it as long as the version is shown."""
    return PairEngine(PAIR_CHECKS)


def pair_facts(  # noqa: PLR0913 - what the checks are told, each by name
    profile: House,
    tools: Tools,
    source_language: str,
    target_language: str,
    *,
    terms: TermIndex | None = None,
    memory: MemoryLookup | None = None,
    names: Iterable[str] = (),
    spelling: Spelling | None = None,
) -> PairFacts:
    """All that the checks are told besides the pairs."""
    return PairFacts(
        tools.pair_rules(source_language),
        tools.pair_rules(target_language),
        profile,
        source_language,
        target_language,
        tools.gazetteer,
        terms or NO_TERMS,
        memory or NO_MEMORY,
        frozenset(names),
        spelling or PairDictionaries(tools),
    )


def version_pairs(document: Document, segments: Sequence[Segment]) -> tuple[Pair, ...]:
    """The live segments of a version as pairs, with their blocks' kinds; the tray is nobody's text."""
    kinds = {block.id: block.kind for block in document}
    return tuple(
        Pair.of_segment(segment, kinds[segment.block_id]) if segment.block_id in kinds else Pair.of_segment(segment)
        for segment in segments
        if not segment.is_gone
    )


def check_version(
    uow: UnitOfWork,
    tools: Tools,
    release_id: str,
    language: str,
    *,
    terms: TermIndex | None = None,
    memory: MemoryLookup | None = None,
) -> CheckedPairs:
    """Check a translation against its source. Raises NotFoundError, or BadInputError for a language it lacks."""
    release = uow.releases.get(release_id)
    version = version_of(uow, release.id, language)
    sources = [each for each in uow.releases.versions(release.id) if each.role is VersionRole.SOURCE]
    document = uow.documents.load(sources[0].id)
    facts = pair_facts(
        house_profile(uow, tools), tools, release.source_language, version.language, terms=terms, memory=memory
    )
    pairs = version_pairs(document, uow.segments.of_version(version.id))
    found = pair_engine().run(pairs, facts)
    return sort_pairs(version, pairs, found, uow.dismissals.of_version(version.id))


def sort_pairs(
    version: Version, pairs: Sequence[Pair], found: Sequence[Finding], dismissals: Sequence[Dismissal]
) -> CheckedPairs:
    """Put dismissed findings apart."""
    return CheckedPairs(version, tuple(pairs), *sort_out(found, dismissals))


def dismiss_pair_finding(
    uow: UnitOfWork, version: Version, finding: Finding, *, is_everywhere: bool = False
) -> Outcome[Dismissal]:
    """Call a finding right: for exactly this pair of texts, or wherever the same is found. Undo: the outcome's deed."""
    return dismiss(uow, version, replace(finding, block_id=""), is_everywhere=is_everywhere)


# -- plain lines ------------------------------------------------------------------------------------------------


def check_lines(
    source: Sequence[str], target: Sequence[str], facts: PairFacts
) -> tuple[tuple[Pair, ...], tuple[Finding, ...]]:
    """Check two texts whose lines pair by number. Where one is longer, its rest is said once, on its first line."""
    shared = min(len(source), len(target))
    source, target = _without_blank_end(source, shared), _without_blank_end(target, shared)
    pairs = tuple(Pair.of_lines(number, *lines) for number, lines in enumerate(zip(source, target, strict=False), 1))
    found = list(pair_engine().run(pairs, facts))
    if len(source) != len(target):
        message = _(
            "The texts have different numbers of lines: {source} and {target}. From here on nothing was compared."
        )
        words = message.format(source=len(source), target=len(target))
        found.append(Finding("line-count", Severity.PROBLEM, str(shared + 1), 0, 0, words))
    return pairs, tuple(found)


def _without_blank_end(lines: Sequence[str], least: int) -> Sequence[str]:
    last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=0)
    return lines[: max(last, least)]
