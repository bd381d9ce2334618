"""About texts that are no longer, or not yet, to be used."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import BlockView, CheckContext
from desktop.editorial.checks.hazards import hazards_in
from desktop.i18n import N_, _

_ALIKE = 85.0


class OutdatedBoilerplate(Check):
    """Compares with the library's texts and their days; and phrases that an organisation has given up."""

    name = "outdated-boilerplate"
    title = N_("Outdated about texts")

    def find(self, context: CheckContext) -> Iterable[Finding]:
        for view in context.of_kind(BlockKind.BOILERPLATE):
            yield from self._against_library(view, context)
        for view in context.views:
            for hazard in hazards_in(view.words, context.facts.rules, "outdated_phrases"):
                message = _("“{found}” is no longer used: “{instead}”.")
                yield self.at(view, hazard.span, message.format(found=hazard.found, instead=hazard.instead), hazard.fix)

    def _against_library(self, view: BlockView, context: CheckContext) -> Iterable[Finding]:
        texts, on = context.facts.standing_texts, context.facts.published_on
        written = " ".join(view.text.split())
        if any(" ".join(each.text.split()) == written and each.holds(on) for each in texts):
            return
        near = max(texts, key=lambda each: fuzz.ratio(each.text, written), default=None)
        is_named = near is not None and view.block.attr("boilerplate") == near.boilerplate_id
        if near is None or not (is_named or fuzz.ratio(near.text, written) >= _ALIKE):
            return
        current = next((e for e in texts if e.boilerplate_id == near.boilerplate_id and e.holds(on)), None)
        if current is not None:
            message = _("This is not the text of “{name}” that holds on the day of release.").format(name=near.name)
            yield self.at(view, (0, len(view.text)), message, current.text)
        else:
            message = _("“{name}” has no text that holds on the day of release.").format(name=near.name)
            yield self.at(view, (0, len(view.text)), message)
