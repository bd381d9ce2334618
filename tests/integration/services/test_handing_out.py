"""What goes out with a translation: the memory's matches, remarks, what a stale sentence was made from."""

from __future__ import annotations

from desktop.domain.richtext import RichText
from desktop.services import commenting, handing_out, translating
from tests.integration.services.office import Office


def test_matches_remarks_and_what_was_translated_before(office: Office) -> None:
    first = office.release()
    for each in office.segments(office.spanish(first, is_filled=False)):
        office.do(translating.confirm_segment, each.id, RichText.plain(f"«{each.source.text}»"))
    second = office.release()
    version_id = office.spanish(second, is_filled=False)
    stale, other, *_rest = office.segments(version_id)
    office.do(translating.confirm_segment, stale.id, RichText.plain("Abre la estación"))
    office.do(commenting.comment_on_segment, other.id, "¿Lunes?")
    office.edit(second, "rescue station", "diving station")
    handed = office.do(handing_out.gather, second.release.id, "es", "xliff21").handed
    by_id = {each.id: each for each in handed.segments}
    assert by_id[stale.id].is_stale
    assert by_id[stale.id].was == "Coast guard opens rescue station"
    assert by_id[stale.id].matches[0].origin == "previous-version"
    (match,) = by_id[other.id].matches
    assert (match.target, match.quality) == (f"«{other.source.text}»", 100)
    assert [(note.author, note.text) for note in by_id[other.id].notes] == [("Ana", "¿Lunes?")]


def test_a_source_hands_out_its_translation(office: Office) -> None:
    opened = office.release()
    office.spanish(opened)
    handed = office.do(handing_out.gather, opened.release.id, "en", "bilingual-docx").handed
    assert (handed.source_language, handed.target_language) == ("en", "es")
