"""Parts that this kind of release must have."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.document import BlockKind
from desktop.domain.finding import Finding
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import CheckContext
from desktop.i18n import N_, _

_MESSAGES = {
    BlockKind.HEADLINE: N_("The headline is missing."),
    BlockKind.SUBHEAD: N_("The subhead is missing."),
    BlockKind.DATELINE: N_("The dateline is missing."),
    BlockKind.LEAD: N_("The lead is missing."),
    BlockKind.QUOTE: N_("There is no quotation."),
    BlockKind.BOILERPLATE: N_("The about text is missing."),
    BlockKind.CONTACT: N_("The press contact is missing."),
    BlockKind.NOTES: N_("The notes to editors are missing."),
    BlockKind.END_MARK: N_("The end mark is missing."),
}
_AT_END = frozenset({BlockKind.BOILERPLATE, BlockKind.CONTACT, BlockKind.NOTES, BlockKind.END_MARK})
_DATELINE = re.compile(r"[^\W\d_][^.!?]{2,60}[–—-]\s*$|[^\W\d_][^.!?–—]{2,60}\s[–—]\s")


class MissingParts(Check):
    """The profile lists the parts by template; each is found at the begin or end of the text, where it belongs."""

    name = "missing-part"
    title = N_("Missing parts")

    def find(self, context: CheckContext) -> Iterable[Finding]:
        wanted = context.facts.profile.parts.get(context.facts.release_type, ())
        blocks = context.document.blocks
        if not blocks:
            return
        present = {block.kind for block in blocks if block.text.text.strip()}
        if any(_DATELINE.match(view.text[:90]) for view in context.of_kind(BlockKind.LEAD, BlockKind.PARAGRAPH)):
            present.add(BlockKind.DATELINE)
        for name in wanted:
            kind = BlockKind(name)
            if kind not in present:
                block = blocks[-1] if kind in _AT_END else blocks[0]
                at = len(block.text.text) if kind in _AT_END else 0
                yield Finding(self.name, self.severity, block.id, at, at, _(_MESSAGES[kind]), None, name)
