"""Pending suggestions: what the text was, what it would be, and settling them one by one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.richtext import SUGGESTION_MARKS, Mark, MarkKind, RichText
from desktop.domain.stamp import UNKNOWN_TIME, Stamp, author_of, id_of
from desktop.domain.suggestions import (
    INSERT,
    KIND,
    REMOVE,
    SuggestionKind,
    accept,
    authors,
    has_suggestions,
    kind_value,
    official,
    reject,
    settle,
    suggestions,
    with_all_accepted,
    with_all_rejected,
)
from tests.unit.domain.strategies import IDS, rich_texts

AT = datetime(2026, 11, 24, 16, 20, 33, tzinfo=UTC)
ANA = Stamp("a1", "Ana Ruiz", AT).value
BEN = Stamp("b1", "Ben", AT).value
MOMENTS = st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
STAMPS = [ANA, Stamp("a2", "Ana Ruiz", AT).value, BEN, Stamp("b2", "Ben", AT).value]


@st.composite
def suggested_blocks(draw: st.DrawFn, block_id: str) -> Block:
    text = draw(rich_texts())
    text = RichText.of(text.text, [m for m in text.marks if m.kind not in SUGGESTION_MARKS])
    place = st.integers(0, len(text))
    kind = st.sampled_from(sorted(SUGGESTION_MARKS))
    marks = draw(st.lists(st.builds(Mark, place, place, kind, st.sampled_from(STAMPS)), max_size=5))
    attrs = {}
    for name in draw(st.sets(st.sampled_from([INSERT, REMOVE]))):
        attrs[name] = draw(st.sampled_from(STAMPS))
    if draw(st.booleans()):
        attrs[KIND] = kind_value(draw(st.sampled_from(STAMPS)), BlockKind.QUOTE, (("speaker", "Ana"),))
    return Block(block_id, BlockKind.PARAGRAPH, RichText.of(text.text, (*text.marks, *marks)), make_attrs(attrs))


@st.composite
def suggested(draw: st.DrawFn) -> Document:
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, min_size=1, max_size=5))
    return Document("d", "en", tuple(draw(suggested_blocks(each)) for each in ids))


def text_of(text: str, *marks: tuple[int, int, MarkKind, str]) -> RichText:
    return RichText.of(text, [Mark(*mark) for mark in marks])


def one(text: RichText, **attrs: str) -> Document:
    return Document("d", "en", (Block("A", BlockKind.PARAGRAPH, text, make_attrs(attrs)),))


@given(st.builds(Stamp, st.uuids().map(str), st.text(max_size=8), MOMENTS))
def test_a_stamp_reads_back(stamp: Stamp) -> None:
    assert Stamp.parse(stamp.value) == stamp
    assert (id_of(stamp.value), author_of(stamp.value)) == (stamp.id, stamp.author)


@pytest.mark.parametrize("foreign", ["", "x", "one two", "id yesterday Ana"])
def test_a_foreign_stamp_is_nobodys_and_can_still_be_settled(foreign: str) -> None:
    assert Stamp.parse(foreign).at == UNKNOWN_TIME
    document = one(text_of("abc", (0, 2, MarkKind.INSERTION, foreign)))
    (found,) = suggestions(document)
    if foreign.count(" ") < 2:
        assert reject(document, found.id).plain_text == "c"


@given(suggested(), st.permutations(["a1", "a2", "b1", "b2"]), st.lists(st.booleans(), min_size=4, max_size=4))
def test_the_order_of_settling_does_not_matter(document: Document, order: list[str], taken: list[bool]) -> None:
    verdicts = dict(zip(["a1", "a2", "b1", "b2"], taken, strict=True))
    step_by_step = document
    for each in order:
        step_by_step = settle(step_by_step, {each}, is_accepted=verdicts[each])
    at_once = settle(document, {i for i in order if verdicts[i]}, is_accepted=True)
    at_once = settle(at_once, {i for i in order if not verdicts[i]}, is_accepted=False)
    assert [(b.text) for b in step_by_step] == [(b.text) for b in at_once]
    assert not has_suggestions(step_by_step)


@given(suggested())
def test_each_accepted_is_all_accepted(document: Document) -> None:
    for view, settle_one in ((with_all_accepted(document), accept), (with_all_rejected(document), reject)):
        now = document
        for found in suggestions(document):
            now = settle_one(now, found.id)
        assert now.plain_text == view.plain_text
        assert not has_suggestions(view)
        assert not suggestions(now)


@given(suggested())
def test_no_character_is_lost_or_doubled(document: Document) -> None:
    """The official text and the accepted one hold exactly the characters that each is to hold, in order."""

    def kept(gone: MarkKind) -> str:
        return "".join(run.text for block in document for run in block.text.runs() if not run.has(gone))

    assert with_all_rejected(document).plain_text.replace("\n", "") == kept(MarkKind.INSERTION)
    assert with_all_accepted(document).plain_text.replace("\n", "") == kept(MarkKind.DELETION)


@given(suggested())
def test_suggestions_survive_the_stored_form(document: Document) -> None:
    assert tuple(Block.from_json(block.to_json()) for block in document) == document.blocks


def test_nothing_pending_is_the_same_document() -> None:
    document = one(RichText("plain"))
    assert official(document) is document
    assert with_all_accepted(document) is document


def test_two_people_side_by_side_never_fuse() -> None:
    text = text_of("aabb", (0, 2, MarkKind.INSERTION, ANA), (2, 4, MarkKind.INSERTION, BEN))
    document = one(text)
    assert [(s.author, s.text) for s in suggestions(document)] == [("Ana Ruiz", "aa"), ("Ben", "bb")]
    assert authors(document) == ("Ana Ruiz", "Ben")
    assert accept(document, "a1").blocks[0].text == text_of("aabb", (2, 4, MarkKind.INSERTION, BEN))


def test_a_struck_word_and_the_one_beside_it_are_one_replacement() -> None:
    text = text_of("11 12 countries", (0, 2, MarkKind.DELETION, ANA), (3, 5, MarkKind.INSERTION, ANA))
    (found,) = suggestions(one(text))
    assert (found.kind, found.old, found.text, found.start, found.end) == (SuggestionKind.REPLACE, "11", "12", 0, 5)
    assert (found.author, found.at, found.block_id) == ("Ana Ruiz", AT, "A")


def test_a_refused_paragraph_joins_the_one_above_and_an_accepted_merge_too() -> None:
    above = Block("A", BlockKind.LEAD, RichText("one "))
    below = Block("B", BlockKind.QUOTE, RichText("two"), ((INSERT, ANA),))
    split = Document("d", "en", (above, below))
    assert [(b.id, b.kind, b.text.text) for b in reject(split, "a1")] == [("A", BlockKind.LEAD, "one two")]
    assert accept(split, "a1").blocks[1] == Block("B", BlockKind.QUOTE, RichText("two"))
    merged = Document("d", "en", (above, Block("B", BlockKind.QUOTE, RichText("two"), ((REMOVE, ANA),))))
    assert [(b.id, b.text.text) for b in accept(merged, "a1")] == [("A", "one two")]
    assert [s.kind for s in (*suggestions(split), *suggestions(merged))] == [SuggestionKind.SPLIT, SuggestionKind.MERGE]


def test_a_first_block_that_goes_gives_its_text_to_the_next() -> None:
    first = Block("A", BlockKind.LEAD, RichText("kept "), ((REMOVE, ANA),))
    document = Document("d", "en", (first, Block("B", BlockKind.QUOTE, RichText("two"))))
    assert [(b.id, b.text.text) for b in accept(document, "a1")] == [("B", "kept two")]
    alone = Document("d", "en", (first,))
    assert accept(alone, "a1").blocks == (Block("A", BlockKind.LEAD, RichText("kept ")),)


def test_a_change_of_kind_is_taken_back_with_its_attributes() -> None:
    attrs = {KIND: kind_value(ANA, BlockKind.QUOTE, (("speaker", "Ana"), (INSERT, BEN)))}
    document = one(RichText("said"), **attrs)
    (found,) = suggestions(document)
    assert found.kinds == (BlockKind.QUOTE, BlockKind.PARAGRAPH)
    assert reject(document, "a1").blocks[0] == Block("A", BlockKind.QUOTE, RichText("said"), (("speaker", "Ana"),))
    assert accept(document, "a1").blocks[0] == Block("A", BlockKind.PARAGRAPH, RichText("said"))


def test_a_wish_to_drop_what_another_would_add() -> None:
    text = text_of("new", (0, 3, MarkKind.INSERTION, BEN), (0, 3, MarkKind.DELETION, ANA))
    assert accept(one(text), "a1").plain_text == ""
    assert reject(one(text), "a1").blocks[0].text == text_of("new", (0, 3, MarkKind.INSERTION, BEN))
    assert accept(reject(one(text), "a1"), "b1").blocks[0].text == RichText("new")
