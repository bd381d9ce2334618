from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.edits import BlockEdit, PutBlock, RemoveBlock, apply_edits, diff_documents
from desktop.domain.errors import NotFoundError
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.storage.schema import texts
from desktop.storage.workspace import Workspace
from tests.integration.storage.desk import paragraph, put_release

_NAMES = st.sampled_from([f"b{n}" for n in range(7)])
_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


@st.composite
def _blocks(draw: st.DrawFn) -> Block:
    text = draw(_TEXTS)
    marks = draw(st.lists(st.builds(Mark, st.integers(0, 9), st.integers(0, 12), st.sampled_from(MarkKind), _TEXTS)))
    attrs = draw(st.dictionaries(st.sampled_from(["speaker", "title"]), _TEXTS))
    return Block(draw(_NAMES), draw(st.sampled_from(BlockKind)), RichText.of(text, marks), make_attrs(attrs))


@st.composite
def _edits(draw: st.DrawFn) -> BlockEdit:
    if draw(st.integers(0, 3)) == 0:
        return RemoveBlock(draw(_NAMES))
    block = draw(_blocks())
    after = draw(st.none() | _NAMES.filter(lambda name: name != block.id))
    return PutBlock(block, after)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(batches=st.lists(st.lists(_edits(), max_size=8), min_size=1, max_size=5))
def test_edits_in_the_database_are_edits_of_the_domain(workspace: Workspace, batches: list[list[BlockEdit]]) -> None:
    with workspace.unit_of_work() as unit:
        _, version, document = put_release(unit)
        for edits in batches:
            unit.documents.apply(version.id, edits)
            document = apply_edits(document, edits)
            assert unit.documents.load(version.id) == document


def test_only_touched_rows_are_written(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        _, version, document = put_release(unit, *(f"Paragraph {n}" for n in range(20)))
        block = document.blocks[7]
        edits = [
            PutBlock(paragraph(block.id, "Changed"), document.blocks[6].id),
            PutBlock(document.blocks[20], None),
            RemoveBlock(document.blocks[3].id),
        ]
        unit.documents.apply(version.id, edits)
        revs = dict(
            unit.connection.execute(
                select(texts.block.c.id, texts.block.c.rev).where(texts.block.c.version_id == version.id)
            ).all()
        )
    changed = {block_id for block_id, rev in revs.items() if rev > 1}
    assert changed == {block.id, document.blocks[20].id, document.blocks[3].id}


def test_always_inserting_at_one_place_keeps_order_and_short_keys(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        _, version, document = put_release(unit, "last")
        for number in range(400):
            edit = PutBlock(paragraph(f"n{number}", str(number)), document.blocks[0].id)
            unit.documents.apply(version.id, [edit])
            document = apply_edits(document, [edit])
        assert unit.documents.load(version.id) == document
        keys = unit.connection.execute(select(texts.block.c.order_key)).scalars().all()
        assert max(map(len, keys)) <= 48


def test_tied_order_keys_of_two_offices_make_room(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        _, version, _ = put_release(unit, "one", "two")
        unit.connection.execute(texts.block.update().values(order_key="V"))
        document = unit.documents.load(version.id)
        assert [block.id for block in document] == sorted(block.id for block in document)
        edit = PutBlock(paragraph("new", "between"), document.blocks[0].id)
        unit.documents.apply(version.id, [edit])
        assert unit.documents.load(version.id) == apply_edits(document, [edit])


def test_a_removed_block_can_come_back_and_two_versions_may_share_an_id(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        (_, one, first), (_, two, second) = put_release(unit), put_release(unit)
        shared = paragraph("shared", "text")
        for version in (one, two):
            unit.documents.apply(version.id, [PutBlock(shared, None)])
        unit.documents.apply(one.id, [RemoveBlock("shared")])
        assert unit.documents.load(one.id) == first
        unit.documents.apply(one.id, [PutBlock(shared, None)])
        assert unit.documents.load(one.id).blocks == (shared, *first.blocks)
        assert unit.documents.load(two.id).blocks == (shared, *second.blocks)


def test_characters_that_no_database_holds_become_replacement_characters(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        _, version, document = put_release(unit)
        text = RichText.of("a\x00b\ud83dc", [Mark(4, 5, MarkKind.STRONG)])
        odd = Block("odd", BlockKind.PARAGRAPH, text)
        unit.documents.apply(version.id, [PutBlock(odd, None)])
        unit.revisions.add(version.id, document.with_blocks([odd]), label="", author="")
        stored = unit.documents.load(version.id).blocks[0].text
        assert stored == RichText.of("a\ufffdb\ufffdc", [Mark(4, 5, MarkKind.STRONG)])


def test_an_unknown_version_has_no_document(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        with pytest.raises(NotFoundError):
            unit.documents.load("none")
        with pytest.raises(NotFoundError):
            unit.documents.apply("none", [RemoveBlock("x")])


def test_revisions_are_kept_once_and_come_back_whole(new_workspace: Callable[[], Workspace]) -> None:
    with new_workspace().unit_of_work() as unit:
        _, version, document = put_release(unit, "Primero")
        first = unit.revisions.add(version.id, document, label="imported", author="Ana")
        assert first is not None
        assert unit.revisions.add(version.id, document, label="again", author="Ana") is None
        changed = apply_edits(document, [RemoveBlock(document.blocks[1].id)])
        second = unit.revisions.add(version.id, changed, label="cut", author="Luis")
        assert unit.revisions.add(version.id, document, label="back", author="Ana") is not None
        headers = unit.revisions.headers(version.id)
        assert [(h.number, h.label) for h in headers] == [(3, "back"), (2, "cut"), (1, "imported")]
        kept = unit.revisions.get(first.id)
        assert (kept.header, kept.document) == (first, document)
        assert kept.document.content_hash() == first.content_hash
        assert second is not None
        assert second.content_hash == changed.content_hash()
        with pytest.raises(NotFoundError):
            unit.revisions.get("none")
        assert diff_documents(Document("x", "en"), kept.document)
