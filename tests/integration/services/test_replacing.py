"""Replacing in all releases: what is found, what stays, one undo for everything."""

from __future__ import annotations

import pytest

from desktop.domain.document import BlockKind
from desktop.domain.errors import ConflictError
from desktop.domain.release import Approval
from desktop.domain.segment import SegmentState
from desktop.editorial.finding import Finder, Query
from desktop.services import replacing, translating
from desktop.services.replacing import Occurrence, find_in_releases, replace_texts
from tests.integration.services.office import Office

OTHER = ((BlockKind.HEADLINE, "A station in Limón"), (BlockKind.PARAGRAPH, "No village here. The station stays."))


def look(office: Office, wanted: str, new: str, **options: bool) -> list[Occurrence]:
    finder = Finder(Query(wanted, **options))
    found: list[Occurrence] = []
    after = ""
    while True:
        page = office.do(find_in_releases, finder, new, after=after, limit=2)
        found += page.occurrences
        after = page.after
        if not after:
            return found


def texts(office: Office) -> dict[str, str]:
    with office.workspace.unit_of_work() as unit:
        return {each.version_id: each.body for each in unit.search.texts()}


def test_every_language_of_every_release_page_by_page_and_one_undo(office: Office) -> None:
    first, second = office.release(), office.release(text=OTHER)
    spanish = office.spanish(first)
    before = texts(office)
    found = look(office, "station", "post")
    assert len(found) == 2 + 2 + 2
    assert {each.version_id for each in found} == {first.source.id, second.source.id, spanish}
    outcome = office.do(replace_texts, office.tools, found)
    assert (outcome.value.count, outcome.value.edited_since) == (6, ())
    after = texts(office)
    assert not any("station" in body for body in after.values())
    assert sum(body.count("post") for body in after.values()) == 6
    assert office.do(lambda unit: unit.releases.get(second.release.id).title) == "A post in Limón"
    again = office.undo(outcome)
    assert texts(office) == before
    office.undo(again)
    assert texts(office) == after


def test_only_what_was_chosen_and_nothing_that_was_edited_since(office: Office) -> None:
    first, second = office.release(), office.release(text=OTHER)
    found = look(office, "station", "post")
    chosen = [each for each in found if each.release_id == second.release.id][:1]
    chosen += [each for each in found if each.release_id == first.release.id]
    office.edit(first, "opened on Monday", "closed")
    outcome = office.do(replace_texts, office.tools, chosen)
    assert outcome.value.count == 2
    assert outcome.value.edited_since == ("Coast guard opens rescue station",)
    assert "The station closed" in texts(office)[first.source.id]
    assert texts(office)[second.source.id].startswith("A post in Limón\nNo village here. The station")


def test_undo_refuses_as_a_whole_where_a_text_was_edited_since(office: Office) -> None:
    first, second = office.release(), office.release(text=OTHER)
    outcome = office.do(replace_texts, office.tools, look(office, "station", "post"))
    office.edit(first, "opens rescue post", "closes it")
    kept = texts(office)
    with pytest.raises(ConflictError, match="1 of the texts"):
        office.undo(outcome)
    assert texts(office) == kept
    assert "A post" in kept[second.source.id]


def test_signed_and_locked_texts_stay_and_are_named(office: Office) -> None:
    first, second = office.release(), office.release(text=OTHER)
    spanish = office.spanish(second)
    locked = office.segments(spanish)[0]
    office.do(translating.confirm_segment, locked.id, state=SegmentState.FINAL)

    def sign(unit: object) -> None:
        document = unit.documents.load(first.source.id)  # type: ignore[attr-defined]
        approval = Approval(unit.ids.new(), first.source.id, document.content_hash(), "Ana", unit.clock.now())  # type: ignore[attr-defined]
        unit.releases.put_approval(approval)  # type: ignore[attr-defined]

    looked = look(office, "station", "post")
    office.do(sign)
    page = office.do(find_in_releases, Finder(Query("station")), "post")
    assert {(each.reason, each.count, each.language) for each in page.left_out} == {
        ("approved", 2, "en"),
        ("locked", 1, "es"),
    }
    assert first.release.id not in {each.release_id for each in page.occurrences}
    outcome = office.do(replace_texts, office.tools, looked)
    assert "rescue station" in texts(office)[first.source.id]
    assert outcome.value.edited_since == ("Coast guard opens rescue station",)


def test_a_translation_keeps_its_state_but_a_review_is_over(office: Office) -> None:
    release = office.release(text=OTHER)
    spanish = office.spanish(release)
    one, two, three = office.segments(spanish)
    office.do(translating.confirm_segment, one.id)
    office.do(translating.confirm_segment, three.id, state=SegmentState.REVIEWED)
    chosen = [each for each in look(office, "station", "post") if each.version_id == spanish]
    outcome = office.do(replace_texts, office.tools, chosen)
    states = [each.state for each in office.segments(spanish)]
    assert states == [SegmentState.TRANSLATED, two.state, SegmentState.TRANSLATED]
    assert not any(each.is_stale for each in office.segments(spanish))
    office.undo(outcome)
    assert office.segments(spanish)[2].state is SegmentState.REVIEWED


def test_one_language_alone_and_patterns_by_line(office: Office) -> None:
    release = office.release()
    office.spanish(release)
    finder = Finder(Query(r"^The (\w+)", is_pattern=True))
    page = office.do(find_in_releases, finder, r"This \1", language="en")
    (one,) = page.occurrences
    assert (one.place.new, one.language, one.is_source) == ("This station", "en", True)
    assert page.seen == 2
    assert replacing.PAGE > 1
