"""Comparing two states: nothing is lost, moves are moves, and what is alike belongs together."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.editorial.compare import Comparison, RowKind, compare, new_text, old_text
from desktop.services.history import compare_states
from desktop.translation.changes import word_diff
from tests.unit.domain.strategies import documents


def _document(*texts: str, ids: str = "abcdefghij") -> Document:
    blocks = (Block(each, BlockKind.PARAGRAPH, RichText(text)) for each, text in zip(ids, texts, strict=False))
    return Document("v", "en", tuple(blocks))


def _told(found: Comparison) -> list[tuple[str, str]]:
    return [(row.kind.value, (row.new or row.old).id) for row in found.rows]  # type: ignore[union-attr]


@given(documents(), documents())
def test_the_rows_hold_both_texts_whole(old: Document, new: Document) -> None:
    rows = compare(old, new, word_diff).rows
    assert [row.new for row in rows if row.new is not None] == list(new.blocks)
    held = [row.old for row in rows if row.old is not None and row.kind is not RowKind.MOVED_AWAY]
    assert Counter(held) == Counter(old.blocks)
    for row in rows:
        if row.kind is RowKind.CHANGED and row.old and row.new and row.has_other_words:
            assert (old_text(row), new_text(row)) == (row.old.text.text, row.new.text.text)
        if row.kind is RowKind.SAME and row.old and row.new:
            assert (row.old.kind, row.old.text, row.old.attrs) == (row.new.kind, row.new.text, row.new.attrs)


@given(documents(), st.randoms(use_true_random=False))
def test_a_shuffle_is_moves_only_and_as_few_as_can_be(document: Document, chance: object) -> None:
    blocks = list(document.blocks)
    chance.shuffle(blocks)  # type: ignore[attr-defined]
    found = compare(document, document.with_blocks(blocks), word_diff)
    assert (found.added, found.removed, found.changed) == (0, 0, 0)
    assert found.moved == len([row for row in found.rows if row.kind is RowKind.MOVED_AWAY])
    assert found.moved < max(1, len(blocks)) or not blocks
    assert compare(document, document, word_diff).changes == ()


def test_each_kind_of_change_is_told() -> None:
    old = _document("Headline", "The 1,350 people left.", "Stays.", "Goes.", "Wanders.")
    new = Document(
        "v",
        "en",
        (
            old.blocks[0],
            old.blocks[4],
            replace(old.blocks[1], text=RichText("The 1,360 people left.")),
            Block("new", BlockKind.PARAGRAPH, RichText("Fresh.")),
            replace(old.blocks[2], kind=BlockKind.QUOTE),
        ),
    )
    found = compare_states(old, new)
    assert (found.changed, found.moved, found.added, found.removed) == (2, 1, 1, 1)
    moved = next(row for row in found.rows if row.is_moved and row.kind is RowKind.SAME)
    assert (moved.old_number, moved.new_number) == (5, 2)
    reworded = next(row for row in found.rows if row.has_other_words)
    assert [(part.kind, part.text) for part in reworded.parts if part.kind != "equal"] == [
        ("delete", "1,350"),
        ("insert", "1,360"),
    ]
    assert next(row for row in found.rows if row.has_other_kind).new == new.blocks[4]
    assert [row.old.text.text for row in found.rows if row.kind is RowKind.REMOVED and row.old] == ["Goes."]


def test_marks_alone_are_a_change() -> None:
    old = _document("Read more here.")
    text = RichText.of("Read more here.", [Mark(10, 14, MarkKind.LINK, "https://x.example")])
    found = compare_states(old, old.with_blocks([replace(old.blocks[0], text=text)]))
    assert found.changed == 1
    assert found.rows[0].has_other_marks


def test_texts_without_common_ids_are_matched_by_likeness() -> None:
    old = _document(
        "Officials from the 11 countries meet in Managua this week.", "Nurses work at night.", "Same words."
    )
    new = _document(
        "Same words.",
        "Officials from the 12 countries meet in Managua this week.",
        "Something else entirely.",
        ids="xyz",
    )
    found = compare_states(old, new)
    assert (found.changed, found.added, found.removed) == (1, 1, 1)
    assert found.moved == 1


def test_what_is_gone_stands_after_its_old_neighbour() -> None:
    old, new = _document("one", "two", "three"), _document("one", "", "three")
    new = new.with_blocks([new.blocks[0], new.blocks[2]])
    assert _told(compare_states(old, new)) == [("same", "a"), ("removed", "b"), ("same", "c")]
