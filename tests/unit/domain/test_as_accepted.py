"""Reading a text that is being revised: struck words are gone, proposed ones stand, places come back."""

from __future__ import annotations

from hypothesis import given

from desktop.domain.as_accepted import as_accepted
from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.suggestions import settled_text
from tests.unit.domain.test_suggestions import ANA, suggested_blocks


@given(suggested_blocks("b"))
def test_every_settled_letter_is_found_in_the_whole_text(block: Block) -> None:
    taken = as_accepted(block)
    if taken is None:
        assert settled_text(block.text, lambda _: True) == block.text
        return
    assert taken.block.text == settled_text(block.text, lambda _: True)
    for at, letter in enumerate(taken.block.text.text):
        start, end = taken.place(at, at + 1)
        assert (block.text.text[start:end], end - start) == (letter, 1)
    whole = taken.place(0, len(taken.block.text))
    assert 0 <= whole[0] <= whole[1] <= len(block.text)


def test_a_stretch_over_struck_words_counts_them_along() -> None:
    text = RichText.of("They met in the old capital.", [Mark(16, 20, MarkKind.DELETION, ANA)])
    taken = as_accepted(Block("b", BlockKind.PARAGRAPH, text))
    assert taken is not None
    assert taken.block.text.text == "They met in the capital."
    assert taken.place(12, 23) == (12, 27)
    assert taken.place(16, 23) == (20, 27)
