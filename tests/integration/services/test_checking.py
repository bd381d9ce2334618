"""Checking a release as the editor and the command line do; dismissals that stay."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.domain.document import BlockKind
from desktop.domain.errors import NotFoundError
from desktop.domain.finding import Finding
from desktop.services import checking, releases
from desktop.services.checking import CheckedText
from desktop.services.releases import OpenRelease
from tests.integration.services.office import Office

TEXT = (
    (BlockKind.HEADLINE, "Three Posts Open on the Border"),
    (BlockKind.DATELINE, "Managua –"),
    (BlockKind.LEAD, "Some 80% of children came alone. Another 12% came with their their mothers."),
    (BlockKind.PARAGRAPH, "The posts are open every day."),
    (BlockKind.CONTACT, "For more information, please contact Ana Mora, Tel: +506 2212 5327."),
)


def _check(office: Office, opened: OpenRelease, language: str = "") -> CheckedText:
    return office.do(checking.check_release, office.tools, opened.release.id, language)


def _of(checked: CheckedText, check: str) -> list[Finding]:
    return [each for each in checked.findings if each.check == check]


def test_the_source_and_its_translation_are_checked_each_in_its_language(office: Office) -> None:
    opened = office.release(text=TEXT)
    office.spanish(opened)
    assert [each.found for each in _of(_check(office, opened), "per-cent")] == ["80%", "12%"]
    spanish = _check(office, opened, "es")
    assert spanish.document.language == "es"
    assert {each.found for each in _of(spanish, "per-cent")} == {"80%", "12%"}
    assert {each.fix.text for each in _of(spanish, "per-cent") if each.fix} == {"80\u00a0%", "12\u00a0%"}


def test_a_dismissal_survives_every_edit_but_one_of_its_own_sentence(office: Office) -> None:
    opened = office.release(text=TEXT)
    first = _of(_check(office, opened), "per-cent")[0]
    office.do(checking.dismiss, opened.source, first)
    assert [each.found for each in _of(_check(office, opened), "per-cent")] == ["12%"]
    office.edit(opened, "Another 12%", "Only 12%")
    office.edit(opened, "every day", "each and every day")
    office.edit(opened, "Three Posts", "Four Posts")
    checked = _check(office, opened)
    assert [each.found for each in _of(checked, "per-cent")] == ["12%"]
    assert [(finding.found, by.reason) for finding, by in checked.dismissed] == [("80%", first.message)]
    office.edit(opened, "came alone", "came all alone")
    assert [each.found for each in _of(_check(office, opened), "per-cent")] == ["80%", "12%"]
    office.edit(opened, "came all alone", "came alone")
    assert [each.found for each in _of(_check(office, opened), "per-cent")] == ["12%"]


def test_here_is_one_version_and_everywhere_is_every_text(office: Office) -> None:
    one, other = office.release(text=TEXT), office.release(text=TEXT)
    finding = _of(_check(office, one), "per-cent")[0]
    office.do(checking.dismiss, one.source, finding)
    assert len(_of(_check(office, other), "per-cent")) == 2
    office.do(checking.dismiss, one.source, finding, is_everywhere=True)
    assert [each.found for each in _of(_check(office, other), "per-cent")] == ["12%"]


def test_dismissing_and_taking_back_can_be_undone_and_done_again(office: Office) -> None:
    opened = office.release(text=TEXT)
    doubled = _of(_check(office, opened), "doubled-words")[0]
    outcome = office.do(checking.dismiss, opened.source, doubled)
    assert not _of(_check(office, opened), "doubled-words")
    undone = office.undo(outcome)
    assert _of(_check(office, opened), "doubled-words")
    again = office.undo(undone)
    assert not _of(_check(office, opened), "doubled-words")
    office.do(checking.take_back, outcome.value)
    assert _of(_check(office, opened), "doubled-words")
    with pytest.raises(NotFoundError):
        office.undo(again)


def test_dismissing_twice_is_dismissing_once(office: Office) -> None:
    opened = office.release(text=TEXT)
    doubled = _of(_check(office, opened), "doubled-words")[0]
    first = office.do(checking.dismiss, opened.source, doubled)
    second = office.do(checking.dismiss, opened.source, doubled)
    assert second.value == first.value
    assert not second.changes


def test_the_office_chooses_its_house_and_its_checks(office: Office) -> None:
    opened = office.release(text=TEXT)
    chosen = office.do(checking.choose_profile, "who-paho")
    assert not _of(_check(office, opened), "per-cent")
    office.undo(chosen)
    assert len(_of(_check(office, opened), "per-cent")) == 2
    off = office.do(checking.switch_check, office.tools, "per-cent", is_on=False)
    assert not _of(_check(office, opened), "per-cent")
    assert office.do(checking.switches) == {"per-cent": True}
    office.undo(off)
    assert len(_of(_check(office, opened), "per-cent")) == 2


def test_a_switch_back_to_the_profile_leaves_nothing_behind(office: Office) -> None:
    office.do(checking.choose_profile, "plain")
    office.do(checking.switch_check, office.tools, "number-words", is_on=True)
    assert office.do(checking.house_profile, office.tools).is_on("number-words")
    office.do(checking.switch_check, office.tools, "number-words", is_on=False)
    assert office.do(checking.switches) == {}


def test_a_damaged_setting_is_none(office: Office) -> None:
    office.do(lambda uow: uow.settings.set(checking.SWITCHES, "{oops"))
    office.do(lambda uow: uow.settings.set(checking.PROFILE, "a house long gone"))
    assert office.do(checking.house_profile, office.tools).name == "un-iom"


def test_days_are_counted_from_the_embargo(office: Office) -> None:
    text = (*TEXT, (BlockKind.PARAGRAPH, "It ends today."))
    opened = office.release(text=text)
    assert "26 May 2026" in _of(_check(office, opened), "relative-date")[0].message
    office.do(releases.set_embargo, opened.release.id, datetime(2026, 6, 2, 14, tzinfo=UTC), "America/Managua")
    assert "2 June 2026" in _of(_check(office, opened), "relative-date")[0].message
