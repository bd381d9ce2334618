"""Handing out and taking back: by id, by source, never over what was done here meanwhile without saying so."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.richtext import MarkKind, RichText
from desktop.domain.segment import SegmentState
from desktop.services import commenting, handing_out, history, merging_returned, translating
from desktop.services.merging_returned import MergePlan
from desktop.services.releases import OpenRelease
from desktop.translation.returning import MergeOutcome
from tests.integration.services.office import Office

N = "{urn:oasis:names:tc:xliff:document:1.2}"
M = MergeOutcome
S = SegmentState


def hand_out(office: Office, opened: OpenRelease, name: str = "xliff12") -> bytes:
    return office.do(handing_out.gather, opened.release.id, "es", name).content()


def plan(office: Office, opened: OpenRelease, content: bytes, tmp_path: Path) -> MergePlan:
    path = tmp_path / "returned.file"
    path.write_bytes(content)
    return office.do(merging_returned.plan_merge, opened.release.id, merging_returned.read_file(path))


def units(content: bytes) -> tuple[Any, list[Any]]:
    root = etree.fromstring(content)
    return root, list(root.iter(f"{N}trans-unit"))


def changed(content: bytes, change: Callable[[list[Any]], None]) -> bytes:
    root, found = units(content)
    change(found)
    return etree.tostring(root)


def say(unit: Any, text: str, state: str = "translated") -> None:
    target = unit.find(f"{N}target")
    for child in target:
        target.remove(child)
    target.text = text
    target.set("state", state)


@pytest.mark.parametrize("name", ["xliff12", "xliff21", "bilingual-docx"])
@pytest.mark.parametrize("is_filled", [True, False])
def test_a_file_that_nobody_touched_changes_nothing(office: Office, tmp_path: Path, name: str, is_filled: bool) -> None:
    opened = office.release()
    version_id = office.spanish(opened, is_filled=is_filled)
    before = office.segments(version_id)
    done = plan(office, opened, hand_out(office, opened, name), tmp_path)
    assert done.counts == {each.value: (4 if each is M.UNCHANGED else 0) for each in M}
    office.do(merging_returned.merge, done)
    assert office.segments(version_id) == before


def test_new_words_are_stored_with_their_state_and_undone_as_one(office: Office, tmp_path: Path) -> None:
    opened = office.release()
    version_id = office.spanish(opened)
    before = office.segments(version_id)

    def work(found: list[Any]) -> None:
        say(found[0], "Guardacostas abre estación", "signed-off")
        say(found[1], "La estación abrió el lunes.", "needs-review-translation")
        note = etree.SubElement(found[2], f"{N}note")
        note.set("from", "Rosa")
        note.text = "¿40 o 14?"

    done = plan(office, opened, changed(hand_out(office, opened), work), tmp_path)
    assert [row.outcome for row in done.rows] == [M.UPDATED, M.UPDATED, M.UNCHANGED, M.UNCHANGED]
    outcome = office.do(merging_returned.merge, done)
    after = office.segments(version_id)
    assert [(s.target.text, s.state) for s in after[:2]] == [
        ("Guardacostas abre estación", S.REVIEWED),
        ("La estación abrió el lunes.", S.DRAFT),
    ]
    (thread,) = office.do(commenting.threads, version_id)
    assert (thread.comment.author, thread.comment.body, thread.comment.segment_id) == ("Rosa", "¿40 o 14?", after[2].id)
    again = office.undo(outcome)
    assert [(s.target, s.state) for s in office.segments(version_id)] == [(s.target, s.state) for s in before]
    assert office.do(commenting.threads, version_id) == ()
    redone = office.undo(again)
    assert [s.target.text for s in office.segments(version_id)[:1]] == ["Guardacostas abre estación"]
    assert len(office.do(commenting.threads, version_id)) == 1
    office.do(translating.type_target, after[0].id, RichText.plain("Otra cosa"))
    with pytest.raises(ConflictError):
        office.undo(redone)


def test_what_was_confirmed_here_meanwhile_stays_and_the_other_words_are_kept(office: Office, tmp_path: Path) -> None:
    opened = office.release()
    version_id = office.spanish(opened)
    first, second, third, _fourth = office.segments(version_id)
    out = changed(hand_out(office, opened), lambda found: [say(unit, f"Suya {n}") for n, unit in enumerate(found[:2])])
    office.do(translating.confirm_segment, first.id, RichText.plain("La nuestra"))
    office.do(translating.confirm_segment, third.id, RichText.plain("También nuestra"))
    done = plan(office, opened, out, tmp_path)
    assert [row.outcome for row in done.rows] == [M.CONFLICT, M.UPDATED, M.UNCHANGED, M.UNCHANGED]
    assert "changed here" in done.rows[0].reason
    assert "Changed here since" in done.rows[2].reason
    office.do(merging_returned.merge, done)
    assert [s.target.text for s in office.segments(version_id)[:3]] == ["La nuestra", "Suya 1", "También nuestra"]
    assert office.segments(version_id)[1].id == second.id
    kept = [history.why_words(each.label) for each in office.do(history.history, version_id)]
    assert "came back and was not taken" in kept
    newest = next(h for h in office.do(history.history, version_id) if "not-taken" in h.label)
    assert "Suya 0" in office.do(history.state, version_id, newest.id).plain_text


def test_a_conflict_is_taken_where_a_person_says_so(office: Office, tmp_path: Path) -> None:
    opened = office.release()
    version_id = office.spanish(opened)
    first = office.segments(version_id)[0]
    out = changed(hand_out(office, opened), lambda found: say(found[0], "La suya"))
    office.do(translating.confirm_segment, first.id, RichText.plain("La nuestra"))
    done = plan(office, opened, out, tmp_path)
    outcome = office.do(merging_returned.merge, done, {first.id})
    assert office.segments(version_id)[0].target.text == "La suya"
    office.undo(outcome)
    assert office.segments(version_id)[0].target.text == "La nuestra"


def test_confirming_here_what_they_edit_is_a_conflict_too(office: Office, tmp_path: Path) -> None:
    opened = office.release()
    version_id = office.spanish(opened, is_filled=False)
    first = office.segments(version_id)[0]
    office.do(translating.type_target, first.id, RichText.plain("Borrador"))
    out = changed(hand_out(office, opened), lambda found: say(found[0], "Corregido"))
    office.do(translating.confirm_segment, first.id)
    assert plan(office, opened, out, tmp_path).rows[0].outcome is M.CONFLICT


def test_a_final_sentence_is_not_overwritten(office: Office, tmp_path: Path) -> None:
    opened = office.release()
    version_id = office.spanish(opened)
    office.do(translating.confirm_segment, office.segments(version_id)[0].id, state=S.FINAL)
    out = changed(hand_out(office, opened), lambda found: say(found[0], "Otra", "final"))
    row = plan(office, opened, out, tmp_path).rows[0]
    assert (row.outcome, row.reason) == (M.CONFLICT, "It is final here.")


def test_an_older_source_comes_back_as_stale(office: Office, tmp_path: Path) -> None:
    opened = office.release()
    version_id = office.spanish(opened, is_filled=False)
    out = changed(hand_out(office, opened), lambda found: [say(u, f"Frase {n}") for n, u in enumerate(found)])
    office.edit(opened, "40 villages", "41 villages")
    done = plan(office, opened, out, tmp_path)
    assert [row.outcome for row in done.rows] == [M.UPDATED, M.UPDATED, M.STALE, M.UPDATED]
    office.do(merging_returned.merge, done)
    stale = office.segments(version_id)[2]
    assert stale.is_stale
    assert stale.made_from is not None
    assert "40 villages" in stale.made_from.text
    assert not any(s.is_stale for s in office.segments(version_id) if s.id != stale.id)


def test_unknown_ids_are_found_by_their_source_or_said(office: Office, tmp_path: Path) -> None:
    opened = office.release()
    version_id = office.spanish(opened, is_filled=False)

    def work(found: list[Any]) -> None:
        for number, unit in enumerate(found):
            unit.set("id", f"other-{number}")
            say(unit, f"Frase {number}")
        found[3].find(f"{N}source").text = "Nobody wrote this."

    done = plan(office, opened, changed(hand_out(office, opened), work), tmp_path)
    assert [row.outcome for row in done.rows] == [M.UPDATED] * 3 + [M.UNKNOWN]
    assert done.rows[3].reason
    office.do(merging_returned.merge, done)
    assert [s.target.text for s in office.segments(version_id)] == ["Frase 0", "Frase 1", "Frase 2", ""]


def test_broken_codes_are_refused_with_their_names(office: Office, tmp_path: Path) -> None:
    opened = office.release()
    version_id = office.spanish(opened, is_filled=False)

    def work(uow: Any) -> Any:
        from desktop.domain.edits import PutBlock
        from desktop.services.drafting import save_edits

        document = uow.documents.load(opened.source.id)
        block = document.blocks[2]
        text = block.text.with_mark(0, 6, MarkKind.PROTECTED, "name")
        from dataclasses import replace

        return save_edits(uow, office.tools, document.id, [PutBlock(replace(block, text=text), document.blocks[1].id)])

    office.do(work)
    content = hand_out(office, opened)
    assert b"x-protected" in content

    def lose(found: list[Any]) -> None:
        say(found[3], "Allí trabajan de noche.")
        target = found[0].find(f"{N}target")
        target.text = "Hola "
        etree.SubElement(target, f"{N}x").set("id", "99")

    done = plan(office, opened, changed(content, lose), tmp_path)
    assert [row.outcome for row in done.rows] == [M.REFUSED, M.UNCHANGED, M.UNCHANGED, M.REFUSED]
    assert "99" in done.rows[0].reason
    assert "Nurses" in done.rows[3].reason
    office.do(merging_returned.merge, done, {row.key for row in done.rows})
    written = office.segments(version_id)
    assert (written[0].target.text, written[3].state) == ("", S.DRAFT), (
        "unreadable codes never, missing ones as a draft"
    )


def test_a_plan_that_is_too_old_writes_nothing(office: Office, tmp_path: Path) -> None:
    opened = office.release()
    version_id = office.spanish(opened, is_filled=False)
    done = plan(office, opened, changed(hand_out(office, opened), lambda f: say(f[0], "Suya")), tmp_path)
    office.do(translating.type_target, office.segments(version_id)[1].id, RichText.plain("Nueva"))
    with pytest.raises(ConflictError):
        office.do(merging_returned.merge, done)
    assert [s.target.text for s in office.segments(version_id)[:2]] == ["", "Nueva"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b'source-language="en"', b'source-language="de"', "translates from"),
        (b'target-language="es"', b'target-language="fr"', "translates into"),
        (b'c:release="', b'c:release="x', "another release"),
    ],
)
def test_files_of_other_texts_are_refused(office: Office, tmp_path: Path, old: bytes, new: bytes, words: str) -> None:
    opened = office.release()
    office.spanish(opened)
    with pytest.raises(BadInputError, match=words):
        plan(office, opened, hand_out(office, opened).replace(old, new), tmp_path)


def test_another_releases_file_is_named(office: Office, tmp_path: Path) -> None:
    opened, other = office.release(), office.release("en")
    office.spanish(opened)
    office.spanish(other)
    with pytest.raises(BadInputError, match="Coast guard"):
        plan(office, opened, hand_out(office, other), tmp_path)


def test_a_comment_is_taken_once(office: Office, tmp_path: Path) -> None:
    opened = office.release()
    version_id = office.spanish(opened)
    office.do(commenting.comment_on_segment, office.segments(version_id)[0].id, "Seguro?")
    for name in ("xliff12", "xliff21", "bilingual-docx"):
        assert not plan(office, opened, hand_out(office, opened, name), tmp_path).remarks


def test_words_typed_into_the_table_come_back_as_translated(office: Office, tmp_path: Path) -> None:
    opened = office.release()
    version_id = office.spanish(opened, is_filled=False)
    word = docx.Document(io.BytesIO(hand_out(office, opened, "bilingual-docx")))
    for number, row in enumerate(word.tables[0].rows[1:]):
        row.cells[2].text = f"Frase {number}"
    word.tables[0].rows[2].cells[4].text = "¿Lunes?"
    stream = io.BytesIO()
    word.save(stream)
    done = plan(office, opened, stream.getvalue(), tmp_path)
    office.do(merging_returned.merge, done)
    assert [(s.target.text, s.state) for s in office.segments(version_id)] == [
        (f"Frase {n}", S.TRANSLATED) for n in range(4)
    ]
    (thread,) = office.do(commenting.threads, version_id)
    assert thread.comment.body == "¿Lunes?"
