"""Director General or Director-General: as the organisation writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _


class TitleHyphen(BlockCheck):
    """The organisation named beside the title decides (``title_by_organisation``), else the house's list."""

    name = "title-hyphen"
    title = N_("Hyphens in titles")

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        by_organisation = facts.rules.table("title_by_organisation")
        forms = {_bare(form): form for form in (*by_organisation.values(), *facts.style.titles)}
        for bare, default in forms.items():
            pattern = re.compile(rf"(?<![\w-]){bare.replace(' ', '[ -]')}(?![\w-])", re.IGNORECASE)
            for match in pattern.finditer(view.words):
                organisation = _organisation(view.words, match, by_organisation, bare)
                wanted = by_organisation.get(organisation, "") if organisation else _house(facts, bare)
                if not wanted or ("-" in match.group()) == ("-" in wanted):
                    continue
                right = (
                    match.group().replace("-", " ")
                    if "-" in match.group()
                    else re.sub(" (?=[^ ]+$)", "-", match.group())
                )
                if organisation:
                    message = _("{organisation} writes “{title}”.").format(organisation=organisation, title=right)
                else:
                    message = _("This house writes “{title}”.").format(title=default if default == wanted else right)
                yield self.at(view, match.span(), message, right)


def _bare(form: str) -> str:
    return form.replace("-", " ")


def _house(facts: CheckFacts, bare: str) -> str:
    return next((form for form in facts.style.titles if _bare(form) == bare), "")


def _organisation(text: str, match: re.Match[str], known: dict[str, str], bare: str) -> str:
    """The organisation right before the title (``WHO Director-General``) or right behind it (``… of the ILO``)."""
    names = "|".join(re.escape(name) for name, form in known.items() if _bare(form) == bare)
    if not names:
        return ""
    before = re.search(rf"(?<!\w)({names})(?:’s|'s)?\s(?:\w+\s)?$", text[: match.start()])
    behind = re.match(rf",?\s(?:of|de|du|for)\s(?:the\s|la\s|l[’'])?({names})(?!\w)", text[match.end() :])
    return (before or behind or [""])[1] if before or behind else ""
