"""Questions and exclamations that open with a mark of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _


class OpeningMarks(BlockCheck):
    """For the closing signs of ``opening_marks``: the opening one must stand in the same sentence."""

    name = "opening-marks"
    title = N_("Opening ¿ and ¡")
    severity = Severity.PROBLEM

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        for closing, opening in facts.rules.table("opening_marks").items():
            for match in re.finditer(re.escape(closing), view.words):
                begin = max(view.sentence_start(match.start()), view.words.rfind(closing, 0, match.start()) + 1)
                said = view.words[begin : match.start()]
                if opening in said or not re.search(r"\w", said):
                    continue
                first = re.search(r"\w", said)
                assert first is not None
                at = begin + first.start()
                is_plain = not re.search(r"[,;:“«]", said)
                fix = opening + view.text[at : match.end()] if is_plain else None
                message = _("The opening “{sign}” is missing.").format(sign=opening)
                yield self.at(view, (at, match.end()), message, fix)
