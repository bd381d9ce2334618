"""Something in the translation that still waits for its value."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.domain.richtext import MarkKind
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext

_WAITING = re.compile(
    r"(?<!\w)(?:XYZ|TBC|TBD|TKTK|TK|TODO|[Ll]orem ipsum|dolor sit amet|[Xx]{3,}|N\.N\.)(?![\w-])"
    r"|\[\s*\]|\(\s*\)|\?{2,}|_{3,}|<<[^<>]{0,60}>>|\[(?:\?|…|\.{3}\s*\?)\]|(?<!\w)(?:XX)(?!\w)(?=\s(?:de|[a-z]))"
)
_ROMAN_NEIGHBOUR = re.compile(r"\s[A-ZÀ-Þ]")
_CENTURY = re.compile(r"(?:siglos?|siècle|centur\w+|tomo|volumen|part[e]?)\s$", re.IGNORECASE)


class GapsLeft(SegmentCheck):
    """Open gaps, XYZ, TBC, empty brackets, [name]. XX and XXX before a name are Roman numerals."""

    name = "gaps"
    title = N_("Gaps left in")
    severity = Severity.PROBLEM
    sees_untranslated = True

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        text = pair.target.text
        spans = [(mark.start, mark.end) for mark in pair.target.marks_of(MarkKind.PLACEHOLDER)]
        spans += [match.span() for match in _WAITING.finditer(text) if not _is_roman(text, match)]
        spans += [match.span() for match in context.facts.target.pattern("placeholder_brackets").finditer(text)]
        spans += [match.span() for match in context.facts.source.pattern("placeholder_brackets").finditer(text)]
        for span in dict.fromkeys(spans):
            words = _("“{found}” still waits for its value.").format(found=text[slice(*span)])
            yield self.at(pair, span, words)


def _is_roman(text: str, match: re.Match[str]) -> bool:
    if set(match.group().upper()) != {"X"} or len(match.group()) > 3:
        return False
    follows = _ROMAN_NEIGHBOUR.match(text, match.end()) is not None
    return match.group().isupper() and (follows or _CENTURY.search(text[: match.start()]) is not None)
