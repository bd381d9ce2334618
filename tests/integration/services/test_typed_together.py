"""Two windows on one text: the one saved first stays, nothing that was typed is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.document import Document
from desktop.domain.edits import PutBlock, RemoveBlock, diff_documents
from desktop.domain.richtext import RichText
from desktop.services import translating, typed_together
from desktop.services.releases import OpenRelease
from desktop.services.typed_together import Saved
from tests.integration.services.office import Office


def typed(office: Office, opened: OpenRelease, base: Document, now: Document) -> Saved:
    edits = diff_documents(base, now)
    return office.do(typed_together.save_typed, office.tools, opened.source.id, edits, base).value


def written(document: Document, place: int, text: str) -> Document:
    blocks = list(document.blocks)
    blocks[place] = replace(blocks[place], text=RichText.plain(text))
    return document.with_blocks(blocks)


def history(office: Office, opened: OpenRelease) -> str:
    headers = office.do(lambda uow: uow.revisions.headers(opened.source.id))
    return "\n".join(office.do(lambda uow, h=h: uow.revisions.get(h.id)).document.plain_text for h in headers)


def test_two_blocks_both_stay(office: Office) -> None:
    opened = office.release()
    base = opened.document
    typed(office, opened, base, written(base, 0, "First"))
    second = typed(office, opened, base, written(base, 2, "Second"))
    assert second.kept is None
    assert [block.text.text for block in second.document][::2] == ["First", "Second"]


def test_one_block_the_first_stays_and_the_second_is_in_the_history(office: Office) -> None:
    opened = office.release()
    base = opened.document
    typed(office, opened, base, written(base, 1, "Saved first"))
    late = typed(office, opened, base, written(written(base, 1, "Typed late"), 2, "Another block"))
    assert late.document.blocks[1].text.text == "Saved first"
    assert late.document.blocks[2].text.text == "Another block", "what does not clash is written"
    assert late.kept is not None
    kept = office.do(lambda uow: uow.revisions.get(late.kept.id if late.kept else "")).document
    assert [block.text.text for block in kept][1:] == ["Typed late", "Another block"]


def test_a_removal_does_not_take_what_somebody_else_wrote(office: Office) -> None:
    opened = office.release()
    base = opened.document
    typed(office, opened, base, written(base, 1, "Saved first"))
    late = typed(office, opened, base, base.with_blocks((base.blocks[0], base.blocks[2])))
    assert late.document.blocks[1].text.text == "Saved first", "the edit survives"


def test_an_edit_survives_a_removal_elsewhere(office: Office) -> None:
    opened = office.release()
    base = opened.document
    typed(office, opened, base, base.with_blocks((base.blocks[0], base.blocks[2])))
    late = typed(office, opened, base, written(base, 1, "Typed late"))
    assert "Typed late" in late.document.plain_text


def test_a_block_moved_here_keeps_the_words_written_elsewhere(office: Office) -> None:
    opened = office.release()
    base = opened.document
    typed(office, opened, base, written(base, 2, "Saved first"))
    moved = base.with_blocks((base.blocks[0], base.blocks[2], base.blocks[1]))
    edits = [PutBlock(base.blocks[2], base.blocks[0].id)]
    saved = office.do(typed_together.save_typed, office.tools, opened.source.id, edits, base).value
    assert [block.id for block in saved.document] == [block.id for block in moved]
    assert saved.document.blocks[1].text.text == "Saved first"


WORDS = st.text(st.sampled_from("abc XYZ.,ñ🙂"), min_size=1, max_size=12).map(lambda text: f"<{text}>")
SIDE = st.lists(st.tuples(st.integers(0, 2), st.one_of(st.none(), WORDS)), max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SIDE, SIDE)
def test_whatever_two_windows_type_is_in_the_text_or_in_the_history(
    office: Office, first: list[tuple[int, str | None]], second: list[tuple[int, str | None]]
) -> None:
    opened = office.release()
    base = opened.document
    sides = [_after(base, side) for side in (first, second)]
    for side in sides:
        typed(office, opened, base, side)
    stored = office.do(lambda uow: uow.documents.load(opened.source.id))
    everything = stored.plain_text + "\n" + history(office, opened)
    for side in sides:
        for block in side:
            assert block.text.text in everything
    for block in sides[0]:  # what was saved first still stands
        if base.block(block.id) != block:
            assert stored.block(block.id) == block


def _after(base: Document, side: list[tuple[int, str | None]]) -> Document:
    blocks = {block.id: block for block in base}
    for place, words in side:
        block_id = base.blocks[place].id
        if words is None and place:
            blocks.pop(block_id, None)
        elif words is not None:
            blocks[block_id] = replace(base.blocks[place], text=RichText.plain(words))
    return base.with_blocks(blocks[block.id] for block in base if block.id in blocks)


def test_a_sentence_that_somebody_else_translated_first_stays(office: Office) -> None:
    opened = office.release()
    target = office.spanish(opened)
    segment = office.segments(target)[1]
    office.do(translating.type_target, segment.id, RichText("Guardado primero."))
    late = office.do(typed_together.type_target, segment.id, RichText("Escrito tarde."), segment.target).value
    assert late.segment.target.text == "Guardado primero."
    assert late.kept is not None
    kept = office.do(lambda uow: uow.revisions.get(late.kept.id if late.kept else "")).document
    assert "Escrito tarde." in kept.plain_text
    again = office.do(
        typed_together.type_target, segment.id, RichText("Otra vez."), RichText("Guardado primero.")
    ).value
    assert (again.kept, again.segment.target.text) == (None, "Otra vez.")


def test_removing_and_writing_at_once_is_told_to_the_one_who_removed(office: Office) -> None:
    opened = office.release()
    base = opened.document
    typed(office, opened, base, written(base, 1, "Saved first"))
    edits = [RemoveBlock(base.blocks[1].id)]
    saved = office.do(typed_together.save_typed, office.tools, opened.source.id, edits, base).value
    assert saved.clashed == (base.blocks[1].id,)
