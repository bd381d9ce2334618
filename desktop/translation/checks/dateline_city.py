"""The place in front of the first paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck, Span
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.ports import FoundPlace, Places

_HEAD = re.compile(r"^\s*(?P<head>[^–—:;“”«»\"]{2,80}?)(?:\s*\.?[–—―]\s*|\s-{1,2}\s|\.-\s)(?=[“«\"(¿¡]*[A-ZÀ-Þ\d])")
_HEAD_ALONE = re.compile(r"^\s*(?P<head>[^–—:;“”«»\"]{2,80}?)\s*[–—―-]\s*$")
_SHORTEST_REST = 25
_PART = re.compile(r"[^,(/]+")


@dataclass(frozen=True, slots=True)
class _Dateline:
    place: FoundPlace
    written: str
    span: Span


class DatelineCity(SegmentCheck):
    """Geneva – becomes Ginebra –: the same place, under the name that it has in the target's language."""

    name = "dateline-city"
    title = N_("Place of the dateline")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        facts = context.facts
        source = _read(pair.source.text, facts.places)
        if source is None:
            return
        language = facts.target_language
        target = _read(pair.target.text, facts.places)
        name = source.place.name(language)
        if target is None:
            if not pair.target.text.lstrip()[: len(name) + 40].casefold().startswith(name.casefold()):
                words = _("The dateline “{source}” is missing in the translation.").format(source=source.written)
                yield self.at(pair, (0, 0), words, source=source.span)
            return
        is_same = target.place.name("en") == source.place.name("en") or (
            target.place.country == source.place.country and "country" in (target.place.kind, source.place.kind)
        )
        if not is_same:
            message = _("The source’s dateline is “{source}”, the translation’s “{target}”.")
            words = message.format(source=source.written, target=target.written)
            yield self.at(pair, target.span, words, name, source=source.span)
        elif _is_foreign(target, language, pair.target.text):
            words = _("This place is called “{name}” here.").format(name=target.place.name(language))
            yield self.at(
                pair, target.span, words, _like(target.place.name(language), target.written), source=source.span
            )


def _is_foreign(target: _Dateline, language: str, text: str) -> bool:
    """Whether the place stands under a name of another language that differs in more than case."""
    name = target.place.name(language).casefold()
    return target.written.casefold() != name and not text.lstrip().casefold().startswith(name)


def _like(name: str, written: str) -> str:
    return name.upper() if written.isupper() else name


def _read(text: str, places: Places) -> _Dateline | None:
    match = _HEAD.match(text)
    if match is None or len(text) - match.end() < _SHORTEST_REST:
        match = _HEAD_ALONE.match(text)
    if match is None:
        return None
    part = _PART.match(match["head"])
    written = part.group().strip() if part else ""
    # A date right behind the place, without a comma: «Managua 26 de mayo».
    written = re.split(r"\s(?=\d)", written)[0]
    place = places.find(written) if written else None
    if place is None:
        return None
    start = match.start("head") + match["head"].find(written)
    return _Dateline(place, written, (start, start + len(written)))
