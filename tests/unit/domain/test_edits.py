"""Block edits: what autosave writes must rebuild exactly what was on the screen."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.edits import PutBlock, RemoveBlock, apply_edits, diff_documents
from desktop.domain.richtext import RichText
from tests.unit.domain.strategies import IDS, blocks, documents


def _document(*ids: str) -> Document:
    return Document("d", "en", tuple(Block(each, BlockKind.PARAGRAPH, RichText.plain(each)) for each in ids))


def _ids(document: Document) -> str:
    return "".join(block.id for block in document)


@given(documents(), documents())
def test_applying_the_difference_gives_the_other_document(old: Document, new: Document) -> None:
    edits = diff_documents(old, new)
    assert apply_edits(old, edits) == new
    assert bool(edits) == (old != new)


@given(documents())
def test_no_difference_no_edits(document: Document) -> None:
    assert diff_documents(document, document) == ()
    assert apply_edits(document, ()) == document


@given(documents(), documents())
def test_a_second_writing_of_the_same_edits_changes_nothing(old: Document, new: Document) -> None:
    edits = diff_documents(old, new)
    assert apply_edits(new, edits) == new


def _moves(old: str, new: str) -> int:
    return len(diff_documents(_document(*old), _document(*new)))


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("abcd", "abcd", 0),
        ("abcd", "dabc", 1),
        ("abcd", "bcda", 1),
        ("abcd", "acbd", 1),
        ("abcd", "abxcd", 1),
        ("abcd", "ad", 2),
    ],
)
def test_a_moved_block_is_one_edit(old: str, new: str, count: int) -> None:
    assert _moves(old, new) == count


def test_the_fewest_moves_over_all_orders_of_five() -> None:
    for order in itertools.permutations("abcde"):
        longest = max(
            len(some) for size in range(6) for some in itertools.combinations(order, size) if list(some) == sorted(some)
        )
        assert _moves("abcde", "".join(order)) == 5 - longest


def test_a_doubled_id_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        diff_documents(_document("a"), _document("b", "b"))


def test_a_put_after_an_unknown_block_goes_to_the_end() -> None:
    put = PutBlock(_document("x").blocks[0], "gone")
    assert _ids(apply_edits(_document("a", "b"), [put])) == "abx"


def test_a_put_first_and_a_put_after_itself() -> None:
    document = _document("a", "b", "c")
    assert _ids(apply_edits(document, [PutBlock(document.blocks[2], None)])) == "cab"
    # Its own id is no place to stand after; nothing is lost, though.
    assert sorted(_ids(apply_edits(document, [PutBlock(document.blocks[0], "a")]))) == ["a", "b", "c"]


def test_removing_what_is_gone_is_no_error() -> None:
    assert apply_edits(_document("a"), [RemoveBlock("z"), RemoveBlock("a"), RemoveBlock("a")]).blocks == ()


_ids_or_none = st.one_of(st.none(), st.sampled_from([*IDS, "unknown"]))
_edits = st.lists(
    st.one_of(
        st.builds(PutBlock, blocks(st.sampled_from(IDS)), _ids_or_none), st.builds(RemoveBlock, st.sampled_from(IDS))
    ),
    max_size=10,
)


@given(documents(), _edits)
def test_any_edits_leave_every_block_once_with_its_last_content(
    document: Document, edits: list[PutBlock | RemoveBlock]
) -> None:
    last: dict[str, Block] = {block.id: block for block in document}
    for edit in edits:
        if isinstance(edit, PutBlock):
            last[edit.block.id] = edit.block
        else:
            last.pop(edit.block_id, None)
    result = apply_edits(document, edits)
    assert len({block.id for block in result}) == len(result.blocks)
    assert {block.id: block for block in result} == last
