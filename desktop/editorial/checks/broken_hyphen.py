"""A hyphen with a space on one side."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.editorial.checks.hazards import like
from desktop.i18n import N_, _

_BROKEN = re.compile(r"(?<!\w)([^\W_]+)(?:-[ \u00a0]+|[ \u00a0]+-)([^\W_]+)(?!\w)")


class BrokenHyphen(BlockCheck):
    """``Pro- Tempore``; a word held open (``short- and long-term``) is correct. Known expressions come with a fix."""

    name = "broken-hyphen"
    title = N_("Broken hyphenation")

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        joins, known = facts.rules.set_of("and_words"), facts.rules.table("hyphen_forms")
        for match in _BROKEN.finditer(view.words):
            first, second = match[1], match[2]
            if second.casefold() in joins or (first.casefold() in joins and "- " not in match.group()):
                continue
            right = known.get(f"{first} {second}".casefold(), "")
            is_title = first[0].isupper() and second[0].isupper()
            fix = (right.title() if is_title else like(first, right)) if right else None
            message = _("“{found}” has a space beside its hyphen.").format(found=match.group())
            yield self.at(view, match.span(), message, fix)
