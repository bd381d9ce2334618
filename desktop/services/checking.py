"""House-style checks on a release: gather the facts, run the checks, dismiss findings, choose the house."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from desktop.domain.changes import DISMISSAL, Change, ChangeSet, Deed, Outcome
from desktop.domain.dismissal import Dismissal, sort_out
from desktop.domain.document import Document
from desktop.domain.finding import Finding
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release, Version
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.engine import CheckEngine
from desktop.editorial.checks.facts import CheckFacts, StandingText
from desktop.editorial.checks.profile import HouseProfile
from desktop.editorial.checks.registry import CHECKS
from desktop.i18n import _
from desktop.services.languages import same_language
from desktop.services.office import set_setting
from desktop.services.releases import version_of
from desktop.services.resolving import leaving_document
from desktop.services.tools import Tools

#: The workspace's settings: the profile's name, and JSON of check → whether it is off.
PROFILE, SWITCHES = "house.profile", "house.switches"


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A version's text with what was found in it; ``dismissed`` findings come apart, with their dismissals."""

    version: Version
    document: Document
    findings: tuple[Finding, ...]
    dismissed: tuple[tuple[Finding, Dismissal], ...] = ()


def make_engine(tools: Tools, language: str) -> CheckEngine:
    """An engine with every check, a language's tables read. Slow the first time: for the pool, not for the worker."""
    tools.house.rules(language)
    tools.gazetteer.names(language)
    return CheckEngine(CHECKS)


def gather_facts(uow: UnitOfWork, tools: Tools, release: Release, language: str) -> CheckFacts:
    """All that the checks are told of a release besides its text: the house's rules, the library's standing texts."""
    standing_texts = tuple(
        StandingText(each.id, each.name, text.text.text, text.valid_from, text.valid_to)
        for each in uow.boilerplates.all()
        for text in each.texts
        if same_language(text.language, language)
    )
    return CheckFacts(
        language=language,
        rules=tools.house.rules(language),
        profile=house_profile(uow, tools),
        published_on=_day(release, uow.clock.now()),
        gazetteer=tools.gazetteer,
        release_type=release.type,
        holders=tools.house.holders,
        standing_texts=standing_texts,
    )


def _day(release: Release, now: datetime) -> date:
    """The day on which the text leaves: the embargo's where it lies ahead, else today."""
    at = release.embargo_at
    return (at if at is not None and at > now else now).astimezone(UTC).date()


def check_release(
    uow: UnitOfWork, tools: Tools, release_id: str, language: str = "", *, more: Iterable[Check] = ()
) -> CheckedText:
    """Check one version: a source's own text, or a translation as it is assembled now.

    ``more`` are checks besides the registry's (spelling). Raises NotFoundError, or BadInputError for a language
    that the release does not have.
    """
    release = uow.releases.get(release_id)
    version = version_of(uow, release.id, language or release.source_language)
    document = leaving_document(uow, version)
    facts = gather_facts(uow, tools, release, document.language)
    found = CheckEngine((*CHECKS, *more)).run(document, facts)
    return sort_text(version, document, found, uow.dismissals.of_version(version.id))


def sort_text(
    version: Version, document: Document, found: Sequence[Finding], dismissals: Sequence[Dismissal]
) -> CheckedText:
    """Put dismissed findings apart."""
    return CheckedText(version, document, *sort_out(found, dismissals))


# -- dismissing -------------------------------------------------------------------------------------------------


def dismiss(uow: UnitOfWork, version: Version, finding: Finding, *, is_everywhere: bool = False) -> Outcome[Dismissal]:
    """Call a finding right: in this sentence of this version, or wherever the same is found."""
    known = uow.dismissals.of_version(version.id)
    text_hash = finding.everywhere if is_everywhere else finding.here
    for each in known:
        if (each.check, each.text_hash, each.is_everywhere) == (finding.check, text_hash, is_everywhere):
            return Outcome(each)
    added = uow.dismissals.add(
        Dismissal(
            uow.ids.new(),
            finding.check,
            text_hash,
            version_id="" if is_everywhere else version.id,
            release_id="" if is_everywhere else version.release_id,
            block_id="" if is_everywhere else finding.block_id,
            is_everywhere=is_everywhere,
            reason=finding.message,
        )
    )
    return Outcome(added, _changed(added), Deed(_("Dismiss finding"), lambda unit: take_back(unit, added)))


def take_back(uow: UnitOfWork, dismissal: Dismissal) -> Outcome[Dismissal]:
    """Show a dismissed finding again; undo dismisses it anew."""
    uow.dismissals.remove(dismissal.id)

    def again(unit: UnitOfWork) -> Outcome[Dismissal]:
        unit.dismissals.restore(dismissal.id)
        return Outcome(dismissal, _changed(dismissal), Deed(_("Dismiss finding"), lambda u: take_back(u, dismissal)))

    return Outcome(dismissal, _changed(dismissal), Deed(_("Show finding again"), again))


def _changed(dismissal: Dismissal) -> ChangeSet:
    return ChangeSet.of(Change(DISMISSAL, dismissal.id, dismissal.version_id or "*"))


# -- the house --------------------------------------------------------------------------------------------------


def house_profile(uow: UnitOfWork, tools: Tools) -> HouseProfile:
    """The office's profile with its own switches."""
    return tools.house.profile(uow.settings.get(PROFILE), switches(uow))


def switches(uow: UnitOfWork) -> dict[str, bool]:
    """Checks that the office itself switched: name → whether it is off. A damaged setting counts as none."""
    try:
        stored = json.loads(uow.settings.get(SWITCHES) or "{}")
    except ValueError:
        return {}
    return {str(name): bool(is_off) for name, is_off in stored.items()} if isinstance(stored, dict) else {}


def choose_profile(uow: UnitOfWork, name: str) -> Outcome[str]:
    """Write in another house's style."""
    return set_setting(uow, PROFILE, name)


def switch_check(uow: UnitOfWork, tools: Tools, name: str, *, is_on: bool) -> Outcome[str]:
    """Switch one check for this office; as the profile has it needs no switch of its own."""
    given: Mapping[str, bool] = switches(uow)
    wanted = {check: is_off for check, is_off in given.items() if check != name}
    if tools.house.profile(uow.settings.get(PROFILE)).is_on(name) != is_on:
        wanted[name] = not is_on
    return set_setting(uow, SWITCHES, json.dumps(wanted, sort_keys=True) if wanted else "")
