"""The living sample: a workspace with real work in it, for the first look, the screenshots and the tests."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from typing import Any

from desktop import places
from desktop.app.wiring import make_tools
from desktop.domain.boilerplate import Boilerplate, BoilerplateText
from desktop.domain.comment import Anchor
from desktop.domain.contact import ContactQuery, MediaList
from desktop.domain.document import Block, BlockKind
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import RichText
from desktop.exchange.contact_files import read_contact_file
from desktop.services import contact_import, directory, drafting, importing, term_files, translating
from desktop.services.boilerplate import save_boilerplate
from desktop.services.commenting import comment_on_text
from desktop.services.releases import create_release, set_embargo
from desktop.services.tools import Tools
from desktop.storage.workspace import Workspace

SEED = "seed_release.txt"
SEED_SPANISH = "seed_release.es.txt"


def fill_sample(workspace: Workspace, tools: Tools | None = None) -> None:
    """Put the sample into an empty workspace, in one transaction per part. About a second."""
    tools = tools or make_tools()
    plan = tomllib.loads(places.resource("sample", "releases.toml").read_text("utf-8"))
    with workspace.unit_of_work() as unit:
        _people(unit, plan["list"])
    with workspace.unit_of_work() as unit:
        for shelf in plan["library"]:
            _boilerplate(unit, shelf)
    with workspace.unit_of_work() as unit:
        term_files.import_terms(unit, term_files.starter_termbase().rows)
    with workspace.unit_of_work() as unit:
        _seed(unit, tools)
    for each in reversed(plan["release"]):
        with workspace.unit_of_work() as unit:
            _release(unit, tools, each)


def _people(unit: UnitOfWork, lists: list[dict[str, Any]]) -> None:
    read = read_contact_file(places.resource("sample", "contacts.csv"))
    contact_import.import_contacts(unit, contact_import.plan_contacts(unit, read.rows))
    everyone = {
        person.source_id: person.id
        for person in (unit.contacts.get(each) for each in unit.contacts.ids(ContactQuery()))
    }
    for each in lists:
        made = directory.save_media_list(unit, MediaList("", each["name"])).value
        directory.add_to_list(unit, made.id, [everyone[source_id] for source_id in each["members"]])


def _boilerplate(unit: UnitOfWork, plan: dict[str, Any]) -> None:
    texts = tuple(BoilerplateText("", language, RichText.plain(text)) for language, text in plan["texts"].items())
    save_boilerplate(unit, Boilerplate("", plan["name"], texts=texts))


def _seed(unit: UnitOfWork, tools: Tools) -> None:
    found = importing.read_release(places.resource("sample", SEED), tools)
    done = importing.import_release(unit, found, type_="press-release", contacts=found.contacts).value
    version = translating.add_version(unit, tools, done.opened.release.id, "es").value
    lines = places.resource("sample", SEED_SPANISH).read_text("utf-8").splitlines()
    translating.fill_targets(unit, version.id, lines)
    drafting.replace_text(unit, tools, done.opened.source.id, "11 countries", "12 countries")


def _release(unit: UnitOfWork, tools: Tools, plan: dict[str, Any]) -> None:
    blocks = [Block(unit.ids.new(), BlockKind(kind), RichText.plain(text)) for kind, text in plan["blocks"]]
    opened = create_release(unit, type_=plan["type"], language=plan["language"], blocks=blocks).value
    if hours := plan.get("embargo_in_hours"):
        at = (unit.clock.now() + timedelta(hours=hours)).replace(minute=0, second=0, microsecond=0)
        set_embargo(unit, opened.release.id, at, plan["embargo_zone"])
    if "to" in plan:
        version = translating.add_version(unit, tools, opened.release.id, plan["to"]).value
        translating.fill_targets(unit, version.id, plan["target"])
    for find, replacement in plan.get("edits", ()):
        drafting.replace_text(unit, tools, opened.source.id, find, replacement)
    for words, body in plan.get("comments", ()):
        block = next(each for each in unit.documents.load(opened.source.id) if words in each.text.text)
        start = block.text.text.index(words)
        comment_on_text(unit, opened.source.id, Anchor(block.id, start, start + len(words), words), body)
