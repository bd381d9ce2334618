"""What the tests of the checks share: the program's own rules and profiles, and a text to check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from desktop.app import wiring
from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.finding import Finding
from desktop.domain.richtext import RichText
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.engine import CheckEngine
from desktop.editorial.checks.facts import CheckFacts, StandingText
from desktop.editorial.checks.profile import HouseProfile, HouseStyle
from desktop.editorial.checks.registry import CHECKS, check_named
from desktop.services.tools import Tools

TODAY = date(2026, 11, 24)
_KINDS = {kind.value: kind for kind in BlockKind}


@cache
def tools() -> Tools:
    return wiring.make_tools()


def document(language: str, *lines: str | Block) -> Document:
    """A document; a line is a paragraph, or begins with its kind (``headline| …``)."""
    blocks = []
    for number, line in enumerate(lines):
        if isinstance(line, Block):
            blocks.append(line)
            continue
        kind, _bar, text = line.partition("| ")
        if kind not in _KINDS:
            kind, text = "paragraph", line
        blocks.append(Block(f"b{number}", _KINDS[kind], RichText(text)))
    return Document("d", language, tuple(blocks))


def facts(
    language: str,
    profile: str | HouseProfile = "un-iom",
    *,
    on: date = TODAY,
    type_: str = "press-release",
    texts: Sequence[StandingText] = (),
) -> CheckFacts:
    house = tools().house
    chosen = house.profile(profile) if isinstance(profile, str) else profile
    return CheckFacts(
        language, house.rules(language), chosen, on, tools().gazetteer, type_, house.holders, tuple(texts)
    )


def style(language: str, **values: object) -> HouseProfile:
    """A house that says only this."""
    made = replace(HouseStyle(), **values)  # type: ignore[arg-type]
    return HouseProfile("test", styles={language: made})


def named(name: str) -> Check:
    check = check_named(name)
    assert check is not None, name
    return check


def found(
    name: str, language: str, *lines: str | Block, profile: str | HouseProfile = "un-iom", **more: object
) -> tuple[Finding, ...]:
    """What one check finds in a text."""
    return CheckEngine([named(name)]).run(document(language, *lines), facts(language, profile, **more))  # type: ignore[arg-type]


def all_found(language: str, *lines: str | Block, profile: str = "un-iom", on: date = TODAY) -> tuple[Finding, ...]:
    return CheckEngine(CHECKS).run(document(language, *lines), facts(language, profile, on=on))


def fixed(text: Document, finding: Finding) -> str:
    """The block's text after the fix."""
    assert finding.fix is not None
    block = text.block(finding.block_id)
    assert block is not None
    result = block.text.text
    for edit in sorted(finding.fix.edits, key=lambda each: each.start, reverse=True):
        result = result[: edit.start] + edit.text + result[edit.end :]
    return result
