"""A quotation that nobody says."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import CheckContext
from desktop.editorial.quotes import read_quotation
from desktop.i18n import N_, _


class QuoteSpeaker(Check):
    """Satisfied by a speaker in the block's fields, in its words, or by a quotation right before that goes on."""

    name = "quote-speaker"
    title = N_("Quotation without a speaker")

    def find(self, context: CheckContext) -> Iterable[Finding]:
        is_attributed = False
        for view in context.views:
            spoken = read_quotation(view.text)
            if view.kind is not BlockKind.QUOTE and spoken is None:
                is_attributed = view.text.rstrip().endswith(":")
                continue
            outside = _outside(view.text, view.quoted)
            names = bool(view.block.attr("speaker") or (spoken and spoken.speaker))
            is_attributed = is_attributed or names or context.facts.rules.any_of("said").search(outside) is not None
            if not is_attributed:
                yield self.at(view, (0, min(len(view.text), 80)), _("Nobody is named who says this."))


def _outside(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    at, parts = 0, []
    for start, end in spans:
        parts.append(text[at:start])
        at = end
    return " ".join([*parts, text[at:]])
