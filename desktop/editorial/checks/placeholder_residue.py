"""Something that waits for its value: XYZ, TBC, lorem ipsum, empty brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _

_WAITING = re.compile(
    r"(?<!\w)(?:XYZ|xyz|TBC|TBD|TKTK|TK|tbc|tbd|[Ll]orem ipsum|dolor sit amet|x{2,}|X{4,}|N\.?N\.)(?![\w-])"
    r"|\[\s*\]|\(\s*\)|\?{2,}|_{3,}|<<[^<>]{0,60}>>|(?<!\w)\$\{\w+\}"
)
_MAYBE_ROMAN = re.compile(r"(?<![\w-])X{2,3}(?![\w-])")
_ROMAN_BEFORE = re.compile(r"[^\W\d_]+\s$")


class PlaceholderResidue(BlockCheck):
    """What no reader may see. XX and XXX are numbers where a name with a capital follows (*XX Reunión*)."""

    name = "placeholder-residue"
    title = N_("Placeholders")
    severity = Severity.PROBLEM

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        spans = [match.span() for match in _WAITING.finditer(view.words)]
        spans += [match.span() for match in facts.rules.pattern("placeholder_brackets").finditer(view.words)]
        spans += [match.span() for match in facts.rules.any_of("placeholder_words").finditer(view.words)]
        for match in _MAYBE_ROMAN.finditer(view.words):
            before = _ROMAN_BEFORE.search(view.words[: match.start()])
            is_numbered = before is not None and before.group().strip().casefold() in facts.rules.set_of("roman_after")
            after = re.match(r"\s([^\W\d_]+)", view.words[match.end() :])
            is_numbered = is_numbered or bool(after and after[1].casefold() in facts.rules.set_of("roman_before"))
            if not is_numbered and not re.match(r"\s[^\W\d_a-zà-ÿ]", view.words[match.end() :]):
                spans.append(match.span())
        for span in spans:
            message = _("“{found}” still waits for its value.").format(found=view.text[slice(*span)])
            yield self.at(view, span, message)
