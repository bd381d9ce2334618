"""The shape of a check of pairs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable
from typing import ClassVar

from desktop.domain.finding import Finding, Fix, Severity
from desktop.translation.checks.context import Pair, PairContext

#: A stretch of code points, half-open.
Span = tuple[int, int]
NOWHERE: Span = (0, 0)


class PairCheck(ABC):
    """Looks for one thing in a whole list of pairs.

    ``name`` is stored and printed; ``title`` is marked with ``N_`` and translated where it is shown. The explanation
    is the first paragraph of ``resources/help/<language>/pair-checks/<name>.md``. No check asks which language it
    sees: what a language does is in its rules.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING

    @abstractmethod
    def find(self, context: PairContext) -> Iterable[Finding]:
        """What there is to say about the pairs. Pure; any thread."""

    def at(
        self,
        pair: Pair,
        span: Span,
        message: str,
        fix: str | Fix | None = None,
        *,
        source: Span = NOWHERE,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding at ``span`` of a pair's target (and ``source`` of its source); a text as ``fix`` replaces the span."""
        start, end = span
        made = Fix.of(pair.id, start, end, fix) if isinstance(fix, str) else fix
        found = pair.target.text[start:end] or pair.source.text[slice(*source)]
        level = severity or self.severity
        return Finding(self.name, level, pair.id, start, end, message, made, found, source_span=source)


class SegmentCheck(PairCheck):
    """Looks at each pair by itself, so that what was found in an untouched pair need not be looked for again."""

    #: Whether pairs without a translation are looked at too.
    sees_untranslated: ClassVar[bool] = False

    def find(self, context: PairContext) -> Iterable[Finding]:
        for pair in context.pairs:
            yield from self.look(pair, context)

    def depends_on(self, context: PairContext) -> Hashable:
        """What of the whole text a pair's findings depend on besides the pair; kept findings go when it changes."""
        return None

    def look(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        """What there is to say about a pair, where it has both sides."""
        return self.find_in(pair, context) if pair.is_translated or self.sees_untranslated else ()

    @abstractmethod
    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        """What there is to say about one pair."""
