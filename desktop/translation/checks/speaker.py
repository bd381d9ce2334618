"""Who says a quotation: the same person on both sides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck, Span
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.ports import Rules

_QUOTED = re.compile(r"“[^“”]*(?:”|$)|«[^«»]*(?:»|$)|\"[^\"]*(?:\"|$)")
_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]+|[A-ZÀ-Þ]\.)(?:\s(?:(?:de|del|la|las|los|y|van|von|al|el|da|dos|bin)\s){0,2}(?:[A-ZÀ-Þ][\w’'-]+|[A-ZÀ-Þ]\.))*"
)
#: A name is looked for no further from its verb than this.
_NEAR = 70


class SameSpeaker(SegmentCheck):
    """The names beside *said* and *dijo* are the same; a name that is only left out is no matter."""

    name = "speaker"
    title = N_("Speaker of a quotation")
    severity = Severity.PROBLEM

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = pair.source.text, pair.target.text
        if not _QUOTED.search(source) and not _QUOTED.search(target):
            return
        theirs = speakers(source, context.facts.source)
        ours = speakers(target, context.facts.target)
        if not theirs or not ours:
            return
        there, here = _folded(target), _folded(source)
        if any(_surname(name) in here for name, _span in ours) and any(
            _surname(name) in there for name, _span in theirs
        ):
            return
        gone = [(name, span) for name, span in theirs if _surname(name) not in there]
        new = [(name, span) for name, span in ours if _surname(name) not in here]
        for (one, source_span), (other, span) in zip(gone, new, strict=False):
            message = _("In the source “{source}” says this, in the translation “{target}”.")
            yield self.at(pair, span, message.format(source=one, target=other), source=source_span)


def speakers(text: str, rules: Rules) -> Sequence[tuple[str, Span]]:
    """Names beside a verb of saying, outside quotation marks: the nearest ones to each verb."""
    outside = _QUOTED.sub(lambda match: "“" * len(match.group()), text)
    known = rules.set_of("telling_words") | rules.set_of("said")
    found: dict[str, Span] = {}
    for verb in rules.any_of("said").finditer(outside):
        names = []
        for match in _NAME.finditer(outside):
            words = match.group().split()
            while words and (words[0].casefold() in known or len(words[0]) == 1):
                words = words[1:]
            name = " ".join(words)
            gap = (
                outside[match.end() : verb.start()]
                if match.end() <= verb.start()
                else outside[verb.end() : match.start()]
            )
            is_here = len(gap) <= _NEAR and "“" not in gap and not re.search(r"[.;]\s", gap)
            if name and not name.isupper() and len(words) >= 2 and is_here and match.group() != verb.group():
                end = match.end()
                names.append((len(gap), name, (end - len(name), end)))
        found.update({name: span for _distance, name, span in sorted(names)[:3]})
    return tuple(found.items())


def _surname(name: str) -> str:
    return _folded(name.rsplit(maxsplit=1)[-1])


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
