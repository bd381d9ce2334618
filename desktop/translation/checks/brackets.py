"""Brackets: paired, and as many as in the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from desktop.domain.finding import Finding
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck, Span
from desktop.translation.checks.context import Pair, PairContext

_CLOSERS = {"(": ")", "[": "]", "{": "}"}
_ENUMERATION = re.compile(r"(?:(?<=^)|(?<=[\s;:,]))(?:[a-z]{1,2}|[ivx]{1,4}|\d{1,2})\)")
#: A bracketed part up to this long (an acronym, a number) stays in its brackets.
_SHORT = 17
_ASIDE = re.compile(r",\s|\s[–—-]\s|—")
_ANY = re.compile(r"[()\[\]{}]")
_FACE = re.compile(r"(?<![\w)])[:;][)(](?=\s|$)")


class Brackets(SegmentCheck):
    """One bracket without its other; or a bracketed part of the source that came without brackets."""

    name = "brackets"
    title = N_("Brackets")

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = pair.source.text, pair.target.text
        if not _ANY.search(source) and not _ANY.search(target):
            return
        lonely, pairs = _read(target)
        lonely_source, pairs_source = _read(source)
        if lonely and len(lonely) > len(lonely_source):
            for start in lonely:
                words = _("“{sign}” has no partner.").format(sign=target[start])
                yield self.at(pair, (start, start + 1), words)
            return
        for sign in pairs_source - pairs:
            if sum(pairs.values()) >= sum(pairs_source.values()) or _is_reworded(source, target, sign):
                continue
            message = _("The source has more {sign}…{closer} than the translation.")
            span = _place(source, sign)
            yield self.at(pair, (0, 0), message.format(sign=sign, closer=_CLOSERS[sign]), source=span)


def _read(text: str) -> tuple[list[int], Counter[str]]:
    """Places of brackets without a partner, and how many pairs of each kind; ``person(s)`` has none."""
    text = _FACE.sub("  ", text)
    items = {match.end() - 1 for match in _ENUMERATION.finditer(text)}
    open_: list[int] = []
    lonely: list[int] = []
    pairs: Counter[str] = Counter()
    for at, sign in enumerate(text):
        if sign in _CLOSERS:
            open_.append(at)
        elif sign in _CLOSERS.values():
            if open_ and _CLOSERS[text[open_[-1]]] == sign:
                start = open_.pop()
                is_ending = start > 0 and text[start - 1].isalpha() and at - start <= 4
                pairs[text[start]] += not is_ending
            elif at not in items:
                lonely.append(at)
    return sorted(lonely + open_), +pairs


def _is_reworded(source: str, target: str, sign: str) -> bool:
    """Whether commas or dashes took the brackets' place, or what was in them was a remark that could go."""
    start, end = _place(source, sign)
    return end - start > _SHORT or len(_ASIDE.findall(target)) > len(_ASIDE.findall(source))


def _place(text: str, sign: str) -> Span:
    start = text.find(sign)
    end = text.find(_CLOSERS[sign], start)
    return (start, end + 1) if 0 <= start < end else (0, 0)
