"""Hypothesis strategies for the domain's values, and the naive model of rich text."""

from __future__ import annotations

import itertools

from hypothesis import strategies as st

from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.richtext import Mark, MarkKind, RichText

#: Letters, accents as one and as two code points, an emoji beyond the BMP, joiners, quotes, white space.
ALPHABET = "abñé e\u0301🙂👩\u200d🚒“—\t\u00a0.1"

texts = st.text(alphabet=ALPHABET, max_size=12)
kinds = st.sampled_from(list(MarkKind))
values = st.sampled_from(["", "x", "https://example.org/ñ"])


@st.composite
def loose_marks(draw: st.DrawFn, length: int) -> list[Mark]:
    """Any marks, also empty, reversed, outside and overlapping ones."""
    places = st.integers(-3, length + 3)
    return draw(st.lists(st.builds(Mark, places, places, kinds, values), max_size=8))


@st.composite
def rich_texts(draw: st.DrawFn) -> RichText:
    text = draw(texts)
    return RichText.of(text, draw(loose_marks(len(text))))


#: One entry a code point: the character and the value of each kind of mark over it.
Model = list[tuple[str, dict[MarkKind, str]]]


def model_of(rich: RichText) -> Model:
    """The naive model: what a reader could tell of each character."""
    model: Model = [(character, {}) for character in rich.text]
    for mark in rich.marks:
        for place in range(mark.start, mark.end):
            assert mark.kind not in model[place][1], "a character has two values of one kind"
            model[place][1][mark.kind] = mark.value
    return model


def painted(text: str, marks: list[Mark]) -> Model:
    """The model of loose marks: painted one after the other, the later over the earlier."""
    model: Model = [(character, {}) for character in text]
    for mark in marks:
        for place in range(max(0, mark.start), min(len(text), mark.end)):
            model[place][1][mark.kind] = mark.value
    return model


def assert_canonical(rich: RichText) -> None:
    """Sorted, inside the text, not empty, and no two marks that could be one."""
    assert list(rich.marks) == sorted(rich.marks)
    for mark in rich.marks:
        assert 0 <= mark.start < mark.end <= len(rich.text)
    for kind in MarkKind:
        own = rich.marks_of(kind)
        for left, right in itertools.pairwise(own):
            assert left.end <= right.start
            assert left.end < right.start or left.value != right.value, "neighbours that should be one mark"


attrs = st.dictionaries(st.sampled_from(["speaker", "title", "place"]), st.sampled_from(["", "Ana", "Jefa"])).map(
    make_attrs
)


def blocks(ids: st.SearchStrategy[str]) -> st.SearchStrategy[Block]:
    return st.builds(Block, ids, st.sampled_from(list(BlockKind)), rich_texts(), attrs)


IDS = [f"b{number}" for number in range(8)]


@st.composite
def documents(draw: st.DrawFn, document_id: str = "d", language: str = "en") -> Document:
    """Up to eight blocks with ids out of eight, in any order."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=8))
    return Document(document_id, language, tuple(draw(blocks(st.just(each))) for each in ids))
