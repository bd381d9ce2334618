"""Documents survive the way into Qt and back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.ui.text.projection import read_document, read_selection, select_points, write_document
from desktop.ui.text.utf16 import to_points, to_units, unit_length

#: Letters of many scripts, emoji, combining and direction marks; nothing that Qt takes for structure.
TEXT = st.text(
    st.one_of(
        st.sampled_from("añoÑ “”–.\u0301\u200d\u200f\u00a0🌎👩‍👧אבגمرحبا한\n\ufffc"),
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufdd0\ufdd1"),
    ),
    max_size=24,
)


@st.composite
def rich_texts(draw: st.DrawFn) -> RichText:
    text = draw(TEXT)
    marks = []
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        kind = draw(st.sampled_from(MarkKind))
        value = (
            "" if kind in (MarkKind.STRONG, MarkKind.EMPHASIS) else draw(st.sampled_from(["a", "https://x.org/é", ""]))
        )
        marks.append(Mark(start, end, kind, value))
    return RichText.of(text, marks)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    texts = draw(st.lists(rich_texts(), min_size=1, max_size=6))
    blocks = tuple(
        Block(
            f"id-{number}",
            draw(st.sampled_from(BlockKind)),
            text,
            make_attrs(
                draw(st.dictionaries(st.sampled_from(["speaker", "place"]), st.sampled_from(["Ñúñez", "", "“x”"])))
            ),
        )
        for number, text in enumerate(texts)
    )
    return Document("d", "es", blocks)


@settings(max_examples=150, deadline=None)
@given(document=documents())
def test_what_is_written_is_read_back(qapp: object, document: Document) -> None:
    target = QTextDocument()
    write_document(target, document)
    assert read_document(target, "d", "es") == document


@given(text=st.text(max_size=30), point=st.integers(0, 30))
def test_units_and_points_agree_with_the_codec(text: str, point: int) -> None:
    point = min(point, len(text))
    units = to_units(text, point)
    assert units == len(text[:point].encode("utf-16-le", "surrogatepass")) // 2
    assert to_points(text, units) == point
    assert unit_length(text) == to_units(text, len(text))


def test_a_unit_inside_a_pair_counts_as_before_the_character() -> None:
    assert to_points("a🌎b", 2) == 1
    assert to_points("a🌎b", 3) == 2
    assert to_points("a🌎b", 99) == 3


def test_a_selection_is_read_block_by_block(qapp: object) -> None:
    target = QTextDocument()
    blocks = (
        Block("a", BlockKind.PARAGRAPH, RichText.of("One 🌎 two", [Mark(4, 5, MarkKind.STRONG)])),
        Block("b", BlockKind.QUOTE, RichText.plain("Three")),
    )
    write_document(target, Document("d", "en", blocks))
    cursor = select_points(target.firstBlock(), 4, 10)
    cursor.setPosition(target.lastBlock().position() + 2, QTextCursor.MoveMode.KeepAnchor)
    first, second = read_selection(cursor)
    assert first.text == RichText.of("🌎 two", [Mark(0, 1, MarkKind.STRONG)])
    assert (second.kind, second.text.text) == (BlockKind.QUOTE, "Th")
