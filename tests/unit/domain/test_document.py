"""Documents: finding, hashing, JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.richtext import Mark, MarkKind, RichText
from tests.unit.domain.strategies import documents


def _block(block_id: str, kind: BlockKind, text: str) -> Block:
    return Block(block_id, kind, RichText.plain(text))


RELEASE = Document(
    "d",
    "en",
    (
        _block("a", BlockKind.SUBHEAD, "Two days of talks"),
        _block("b", BlockKind.HEADLINE, " Ministers meet "),
        Block("c", BlockKind.QUOTE, RichText.plain("We agree."), make_attrs({"speaker": "Ana Ruiz", "title": ""})),
    ),
)


def test_blocks_are_found() -> None:
    assert RELEASE.index("c") == 2
    assert RELEASE.block("b") is RELEASE.blocks[1]
    assert RELEASE.block("z") is None
    assert RELEASE.first(BlockKind.QUOTE) is RELEASE.blocks[2]
    assert RELEASE.of_kind(BlockKind.LEAD) == ()
    with pytest.raises(KeyError):
        RELEASE.index("z")


def test_the_title_is_the_headline_else_the_first_words_else_nothing() -> None:
    assert RELEASE.title == "Ministers meet"
    assert replace(RELEASE, blocks=RELEASE.blocks[:1]).title == "Two days of talks"
    assert Document("d", "en").title == ""


def test_attributes_have_one_form() -> None:
    quote = RELEASE.blocks[2]
    assert quote.attrs == (("speaker", "Ana Ruiz"),)
    assert quote.with_attr("title", "Jefa").with_attr("speaker", "").attrs == (("title", "Jefa"),)
    assert make_attrs([("b", "2"), ("a", "1")]) == make_attrs({"a": "1", "b": "2"})


def test_open_gaps_name_block_and_gap() -> None:
    text = RichText.of("In [City]", [Mark(3, 9, MarkKind.PLACEHOLDER, "city")])
    assert Document("d", "en", (Block("x", BlockKind.LEAD, text),)).open_gaps() == (("x", "city"),)


@given(documents())
def test_block_json_round_trip(document: Document) -> None:
    for block in document:
        assert Block.from_json(json.loads(json.dumps(block.to_json()))) == block


@given(documents())
def test_the_hash_does_not_see_ids(document: Document) -> None:
    renamed = Document("other", document.language, tuple(replace(b, id=f"new-{b.id}") for b in document))
    assert renamed.content_hash() == document.content_hash()


@given(documents(), documents())
def test_the_hash_is_equal_exactly_for_equal_content(one: Document, two: Document) -> None:
    def content(document: Document) -> list[Block]:
        return [replace(block, id="") for block in document]

    assert (one.content_hash() == two.content_hash()) == (content(one) == content(two))


@given(documents(), st.data())
def test_one_later_comma_voids_the_hash(document: Document, data: st.DataObject) -> None:
    changed = [*document.blocks, _block("new", BlockKind.PARAGRAPH, "")]
    assert document.with_blocks(changed).content_hash() != document.content_hash()
    assert replace(document, language="es").content_hash() != document.content_hash()
    if not document.blocks:
        return
    place = data.draw(st.integers(0, len(document.blocks) - 1))
    block = document.blocks[place]
    at = data.draw(st.integers(0, len(block.text)))
    edited = replace(block, text=block.text.replace(at, at, ","))
    blocks = [*document.blocks[:place], edited, *document.blocks[place + 1 :]]
    assert document.with_blocks(blocks).content_hash() != document.content_hash()


def test_the_hash_is_the_same_on_every_machine_and_day() -> None:
    assert RELEASE.content_hash() == "904383579f59b93c8846d3343562f43a25a1db40f552fd28ff5a92064eedd7ac"


def test_half_an_emoji_still_has_a_hash() -> None:
    assert len(Document("d", "en", (_block("a", BlockKind.LEAD, "\ud83d"),)).content_hash()) == 64
