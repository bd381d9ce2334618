"""Whatever two people suggest, in any order: the official text stays, the accepted one is a plain editor's."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import suggesting
from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.suggesting import Edited, Pen, Place
from desktop.domain.suggestions import (
    INSERT,
    KIND,
    REMOVE,
    SuggestionKind,
    accept,
    has_suggestions,
    reject,
    settle,
    suggestions,
    with_all_accepted,
    with_all_rejected,
)
from tests.unit.domain.plain_editor import PlainEditor, Row

AT = datetime(2026, 11, 24, 16, 20, tzinfo=UTC)
KINDS = st.sampled_from(
    [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.LEAD, BlockKind.HEADLINE]
)
ATTRS = st.sampled_from([(), (), (("speaker", "Ana"),), (("ordered", "1"),), (("place", "Managua"),)])
TEXTS = st.text(alphabet="abcé🙂 ", max_size=6)
ROWS = st.tuples(KINDS, ATTRS, TEXTS)


def pens() -> tuple[Pen, Pen]:
    count = itertools.count()

    def new_id() -> str:
        return f"{next(count):032d}"

    return Pen("Ana Ruiz", lambda: AT, new_id), Pen("Ben", lambda: AT, new_id)


def rows(document: Document) -> list[Row]:
    return [(block.kind, block.attrs, block.text.text) for block in document]


def accepted_at(blocks: tuple[Block, ...], place: Place) -> tuple[int, int]:
    span = suggesting.span_of(blocks, place.number)
    row = sum(not block.attr(REMOVE) for block in blocks[: span.keeper])
    return row, len(suggesting.live_before(blocks, place))


class Desk:
    """A text that two people suggest in, beside a plain editor that gets the same deeds."""

    def __init__(self, first: list[Row]) -> None:
        blocks = tuple(Block(f"b{n}", kind, RichText(text), attrs) for n, (kind, attrs, text) in enumerate(first))
        self.original = Document("d", "en", blocks)
        self.blocks = blocks
        self.plain = PlainEditor(list(first))
        self.pens = pens()
        self.place = Place(0, 0)

    @property
    def document(self) -> Document:
        return self.original.with_blocks(self.blocks)

    def any_place(self, draw: st.DataObject) -> Place:
        if draw.draw(st.booleans(), "stays"):
            return self.place
        number = draw.draw(st.integers(0, len(self.blocks) - 1), "block")
        return Place(number, draw.draw(st.integers(0, len(self.blocks[number].text)), "point"))

    def take(self, edited: Edited) -> None:
        self.blocks, self.place = edited.blocks, edited.place

    def check(self) -> None:
        assert with_all_rejected(self.document) == self.original
        assert rows(with_all_accepted(self.document)) == self.plain.rows
        ids = [block.id for block in self.blocks]
        assert len(set(ids)) == len(ids)
        block = self.blocks[self.place.number]
        assert 0 <= self.place.point <= len(block.text)


def typing(desk: Desk, pen: Pen, data: st.DataObject) -> None:
    place, text = desk.any_place(data), data.draw(TEXTS.filter(bool), "typed")
    at = accepted_at(desk.blocks, place)
    desk.plain.insert(at, text)
    desk.take(suggesting.insert(desk.blocks, place, RichText(text), pen))
    assert accepted_at(desk.blocks, desk.place) == (at[0], at[1] + len(text))


def deleting(desk: Desk, pen: Pen, data: st.DataObject) -> None:
    start, end = sorted((desk.any_place(data), desk.any_place(data)))
    first = accepted_at(desk.blocks, start)
    last = accepted_at(desk.blocks, end)
    if first > last:  # before the first accepted block all places are its beginning
        return
    desk.plain.delete(first, last)
    desk.take(suggesting.delete(desk.blocks, start, end, pen))
    assert accepted_at(desk.blocks, desk.place) == first


def backspace(desk: Desk, pen: Pen, data: st.DataObject) -> None:
    place = desk.any_place(data)
    desk.plain.backspace(accepted_at(desk.blocks, place))
    desk.take(suggesting.backspace(desk.blocks, place, pen))


def delete_forward(desk: Desk, pen: Pen, data: st.DataObject) -> None:
    place = desk.any_place(data)
    at = accepted_at(desk.blocks, place)
    desk.plain.delete_forward(at)
    desk.take(suggesting.delete_forward(desk.blocks, place, pen))
    assert accepted_at(desk.blocks, desk.place) == at


def enter(desk: Desk, pen: Pen, data: st.DataObject) -> None:
    place = desk.any_place(data)
    desk.plain.enter(accepted_at(desk.blocks, place))
    desk.take(suggesting.enter(desk.blocks, place, pen))


def set_kind(desk: Desk, pen: Pen, data: st.DataObject) -> None:
    place, kind, attrs = desk.any_place(data), data.draw(KINDS, "kind"), data.draw(st.none() | ATTRS, "attrs")
    desk.plain.set_kind(accepted_at(desk.blocks, place)[0], kind, attrs)
    desk.take(suggesting.set_kind(desk.blocks, place, [place.number], kind, attrs, pen))


def paste(desk: Desk, pen: Pen, data: st.DataObject) -> None:
    place, pasted = desk.any_place(data), data.draw(st.lists(ROWS, min_size=1, max_size=3), "pasted")
    desk.plain.paste(accepted_at(desk.blocks, place), pasted)
    blocks = [Block("", kind, RichText(text), attrs) for kind, attrs, text in pasted]
    desk.take(suggesting.paste(desk.blocks, place, blocks, pen))


def replacing(desk: Desk, pen: Pen, data: st.DataObject) -> None:
    place, text = desk.any_place(data), data.draw(TEXTS, "put")
    end = Place(place.number, data.draw(st.integers(place.point, len(desk.blocks[place.number].text)), "end"))
    first, last = accepted_at(desk.blocks, place), accepted_at(desk.blocks, end)
    desk.plain.delete(first, last)
    desk.plain.insert(first, text)
    desk.take(suggesting.put(desk.blocks, place, end, RichText(text), pen))


def moving(desk: Desk, pen: Pen, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(desk.blocks) - 1), "moved")
    stops = [n for n, block in enumerate(desk.blocks) if not block.attr(REMOVE)]
    before = data.draw(st.sampled_from([*stops, len(desk.blocks)]), "before")
    row = accepted_at(desk.blocks, Place(number, 0))[0]
    goal = stops.index(before) if before in stops else len(stops)
    if goal not in (row, row + 1):
        desk.plain.move(row, goal)
    desk.take(suggesting.move(desk.blocks, number, before, pen))


DEEDS: list[Callable[[Desk, Pen, st.DataObject], None]] = [
    typing,
    typing,
    deleting,
    backspace,
    backspace,
    delete_forward,
    enter,
    enter,
    set_kind,
    paste,
    replacing,
    moving,
]


@settings(max_examples=400, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=4), st.data())
def test_any_deeds_of_two_people(first: list[Row], data: st.DataObject) -> None:
    desk = Desk(first)
    for _ in range(data.draw(st.integers(1, 12), "deeds")):
        pen = data.draw(st.sampled_from(desk.pens), "who")
        data.draw(st.sampled_from(DEEDS), "deed")(desk, pen, data)
        desk.check()


@settings(max_examples=150, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=4), st.data())
def test_a_random_part_settled_in_any_order(first: list[Row], data: st.DataObject) -> None:
    desk = Desk(first)
    for _ in range(data.draw(st.integers(1, 8), "deeds")):
        pen = data.draw(st.sampled_from(desk.pens), "who")
        data.draw(st.sampled_from(DEEDS), "deed")(desk, pen, data)
    found = [each.id for each in suggestions(desk.document)]
    taken = frozenset(data.draw(st.sets(st.sampled_from(found)), "taken")) if found else frozenset()
    order = data.draw(st.permutations(found), "order")
    now = desk.document
    for each in order:
        now = accept(now, each) if each in taken else reject(now, each)
    at_once = settle(settle(desk.document, taken, is_accepted=True), set(found) - taken, is_accepted=False)
    assert [block.text for block in now] == [block.text for block in at_once]
    assert not has_suggestions(now)
    if not taken:
        assert now == desk.original


@settings(max_examples=150, deadline=None)
@given(st.lists(ROWS, min_size=2, max_size=5), st.data())
def test_moving_a_block_is_one_wish(first: list[Row], data: st.DataObject) -> None:
    desk = Desk(first)
    number = data.draw(st.integers(0, len(first) - 1))
    before = data.draw(st.integers(0, len(first)))
    if before in (number, number + 1):
        return
    desk.plain.move(number, before)
    desk.take(suggesting.move(desk.blocks, number, before, desk.pens[0]))
    desk.check()
    (found,) = suggestions(desk.document)
    if first[number][2]:
        assert found.kind is SuggestionKind.MOVE
    assert with_all_rejected(desk.document) == desk.original


def test_one_persons_typing_is_one_suggestion_and_another_persons_is_another() -> None:
    desk = Desk([(BlockKind.PARAGRAPH, (), "one two")])
    ana, ben = desk.pens
    for letter in "abc":
        place = desk.place if letter != "a" else Place(0, 3)
        desk.take(suggesting.insert(desk.blocks, place, RichText(letter), ana))
    desk.take(suggesting.insert(desk.blocks, desk.place, RichText("!"), ben))
    assert [(s.author, s.text) for s in suggestions(desk.document)] == [("Ana Ruiz", "abc"), ("Ben", "!")]


def test_typing_over_a_selection_is_one_replacement() -> None:
    desk = Desk([(BlockKind.PARAGRAPH, (), "the 11 countries")])
    desk.take(suggesting.put(desk.blocks, Place(0, 4), Place(0, 6), RichText("12"), desk.pens[0]))
    (found,) = suggestions(desk.document)
    assert (found.kind, found.old, found.text) == (SuggestionKind.REPLACE, "11", "12")
    assert desk.blocks[0].text.text == "the 1112 countries"


def test_ones_own_addition_is_really_taken_away_and_anothers_is_struck() -> None:
    desk = Desk([(BlockKind.PARAGRAPH, (), "")])
    ana, ben = desk.pens
    desk.take(suggesting.insert(desk.blocks, Place(0, 0), RichText("ab"), ana))
    desk.take(suggesting.backspace(desk.blocks, desk.place, ana))
    assert desk.blocks[0].text.text == "a"
    desk.take(suggesting.backspace(desk.blocks, desk.place, ben))
    assert [m.kind for m in desk.blocks[0].text.marks] == [MarkKind.DELETION, MarkKind.INSERTION]


def test_a_kind_set_back_is_no_suggestion_any_more() -> None:
    desk = Desk([(BlockKind.QUOTE, (("speaker", "Ana"),), "said")])
    for kind in (BlockKind.PARAGRAPH, BlockKind.LEAD):
        desk.take(suggesting.set_kind(desk.blocks, Place(0, 0), [0], kind, None, desk.pens[0]))
        assert desk.blocks[0].attr(KIND)
    desk.take(suggesting.set_kind(desk.blocks, Place(0, 0), [0], BlockKind.QUOTE, (("speaker", "Ana"),), desk.pens[0]))
    assert desk.document == desk.original


def test_a_rewritten_block_keeps_its_old_text_struck() -> None:
    desk = Desk([(BlockKind.CONTACT, (), "Call Ana")])
    new = Block("x", BlockKind.CONTACT, RichText("Call Ben"), (("contact", "p1"),))
    desk.take(suggesting.rewrite(desk.blocks, 0, new, desk.pens[0]))
    assert with_all_rejected(desk.document) == desk.original
    assert rows(with_all_accepted(desk.document)) == [(BlockKind.CONTACT, (("contact", "p1"),), "Call Ben")]
    assert len(suggestions(desk.document)) == 1


def test_an_added_block_does_not_cut_a_pending_merge_in_two() -> None:
    desk = Desk([(BlockKind.PARAGRAPH, (), "a"), (BlockKind.PARAGRAPH, (), "b")])
    desk.take(suggesting.backspace(desk.blocks, Place(1, 0), desk.pens[0]))
    desk.take(suggesting.add_block(desk.blocks, 1, Block("x", BlockKind.QUOTE, RichText("q")), desk.pens[0]))
    assert [text for _, _, text in rows(with_all_accepted(desk.document))] == ["ab", "q"]
    assert desk.blocks[2].attr(INSERT)


def test_what_is_pending_in_a_paste_comes_as_it_would_be() -> None:
    desk = Desk([(BlockKind.PARAGRAPH, (), "")])
    ana, ben = desk.pens
    text = RichText.of("oldnew", [Mark(0, 3, MarkKind.DELETION, ben.fresh()), Mark(3, 6, MarkKind.INSERTION, "x")])
    desk.take(suggesting.paste(desk.blocks, Place(0, 0), [Block("", BlockKind.PARAGRAPH, text)], ana))
    assert desk.blocks[0].text.text == "new"
    assert with_all_rejected(desk.document) == desk.original
