"""What a sentence ends with on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.i18n import N_, _
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext
from desktop.translation.checks.wording.text import prose

_WRAPPING = " \u00a0”»\"’')]*\u202f"
_SIGNS = ".?!:;,…"


def last_sign(words: str) -> tuple[str, int]:
    """The sign a sentence ends with, and its place; empty where it ends with a word."""
    at = len(words)
    while at > 0 and words[at - 1] in _WRAPPING:
        at -= 1
    if words[:at].endswith(("...", "…")):
        return "…", at - 1
    outside = re.search(rf"([{_SIGNS}])[{re.escape(_WRAPPING)}]*$", words)
    return (outside[1], outside.start()) if outside else ("", at)


class EndPunctuation(SegmentCheck):
    """A stop may stand for an exclamation mark or points, and a list may end its items as its language does."""

    name = "pair-end-punctuation"
    title = N_("Punctuation at the end")
    severity = Severity.WARNING

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = prose(pair.source).strip(), prose(pair.target).rstrip()
        theirs, _at = last_sign(source)
        ours, at = last_sign(target)
        if theirs == ours or not re.search(r"\w", source) or not re.search(r"\w", target):
            return
        message = ""
        if ours == "":
            message = _("The source ends with “{sign}”, the translation with nothing.").format(sign=theirs)
        elif theirs == "" and ours in ".:;," and not self._abbreviated(target, context):
            message = _("The source ends without punctuation, the translation with “{sign}”.").format(sign=ours)
        elif theirs != "" and ours != "" and not {theirs, ours} <= {".", "!", "…"}:
            message = _("The source ends with “{theirs}”, the translation with “{ours}”.").format(
                theirs=theirs, ours=ours
            )
        if message and not (ours == "" and theirs == "." and self._abbreviated(source, context, is_source=True)):
            fix = theirs if ours == "" and at == len(target) and theirs in ".:;" else None
            yield self.at(pair, (at, at + len(ours)), message, fix, source=(len(source) - 1, len(source)))
        return

    def _abbreviated(self, words: str, context: PairContext, *, is_source: bool = False) -> bool:
        rules = context.facts.source if is_source else context.facts.target
        return bool(rules.pattern("abbreviation_end").search(words.rstrip(_WRAPPING)))


class LostQuestions(SegmentCheck):
    """Questions of the source that became statements."""

    name = "pair-lost-question"
    title = N_("Questions that are lost")
    severity = Severity.WARNING

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        source, target = prose(pair.source), prose(pair.target)
        at = source.find("?")
        if at >= 0 and "?" not in target and last_sign(source.strip())[0] != "?":
            yield self.at(
                pair, (0, 0), _("The source asks a question; the translation asks none."), source=(at, at + 1)
            )
