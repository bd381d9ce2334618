"""Templates: whole in both languages, and honest about what is still open."""

from itertools import count
from pathlib import Path

import pytest

from desktop.domain.contact import Contact, EmailAddress, Phone, Role
from desktop.domain.document import BlockKind, Document
from desktop.domain.errors import BadInputError
from desktop.domain.richtext import MarkKind
from desktop.editorial.gaps import list_open_gaps
from desktop.editorial.gazetteer import parse_gazetteer
from desktop.editorial.templates import GapType, fill, parse_template, parse_templates, refill

RESOURCES = Path(__file__).parents[3] / "resources"
FILES = sorted((RESOURCES / "templates").glob("*.toml"))
GAZETTEER = parse_gazetteer((RESOURCES / "gazetteer.csv").read_text(encoding="utf-8"))
TEMPLATES = parse_templates(path.read_text(encoding="utf-8") for path in FILES)
BY_NAME = {template.name: template for template in TEMPLATES}
ANA = Contact(
    "c1",
    "Ana",
    "Mora",
    emails=(EmailAddress("amora@example.org", is_public=True),),
    phones=(Phone("+50622125337"),),
    roles=(Role("o1", "OIM", "Oficial de Prensa"),),
)

SMALL = """
name = "small"
titles = { en = "Small" }
[[gaps]]
name = "n"
type = "number"
labels = { en = "Number" }
[[gaps]]
name = "t"
type = "time"
labels = { en = "Time" }
defaults = { en = "09:30" }
[[gaps]]
name = "c"
type = "choice"
labels = { en = "Choice" }
choices = { en = { a = "an apple" } }
[[blocks.en]]
kind = "paragraph"
text = "**{n}** people at {t} with {c}, {{n}}"
"""


def new_ids(prefix="b"):
    numbers = count()
    return lambda: f"{prefix}{next(numbers)}"


def document(name, language, values, **more):
    blocks = fill(BY_NAME[name], language, values, new_id=new_ids(), gazetteer=GAZETTEER, **more)
    return Document("d", language, blocks)


def test_the_three_templates_are_there_in_order():
    assert [template.name for template in TEMPLATES] == ["press-release", "media-advisory", "statement"]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
@pytest.mark.parametrize("other", ["es", "fr"])
def test_every_language_is_whole(template, other):
    assert set(template.languages) >= {"en", other}
    assert set(template.titles) >= {"en", other}
    english, foreign = template.text("en"), template.text(other)
    assert [block.kind for block in english] == [block.kind for block in foreign]
    assert [sorted(block.gap_names) for block in english] == [sorted(block.gap_names) for block in foreign]
    assert all(a.attrs == b.attrs for a, b in zip(english, foreign, strict=True))
    used = {name for block in english for name in block.gap_names}
    assert used == {gap.name for gap in template.gaps}
    for gap in template.gaps:
        assert gap.labels["en"]
        assert gap.labels[other]
        assert gap.help["en"]
        assert gap.help[other]
        if gap.type is GapType.CHOICE:
            assert set(gap.choices["en"]) == set(gap.choices[other])


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
@pytest.mark.parametrize("language", ["en", "es", "es-CR", "fr", "fr-HT"])
def test_open_gaps_stay_visible(template, language):
    made = Document("d", language, fill(template, language, {}, new_id=new_ids()))
    gaps = list_open_gaps(made, template.labels(language))
    assert gaps
    for gap in gaps:
        block = made.block(gap.block_id)
        assert block.text.text[gap.start : gap.end] == f"[{gap.label}]"
    assert {gap.name for gap in gaps} | {g.name for g in template.gaps if g.default(language)} == {
        g.name for g in template.gaps
    }
    assert "{" not in made.plain_text


def test_values_are_written_in_the_documents_language():
    values = {"place": "geneva", "release_date": "2020-05-26", "headline": "Acuerdo en Ginebra"}
    spanish = document("press-release", "es", values)
    dateline = spanish.first(BlockKind.DATELINE)
    assert dateline.text.text == "Ginebra, 26 de mayo de 2020 –"
    assert (dateline.attr("place"), dateline.attr("date")) == ("geneva", "2020-05-26")
    assert spanish.title == "Acuerdo en Ginebra"
    english = document("press-release", "en", values)
    assert english.first(BlockKind.DATELINE).text.text == "Geneva, 26 May 2020 –"


def test_french_is_written_as_the_french_press_does():
    values = {"place": "geneva", "release_date": "2020-05-26", "quote": "Nous restons", "speaker": "Ana Mora"}
    made = document("press-release", "fr", {**values, "speaker_title": "cheffe de mission"})
    assert made.first(BlockKind.DATELINE).text.text == "Genève, 26 mai 2020 –"
    assert made.first(BlockKind.QUOTE).text.text == "«\u00a0Nous restons\u00a0», a déclaré Ana Mora, cheffe de mission."
    values = {"kind_of_event": "launch", "event": "Deux rives", "organization": "L’OIM", "event_date": "2020-06-01"}
    lead = document("media-advisory", "fr", values).first(BlockKind.LEAD)
    assert lead.text.text == "L’OIM invite les médias au lancement «\u00a0Deux rives\u00a0», le 1er juin 2020."


def test_numbers_times_choices_and_strong_words():
    template = parse_template(SMALL)
    (block,) = fill(template, "en", {"n": "12500", "c": "a"}, new_id=new_ids())
    assert block.text.text == "12,500 people at 09:30 with an apple, {12,500}"
    (strong,) = block.text.marks_of(MarkKind.STRONG)
    assert block.text.text[strong.start : strong.end] == "12,500"
    (odd,) = fill(template, "en", {"n": "about ten", "t": "at noon", "c": "b"}, new_id=new_ids())
    assert odd.text.text == "about ten people at at noon with b, {about ten}"


def test_a_value_of_several_paragraphs_becomes_blocks():
    made = document("press-release", "en", {"body": "First.\n\nSecond.\nThird."})
    texts = [block.text.text for block in made.of_kind(BlockKind.PARAGRAPH)]
    assert texts == ["First.", "Second.", "Third.", "[Background]"]
    assert len({block.id for block in made}) == len(made.blocks)


def test_a_contact_gap_takes_a_person():
    made = document("press-release", "en", {"contact": "c1"}, contacts={"c1": ANA})
    block = made.first(BlockKind.CONTACT)
    assert block.attr("contact") == "c1"
    assert "Ana Mora, Oficial de Prensa, OIM, Tel: +506 2212 5337, Email: amora@example.org" in block.text.text


def test_a_quote_knows_its_speaker():
    values = {"quote": "We stay", "speaker": "Ana Mora", "speaker_title": "Chief of Mission"}
    quote = document("press-release", "en", values).first(BlockKind.QUOTE)
    assert quote.text.text == "“We stay,” said Ana Mora, Chief of Mission."
    assert (quote.attr("speaker"), quote.attr("title")) == ("Ana Mora", "Chief of Mission")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_filling_later_gives_what_filling_at_once_gives(template, language):
    values = {gap.name: f"value of {gap.name}" for gap in template.gaps}
    values |= {gap.name: "2020-05-26" for gap in template.gaps if gap.type is GapType.DATE}
    values |= {gap.name: "Quito" for gap in template.gaps if gap.type is GapType.PLACE}
    at_once = Document("d", language, fill(template, language, values, new_id=new_ids(), gazetteer=GAZETTEER))
    empty = dict.fromkeys(values, "")
    open_text = Document("d", language, fill(template, language, empty, new_id=new_ids(), gazetteer=GAZETTEER))
    later = open_text
    for name in sorted(values):
        later = refill(later, template, {name: values[name]}, gazetteer=GAZETTEER)
    assert later.plain_text == at_once.plain_text
    assert later.open_gaps() == ()
    if template.name != "press-release":
        assert later == at_once


def test_refilling_touches_nothing_else_and_keeps_strong_words():
    template = parse_template(SMALL)
    made = Document("d", "en", fill(template, "en", {"t": ""}, new_id=new_ids()))
    assert refill(made, template, {}) is not None
    assert refill(made, template, {"unknown": "x"}) == made
    filled = refill(made, template, {"n": "7"})
    (strong,) = filled.blocks[0].text.marks_of(MarkKind.STRONG)
    assert filled.blocks[0].text.text[strong.start : strong.end] == "7"
    assert [name for _block, name in filled.open_gaps()] == ["t", "c"]


def test_refilling_with_several_paragraphs():
    made = document("press-release", "en", {})
    template = BY_NAME["press-release"]
    joined = refill(made, template, {"body": "One.\nTwo."})
    assert len(joined.blocks) == len(made.blocks)
    assert "One. Two." in joined.plain_text
    cut = refill(made, template, {"body": "One.\nTwo."}, new_id=new_ids("n"))
    assert len(cut.blocks) == len(made.blocks) + 1


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("name = ", "cannot be read"),
        ('name = "x"', "not complete"),
        (SMALL.replace('type = "time"', 'type = "tide"'), "tide"),
        (SMALL.replace("{c}", "{nobody}"), "nobody"),
        (SMALL.replace('name = "t"', 'name = "n"'), "two gaps"),
        (SMALL.replace('kind = "paragraph"', 'kind = "poem"'), "poem"),
    ],
)
def test_a_broken_template_says_what_is_wrong(broken, says):
    with pytest.raises(BadInputError, match=says):
        parse_template(broken)


def test_a_language_without_a_text():
    with pytest.raises(BadInputError, match="pt"):
        fill(TEMPLATES[0], "pt", {}, new_id=new_ids())
