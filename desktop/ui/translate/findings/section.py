"""The list of the grid's findings: those of the active sentence on top, then the whole version in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.domain.finding import Finding
from desktop.i18n import _, ngettext
from desktop.ui.findings.section import FindingsSection
from desktop.ui.findings.words import row_in_words


class GridFindings(FindingsSection):
    """A finding's block is its sentence; ``set_place`` says which is active and what number each has."""

    def __init__(self) -> None:
        super().__init__()
        self._active = ""
        self._numbers: Mapping[str, int] = {}

    def set_place(self, active: str, numbers: Mapping[str, int]) -> None:
        """Take what the order of the rows depends on; the next ``show_findings`` uses it."""
        self._active, self._numbers = active, numbers

    def ordered(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        def place(finding: Finding) -> tuple[bool, int, int, int]:
            number = self._numbers.get(finding.block_id, 0)
            is_other = finding.block_id != self._active
            return is_other, number if is_other else 0, finding.severity.rank, finding.start

        return tuple(sorted(findings, key=place))

    def heading(self, finding: Finding, among: Sequence[Finding]) -> str:
        is_here = finding.block_id == self._active
        count = sum((each.block_id == self._active) is is_here for each in among)
        if is_here:
            words = ngettext("This sentence: {count}", "This sentence: {count}", count)
        else:
            words = ngettext("Other sentences: {count}", "Other sentences: {count}", count)
        return words.format(count=count)

    def words(self, finding: Finding) -> str:
        number = self._numbers.get(finding.block_id)
        if number is None or finding.block_id == self._active:
            return row_in_words(finding)
        return _("{number} · {finding}").format(number=number, finding=row_in_words(finding))
