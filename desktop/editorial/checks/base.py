"""The shape of a check."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding, Fix, Severity
from desktop.editorial.checks.context import BlockView, CheckContext
from desktop.editorial.checks.facts import CheckFacts


class Check(ABC):
    """Looks for one thing in a whole text.

    ``name`` is stored and printed; ``title`` is marked with ``N_`` and translated where it is shown. The explanation
    is the first paragraph of ``resources/help/<language>/checks/<name>.md``. ``languages`` empty means every one.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    languages: ClassVar[frozenset[str]] = frozenset()

    @abstractmethod
    def find(self, context: CheckContext) -> Iterable[Finding]:
        """What there is to say about a text. Pure; any thread."""

    def speaks(self, language: str) -> bool:
        """Whether the check has anything to look for in a language."""
        return not self.languages or language.split("-", 1)[0] in self.languages

    def at(
        self,
        view: BlockView,
        span: tuple[int, int],
        message: str,
        fix: str | Fix | None = None,
        *,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding at ``span`` of a block; a text as ``fix`` replaces the span."""
        start, end = span
        made = Fix.of(view.id, start, end, fix) if isinstance(fix, str) else fix
        level = severity or self.severity
        return Finding(self.name, level, view.id, start, end, message, made, view.text[start:end])


class BlockCheck(Check):
    """Looks at each block by itself, so that what was found in an untouched block need not be looked for again.

    ``kinds`` empty means every block with prose.
    """

    kinds: ClassVar[frozenset[BlockKind]] = frozenset()

    def find(self, context: CheckContext) -> Iterable[Finding]:
        for view in context.views:
            yield from self.look(view, context.facts)

    def look(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        """What there is to say about a block, where it is of a kind that matters."""
        return self.find_in(view, facts) if not self.kinds or view.kind in self.kinds else ()

    @abstractmethod
    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        """What there is to say about one block."""
