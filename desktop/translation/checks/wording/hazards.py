"""False friends, and the two crimes that must not be mixed: tables of what the source says and the target may not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.wording.text import compiled, inside, kept_quotes, primary, prose


def _rows(context: PairContext, table: str) -> Iterator[dict[str, str]]:
    source = primary(context.facts.source_language)
    return (row for row in context.facts.target.rows(table) if row.get("from", source) == source)


class FalseFriends(SegmentCheck):
    """``false_friends``: where the source says ``source``, the target may not say ``target``.

    Unless the source also says ``unless``, or the target ``besides``.
    """

    name = "pair-false-friends"
    title = N_("False friends")
    severity = Severity.WARNING

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = prose(pair.source), prose(pair.target)
        kept = kept_quotes(pair.source.text, pair.target.text)
        for row in _rows(context, "false_friends"):
            theirs = compiled(row["source"]).search(source)
            if theirs is None or (row.get("unless") and compiled(row["unless"]).search(source)):
                continue
            if row.get("besides") and compiled(row["besides"]).search(target):
                continue
            for match in compiled(row["target"]).finditer(target):
                if not inside(kept, match.start()):
                    message = _("“{found}” is a false friend of “{source}”: here rather “{instead}”.").format(
                        found=match.group(), source=theirs.group(), instead=row["instead"]
                    )
                    yield self.at(pair, match.span(), message, source=theirs.span())


class LegalPairs(SegmentCheck):
    """``legal_pairs``: where the source names a crime (``source``), the target says ``needs``.

    Told is ``wrong`` where ``needs`` is missing. The target's own ``legal_hazards`` that mix the crimes are told in any case.
    """

    name = "pair-trafficking-smuggling"
    title = N_("Trafficking and smuggling in the translation")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = prose(pair.source), prose(pair.target)
        told: list[tuple[int, int]] = []
        for row in _rows(context, "legal_pairs"):
            theirs = compiled(row["source"]).search(source)
            if theirs is None or compiled(row["needs"]).search(target):
                continue
            wrong = compiled(row["wrong"]).search(target)
            if wrong is not None:
                message = _("“{source}” is not “{found}”: here “{instead}”.").format(
                    source=theirs.group(), found=wrong.group(), instead=row["instead"]
                )
                told.append(wrong.span())
                yield self.at(pair, wrong.span(), message, source=theirs.span())
        for row in context.facts.target.rows("legal_hazards"):
            if row.get("says") == "term":
                continue
            for match in compiled(row["pattern"]).finditer(target):
                if not any(start < match.end() and match.start() < end for start, end in told):
                    message = _("“{found}” mixes two crimes, or is dated: here “{instead}”.").format(
                        found=match.group(), instead=row["instead"]
                    )
                    yield self.at(pair, match.span(), message, row["instead"] if row.get("fix") == "yes" else None)
