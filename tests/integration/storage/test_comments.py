"""Comments and suggestions in the store, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.domain.comment import Comment
from desktop.domain.document import Block, BlockKind
from desktop.domain.edits import PutBlock
from desktop.domain.errors import ConflictError, NotFoundError
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.stamp import Stamp
from desktop.domain.suggestions import INSERT, KIND, REMOVE, kind_value
from desktop.storage.workspace import Workspace
from tests.integration.storage.desk import put_release

AT = datetime(2026, 5, 1, 12, 30, tzinfo=UTC)


def put_comment(unit: UnitOfWork, **facts: object) -> Comment:
    release, version, document = put_release(unit, "one two")
    plain = Comment(
        unit.ids.new(), release.id, version.id, "Is “two” right? 🙂", "Ana", document.blocks[1].id, "", 4, 7, "two"
    )
    return unit.comments.put(replace(plain, **facts))  # type: ignore[arg-type]


def test_a_comment_comes_back_as_it_was_put(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        put = put_comment(unit, resolved_at=AT, resolved_by="Ben")
    with workspace.unit_of_work() as unit:
        assert unit.comments.get(put.id) == put
        assert (put.rev, put.body, put.quoted, put.start, put.end) == (1, "Is “two” right? 🙂", "two", 4, 7)
        assert unit.comments.of_version(put.version_id) == (put,)


def test_answers_follow_and_only_open_threads_count(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        first = put_comment(unit)
        answer = unit.comments.put(replace(first, id=unit.ids.new(), body="Yes.", parent_id=first.id, rev=0))
        second = unit.comments.put(replace(first, id=unit.ids.new(), body="And this?", rev=0))
        assert unit.comments.of_version(first.version_id) == (first, answer, second)
        assert unit.comments.open_count(first.version_id) == 2
        unit.comments.put(replace(second, resolved_at=AT, resolved_by="Ana"))
        assert unit.comments.open_count(first.version_id) == 1


def test_a_removed_comment_comes_back(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        put = put_comment(unit)
        unit.comments.remove(put.id)
        assert unit.comments.of_version(put.version_id) == ()
        with pytest.raises(NotFoundError):
            unit.comments.get(put.id)
        with pytest.raises(NotFoundError):
            unit.comments.remove(put.id)
        unit.comments.restore(put.id)
        assert unit.comments.get(put.id).body == put.body


def test_moving_is_no_new_state_and_an_old_one_is_refused(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        put = put_comment(unit)
        unit.comments.move([replace(put, block_id="elsewhere", start=1, end=2)])
        moved = unit.comments.get(put.id)
        assert (moved.block_id, moved.start, moved.end, moved.rev) == ("elsewhere", 1, 2, put.rev)
        unit.comments.put(replace(put, body="anew"))
        with pytest.raises(ConflictError):
            unit.comments.put(replace(put, body="from an old state"))


def test_suggestions_are_stored_with_the_text_and_kept_in_revisions(workspace: Workspace) -> None:
    value = Stamp("a1", "Ana “Ñ” Ruiz", AT).value
    marks = [Mark(0, 2, MarkKind.DELETION, value), Mark(2, 4, MarkKind.INSERTION, value)]
    attrs = ((INSERT, value), (KIND, kind_value(value, BlockKind.QUOTE, (("speaker", "É"),))), (REMOVE, value))
    with workspace.unit_of_work() as unit:
        _, version, document = put_release(unit, "one")
        block = Block(unit.ids.new(), BlockKind.LEAD, RichText.of("1112 c", marks), attrs)
        unit.documents.apply(version.id, [PutBlock(block, document.blocks[-1].id)])
        kept = unit.revisions.add(version.id, unit.documents.load(version.id), label="", author="Ana")
    with workspace.unit_of_work() as unit:
        assert unit.documents.load(version.id).blocks[-1] == block
        assert kept is not None
        assert unit.revisions.get(kept.id).document.blocks[-1] == block
    assert workspace.verify() == []
