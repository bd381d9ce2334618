"""Findings that somebody looked at and called right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.finding import Finding


@dataclass(frozen=True, slots=True)
class Dismissal:
    """One decision: by check and by a finding's hash, in one version or (``is_everywhere``) in every text.

    ``text_hash`` is the finding's ``here`` or ``everywhere``; ``reason`` says in words what was dismissed.
    """

    id: str
    check: str
    text_hash: str
    version_id: str = ""
    release_id: str = ""
    block_id: str = ""
    is_everywhere: bool = False
    reason: str = ""
    author: str = ""
    created_at: datetime | None = None


def sort_out(
    found: Iterable[Finding], dismissals: Iterable[Dismissal]
) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, Dismissal], ...]]:
    """The open findings, and the dismissed ones with what dismissed them; each in the order found."""
    known = {(each.check, each.text_hash): each for each in dismissals}
    open_: list[Finding] = []
    dismissed: list[tuple[Finding, Dismissal]] = []
    for finding in found:
        by = known.get((finding.check, finding.here)) or known.get((finding.check, finding.everywhere))
        if by is None:
            open_.append(finding)
        else:
            dismissed.append((finding, by))
    return tuple(open_), tuple(dismissed)
