"""Where sentences end, by examples, and what holds for any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.places import resource
from desktop.translation.segmentation import Segmenter, SourceSentence, sentences
from tests.unit.translation import sentence_cases

SEGMENTER = Segmenter(resource("segmentation", "overlay.srx").read_text(encoding="utf-8"))
_CASES = [
    (language, line)
    for language, table in (
        ("en", sentence_cases.ENGLISH),
        ("es", sentence_cases.SPANISH),
        ("fr", sentence_cases.FRENCH),
    )
    for line in table.strip().splitlines()
]


def cut(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in SEGMENTER.cut(text, language)]


@pytest.mark.parametrize(("language", "line"), _CASES)
def test_sentences_end_where_a_reader_ends_them(language: str, line: str) -> None:
    wanted = line.split(" | ")
    assert cut(" ".join(wanted), language) == wanted


def test_the_tables_are_large_enough_to_mean_something() -> None:
    counts = {language: sum(1 for each, _ in _CASES if each == language) for language in ("en", "es", "fr")}
    assert counts["en"] >= 60
    assert counts["es"] >= 60
    assert counts["fr"] >= 20


@pytest.mark.parametrize("language", ["es-CR", "ES", "es-419"])
def test_a_region_does_not_change_the_language(language: str) -> None:
    assert cut("Véase el párr. 3. Dijo: “Debemos actuar”.", language) == [
        "Véase el párr. 3.",
        "Dijo: “Debemos actuar”.",
    ]


@pytest.mark.parametrize("language", ["", "x", "qaa", "sw", "est"])
def test_an_unknown_language_is_cut_at_full_stops(language: str) -> None:
    assert cut("Moja mbili. Tatu www.example.org nne. Tano.", language) == [
        "Moja mbili.",
        "Tatu www.example.org nne.",
        "Tano.",
    ]


def test_an_empty_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    assert cut("First line\nsecond line.\n\nThird:\n\nFourth", "en") == ["First line\nsecond line.", "Third:", "Fourth"]


def test_no_break_spaces_are_spaces() -> None:
    assert cut("Cruzaron a EE.\u00a0UU. en 2014. El art.\u00a07 rige.", "es") == [
        "Cruzaron a EE.\u00a0UU. en 2014.",
        "El art.\u00a07 rige.",
    ]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=6),
            st.sampled_from(
                ["Dr. ", "U.S. ", "a. m. ", "EE. UU. ", "“", "”", ". ", "? ", "\n", "\n\n", "(", ")", "Art. 7"]
            ),
        ),
        max_size=30,
    ).map("".join),
    st.sampled_from(["en", "es", "fr", "qaa"]),
)
def test_spans_are_ordered_disjoint_and_cover_all_that_is_not_blank(text: str, language: str) -> None:
    spans = SEGMENTER.cut(text, language)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(start < end for start, end in spans)
    covered = {at for start, end in spans for at in range(start, end)}
    assert all(at in covered for at, char in enumerate(text) if not char.isspace())
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


@pytest.mark.parametrize("piece", ["word ", "a", "A. ", "a-", "(a. ", ". ", "“x” ", "Tel. "])
def test_long_lines_are_cut_window_by_window(piece: str) -> None:
    text = piece * 5_000
    spans = SEGMENTER.cut(text, "es")
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")


def test_windows_leave_no_trace_in_ordinary_text() -> None:
    sentence = "Officials of Acme Inc. met in the U.S. in 2014 to speak of work and health."
    assert cut(" ".join([sentence] * 400), "en") == [sentence] * 400


def test_asking_again_answers_the_same_object() -> None:
    text = "One sentence. Another one."
    assert SEGMENTER.cut(text, "en") is SEGMENTER.cut(text, "en")


def test_headlines_datelines_and_end_marks_are_one_piece_and_empty_blocks_none() -> None:
    document = Document(
        "d",
        "en",
        (
            Block("h", BlockKind.HEADLINE, RichText(" Stop. Look! Listen ")),
            Block("s", BlockKind.SUBHEAD, RichText("One. Two.")),
            Block("d", BlockKind.DATELINE, RichText("Washington, D.C., 5 May. –")),
            Block("e", BlockKind.PARAGRAPH, RichText("  ")),
            Block("i", BlockKind.IMAGE),
            Block("p", BlockKind.PARAGRAPH, RichText("One. Two.")),
            Block("m", BlockKind.END_MARK, RichText("###")),
        ),
    )
    found = [(each.block_id, each.index, each.text.text) for each in sentences(document, SEGMENTER)]
    assert found == [
        ("h", 0, "Stop. Look! Listen"),
        ("s", 0, "One. Two."),
        ("d", 0, "Washington, D.C., 5 May. –"),
        ("p", 0, "One."),
        ("p", 1, "Two."),
        ("m", 0, "###"),
    ]


def test_marks_go_with_their_sentences_and_gaps_are_never_cut() -> None:
    text = "Bold begins. And ends. [City. Date] follows. Last."
    rich = RichText.of(
        text,
        [
            Mark(0, text.index("And") + 3, MarkKind.STRONG),
            Mark(text.index("["), text.index("]") + 1, MarkKind.PLACEHOLDER, "place"),
        ],
    )
    document = Document("d", "en", (Block("p", BlockKind.PARAGRAPH, rich),))
    first, second, third, last = (each.text for each in sentences(document, SEGMENTER))
    assert first == RichText.of("Bold begins.", [Mark(0, 12, MarkKind.STRONG)])
    assert second == RichText.of("And ends.", [Mark(0, 3, MarkKind.STRONG)])
    assert third.text == "[City. Date] follows."
    assert third.placeholders() == ("place",)
    assert last == RichText("Last.")
    assert SourceSentence("p", 3, last) == sentences(document, SEGMENTER)[3]
