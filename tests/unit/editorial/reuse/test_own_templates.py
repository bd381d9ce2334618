"""Templates of the office's own: written and read back the same, changed step by step, made from a release."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import MarkKind, RichText
from desktop.editorial import template_edits as edits
from desktop.editorial.reuse.finding import find_gaps
from desktop.editorial.reuse.to_template import template_from, type_of_words
from desktop.editorial.template_writing import template_toml
from desktop.editorial.templates import Gap, GapType, Template, TemplateBlock, fill, parse_template
from tests.unit.editorial.reuse.looking import GAZETTEER, RESOURCES, TODAY

BUILT_IN = [parse_template(path.read_text("utf-8")) for path in sorted(Path(RESOURCES / "templates").glob("*.toml"))]
SMALL = Template(
    "small",
    {"en": "Small", "es": "Pequeña"},
    (Gap("who", GapType.PERSON, {"en": "Who", "es": "Quién"}), Gap("day", GapType.DATE, {"en": "Day"})),
    {
        "en": (
            TemplateBlock(BlockKind.HEADLINE, "{who} speaks"),
            TemplateBlock(BlockKind.LEAD, "On {day} {who} came."),
        ),
        "es": (TemplateBlock(BlockKind.HEADLINE, "Habla {who} el {day}"),),
    },
)


@pytest.mark.parametrize("template", [*BUILT_IN, SMALL], ids=lambda each: each.name)
def test_a_template_is_written_and_read_back_the_same(template: Template) -> None:
    assert parse_template(template_toml(template)) == template


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(NAMES, st.tuples(st.sampled_from(GapType), WORDS, WORDS), max_size=3),
    st.lists(WORDS, max_size=3),
    WORDS,
)
def test_any_words_survive_the_file(gaps: dict[str, tuple[GapType, str, str]], texts: list[str], title: str) -> None:
    template = Template(
        "any",
        {"en": title, "pt-BR": title},
        tuple(
            Gap(name, type_, {"en": label}, {"es": help_}, {"en": label}, {"en": {"a": help_}})
            for name, (type_, label, help_) in gaps.items()
        ),
        {"en": tuple(TemplateBlock(BlockKind.PARAGRAPH, text.replace("{", "(").strip()) for text in texts)},
        7,
    )
    assert parse_template(template_toml(template)) == template


def test_nothing_is_wrong_with_ours() -> None:
    assert [edits.problems(each) for each in (*BUILT_IN, SMALL)] == [()] * (len(BUILT_IN) + 1)


def test_what_is_wrong_is_told_in_sentences() -> None:
    wrong = Template(
        "w",
        {},
        (
            Gap("Bad name", GapType.CHOICE, {}),
            Gap("twice", GapType.TEXT, {"en": "T"}),
            Gap("twice", GapType.TEXT, {"en": "T"}),
        ),
        {"en": (TemplateBlock(BlockKind.LEAD, "{nobody} came"),)},
    )
    told = " ".join(edits.problems(wrong))
    for words in (
        "needs a name",
        "no headline",
        "Bad name",
        "nothing to choose",
        "no label",
        "Two gaps",
        "“nobody”",
        "stands in no text",
    ):
        assert words in told


def test_renaming_a_gap_reaches_every_text() -> None:
    changed = edits.with_gap(SMALL, 0, Gap("speaker", GapType.PERSON, {"en": "Speaker"}))
    assert [block.text for block in changed.blocks["en"]] == ["{speaker} speaks", "On {day} {speaker} came."]
    assert changed.blocks["es"][0].text == "Habla {speaker} el {day}"
    assert edits.problems(changed) == ()


def test_a_gap_that_goes_leaves_its_label_to_be_written_over() -> None:
    changed = edits.without_gap(SMALL, 0)
    assert changed.blocks["en"][0].text == "[Who] speaks"
    assert changed.blocks["es"][0].text == "Habla [Quién] el {day}"
    assert edits.problems(changed) == ()


def test_selected_words_become_a_gap() -> None:
    changed, name = edits.gap_from_text(SMALL, "en", 1, 0, 2, GapType.TEXT)
    assert name == "on"
    assert changed.blocks["en"][1].text == "{on} {day} {who} came."
    same, none = edits.gap_from_text(SMALL, "en", 1, 0, 8, GapType.TEXT)  # would cut into {day}
    assert (same, none) == (SMALL, "")


def test_blocks_and_gaps_move_and_stop_at_the_ends() -> None:
    assert edits.moved_block(SMALL, "en", 0, 1).blocks["en"][1].text == "{who} speaks"
    assert edits.moved_block(SMALL, "en", 0, -1) == SMALL
    assert [gap.name for gap in edits.moved_gap(SMALL, 1, -1).gaps] == ["day", "who"]
    assert len(edits.without_block(SMALL, "en", 0).blocks["en"]) == 1
    assert edits.with_new_block(SMALL, "fr", 0, BlockKind.HEADLINE).blocks["fr"][0].kind is BlockKind.HEADLINE


def test_names_are_plain_and_free() -> None:
    assert edits.slug("Reunión Anual de la OIM, 2027") == "reunion-anual-de-la-oim"
    assert edits.slug("2027 plan") == "g-2027-plan"
    assert edits.slug("¿?") == ""
    assert edits.free_template_name("Statement", ["statement", "statement-2"]) == "statement-3"
    assert edits.free_name(SMALL, "who") == "who_2"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("24 June 2027", GapType.DATE),
        ("Managua", GapType.PLACE),
        ("12", GapType.NUMBER),
        ("2014", GapType.TEXT),
        ("XIX", GapType.TEXT),
        ("14:30", GapType.TIME),
        ("in brief", GapType.TEXT),
        ("long " * 40, GapType.LONG_TEXT),
    ],
)
def test_a_gap_takes_what_its_words_look_like(words: str, wanted: GapType) -> None:
    assert type_of_words(words, "en", GAZETTEER, TODAY) is wanted


def release(language: str, headline: str, lead: RichText) -> Document:
    return Document(
        "d",
        language,
        (
            Block("h", BlockKind.HEADLINE, RichText(headline)),
            Block("l", BlockKind.LEAD, lead),
            Block("c", BlockKind.CONTACT, RichText("Ask Ana Mora"), (("contact", "id-1"),)),
        ),
    )


def test_a_release_with_its_translation_becomes_one_template() -> None:
    linked = RichText("In Managua 12 boats {x} left on 26 May 2026.").with_mark(
        11, 19, MarkKind.LINK, "https://example.org/a"
    )
    english = release("en", "XIX Meeting in Managua", linked.with_mark(11, 13, MarkKind.STRONG))
    spanish = release("es", "XIX Reunión en Managua", RichText("En Managua salieron 12 lanchas el 26 de mayo de 2026."))
    found = {d.language: find_gaps(d, gazetteer=GAZETTEER, today=TODAY, skipped=["c"]) for d in (english, spanish)}
    template = template_from("meeting", {"en": "Meeting"}, [english, spanish], found)
    assert edits.problems(template) == ()
    assert {gap.name: gap.type for gap in template.gaps} == {
        "edition_1": GapType.TEXT,
        "place_1": GapType.PLACE,
        "number_1": GapType.NUMBER,
        "date_1": GapType.DATE,
        "contact_1": GapType.CONTACT,
    }
    assert template.blocks["es"][1].text == "En {place_1} salieron {number_1} lanchas el {date_1}."
    assert template.gaps[-1].default("es") == "id-1"
    read = parse_template(template_toml(template))
    numbers = count()
    values = {"edition_1": "XX", "place_1": "Belmopan", "number_1": "14", "date_1": "2027-06-24"}
    blocks = fill(read, "en", values, new_id=lambda: str(next(numbers)), gazetteer=GAZETTEER)
    assert [block.text.text for block in blocks[:2]] == [
        "XX Meeting in Belmopan",
        "In Belmopan 14 boats (x) left on 24 June 2027.",
    ]
    assert {(mark.kind, mark.value) for mark in blocks[1].text.marks} >= {
        (MarkKind.LINK, "https://example.org/a"),
        (MarkKind.STRONG, ""),
    }
