"""The same acronym with and without points in one text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import CheckContext
from desktop.i18n import N_, _


class AcronymForm(Check):
    """US and U.S.: the form the text uses most, or first, counts."""

    name = "acronym-form"
    title = N_("Acronyms with and without points")
    severity = Severity.SUGGESTION

    def find(self, context: CheckContext) -> Iterable[Finding]:
        pattern = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,4}|(?<![\w.@$/])[A-Z]{2,4}(?![\w$@]|\.[A-Z])")
        found = [(view, match) for view in context.views for match in pattern.finditer(view.words)]
        counts = Counter(match.group() for _view, match in found)
        for view, match in found:
            form = match.group()
            other = form.replace(".", "") if "." in form else "".join(f"{letter}." for letter in form)
            if other not in counts or counts[form] > counts[other]:
                continue
            if (
                counts[form] == counts[other]
                and next(m.group() for _v, m in found if m.group() in (form, other)) == form
            ):
                continue
            is_inside = re.match(r"[ \u00a0][a-z(\d]|[,;:)-]", view.words[match.end() :])
            message = _("The text also writes “{other}”.").format(other=other)
            yield self.at(view, match.span(), message, other if is_inside else None)
