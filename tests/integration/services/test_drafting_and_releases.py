"""Revisions, embargoes, removal, the home page, and bringing in: each deed and its way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.changes import REVISION, SEGMENT
from desktop.domain.document import BlockKind
from desktop.domain.edits import RemoveBlock
from desktop.domain.errors import BadInputError, ConflictError, NotFoundError
from desktop.domain.release import ReleaseQuery
from desktop.services import directory, drafting, importing, overview, releases, translating
from tests.integration.services.office import Office

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def _text(office: Office, version_id: str) -> str:
    return office.do(drafting.open_draft, version_id).document.plain_text


def test_a_kept_state_is_restored_and_that_taken_back(office: Office) -> None:
    opened = office.release()
    source = opened.source.id
    (first,) = office.do(drafting.revisions, source)
    office.edit(opened, "Monday", "Friday")
    office.do(drafting.save_edits, office.tools, source, [RemoveBlock(opened.document.blocks[2].id)])
    edited = _text(office, source)
    restored = office.do(drafting.restore_revision, office.tools, source, first.id)
    assert restored.changes.touches(REVISION)
    assert [block.id for block in restored.value] == [block.id for block in opened.document]
    assert _text(office, source) == opened.document.plain_text
    undone = office.undo(restored)
    assert _text(office, source) == edited
    office.undo(undone)
    assert _text(office, source) == opened.document.plain_text
    texts = {
        office.do(drafting.revision, each.id).document.plain_text for each in office.do(drafting.revisions, source)
    }
    assert texts == {edited, opened.document.plain_text}


def test_restoring_makes_translations_fresh_again(office: Office) -> None:
    opened = office.release()
    version = office.spanish(opened)
    (first,) = office.do(drafting.revisions, opened.source.id)
    office.edit(opened, "Nurses", "Doctors")
    assert sum(each.is_stale for each in office.segments(version)) == 1
    restored = office.do(drafting.restore_revision, office.tools, opened.source.id, first.id)
    assert restored.changes.under(SEGMENT, version)
    assert not any(each.is_stale for each in office.segments(version))
    office.undo(restored)
    assert sum(each.is_stale for each in office.segments(version)) == 1


def test_a_restoring_is_not_taken_back_over_newer_writing(office: Office) -> None:
    opened = office.release()
    (first,) = office.do(drafting.revisions, opened.source.id)
    office.edit(opened, "Monday", "Friday")
    restored = office.do(drafting.restore_revision, office.tools, opened.source.id, first.id)
    office.edit(opened, "villages", "towns")
    with pytest.raises(ConflictError):
        office.undo(restored)
    assert "towns" in _text(office, opened.source.id)


def test_a_state_of_another_text_is_not_restored_over_this_one(office: Office) -> None:
    one, other = office.release(), office.release(text=((BlockKind.HEADLINE, "Another text"),))
    (foreign,) = office.do(drafting.revisions, other.source.id)
    with pytest.raises(BadInputError):
        office.do(drafting.restore_revision, office.tools, one.source.id, foreign.id)
    with pytest.raises(NotFoundError):
        office.do(drafting.restore_revision, office.tools, one.source.id, "unknown")
    assert _text(office, one.source.id) == one.document.plain_text


def test_the_same_text_is_kept_once(office: Office) -> None:
    opened = office.release()
    assert office.do(drafting.keep_revision, opened.source.id, "again").value is None
    office.edit(opened, "Monday", "Friday")
    kept = office.do(drafting.keep_revision, opened.source.id, "sent out")
    assert kept.value is not None
    assert (kept.value.number, kept.value.label, kept.value.author) == (2, "sent out", "Ana")


def test_an_embargo_is_set_lifted_and_taken_back(office: Office) -> None:
    release = office.release().release
    outcome = office.do(releases.set_embargo, release.id, NOON, "America/Costa_Rica")
    assert (outcome.value.embargo_at, outcome.value.embargo_zone) == (NOON, "America/Costa_Rica")
    undone = office.undo(outcome)
    assert office.do(releases.open_release, release.id).release.embargo_at is None
    office.undo(undone)
    again = office.do(releases.open_release, release.id).release
    assert (again.embargo_at, again.embargo_zone) == (NOON, "America/Costa_Rica")
    lifted = office.do(releases.set_embargo, release.id, None, "America/Costa_Rica").value
    assert (lifted.embargo_at, lifted.embargo_zone) == (None, "")


def test_an_embargo_is_not_taken_back_over_a_newer_one(office: Office) -> None:
    release = office.release().release
    outcome = office.do(releases.set_embargo, release.id, NOON, "UTC")
    office.do(releases.set_embargo, release.id, NOON, "Europe/Madrid")
    with pytest.raises(ConflictError):
        office.undo(outcome)
    assert office.do(releases.open_release, release.id).release.embargo_zone == "Europe/Madrid"


def test_facts_are_taken_back_and_other_writing_stays(office: Office) -> None:
    opened = office.release()
    outcome = office.do(releases.set_facts, opened.release.id, type_="statement", number="7/2026")
    office.edit(opened, "rescue station", "rescue base")
    office.undo(outcome)
    now = office.do(releases.open_release, opened.release.id).release
    assert (now.type, now.number, now.title) == ("press-release", "", "Coast guard opens rescue base")


def test_a_removed_release_leaves_lists_and_search_and_comes_back_whole(office: Office) -> None:
    opened = office.release()
    version = office.spanish(opened)
    before = office.segments(version)
    removed = office.do(releases.remove_release, opened.release.id)
    assert office.do(releases.release_page, ReleaseQuery()) == ((), 0)
    assert office.do(overview.search, "rescue") == ()
    with pytest.raises(NotFoundError):
        office.do(releases.open_release, opened.release.id)
    again = office.undo(removed)
    assert office.do(releases.release_page, ReleaseQuery())[1] == 1
    assert office.segments(version) == before
    assert {hit.language for hit in office.do(overview.search, "rescue")} == {"en", "es"}
    office.undo(again)
    assert office.do(releases.release_page, ReleaseQuery())[1] == 0


def test_the_home_page_counts_what_needs_somebody(office: Office) -> None:
    stale, waiting, plain = office.release(), office.release(), office.release()
    office.spanish(stale)
    office.edit(stale, "Nurses", "Doctors")
    office.spanish(waiting, is_filled=False)
    now = office.do(lambda unit: unit.clock.now())
    for hours in (-5, 30, 2):
        embargoed = office.release().release.id
        office.do(releases.set_embargo, embargoed, now + timedelta(hours=hours), "UTC")
    found = office.do(overview.overview, limit=4)
    assert [row.release.id for row in found.stale] == [stale.release.id]
    assert [row.release.id for row in found.waiting] == [waiting.release.id]
    counts = office.do(overview.totals, found, limit=4)
    assert (counts.drafts, counts.embargoes, counts.releases) == (6, len(found.embargoes), 6)
    assert len(found.drafts) == 4
    assert plain.release.id not in {row.release.id for row in found.stale + found.waiting}
    hours = [(row.release.embargo_at - now).total_seconds() / 3600 for row in found.embargoes if row.release.embargo_at]
    assert hours == [2, 30]


def test_an_import_is_taken_back_with_the_people_it_brought(office: Office, tmp_path: Path) -> None:
    source = tmp_path / "release.txt"
    source.write_text(
        "Coast guard opens rescue station\n\nThe station opened on Monday. It serves 40 villages on the coast.\n\n"
        "For information, please contact Ana Mora, Email: amora@guardia.example, Tel: 506-2212-5327 or\n"
        "contact Luz Paz, Email: lpaz@guardia.example.\n"
    )
    found = importing.read_release(source, office.tools)
    assert [each.email for each in found.contacts] == ["amora@guardia.example", "lpaz@guardia.example"]
    outcome = office.do(importing.import_release, found, type_="press-release", contacts=found.contacts)
    ana = next(each for each in outcome.value.contacts if each.email.startswith("amora"))
    office.do(directory.save_contact, replace(ana, city="Limón"))
    undone = office.undo(outcome)
    assert office.do(releases.release_page, ReleaseQuery())[1] == 0
    names = [each.email for each in office.do(directory.find_contacts, "")]
    assert names == ["amora@guardia.example"], "a card that was edited since stays"
    office.undo(undone)
    assert office.do(releases.release_page, ReleaseQuery())[1] == 1
    assert len(office.do(directory.find_contacts, "")) == 2


def test_a_release_in_a_language_is_found_in_any_case(office: Office) -> None:
    opened = office.release()
    version = office.do(translating.add_version, office.tools, opened.release.id, "es_cr").value
    assert version.language == "es-CR"
    assert office.do(releases.version_of, opened.release.id, "ES-CR") == version
    with pytest.raises(BadInputError) as told:
        office.do(releases.version_of, opened.release.id, "fr")
    assert "en, es-CR" in told.value.one_line()
