"""Sentences that fill themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.document import BlockKind
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.editorial.gazetteer import Gazetteer, parse_gazetteer
from desktop.places import resource
from desktop.services.generating import Speech, generated

PLACES: Gazetteer = parse_gazetteer(resource("gazetteer.csv").read_text("utf-8"))


def speech(source: str = "en", target: str = "es") -> Speech:
    return Speech(source, target, PLACES, frozenset({"Oliver Bush", "Ana Núñez"}))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("26 May 2020", "26 de mayo de 2020"),
        ("May 26, 2020", "26 de mayo de 2020"),
        ("Tuesday, 26 May 2020", "Martes, 26 de mayo de 2020"),
        ("1,350", "1.350"),
        ("44.1", "44,1"),
        ("2014", "2014"),
        ("Tel: +506-2212-5337", "Tel.: +506-2212-5337"),
        ("Email: obush@iom.int, Tel: 506-2212-5327", "Correo electrónico: obush@iom.int, Tel.: 506-2212-5327"),
        ("Oliver Bush, Email: obush@iom.int", "Oliver Bush, Correo electrónico: obush@iom.int"),
        ("Geneva", "Ginebra"),
        ("http://www.rcmvs.org/", "http://www.rcmvs.org/"),
        ("###", "###"),
        ("Managua, 26 May 2020", "Managua, 26 de mayo de 2020"),
    ],
)
def test_what_is_understood_whole_is_written_in_the_target(source: str, target: str) -> None:
    made = generated(RichText.plain(source), BlockKind.PARAGRAPH, speech())
    assert made is not None
    assert made.text == target


@pytest.mark.parametrize(
    "source",
    [
        "The station opened on 26 May 2020.",
        "08/11/2020",
        "USD 822.8 million",
        "Oliver Grant",
        "",
        "today",
        "For more information: obush@iom.int",
        "1.1 billion",
    ],
)
def test_one_word_too_many_is_the_translators(source: str) -> None:
    assert generated(RichText.plain(source), BlockKind.PARAGRAPH, speech()) is None


def test_a_dateline_is_built_anew_in_both_directions_and_in_french() -> None:
    line = RichText.plain("Geneva, 26 May 2020 –")
    made = generated(line, BlockKind.DATELINE, speech())
    assert made is not None
    assert made.text == "Ginebra, 26 de mayo de 2020 –"
    back = generated(made, BlockKind.DATELINE, speech("es", "en"))
    assert back == line
    french = generated(line, BlockKind.DATELINE, speech("en", "fr"))
    assert french is not None
    assert french.text == "Genève, 26 mai 2020 –"
    assert generated(RichText.plain("Xyztown –"), BlockKind.DATELINE, speech()) is None


def test_protected_stretches_and_links_keep_their_marks() -> None:
    mark = Mark(7, 20, MarkKind.LINK, "mailto:obush@iom.int")
    made = generated(RichText.of("Email: obush@iom.int", [mark]), BlockKind.PARAGRAPH, speech())
    assert made is not None
    assert [m.value for m in made.marks] == ["mailto:obush@iom.int"]


@given(st.text(max_size=60))
def test_no_text_breaks_it_and_figures_are_never_lost(text: str) -> None:
    made = generated(RichText.plain(text), BlockKind.PARAGRAPH, speech())
    if made is not None and text.isascii():
        assert sum(map(str.isdigit, made.text)) == sum(map(str.isdigit, text))
