"""What is found in a text, in both languages; what looks like it and is not; the seed; any text at all."""

from __future__ import annotations

from itertools import count, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import MarkKind, RichText
from desktop.editorial.recognition import to_blocks
from desktop.editorial.reuse.finding import find_gaps
from desktop.editorial.reuse.found import GapKind, Known
from tests.unit.editorial.reading import read
from tests.unit.editorial.reuse.looking import GAZETTEER, RESOURCES, TODAY, document, found, said

DATES = [
    ("en", "The forum is held on 24–26 June 2015 here.", ["24–26 June 2015"]),
    ("en", "It ran from Monday, 26 May 2020 to 3 June 2020.", ["Monday, 26 May 2020 to 3 June 2020"]),
    ("en", "On May 26, 2020 they met; on June 3 they left.", ["May 26, 2020", "June 3"]),
    ("en", "Since June 2015 and in March they may march.", ["June 2015", "March"]),
    ("en", "Doors open on Thursday.", ["Thursday"]),
    ("en", "Filed 2020-05-26 and 08/11/2020.", ["2020-05-26", "08/11/2020"]),
    ("es", "Se celebra del 24 al 26 de junio de 2015 aquí.", ["24 al 26 de junio de 2015"]),
    ("es", "El lunes 26 de mayo de 2020 y el 1.º de mayo.", ["lunes 26 de mayo de 2020", "1.º de mayo"]),
    ("es", "En junio de 2015 y a principios de marzo.", ["junio de 2015", "marzo"]),
    ("es", "Llegan el jueves.", ["jueves"]),
    ("fr", "Réunion du 24 au 26 juin 2015 et le 1er mai.", ["24 au 26 juin 2015", "le 1er mai"]),
]
EDITIONS = [
    ("en", "The XVIII Annual Meeting", "XVIII", "XIX"),
    ("en", "the 18th Annual Meeting", "18th", "19th"),
    ("en", "the 21st session", "21st", "22nd"),
    ("en", "the eighteenth session", "eighteenth", "nineteenth"),
    ("en", "the Ninth Summit of the Americas", "Ninth", "Tenth"),
    ("en", "the twenty-ninth conference", "twenty-ninth", "thirtieth"),
    ("en", "the XIX RCM in Managua", "XIX", "XX"),
    ("es", "la XIX Reunión Anual", "XIX", "XX"),
    ("es", "la decimoctava reunión", "decimoctava", "decimonovena"),
    ("es", "el decimoctavo período de sesiones", "decimoctavo", "decimonoveno"),
    ("es", "la décima octava edición", "décima octava", "decimonovena"),
    ("es", "la trigésima novena sesión", "trigésima novena", "cuadragésima"),
    ("es", "la 19.ª reunión", "19.ª", "20.ª"),
    ("es", "la 18va cumbre", "18va", "19na"),
    ("es", "la vigésima reunión", "vigésima", "vigesimoprimera"),
    ("es", "la IX Cumbre", "IX", "X"),
    ("fr", "la 18e réunion", "18e", "19e"),
    ("fr", "la dix-huitième session", "dix-huitième", "dix-neuvième"),
]
NUMBERS = [
    ("en", "USD 822.8 million for 2.3 million people in 11 towns", ["USD 822.8 million", "2.3 million", "11"]),
    (
        "en",
        "Some 80% and 15 per cent, twenty-five families, a four-day trip",
        ["80%", "15 per cent", "twenty-five", "four"],
    ),
    ("en", "$100 million, 1,350 tents, a 25-year-old", ["$100 million", "1,350", "25"]),
    ("en", "One boat, two-thirds of it, Seven Summits of the world", []),
    ("es", "US$ 822,8 millones para 2,3 millones de personas", ["US$ 822,8 millones", "2,3 millones"]),
    (
        "es",
        "El 15 %, un 15 por ciento, treinta y cinco casas, 1.100 millones",
        ["15 %", "15 por ciento", "treinta y cinco", "1.100 millones"],
    ),
]
RELATIVE = [
    (
        "en",
        "Today, earlier this week and last year; three years ago.",
        ["Today", "earlier this week", "last year", "three years ago"],
    ),
    ("en", "In the long term, next to the border, every month.", []),
    (
        "es",
        "Hoy y la semana pasada, este año, hace tres años.",
        ["Hoy", "la semana pasada", "este año", "hace tres años"],
    ),
    ("es", "Por la mañana, hoy en día, cada año.", []),
]
PROTECTED = [
    ("en", "Under Article 7 and Resolution 70/1 of A/RES/70/1."),
    ("en", "Call +506 2212-5327 or 506-2212-5327 or Tel: 2212 5327."),
    ("en", "See https://example.org/2014/18 and ask a12@example.org."),
    ("en", "COVID-19, the 2030 Agenda, the G20, World War II, Chapter III, the 21st century."),
    ("es", "Según el artículo 7, la Resolución 70/1 y la Ley 285."),
    ("es", "El siglo XXI y la Agenda 2030."),
]


@pytest.mark.parametrize(("language", "line", "wanted"), DATES)
def test_dates(language: str, line: str, wanted: list[str]) -> None:
    assert said(language, line, "date") == wanted


@pytest.mark.parametrize(("language", "line", "old", "following"), EDITIONS)
def test_editions_propose_the_next_one(language: str, line: str, old: str, following: str) -> None:
    (gap,) = [each for each in found(language, line) if each.kind is GapKind.EDITION]
    assert (gap.old, gap.suggestion) == (old, following)


@pytest.mark.parametrize("line", ["the first meeting between them", "Pope John Paul II spoke", "Phase III began"])
def test_other_ordinals_are_no_editions(line: str) -> None:
    assert said("en", line, "edition") == []


@pytest.mark.parametrize(("language", "line", "wanted"), NUMBERS)
def test_quantities(language: str, line: str, wanted: list[str]) -> None:
    assert said(language, line, "number") == wanted


@pytest.mark.parametrize(("language", "line", "wanted"), RELATIVE)
def test_relative_dates(language: str, line: str, wanted: list[str]) -> None:
    assert said(language, line, "relative-date") == wanted


@pytest.mark.parametrize(("language", "line"), PROTECTED)
def test_what_is_no_date_and_no_quantity_is_left_alone(language: str, line: str) -> None:
    assert found(language, line) == ()


def test_times() -> None:
    assert said("en", "Open at 10:30 a.m., until 14:00 (GMT-6).", "time") == ["10:30 a.m.", "14:00 (GMT-6)"]
    gaps = found("es", "A las 14:00 horas o a las 2 p. m.")
    assert [gap.value for gap in gaps if gap.kind is GapKind.TIME] == ["14:00", "14:00"]
    assert len({gap.group for gap in gaps}) == 1


def test_years_and_the_texts_own_year() -> None:
    gaps = found("en", "In 2014 they met. The 2014-2016 plan. Since 2014, 2014 people came.")
    years = [(gap.old, gap.suggestion) for gap in gaps if gap.kind is GapKind.YEAR]
    assert years == [("2014", "2027"), ("2014-2016", ""), ("2014", "2027")]
    assert [gap.old for gap in gaps if gap.kind is GapKind.NUMBER] == ["2014"]


def test_places() -> None:
    line = "In Managua, Nicaragua, and in Costa Rica; Honduran and North American officials in the U.S."
    assert said("en", line, "place") == ["Managua, Nicaragua", "Costa Rica", "Honduran", "U.S."]
    assert said("es", "En México y los Estados Unidos, con las autoridades nicaragüenses.", "place") == [
        "México",
        "los Estados Unidos",
        "nicaragüenses",
    ]


def test_a_list_of_countries_is_one_thing() -> None:
    line = "The countries (Belize, Canada, the Dominican Republic and Mexico) met in Mexico."
    assert said("en", line, "place") == ["Belize, Canada, the Dominican Republic and Mexico", "Mexico"]


def test_a_place_that_nobody_knows_is_found_in_its_dateline() -> None:
    dateline = Document("d", "en", (Block("b", BlockKind.DATELINE, RichText("Bajo Cayán, 4 May 2026 –")),))
    gaps = find_gaps(dateline, gazetteer=GAZETTEER, today=TODAY)
    assert [(gap.kind, gap.old) for gap in gaps] == [(GapKind.PLACE, "Bajo Cayán"), (GapKind.DATE, "4 May 2026")]


def test_people_with_their_titles_and_shorter_mentions() -> None:
    gaps = found(
        "en",
        "IOM Director General William Lacy Swing spoke. Mr. Swing left with Ana Mora, Chief of Mission in Honduras.",
        "William Swing and Mora met.",
    )
    people = {
        group: [g.old for g in gaps if g.group == group]
        for group in {g.group for g in gaps if g.kind is GapKind.PERSON}
    }
    assert sorted(people.values()) == [["Ana Mora", "Mora"], ["William Lacy Swing", "Swing", "William Swing"]]
    assert [gap.old for gap in gaps if gap.kind is GapKind.TITLE] == ["Director General", "Chief of Mission"]


def test_capital_words_without_a_witness_are_no_people() -> None:
    assert said("en", "The Technical Secretariat and Action Aid met Presidency Pro Tempore.", "person") == []


def test_whom_the_directory_knows_is_found() -> None:
    known = Known(("Zsófia Kővári",), ("Radio Sur del Istmo",))
    gaps = found("en", "Zsófia Kővári of Radio Sur del Istmo asked.", known=known)
    assert [(gap.kind.value, gap.old) for gap in gaps] == [
        ("person", "Zsófia Kővári"),
        ("organisation", "Radio Sur del Istmo"),
    ]


def test_the_same_figure_of_the_same_things_is_one_group() -> None:
    gaps = found("en", "The 11 countries met.", "All 11 countries signed in 11 days.")
    assert [gap.group for gap in gaps] == ["number-1", "number-1", "number-2"]


def test_open_gaps_and_protected_words_stay() -> None:
    text = RichText("On [4 May 2026] Ana Mora saw 12 boats").with_mark(3, 15, MarkKind.PLACEHOLDER, "date")
    text = text.with_mark(29, 31, MarkKind.PROTECTED, "name")
    here = Document("d", "en", (Block("b", BlockKind.PARAGRAPH, text),))
    assert [gap.old for gap in find_gaps(here, gazetteer=GAZETTEER, today=TODAY)] == ["Ana Mora"]


SEED_WORDS = {
    "XIX": "edition",
    "Nicaragua": "place",
    "Managua, Nicaragua": "place",
    "11": "number",
    "four": "number",
    "80%": "number",
    "18": "number",
    "2014": "year",
    "2014-2016": "year",
    "this week": "relative-date",
    "today": "relative-date",
    "last year": "relative-date",
    "William Lacy Swing": "person",
    "Swing": "person",
    "Samuel Santos López": "person",
    "Director General": "title",
    "Ambassador": "title",
    "Minister for Foreign Affairs": "title",
    "Mexico": "place",
    "U.S.": "place",
    "Regional Conference on Migration": "organisation",
}


def test_the_seed_gives_all_that_is_real_and_nothing_else() -> None:
    recognised = read((RESOURCES / "sample" / "seed_release.txt").read_text(encoding="utf-8"))
    numbers = count()
    seed = Document("d", "en", to_blocks(recognised, lambda: f"b{next(numbers)}"))
    contacts = [block.id for block in seed.of_kind(BlockKind.CONTACT)]
    gaps = find_gaps(seed, gazetteer=GAZETTEER, today=TODAY, skipped=contacts)
    words = {gap.old: gap.kind.value for gap in gaps if "+" not in gap.value}
    assert words == SEED_WORDS
    (members,) = [gap.old for gap in gaps if "+" in gap.value]
    assert members.startswith("Belize, Canada")
    assert members.endswith("and the United States")


def test_the_spanish_seed_says_the_same() -> None:
    lines = (RESOURCES / "sample" / "seed_release.es.txt").read_text(encoding="utf-8").splitlines()
    gaps = find_gaps(document("es", *lines), gazetteer=GAZETTEER, today=TODAY)
    words = {gap.old for gap in gaps}
    assert {"XIX", "esta semana", "hoy", "el año pasado", "80 %", "18", "2014", "2014-2016"} <= words
    assert {"William Lacy Swing", "Swing", "Director General", "Ministro de Relaciones Exteriores"} <= words


PIECES = st.sampled_from(
    [
        "24–26 June 2015",
        "26 de mayo de 2020",
        "XVIII",
        "18th Meeting",
        "Ana Mora",
        "Director General",
        "Managua, Nicaragua",
        "2014-2016",
        "2.3 million",
        "80%",
        "this week",
        "hoy",
        "\U0001f600",
        "שלום",
        "[",
        "]",
        ", ",
        " ",
        ".",
        "e\u0301",
        "\n",
    ]
)
ANY_TEXT = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join), st.lists(PIECES, max_size=14).map(" ".join)
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY_TEXT, max_size=4), st.sampled_from(["en", "es", "fr", "de", "x-none"]))
def test_spans_are_in_range_disjoint_and_say_what_stands_there(lines: list[str], language: str) -> None:
    here = document(language, *lines)
    gaps = find_gaps(here, gazetteer=GAZETTEER, today=TODAY)
    for gap in gaps:
        block = here.block(gap.block_id)
        assert block is not None
        assert 0 <= gap.start < gap.end <= len(block.text)
        assert block.text.text[gap.start : gap.end] == gap.old
    for one, two in pairwise(gaps):
        assert one.block_id != two.block_id or one.end <= two.start


def test_a_very_long_line_is_read() -> None:
    line = "On 4 May 2026 " + "migration " * 20_000 + "in 2014."
    assert said("en", line) == ["4 May 2026", "2014"]
