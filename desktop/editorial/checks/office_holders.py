"""People named with an office that they do not hold on the day of release."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.finding import Finding
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.context import BlockView, CheckContext
from desktop.editorial.checks.facts import OfficeHolder
from desktop.editorial.checks.rules import any_word
from desktop.i18n import N_, _

_NEAR = 90


class OfficeHolders(Check):
    """Once per person: the name with its title near it, and no *former* before it."""

    name = "office-holder"
    title = N_("Outdated office holders")

    def find(self, context: CheckContext) -> Iterable[Finding]:
        facts = context.facts
        by_name: dict[str, list[OfficeHolder]] = {}
        for holder in facts.holders:
            by_name.setdefault(holder.name, []).append(holder)
        whole = "\n".join(view.words for view in context.views)
        for name, offices in by_name.items():
            if name not in whole:
                continue
            place = self._named(context, name, offices)
            if place is None:
                continue
            view, span, holder = place
            if holder.holds(facts.published_on):
                continue
            yield self.at(view, span, _message(holder, context))

    @staticmethod
    def _named(
        context: CheckContext, name: str, offices: list[OfficeHolder]
    ) -> tuple[BlockView, tuple[int, int], OfficeHolder] | None:
        former = context.facts.rules.any_of("former_words")
        for view in context.views:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", view.words):
                before = view.words[max(0, match.start() - _NEAR) : match.start()]
                around = before + view.words[match.end() : match.end() + _NEAR]
                if former.search(before):
                    continue
                for holder in offices:
                    title = _title(holder, context.document.language)
                    organisation = any_word(holder.organisation.split("|"))
                    if re.search(_any_gender(title), around, re.IGNORECASE) and (
                        len(offices) == 1 or re.search(organisation, around)
                    ):
                        return view, match.span(), holder
        return None


def _title(holder: OfficeHolder, language: str) -> str:
    return holder.titles.get(language.split("-", 1)[0]) or holder.titles.get("en", "")


def _organisation(holder: OfficeHolder, language: str) -> str:
    """The organisation's short name: English first, then the one of the other languages."""
    names = holder.organisation.split("|")
    return names[0] if language.startswith("en") else names[min(1, len(names) - 1)]


def _any_gender(title: str) -> str:
    """A pattern of a title with a hyphen or without, whatever its endings."""
    return "[ -]".join(rf"{re.escape(word.rstrip('aoe'))}\w{{0,2}}" for word in re.split("[ -]", title))


def _message(holder: OfficeHolder, context: CheckContext) -> str:
    facts = context.facts
    title = _title(holder, context.document.language)
    now = next(
        (
            each
            for each in facts.holders
            if each.organisation == holder.organisation
            and each.office == holder.office
            and each.holds(facts.published_on)
        ),
        None,
    )
    words = {"name": holder.name, "title": title, "organisation": _organisation(holder, context.document.language)}
    if holder.to_on is not None and holder.to_on < facts.published_on:
        date = facts.rules.date(holder.to_on.day, holder.to_on.month, holder.to_on.year)
        if now is not None:
            message = _("{name} was {title} ({organisation}) until {date}; now it is {successor}.")
            return message.format(**words, date=date, successor=now.name)
        return _("{name} was {title} ({organisation}) until {date}.").format(**words, date=date)
    return _("{name} is not yet {title} ({organisation}) on the day of release.").format(**words)
