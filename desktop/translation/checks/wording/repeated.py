"""The same word twice, or the same two small words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.wording.text import prose

_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]+(?:['’][^\W\d_]+)*)(\s+)(\1)(?![\w'’-])", re.IGNORECASE)
_PAIR_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]{1,6}\s+[^\W\d_]{1,6})\s+(\1)(?![\w'’-])", re.IGNORECASE)


class RepeatedWords(SegmentCheck):
    """Leaves what a language doubles (``doubled_ok``), names, and what the source doubles as well."""

    name = "pair-repeated-words"
    title = N_("Repeated words")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        words = prose(pair.target)
        allowed = context.facts.target.set_of("doubled_ok")
        theirs = sum(1 for _each in _TWICE.finditer(prose(pair.source)))
        for match in _TWICE.finditer(words):
            is_name = match[1][0].isupper() and match[3][0].isupper() and not match[1].isupper()
            is_sign = len(match[1]) == 1 and match[1].isupper()
            if match[1].casefold() in allowed or is_name or is_sign:
                continue
            if theirs and len(match[1]) > 3:
                continue
            yield self.at(pair, match.span(), _("“{word}” stands here twice.").format(word=match[1]), match[1])
        for match in _PAIR_TWICE.finditer(words):
            first, second = match[1].casefold().split()
            if first != second and first not in allowed and not match[1][0].isupper():
                yield self.at(pair, match.span(), _("“{word}” stands here twice.").format(word=match[1]), match[1])
