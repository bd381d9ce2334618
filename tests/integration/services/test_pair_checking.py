"""Checking a translation against its source; dismissals that last as long as the two texts."""

from __future__ import annotations

import pytest

from desktop.domain.document import BlockKind
from desktop.domain.errors import BadInputError
from desktop.domain.finding import Finding
from desktop.services import pair_checking, translating
from desktop.services.pair_checking import CheckedPairs
from desktop.services.releases import OpenRelease
from tests.integration.services.office import Office

TEXT = (
    (BlockKind.HEADLINE, "Coast guard opens rescue station"),
    (BlockKind.LEAD, "The station serves 40 villages. It opened on Monday."),
)
SPANISH = ["La guardia costera abre una estación", "La estación atiende a 14 aldeas.", "Abrió el lunes."]


def _open(office: Office) -> OpenRelease:
    opened = office.release(text=TEXT)
    version = office.do(translating.add_version, office.tools, opened.release.id, "es").value
    office.do(translating.fill_targets, version.id, SPANISH)
    return opened


def _check(office: Office, opened: OpenRelease) -> CheckedPairs:
    return office.do(pair_checking.check_version, office.tools, opened.release.id, "es")


def _numbers(checked: CheckedPairs) -> list[Finding]:
    return [each for each in checked.findings if each.check == "numbers"]


def test_a_version_is_checked_segment_by_segment(office: Office) -> None:
    opened = _open(office)
    checked = _check(office, opened)
    [finding] = _numbers(checked)
    pair = next(each for each in checked.pairs if each.id == finding.block_id)
    assert pair.target.text[finding.start : finding.end] == "14"
    assert pair.source.text[slice(*finding.source_span)] == "40"
    assert pair.kind is BlockKind.LEAD
    with pytest.raises(BadInputError):
        office.do(pair_checking.check_version, office.tools, opened.release.id, "fr")


def test_a_changed_source_is_told_as_stale(office: Office) -> None:
    opened = _open(office)
    office.edit(opened, "Monday", "Tuesday")
    assert {"stale", "dates"} <= {each.check for each in _check(office, opened).findings}


def test_dismissed_until_a_text_changes_with_undo_and_a_list(office: Office) -> None:
    opened = _open(office)
    checked = _check(office, opened)
    [finding] = _numbers(checked)
    outcome = office.do(pair_checking.dismiss_pair_finding, checked.version, finding)
    after = _check(office, opened)
    assert not _numbers(after)
    assert [(found.check, dismissal.id) for found, dismissal in after.dismissed] == [("numbers", outcome.value.id)]
    undone = office.undo(outcome)
    assert _numbers(_check(office, opened))
    office.undo(undone)
    assert not _numbers(_check(office, opened))
    office.edit(opened, "serves 40", "now serves 40")
    assert _numbers(_check(office, opened)), "another source: the decision was about the old one"
    office.edit(opened, "now serves 40", "serves 40")
    assert not _numbers(_check(office, opened))


def test_lines_of_two_texts_of_different_length(office: Office) -> None:
    facts = pair_checking.pair_facts(office.tools.house.profile("plain"), office.tools, "en", "es")
    _pairs, found = pair_checking.check_lines(["One.", "Two.", ""], ["Uno."], facts)
    assert [(each.check, each.block_id) for each in found] == [("line-count", "2")]
    _pairs, found = pair_checking.check_lines(["It is free.", ""], ["Es gratis."], facts)
    assert not found
