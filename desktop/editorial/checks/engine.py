"""Running the checks: which ones, once per block where that is enough, in the order of the text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from desktop.domain.as_accepted import AsAccepted, as_accepted
from desktop.domain.document import Block, Document
from desktop.domain.finding import Finding
from desktop.editorial.checks.base import BlockCheck, Check
from desktop.editorial.checks.context import BlockView, CheckContext
from desktop.editorial.checks.facts import CheckFacts

_MOST_KEPT = 40_000


class CheckEngine:
    """Runs checks over a text. What an untouched block gave is kept until the facts are others.

    For the pool: calls on several threads at once are harmless, they only do work twice.
    """

    def __init__(self, checks: Sequence[Check]) -> None:
        self.checks = tuple(checks)
        self._facts: CheckFacts | None = None
        self._kept: dict[tuple[str, Block], tuple[Finding, ...]] = {}

    def run(self, document: Document, facts: CheckFacts, *, breathe: Callable[[], object] = int) -> tuple[Finding, ...]:
        """All findings in the order of the text, with the hashes that dismissals are kept by.

        A text with pending suggestions is read as if they were taken; the places are those in the text with all of them.
        ``breathe`` is called between two checks: a pool beside somebody who types lets the other threads in there.
        """
        if facts is not self._facts or len(self._kept) > _MOST_KEPT:
            self._facts, self._kept = facts, {}
        taken = {block.id: each for block in document if (each := as_accepted(block)) is not None}
        if taken:
            document = document.with_blocks(taken[b.id].block if b.id in taken else b for b in document)
        context, kept = CheckContext(document, facts), self._kept
        found: list[Finding] = []
        for check in self.checks:
            if not facts.profile.is_on(check.name) or not check.speaks(document.language):
                continue
            breathe()
            if isinstance(check, BlockCheck):
                for view in context.views:
                    key = (check.name, view.block)
                    if key not in kept:
                        kept[key] = tuple(check.look(view, facts))
                    found.extend(kept[key])
            else:
                found.extend(check.find(context))
        hashed = _hashed(found, context)
        return tuple(_in_order([_placed(finding, taken) for finding in hashed] if taken else hashed, document))


def _hashed(found: Iterable[Finding], context: CheckContext) -> list[Finding]:
    views = {view.id: view for view in context.views}
    return [_with_hashes(finding, views.get(finding.block_id)) for finding in found]


def _placed(finding: Finding, taken: Mapping[str, AsAccepted]) -> Finding:
    """A finding where it is in the text with the suggestions; a fix that would reach over struck words is left out."""
    within = taken.get(finding.block_id)
    fix = finding.fix
    if fix is not None:
        edits = []
        for each in fix.edits:
            start, end = (
                taken[each.block_id].place(each.start, each.end) if each.block_id in taken else (each.start, each.end)
            )
            edits.append(replace(each, start=start, end=end))
        is_whole = all(new.end - new.start == old.end - old.start for new, old in zip(edits, fix.edits, strict=True))
        fix = replace(fix, edits=tuple(edits)) if is_whole else None
    if within is None:
        return replace(finding, fix=fix)
    start, end = within.place(finding.start, finding.end)
    return replace(finding, start=start, end=end, fix=fix)


def _with_hashes(finding: Finding, view: BlockView | None) -> Finding:
    sentence, offset = "", 0
    if view is not None and finding.end > finding.start:
        begin = view.sentence_start(finding.start)
        sentence, offset = " ".join(view.sentence(finding.start).split()), finding.start - begin
    here = _hash(finding.check, finding.found, sentence, str(offset))
    return replace(finding, here=here, everywhere=_hash(finding.check, finding.found.casefold()))


def _hash(*parts: str) -> str:
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=16).hexdigest()


def _in_order(found: list[Finding], document: Document) -> list[Finding]:
    """By place in the text; the same place said twice by one check is said once."""
    places = {block.id: number for number, block in enumerate(document)}
    unique = {(each.check, each.block_id, each.start, each.end, each.found): each for each in found}
    return sorted(
        unique.values(), key=lambda each: (places.get(each.block_id, -1), each.start, each.end, each.severity.rank)
    )
