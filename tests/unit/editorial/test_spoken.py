"""Who said what: quotations out of texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.richtext import RichText
from desktop.editorial.spoken import spoken_quotes

P, Q = BlockKind.PARAGRAPH, BlockKind.QUOTE


def _quotes(*blocks: tuple[BlockKind, str] | tuple[BlockKind, str, str]) -> list[tuple[str, str, str]]:
    made = [
        Block(f"b{n}", each[0], RichText(each[1]), make_attrs({"speaker": each[2]} if len(each) > 2 else {}))
        for n, each in enumerate(blocks)
    ]
    return [(q.block_id, q.speaker, q.text) for q in spoken_quotes(Document("v", "en", tuple(made)))]


def test_a_quotation_over_several_paragraphs_is_one() -> None:
    found = _quotes(
        (P, "The minister spoke on Monday."),
        (Q, "“We waited years for this day,” said Director Ana Mora. “And here it is."),
        (Q, "“Now the work begins in every village on the coast."),
        (Q, "“Thank you all for coming to see it.”"),
        (P, "The station opens at noon."),
    )
    assert [(block, speaker) for block, speaker, _text in found] == [("b1", "Ana Mora")]
    assert found[0][2].count("\n") == 2
    assert "Thank you all" in found[0][2]


def test_another_speaker_begins_another_quotation() -> None:
    found = _quotes(
        (Q, "“We waited years for this day and it came,” said Ana Mora."),
        (Q, "“The boats are ready for the season,” said Luis Peña."),
    )
    assert [speaker for _block, speaker, _text in found] == ["Ana Mora", "Luis Peña"]


def test_a_surname_is_completed_by_the_name_before() -> None:
    found = _quotes(
        (Q, "In his remarks, Ambassador William Lacy Swing said: “The world has been shaped by migration.”"),
        (Q, "Director General Swing stressed: “Children are in the greatest need of protection.”"),
    )
    assert [speaker for _block, speaker, _text in found] == ["William Lacy Swing"] * 2


def test_speech_inside_a_paragraph_is_found_and_terms_are_not() -> None:
    found = _quotes(
        (
            P,
            "The “blue corridor” opened. Ana Mora said that “nobody will be left behind at this border again”, and left.",
        ),
    )
    assert [(speaker, text) for _block, speaker, text in found] == [
        ("Ana Mora", "nobody will be left behind at this border again")
    ]


def test_the_speaker_of_the_block_counts_before_the_words() -> None:
    found = _quotes((Q, "«No dejaremos a nadie atrás en esta frontera»", "Inés Núñez"))
    assert found == [("b0", "Inés Núñez", "No dejaremos a nadie atrás en esta frontera")]


@given(st.lists(st.tuples(st.sampled_from(list(BlockKind)), st.text("“”«»\"'ab A.,\n said:", max_size=60)), max_size=6))
def test_any_text_is_answered(blocks: list[tuple[BlockKind, str]]) -> None:
    ids = {f"b{n}" for n in range(len(blocks))}
    assert all(block in ids for block, _speaker, _text in _quotes(*blocks))
