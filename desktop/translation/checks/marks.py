"""Chips, links, emphasis and codes: what the source carries, the translation carries too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.domain.richtext import MarkKind, RichText
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.chips import chips, extra_chips, missing_chips

#: Codes in plain text: tags, merge fields, format signs.
_CODE = re.compile(
    r"</?[A-Za-z][^<>]{0,80}>|\{\{?[\w .:-]{1,40}\}?\}|\$\{\w+\}|%\(\w+\)[sd]|%[sd]\b|&(?:[a-z]+|#\d+);|\*\*|\[/?\d+\]"
)
_TAG = re.compile(r"<(/?)([A-Za-z]+)[^<>]*?(/?)>")


class MarksAndChips(SegmentCheck):
    """Missing, extra and crossed: chips and links of segments, tags and merge fields of plain lines, bold and italics."""

    name = "marks"
    title = N_("Marks and chips")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        yield from self._chips(pair)
        yield from self._codes(pair)
        for kind, words in (
            (MarkKind.STRONG, _("The bold of the source is missing in the translation.")),
            (MarkKind.EMPHASIS, _("The italics of the source are missing in the translation.")),
        ):
            mine, theirs = pair.source.marks_of(kind), pair.target.marks_of(kind)
            if mine and not theirs:
                span = (mine[0].start, mine[0].end)
                yield self.at(pair, (0, 0), words, source=span, severity=Severity.WARNING)

    def _chips(self, pair: Pair) -> Iterable[Finding]:
        missing, extra = missing_chips(pair.source, pair.target), extra_chips(pair.source, pair.target)
        for chip in missing:
            words = _("“{chip}” of the source is missing in the translation.").format(chip=chip.text)
            yield self.at(pair, (0, 0), words, source=_place(pair.source, chip.text))
        for chip in extra:
            words = _("“{chip}” is not in the source.").format(chip=chip.text)
            yield self.at(pair, _place(pair.target, chip.text), words)
        if not missing and not extra:
            order = [chip.identity for chip in chips(pair.source) if chip.kind is MarkKind.PLACEHOLDER]
            if order != [chip.identity for chip in chips(pair.target) if chip.kind is MarkKind.PLACEHOLDER]:
                words = _("The gaps stand in another order than in the source.")
                yield self.at(pair, (0, len(pair.target.text)), words, severity=Severity.SUGGESTION)

    def _codes(self, pair: Pair) -> Iterable[Finding]:
        source, target = pair.source.text, pair.target.text
        here, there = Counter(_CODE.findall(source)), Counter(_CODE.findall(target))
        for code in here - there:
            words = _("“{chip}” of the source is missing in the translation.").format(chip=code)
            yield self.at(pair, (0, 0), words, source=_place(pair.source, code))
        for code in there - here:
            words = _("“{chip}” is not in the source.").format(chip=code)
            yield self.at(pair, _place(pair.target, code), words)
        if here == there and _is_nested(source) and not _is_nested(target):
            words = _("The tags are crossed: one closes before it opens.")
            yield self.at(pair, (0, len(target)), words)


def _place(text: RichText, words: str) -> tuple[int, int]:
    at = max(0, text.text.find(words))
    return at, at + len(words)


def _is_nested(text: str) -> bool:
    """Whether every tag closes after it opened and before what is around it."""
    open_: list[str] = []
    for match in _TAG.finditer(text):
        if match[3]:
            continue
        if not match[1]:
            open_.append(match[2].casefold())
        elif not open_ or open_.pop() != match[2].casefold():
            return False
    return True
