"""``comunicado release new``: from an earlier release, or from a template."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.app import wiring
from desktop.app.cli.output import blocks_json, contact_json, emit
from desktop.domain.document import BlockKind, Document
from desktop.domain.errors import BadInputError, NotFoundError
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _
from desktop.services.releases import OpenRelease
from desktop.services.tools import Tools
from desktop.storage.workspace import Workspace


def new_release(workspace: Workspace, given: argparse.Namespace) -> None:
    """Make a release with ``--from ID`` or ``--template NAME``; what is not set stays an open gap."""
    tools = wiring.make_tools()
    values = _values(given.set or [])
    with workspace.unit_of_work() as unit:
        if given.from_id:
            opened, gaps = _from_release(unit, tools, given.from_id, values, set(given.keep or ()))
        else:
            opened, gaps = _from_template(unit, tools, given.template, given.language or "", values)
        value = {
            "id": opened.release.id,
            "title": opened.release.title,
            "language": opened.release.source_language,
            "languages": [version.language for version in opened.versions],
            "blocks": blocks_json(opened.document, with_ids=False),
            "contacts": [contact_json(unit.contacts.get(each)) for each in _people(unit, opened.document)],
            "gaps": gaps,
        }
    emit(given.json, value, lambda: [f"{opened.release.id}  {opened.release.title}"])


def _values(given: list[str]) -> dict[str, str]:
    values = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not sign or not name.strip():
            raise BadInputError(
                _("“{text}” does not say which gap gets which value.").format(text=each),
                advice=_("Write --set gap=value."),
            )
        values[name.strip()] = value
    return values


def _from_release(
    unit: UnitOfWork, tools: Tools, release_id: str, values: dict[str, str], kept: set[str]
) -> tuple[OpenRelease, list[dict[str, Any]]]:
    from desktop.editorial.reuse.answers import Answer, Decision
    from desktop.services.reuse import new_from
    from desktop.services.reuse_plan import plan_reuse

    plan = plan_reuse(unit, tools, release_id)
    groups = {gap.group for gap in plan.gaps}
    _refuse_unknown({*values, *kept} - {"all"}, groups)
    answers = {name: Answer(Decision.FILL, value) for name, value in values.items()}
    everything = groups if "all" in kept else kept
    answers |= {name: Answer(Decision.KEEP) for name in everything if name not in values}
    opened = new_from(unit, tools, release_id, answers).value
    place = {block.id: number for number, block in enumerate(plan.document.blocks)}
    gaps = [
        {
            "name": gap.group,
            "kind": gap.kind.value,
            "old": gap.old,
            "suggestion": gap.suggestion,
            "block": place[gap.block_id],
            "open": gap.group not in answers,
        }
        for gap in plan.gaps
    ]
    return opened, gaps


def _from_template(
    unit: UnitOfWork, tools: Tools, name: str, language: str, values: dict[str, str]
) -> tuple[OpenRelease, list[dict[str, Any]]]:
    from desktop.editorial.gaps import list_open_gaps
    from desktop.editorial.templates import fill
    from desktop.services.languages import language_tag
    from desktop.services.releases import create_release
    from desktop.services.templates import offered_templates

    offered = [each.template for each in offered_templates(unit, tools)]
    template = next((each for each in offered if each.name == name), None)
    if template is None:
        raise BadInputError(
            _("There is no template “{name}”.").format(name=name),
            advice=_("There are: {names}.").format(names=", ".join(each.name for each in offered)),
        )
    _refuse_unknown(set(values), {gap.name for gap in template.gaps})
    spoken = language_tag(language) if language else template.languages[0]
    people = {value: unit.contacts.get(value) for value in _contact_values(unit, values)}
    blocks = fill(template, spoken, values, new_id=unit.ids.new, gazetteer=tools.gazetteer, contacts=people)
    opened = create_release(unit, type_=template.name, language=spoken, blocks=blocks).value
    place = {block.id: number for number, block in enumerate(opened.document.blocks)}
    types = {gap.name: gap.type.value for gap in template.gaps}
    gaps = [
        {
            "name": gap.name,
            "kind": types.get(gap.name, ""),
            "old": "",
            "suggestion": "",
            "block": place[gap.block_id],
            "open": True,
        }
        for gap in list_open_gaps(opened.document)
    ]
    return opened, gaps


def _contact_values(unit: UnitOfWork, values: dict[str, str]) -> list[str]:
    """Values that are people's ids; others stand as words."""
    found = []
    for value in values.values():
        try:
            if len(value) == 36 and unit.contacts.get(value).id == value:
                found.append(value)
        except NotFoundError:
            continue
    return found


def _refuse_unknown(asked: set[str], known: set[str]) -> None:
    unknown = sorted(asked - known)
    if unknown:
        raise BadInputError(
            _("There is no gap “{name}”.").format(name=unknown[0]),
            kept=_("Nothing was made."),
            advice=_("There are: {names}.").format(names=", ".join(sorted(known))),
        )


def _people(unit: UnitOfWork, document: Document) -> list[str]:
    ids = (block.attr("contact") or block.attr("person") for block in document.of_kind(BlockKind.CONTACT))
    found = []
    for each in dict.fromkeys(filter(None, ids)):
        try:
            found.append(unit.contacts.get(each).id)
        except NotFoundError:
            continue
    return found
