"""Answers in the text: nothing else is lost, every mention says it in its own way, the rest stays open."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import MarkKind, RichText
from desktop.editorial.reuse.answers import Answer, Decision, answered, answered_with_places, main_mentions
from desktop.editorial.reuse.datelines import renewed_dateline, with_datelines
from desktop.editorial.reuse.finding import find_gaps
from desktop.editorial.reuse.found import GapKind
from tests.unit.editorial.reuse.looking import GAZETTEER, TODAY, document, found
from tests.unit.editorial.reuse.test_finding import ANY_TEXT

KEEP, OPEN = Answer(Decision.KEEP), Answer(Decision.OPEN)


def written(language: str, line: str, new: Mapping[str, str]) -> str:
    """The line with each found thing (by its old words) replaced; the rest is kept."""
    here = document(language, line)
    gaps = found(language, line)
    answers = {
        gap.group: Answer(Decision.FILL, new[gap.old]) if gap.old in new else KEEP for gap in main_mentions(gaps)
    }
    return answered(here, gaps, answers, GAZETTEER).blocks[0].text.text


FILLED = [
    ("en", "The XVIII Meeting, the 18th Meeting", {"XVIII": "XIX"}, "The XIX Meeting, the 19th Meeting"),
    ("en", "The eighteenth session", {"eighteenth": "20"}, "The twentieth session"),
    ("es", "la decimoctava reunión", {"decimoctava": "20.º"}, "la vigésima reunión"),
    (
        "en",
        "On 26 May 2020, and May 26, 2020",
        {"26 May 2020": "2027-06-24", "May 26, 2020": "2027-06-24"},
        "On 24 June 2027, and June 24, 2027",
    ),
    ("es", "El 26 de mayo de 2020", {"26 de mayo de 2020": "2027-06-24"}, "El 24 de junio de 2027"),
    (
        "en",
        "Ana Mora Solís spoke. Solís and Ana Solís left.",
        {"Ana Mora Solís": "Iris Paz León"},
        "Iris Paz León spoke. León and Iris León left.",
    ),
    (
        "en",
        "In Managua, Nicaragua they met",
        {"Managua, Nicaragua": "Tegucigalpa"},
        "In Tegucigalpa, Honduras they met",
    ),
    (
        "en",
        "Eleven boats and USD 2.3 million",
        {"Eleven": "12", "USD 2.3 million": "2.5"},
        "Twelve boats and USD 2.5 million",
    ),
    ("en", "Some 80% of them", {"80%": "75 per cent"}, "Some 75 per cent of them"),
    ("en", "Last year they met", {"Last year": "in 2026"}, "In 2026 they met"),
]


@pytest.mark.parametrize(("language", "line", "new", "wanted"), FILLED)
def test_each_mention_gets_the_value_in_its_own_form(
    language: str, line: str, new: dict[str, str], wanted: str
) -> None:
    assert written(language, line, new) == wanted


def test_what_nobody_decided_is_an_open_gap_that_shows_the_old_words() -> None:
    here = document("en", "The 11 countries met in Honduras.")
    gaps = found("en", "The 11 countries met in Honduras.")
    new = answered(here, gaps, {"place-1": Answer(Decision.FILL, "Belize")}, GAZETTEER)
    (block,) = new.blocks
    assert block.text.text == "The [11] countries met in Belize."
    assert new.open_gaps() == (("b0", "number-1"),)


def test_an_empty_value_and_leaving_open_are_the_same() -> None:
    here, gaps = document("en", "11 countries"), found("en", "11 countries")
    for answer in (Answer(Decision.FILL, "  "), OPEN):
        assert answered(here, gaps, {"number-1": answer}, GAZETTEER).blocks[0].text.text == "[11] countries"


def test_marks_around_a_filled_word_stay() -> None:
    text = RichText("see the 11 countries now").with_mark(4, 20, MarkKind.LINK, "https://example.org")
    here = Document("d", "en", (Block("b", BlockKind.PARAGRAPH, text),))
    gaps = find_gaps(here, gazetteer=GAZETTEER, today=TODAY)
    new = answered(here, gaps, {"number-1": Answer(Decision.FILL, "1,200")}, GAZETTEER).blocks[0].text
    assert new.text == "see the 1,200 countries now"
    assert [(m.kind, m.start, m.end) for m in new.marks] == [(MarkKind.LINK, 4, 23)]


VALUES = st.one_of(
    st.none(), st.sampled_from([KEEP, OPEN]), st.text(max_size=12).map(lambda text: Answer(Decision.FILL, text))
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY_TEXT, max_size=3), st.sampled_from(["en", "es"]), st.data())
def test_filling_never_loses_other_text(lines: list[str], language: str, data: st.DataObject) -> None:
    here = document(language, *lines)
    gaps = find_gaps(here, gazetteer=GAZETTEER, today=TODAY)
    drawn = {gap.group: data.draw(VALUES) for gap in main_mentions(gaps)}
    answers = {group: answer for group, answer in drawn.items() if answer is not None}
    new, places = answered_with_places(here, gaps, answers, GAZETTEER)
    assert [block.id for block in new] == [block.id for block in here]
    for old, block in zip(here, new, strict=True):
        mine = [gap for gap in gaps if gap.block_id == old.id]
        where = [place for place in places if place.block_id == old.id]
        assert outside(old.text.text, [(g.start, g.end) for g in mine]) == outside(
            block.text.text, [(p.start, p.end) for p in where]
        )
        for gap, place in zip(mine, where, strict=True):
            if answers.get(gap.group) == KEEP:
                assert block.text.text[place.start : place.end] == gap.old
    everything_kept = {gap.group: KEEP for gap in gaps}
    assert answered(here, gaps, everything_kept, GAZETTEER) == here


def outside(text: str, spans: list[tuple[int, int]]) -> list[str]:
    edges = [0, *(edge for span in sorted(spans) for edge in span), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


DATELINE = Block(
    "b0",
    BlockKind.DATELINE,
    RichText("Managua, Nicaragua, 26 May 2026 (PAHO/WHO) –"),
    (("date", "2026-05-26"), ("place", "Managua")),
)


def test_a_dateline_is_built_anew_in_any_language() -> None:
    here = Document("d", "en", (DATELINE,))
    gaps = find_gaps(here, gazetteer=GAZETTEER, today=TODAY)
    assert [(gap.kind, gap.suggestion) for gap in gaps] == [(GapKind.PLACE, ""), (GapKind.DATE, "24 June 2027")]
    answers = {"place-1": Answer(Decision.FILL, "Geneva"), "date-1": Answer(Decision.FILL, "24 June 2027")}
    parts = renewed_dateline(DATELINE, gaps, answers, TODAY)
    assert parts is not None
    assert parts.written("es", GAZETTEER) == "Ginebra, 24 de junio de 2027 (PAHO/WHO) –"
    (block,) = with_datelines(here, {"b0": parts}, GAZETTEER)
    assert block.text.text == "Geneva, 24 June 2027 (PAHO/WHO) –"
    assert dict(block.attrs) == {"place": "Geneva", "date": "2027-06-24"}


def test_an_open_dateline_forgets_what_it_said() -> None:
    here = Document("d", "en", (DATELINE,))
    gaps = find_gaps(here, gazetteer=GAZETTEER, today=TODAY)
    assert renewed_dateline(DATELINE, gaps, {"place-1": KEEP}, TODAY) is None
    (block,) = with_datelines(answered(here, gaps, {"place-1": KEEP}, GAZETTEER), {}, GAZETTEER)
    assert block.attr("date") == ""
    assert "[26 May 2026]" in block.text.text
