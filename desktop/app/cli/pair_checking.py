"""``comunicado text check-pair``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.app import wiring
from desktop.app.cli.output import emit
from desktop.domain.finding import Finding
from desktop.i18n import _
from desktop.translation.checks.context import Pair

if TYPE_CHECKING:
    from desktop.editorial.checks.profile import HouseProfile
    from desktop.services.pair_terms import PairTerms
    from desktop.services.tools import Tools


def check_pair(given: argparse.Namespace) -> None:
    """Check a text against its translation, line by line. That something was found is no failure of the command."""
    from desktop.exchange.plain_lines import read_lines
    from desktop.services.languages import language_tag
    from desktop.services.pair_checking import check_lines, pair_facts

    tools = wiring.make_tools(words=wiring.words_path())
    source, target = read_lines(Path(given.source)), read_lines(Path(given.target))
    languages = language_tag(given.source_language), language_tag(given.target_language)
    profile, terms = _office(Path(given.workspace), tools) if given.workspace else _program(tools)
    facts = pair_facts(profile, tools, *languages, terms=terms)
    pairs, found = check_lines(source, target, facts)
    by_id = {pair.id: pair for pair in pairs}
    value = {"findings": [_as_json(each, by_id) for each in found]}

    def lines() -> list[str]:
        if not found:
            return [_("Nothing was found.")]
        return [
            f"{each.block_id}:{each.start}-{each.end}  {each.severity.value}  {each.check}  {each.message}"
            for each in found
        ]

    emit(given.json, value, lines)


def _program(tools: Tools) -> tuple[HouseProfile, PairTerms]:
    """No house's style in particular, and the termbase that comes with the program."""
    from desktop.services.pair_terms import starter_terms

    return tools.house.profile("plain"), starter_terms()


def _office(workspace: Path, tools: Tools) -> tuple[HouseProfile, PairTerms]:
    """A workspace's house style and termbase."""
    from desktop.services.checking import house_profile
    from desktop.services.pair_terms import office_terms

    with wiring.open_existing(workspace) as office, office.unit_of_work() as unit:
        return house_profile(unit, tools), office_terms(unit)


def _as_json(finding: Finding, pairs: dict[str, Pair]) -> dict[str, Any]:
    from desktop.translation.checks.engine import fixed_text

    pair = pairs.get(finding.block_id)
    return {
        "line": int(finding.block_id),
        "check": finding.check,
        "severity": finding.severity.value,
        "message": finding.message,
        "fix": fixed_text(pair, finding) if pair else None,
    }


def add_verb(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """``check-pair`` among the verbs of ``text``."""
    verb = verbs.add_parser(
        "check-pair", parents=[common], help=_("check a translation against its source, line by line")
    )
    verb.add_argument("source", metavar="SOURCE")
    verb.add_argument("target", metavar="TARGET")
    verb.add_argument(
        "--from", dest="source_language", required=True, metavar="CODE", help=_("the language of the source")
    )
    verb.add_argument(
        "--to", dest="target_language", required=True, metavar="CODE", help=_("the language of the translation")
    )
    verb.set_defaults(verb="check_pair")
