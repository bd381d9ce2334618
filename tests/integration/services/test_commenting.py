"""Comments: written, answered, settled, taken back; they move with the text and change nothing in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from desktop.domain.changes import COMMENT, Outcome
from desktop.domain.comment import Anchor, Comment
from desktop.domain.document import Block, BlockKind
from desktop.domain.edits import PutBlock, RemoveBlock
from desktop.domain.errors import BadInputError, ComunicadoError, ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import RichText
from desktop.editorial.anchors import is_orphaned
from desktop.services import commenting, drafting
from desktop.services.releases import OpenRelease
from tests.integration.services.office import Office

T = TypeVar("T")


def as_ben(office: Office, work: Callable[..., T], *arguments: Any) -> T:
    def run(unit: UnitOfWork) -> T:
        unit.author = "Ben"
        return work(unit, *arguments)

    return office.do(run)


def on(opened: OpenRelease, quoted: str) -> Anchor:
    for block in opened.document:
        start = block.text.text.find(quoted)
        if start >= 0:
            return Anchor(block.id, start, start + len(quoted), quoted)
    raise AssertionError(quoted)


@pytest.fixture
def opened(office: Office) -> OpenRelease:
    return office.release()


@pytest.fixture
def comment(office: Office, opened: OpenRelease) -> Comment:
    made: Outcome[Comment] = office.do(
        commenting.comment_on_text, opened.source.id, on(opened, "40 villages"), "  Still 40? "
    )
    return made.value


def test_a_comment_changes_neither_the_hash_nor_the_translation(office: Office, opened: OpenRelease) -> None:
    spanish = office.spanish(opened)
    before = office.do(drafting.open_draft, opened.source.id).document.content_hash()
    made = office.do(commenting.comment_on_text, opened.source.id, on(opened, "40 villages"), "Still 40?")
    assert made.changes.touches(COMMENT, made.value.id)
    assert office.do(drafting.open_draft, opened.source.id).document.content_hash() == before
    assert not any(each.is_stale for each in office.segments(spanish))
    undone = office.undo(made)
    assert office.do(commenting.threads, opened.source.id) == ()
    office.undo(undone)
    assert len(office.do(commenting.threads, opened.source.id)) == 1


def test_threads_with_answers_resolved_and_reopened(office: Office, comment: Comment) -> None:
    version_id = comment.version_id
    answer = as_ben(office, commenting.reply, comment.id, "42 now.").value
    deeper = office.do(commenting.reply, answer.id, "Thank you.").value
    (thread,) = office.do(commenting.threads, version_id)
    assert [each.body for each in (thread.comment, *thread.replies)] == ["Still 40?", "42 now.", "Thank you."]
    assert deeper.parent_id == comment.id
    assert office.do(commenting.open_comments, version_id) == 1
    done = as_ben(office, commenting.resolve, answer.id)
    assert (done.value.resolved_by, done.value.is_resolved) == ("Ben", True)
    assert office.do(commenting.open_comments, version_id) == 0
    assert office.do(commenting.resolve, comment.id).inverse is None
    office.undo(done)
    assert office.do(commenting.open_comments, version_id) == 1
    office.do(commenting.resolve, comment.id)
    office.undo(office.do(commenting.reopen, comment.id))
    assert office.do(commenting.open_comments, version_id) == 0


def test_only_ones_own_words_are_changed(office: Office, comment: Comment) -> None:
    edited = office.do(commenting.edit_comment, comment.id, "Still 40 of them?")
    assert edited.value.body == "Still 40 of them?"
    office.undo(edited)
    assert office.do(commenting.threads, comment.version_id)[0].comment.body == "Still 40?"
    with pytest.raises(BadInputError):
        as_ben(office, commenting.edit_comment, comment.id, "Mine")
    with pytest.raises(BadInputError):
        as_ben(office, commenting.delete_comment, comment.id)
    with pytest.raises(BadInputError):
        office.do(commenting.edit_comment, comment.id, "  ")


def test_deleting_is_refused_once_others_answered(office: Office, comment: Comment) -> None:
    office.do(commenting.reply, comment.id, "To myself.")
    deleted = office.do(commenting.delete_comment, comment.id)
    assert office.do(commenting.threads, comment.version_id) == ()
    again = office.undo(deleted)
    assert len(office.do(commenting.threads, comment.version_id)[0].replies) == 1
    as_ben(office, commenting.reply, comment.id, "From Ben.")
    with pytest.raises(BadInputError):
        office.do(commenting.delete_comment, comment.id)
    with pytest.raises(ComunicadoError):
        office.undo(again)


def test_undo_is_refused_where_somebody_wrote_since(office: Office, comment: Comment) -> None:
    resolved = office.do(commenting.resolve, comment.id)
    office.do(commenting.reopen, comment.id)
    with pytest.raises(ConflictError):
        office.undo(resolved)


def test_comments_move_with_the_text_and_come_back_with_it(
    office: Office, opened: OpenRelease, comment: Comment
) -> None:
    source = opened.source.id
    lead = opened.document.blocks[1]

    def save(*edits: PutBlock | RemoveBlock) -> Outcome[Any]:
        return office.do(drafting.save_edits, office.tools, source, edits)

    def now() -> Comment:
        return office.do(commenting.threads, source)[0].comment

    split = lead.text.text.index("It serves")
    upper = Block(lead.id, lead.kind, lead.text.slice(0, split))
    lower = Block("new", BlockKind.PARAGRAPH, lead.text.slice(split))
    told = save(PutBlock(upper, opened.document.blocks[0].id), PutBlock(lower, lead.id))
    assert told.changes.touches(COMMENT, comment.id)
    assert (now().block_id, lower.text.text[now().start : now().end]) == ("new", "40 villages")
    save(RemoveBlock("new"))
    document = office.do(drafting.open_draft, source).document
    assert is_orphaned(now().anchor, document)
    assert now().quoted == "40 villages"
    save(PutBlock(lead, opened.document.blocks[0].id))
    block = office.do(drafting.open_draft, source).document.block(now().block_id)
    assert block is not None
    assert block.text.text[now().start : now().end] == "40 villages"


def test_a_comment_on_a_translated_sentence(office: Office, opened: OpenRelease) -> None:
    spanish = office.spanish(opened)
    segment = office.segments(spanish)[0]
    made = office.do(commenting.comment_on_segment, segment.id, "¿“Puesto” o “estación”?").value
    assert (made.segment_id, made.quoted, made.version_id) == (segment.id, segment.target.text, spanish)
    assert office.do(commenting.open_comments, spanish) == 1
    assert office.do(commenting.open_comments, opened.source.id) == 0


def test_the_text_may_be_empty_under_a_comment(office: Office) -> None:
    opened = office.release(text=((BlockKind.PARAGRAPH, ""),))
    block = opened.document.blocks[0]
    office.do(commenting.comment_on_text, opened.source.id, Anchor(block.id, 0, 0, ""), "Write something here.")
    typed = Block(block.id, block.kind, RichText("Something"))
    office.do(drafting.save_edits, office.tools, opened.source.id, [PutBlock(typed, None)])
    (thread,) = office.do(commenting.threads, opened.source.id)
    assert thread.comment.block_id == block.id
