"""What the grid does with findings: each through a service, imported when it is first needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.domain.changes import Outcome
from desktop.domain.dismissal import Dismissal
from desktop.domain.finding import Finding, Replacement, with_fix
from desktop.domain.richtext import RichText

if TYPE_CHECKING:
    from desktop.domain.ports import UnitOfWork
    from desktop.domain.release import Version
    from desktop.services.tools import Tools
    from desktop.translation.checks.context import Pair

#: Sentence → its text as it was checked, and as it shall be.
Wanted = dict[str, tuple[RichText, RichText]]


def whole_texts(findings: Sequence[Finding], pairs: Mapping[str, Pair]) -> Wanted:
    """Each sentence with all of some findings put right; a fix that overlaps one already taken waits."""
    wanted: Wanted = {}
    for segment_id in dict.fromkeys(each.block_id for each in findings):
        pair = pairs.get(segment_id)
        if pair is None:
            continue
        taken: list[tuple[int, int]] = []
        edits: list[Replacement] = []
        for finding in findings:
            own = finding.fix.edits if finding.fix is not None and finding.block_id == segment_id else ()
            if any(
                e.start < max(end, start + 1) and start < max(e.end, e.start + 1) for e in own for start, end in taken
            ):
                continue
            taken += [(each.start, each.end) for each in own]
            edits += own
        wanted[segment_id] = (pair.target, with_fix(pair.target, edits))
    return wanted


def put_all_right(uow: UnitOfWork, version_id: str, wanted: Wanted) -> Outcome[int]:
    """On the worker."""
    from desktop.services import pair_fixing  # noqa: PLC0415 - lazy: when something is put right

    return pair_fixing.put_right(uow, version_id, wanted)


def dismiss(uow: UnitOfWork, version: Version, finding: Finding, *, is_everywhere: bool) -> Outcome[Dismissal]:
    """On the worker."""
    from desktop.services import pair_checking  # noqa: PLC0415 - lazy: comes with the checks

    return pair_checking.dismiss_pair_finding(uow, version, finding, is_everywhere=is_everywhere)


def take_back(uow: UnitOfWork, dismissal: Dismissal) -> Outcome[Dismissal]:
    """On the worker."""
    from desktop.services import checking  # noqa: PLC0415 - lazy: comes with the checks

    return checking.take_back(uow, dismissal)


def switch_off(uow: UnitOfWork, tools: Tools, check: str) -> Outcome[str]:
    """On the worker."""
    from desktop.services import checking  # noqa: PLC0415 - lazy: comes with the checks

    return checking.switch_check(uow, tools, check, is_on=False)
