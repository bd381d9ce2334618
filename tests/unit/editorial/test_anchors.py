"""A comment stays on its words, whatever is done to the text around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.comment import Anchor
from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import RichText
from desktop.editorial.anchors import follow, is_orphaned

WORD = "«frontera»"
FILL = st.text(alphabet="ab é🙂\n", max_size=8)


def doc(**texts: str) -> Document:
    return Document("d", "en", tuple(Block(i, BlockKind.PARAGRAPH, RichText(text)) for i, text in texts.items()))


def words(anchor: Anchor, document: Document) -> str:
    block = document.block(anchor.block_id)
    assert block is not None
    return block.text.text[anchor.start : anchor.end]


def on(document: Document, block_id: str, quoted: str) -> Anchor:
    block = document.block(block_id)
    assert block is not None
    start = block.text.text.index(quoted)
    return Anchor(block_id, start, start + len(quoted), quoted)


def moved(before: Document, after: Document, quoted: str, block_id: str = "A") -> Anchor:
    (found,) = follow([on(before, block_id, quoted)], before, after)
    return found


@given(st.lists(FILL, min_size=1, max_size=5), st.integers(0, 4), st.lists(FILL, min_size=1, max_size=5), st.data())
def test_words_that_stand_in_one_place_are_found(old: list[str], at: int, new: list[str], data: st.DataObject) -> None:
    at %= len(old)
    before = doc(**{f"b{n}": text + WORD * (n == at) + text for n, text in enumerate(old)})
    goal = data.draw(st.integers(0, len(new) - 1))
    ids = data.draw(st.permutations([f"b{n}" for n in range(5)]))[: len(new)]
    after = doc(**{i: text + WORD * (n == goal) for n, (i, text) in enumerate(zip(ids, new, strict=True))})
    (found,) = follow([on(before, f"b{at}", WORD)], before, after)
    assert words(found, after) == WORD
    assert not is_orphaned(found, after)


@given(FILL, FILL, FILL, st.data())
def test_an_edit_elsewhere_leaves_the_words_even_where_they_repeat(
    one: str, two: str, typed: str, data: st.DataObject
) -> None:
    """The commented words also stand in another block: only following the edit can tell which are meant."""
    before = doc(A=f"{one}ab{two}", B="ab")
    place = data.draw(st.sampled_from([*range(len(one) + 1), *range(len(one) + 2, len(one) + 3 + len(two))]))
    text = before.blocks[0].text.text
    after = doc(A=text[:place] + typed + text[place:], B="ab")
    (found,) = follow([Anchor("A", len(one), len(one) + 2, "ab")], before, after)
    assert words(found, after) == "ab"
    assert found.block_id == "A"


@given(st.lists(FILL, min_size=1, max_size=4), st.lists(FILL, min_size=1, max_size=4), st.data())
def test_an_anchor_never_leaves_its_text(old: list[str], new: list[str], data: st.DataObject) -> None:
    before = doc(**{f"b{n}": text for n, text in enumerate(old)})
    after = doc(**{f"b{n + data.draw(st.integers(0, 1)) * 9 + n * 10}": text for n, text in enumerate(new)})
    block = data.draw(st.sampled_from(before.blocks))
    start = data.draw(st.integers(0, len(block.text)))
    end = data.draw(st.integers(start, len(block.text)))
    (found,) = follow([Anchor(block.id, start, end, block.text.text[start:end])], before, after)
    there = after.block(found.block_id)
    assert 0 <= found.start <= found.end
    if there is not None and before.block(found.block_id) is not None:
        assert found.end <= len(there.text)


def test_splitting_carries_the_comment_into_the_new_block() -> None:
    before, after = doc(A="one two three"), doc(A="one ", N="two three")
    assert moved(before, after, "three") == Anchor("N", 4, 9, "three")
    assert moved(before, after, "one") == Anchor("A", 0, 3, "one")


def test_a_split_inside_the_words_keeps_the_longer_part() -> None:
    before, after = doc(A="see the border now"), doc(A="see th", N="e border now")
    found = moved(before, after, "the border")
    assert (found.block_id, words(found, after), found.quoted) == ("N", "e border", "the border")


def test_joining_carries_the_comment_up() -> None:
    before, after = doc(A="one", B="two two"), doc(A="onetwo two")
    (found,) = follow([Anchor("B", 4, 7, "two")], before, after)
    assert found == Anchor("A", 7, 10, "two")


def test_changed_words_keep_the_comment_and_what_was_quoted() -> None:
    before, after = doc(A="the 11 countries of it", B="11"), doc(A="the 12 countries of it", B="11")
    found = moved(before, after, "11 countries")
    assert (words(found, after), found.quoted) == ("12 countries", "11 countries")


def test_deleted_words_leave_an_orphan_and_undo_brings_it_back() -> None:
    before, gone = doc(A="one two three"), doc(A="one  three")
    orphan = moved(before, gone, "two")
    assert is_orphaned(orphan, gone)
    (back,) = follow([orphan], gone, before)
    assert back == on(before, "A", "two")


def test_a_word_deleted_with_its_space_leaves_no_letter_behind() -> None:
    before, gone = doc(A="Two offices open"), doc(A="Two open")
    assert is_orphaned(moved(before, gone, "offices"), gone)


def test_a_removed_block_leaves_an_orphan_and_undo_brings_it_back() -> None:
    before, gone = doc(A="one", B="two two"), doc(A="one")
    (orphan,) = follow([Anchor("B", 4, 7, "two")], before, gone)
    assert is_orphaned(orphan, gone)
    assert follow([orphan], gone, before) == (Anchor("B", 4, 7, "two"),)


def test_words_that_another_block_has_too_are_not_taken_for_the_commented_ones() -> None:
    before, after = doc(A="the border", B="the border"), doc(A="", B="the border")
    found = moved(before, after, "border")
    assert found.block_id == "A"
    assert is_orphaned(found, after)


def test_a_moved_block_keeps_its_comment() -> None:
    before, after = doc(A="one", B="two"), doc(B="two", A="one")
    assert moved(before, after, "one") == Anchor("A", 0, 3, "one")
