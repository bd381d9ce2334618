"""Running the checks of a pair: which ones, once per pair where that is enough, in the order of the text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace

from desktop.domain.finding import Finding, with_fix
from desktop.translation.checks.base import PairCheck, SegmentCheck
from desktop.translation.checks.context import Pair, PairContext, PairFacts
from desktop.translation.checks.once import tell_once

_MOST_KEPT = 40_000


class PairEngine:
    """Runs checks over pairs. What an untouched pair gave is kept until the facts are others.

    For the pool: calls on several threads at once are harmless, they only do work twice.
    """

    def __init__(self, checks: Sequence[PairCheck]) -> None:
        self.checks = tuple(checks)
        self._facts: PairFacts | None = None
        self._kept: dict[Pair, dict[tuple[str, Hashable], tuple[Finding, ...]]] = {}

    def run(
        self, pairs: Iterable[Pair], facts: PairFacts, *, breathe: Callable[[], object] = int
    ) -> tuple[Finding, ...]:
        """All findings by pair and place, each error told once, with the hashes that dismissals are kept by.

        A finding's ``block_id`` is its pair's id, its place a place in the target. ``breathe`` is called between two
        checks: a pool beside somebody who types lets the other threads in there, and cancelling is asked there.
        """
        if facts is not self._facts or len(self._kept) > _MOST_KEPT:
            self._facts, self._kept = facts, {}
        context, kept = PairContext(tuple(pairs), facts), self._kept
        mine = [(pair, kept.setdefault(pair, {})) for pair in context.pairs]
        found: list[Finding] = []
        for check in self.checks:
            if not facts.profile.is_on(check.name):
                continue
            breathe()
            if not isinstance(check, SegmentCheck):
                found.extend(check.find(context))
                continue
            key = (check.name, check.depends_on(context))
            for pair, known in mine:
                if key not in known:
                    known[key] = tuple(check.look(pair, context))
                found.extend(known[key])
        return _in_order(_hashed(tell_once(found), context.pairs), context.pairs)


def fixed_text(pair: Pair, finding: Finding) -> str | None:
    """The whole translation with a finding's fix in it; ``None`` where it has none."""
    if finding.fix is None:
        return None
    return with_fix(pair.target, (edit for edit in finding.fix.edits if edit.block_id == pair.id)).text


def _hashed(found: Iterable[Finding], pairs: Sequence[Pair]) -> list[Finding]:
    by_id = {pair.id: pair for pair in pairs}
    return [_with_hashes(finding, by_id.get(finding.block_id)) for finding in found]


def _with_hashes(finding: Finding, pair: Pair | None) -> Finding:
    """``here``: this check on exactly this pair of texts and place; ``everywhere``: on the same words in any pair."""
    source, target = ("", "") if pair is None else (pair.source.text, pair.target.text)
    about = source[slice(*finding.source_span)]
    here = _hash(finding.check, source, target, str(finding.start), about, finding.found)
    return replace(finding, here=here, everywhere=_hash(finding.check, about.casefold(), finding.found.casefold()))


def _hash(*parts: str) -> str:
    joined = "\x1f".join(" ".join(part.split()) for part in parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=16).hexdigest()


def _in_order(found: Iterable[Finding], pairs: Sequence[Pair]) -> tuple[Finding, ...]:
    """By place; the same place said twice by one check is said once."""
    places = {pair.id: number for number, pair in enumerate(pairs)}
    unique = {(e.check, e.block_id, e.start, e.end, e.source_span, e.found): e for e in found}
    order = sorted(unique.values(), key=lambda e: (places.get(e.block_id, -1), e.start, e.end, e.severity.rank))
    return tuple(order)
