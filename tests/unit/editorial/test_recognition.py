"""Saved pages, mails and word files in three languages, with what they drag along."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.document import BlockKind
from desktop.domain.richtext import MarkKind, RichText
from desktop.editorial.recognition import RawBlock, recognise, to_blocks, with_kept, with_kind, with_start
from tests.unit.editorial import sample_texts as texts
from tests.unit.editorial.reading import kept, kept_kinds, parse_phone, raw_lines, read

LONG = (
    "The region’s ministers met for two days and agreed to share what they know about the routes that people take. " * 2
)


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        (texts.PAHO_STYLE, "en", "headline dateline lead paragraph list-item list-item quote end-mark"),
        (
            texts.SPANISH_FULL,
            "es",
            "headline subhead dateline lead paragraph quote quote subhead paragraph boilerplate boilerplate contact end-mark",
        ),
        (texts.FRENCH, "fr", "headline dateline lead quote paragraph contact"),
        (
            texts.EMBARGO,
            "en",
            "headline dateline lead paragraph end-mark notes-to-editors notes-to-editors " + "contact " * 7,
        ),
        (texts.NO_DATELINE, "en", "headline lead paragraph"),
        (texts.MENU_WITHOUT_BULLETS, "en", "headline dateline lead paragraph"),
        (texts.STRAIGHT_QUOTES, "en", "headline dateline lead quote quote paragraph contact"),
        (texts.TITLE_WITH_DASH, "en", "headline dateline lead paragraph"),
        (texts.DOUBLED_PAGE_TITLE, "es", "headline dateline lead paragraph"),
        (texts.LETTER_ABOVE, "en", "headline dateline lead paragraph end-mark"),
        (texts.STATEMENT_ONLY_QUOTES, "es", "headline lead quote"),
        (texts.CONTACT_WITHOUT_ANYBODY, "en", "headline dateline lead paragraph contact"),
    ],
)
def test_kinds(text, language, kinds):
    found = read(text)
    assert found.language == language
    assert kept_kinds(found) == kinds.split()


@pytest.mark.parametrize(
    ("text", "headline", "dateline", "attrs"),
    [
        (
            texts.PAHO_STYLE,
            "Dengue Cases Fall by a Third in the Andean Countries",
            "Washington, D.C., 19 September 2012 (PAHO/WHO) —",
            {"place": "Washington, D.C.", "date": "2012-09-19"},
        ),
        (
            texts.SPANISH_FULL,
            "Costa Rica y Nicaragua acuerdan un paso ordenado para trabajadores temporales",
            "San José, 26 de mayo de 2020.–",
            {"place": "San José", "date": "2020-05-26"},
        ),
        (texts.EMBARGO, "Remittances to Central America Reach a New High", "GENEVA (ILO News) –", {"place": "GENEVA"}),
        (
            texts.TITLE_WITH_DASH,
            "From Border to Border – A Route Told by Those Who Walk It",
            "Panama City –",
            {"place": "Panama City"},
        ),
        (
            texts.DOUBLED_PAGE_TITLE,
            "Panamá recibe la primera caravana de la salud",
            "Ciudad de Panamá.–",
            {"place": "Ciudad de Panamá"},
        ),
        (
            texts.LETTER_ABOVE,
            "Two Ferries Resume Service Between Chaguaramas and Güiria",
            "Port of Spain, Trinidad and Tobago –",
            {"place": "Port of Spain, Trinidad and Tobago"},
        ),
    ],
)
def test_headline_and_dateline(text, headline, dateline, attrs):
    found = read(text)
    assert kept(found, BlockKind.HEADLINE) == [headline]
    assert kept(found, BlockKind.DATELINE) == [dateline]
    block = next(block for block in found.blocks if block.kind is BlockKind.DATELINE)
    assert dict(block.attrs) == attrs
    (lead,) = kept(found, BlockKind.LEAD)
    assert not lead.startswith(("–", "—", "-", " "))


def test_the_pages_foot_goes():
    found = read(texts.PAHO_STYLE)
    assert "Related news" not in [block.text.text for block in found.blocks if block.is_kept]
    assert found.end == next(i for i, block in enumerate(found.blocks) if block.text.text == "Related news")


def test_speakers_in_spanish_and_those_who_go_on():
    quotes = [dict(block.attrs) for block in read(texts.SPANISH_FULL).blocks if block.kind is BlockKind.QUOTE]
    assert quotes == [{"speaker": "Marcela Quirós Ávila", "title": "jefa de misión de la OIM en Costa Rica"}] * 2
    (french,) = [dict(block.attrs) for block in read(texts.FRENCH).blocks if block.kind is BlockKind.QUOTE]
    assert french == {"speaker": "Marie-Ange Toussaint", "title": "directrice du centre"}


def test_a_quoted_word_is_no_quotation():
    found = read(texts.STRAIGHT_QUOTES)
    assert any('"coyote"' in text for text in kept(found, BlockKind.PARAGRAPH))


def test_an_embargo_is_told_and_not_kept():
    found = read(texts.EMBARGO)
    assert len(found.warnings) == 1
    assert "06:00 GMT, 18 December 2019" in found.warnings[0]
    assert not any(block.is_kept and "EMBARGO" in block.text.text for block in found.blocks)


def test_contact_entries_over_several_lines():
    people = [(c.name, c.email, c.phone, c.organisation) for c in read(texts.EMBARGO).contacts]
    assert people == [
        ("Paula Reyes", "preyes@example.org", "+41227997912", "ILO"),
        ("Tom Baker", "tbaker@example.org", "+41227997913", ""),
    ]


def test_two_people_in_one_sentence():
    people = [(c.name, c.email, c.phone) for c in read(texts.STRAIGHT_QUOTES).contacts]
    assert people == [
        ("Rosa Amelia Pineda", "rpineda@example.org", "+50422165100"),
        ("Luis Mejía", "lmejia@example.org", ""),
    ]


def test_spanish_contact():
    (person,) = read(texts.SPANISH_FULL).contacts
    assert (person.name, person.organisation, person.phone, person.language) == (
        "Jorge Peña Solís",
        "OIM",
        "+50622125300",
        "es",
    )


@pytest.mark.parametrize(
    ("written", "region", "expected"),
    [
        ("2212-5327", "", ""),
        ("2212-5327", "CR", "+50622125327"),
        ("202-555-0143", "", ""),
        ("150 1234 5678", "", ""),
        ("00506 2212 5327", "", "+50622125327"),
        ("+506 2212-5327 ext. 12", "", "+50622125327"),
        ("(506) 2212 5327", "", "+50622125327"),
        ("+41 (0)22 799 79 12", "", "+41227997912"),
    ],
)
def test_a_number_is_right_or_empty(written, region, expected):
    text = f"A Title of Some Length Here\n{LONG}\nFor more information, please contact Ana Mora, Tel: {written}, Email: a@example.org"
    found = read(text, phone_region=region)
    (person,) = found.contacts
    assert person.phone == expected
    assert bool(found.warnings) == (not expected)


def test_hints_of_markup_help():
    raw = [
        RawBlock(RichText.plain("Inicio"), BlockKind.LIST_ITEM),
        RawBlock(RichText.plain("Une nota breve"), BlockKind.HEADLINE, 1),
        RawBlock(RichText.plain("12/03/2021")),
        RawBlock(RichText.plain(LONG)),
        RawBlock(RichText.plain("A second part"), BlockKind.SUBHEAD, 2),
        RawBlock(RichText.plain("Short answer.")),
        RawBlock(RichText.plain("One"), BlockKind.LIST_ITEM),
        RawBlock(RichText.plain("Nobody asked us."), BlockKind.QUOTE),
    ]
    found = recognise(raw, parse_phone=parse_phone)
    assert kept_kinds(found) == ["headline", "lead", "subhead", "paragraph", "list-item", "quote"]


def test_marks_stay_on_their_words():
    text = RichText.plain("Managua –  " + LONG).with_mark(0, 7, MarkKind.STRONG)
    at = text.text.index("ministers")
    text = text.with_mark(at, at + 9, MarkKind.LINK, "https://example.org/")
    found = recognise([RawBlock(RichText.plain("Ministers Meet in Managua")), RawBlock(text)], parse_phone=parse_phone)
    lead = next(block.text for block in found.blocks if block.kind is BlockKind.LEAD)
    (mark,) = lead.marks
    assert lead.text[mark.start : mark.end] == "ministers"


def test_a_moved_start_is_worked_out_anew():
    found = read(texts.LETTER_ABOVE)
    moved = with_start(found, 1)
    assert moved.start == 1
    assert moved.blocks[1].kind is BlockKind.HEADLINE
    assert not moved.blocks[0].is_kept
    assert kept(moved, BlockKind.DATELINE) == kept(found, BlockKind.DATELINE)
    back = with_start(moved, found.start)
    assert kept_kinds(back) == kept_kinds(found)


def test_a_start_at_the_first_paragraph_needs_no_headline():
    found = read(texts.PAHO_STYLE)
    lead = next(i for i, block in enumerate(found.blocks) if block.kind is BlockKind.DATELINE)
    moved = with_start(found, lead)
    assert kept_kinds(moved)[:2] == ["dateline", "lead"]
    assert "No headline was found" in moved.warnings[0]


def test_contacts_follow_a_moved_start():
    found = read(texts.SPANISH_FULL)
    moved = with_start(found, 4)
    (person,) = moved.contacts
    assert "Jorge Peña" in moved.blocks[person.block].text.text


def test_a_chosen_kind_stays():
    found = with_kind(read(texts.NO_DATELINE), 2, BlockKind.NOTES)
    assert found.blocks[2].kind is BlockKind.NOTES
    assert with_start(found, 1).blocks[2].kind is BlockKind.NOTES
    assert with_kind(read(texts.PAHO_STYLE), 0, BlockKind.SUBHEAD).start == 0


def test_a_block_can_be_left_out():
    found = with_kept(read(texts.NO_DATELINE), 2, is_kept=False)
    assert found.end == 2
    assert len(to_blocks(found, iter("abc").__next__)) == 2


def test_nothing_and_almost_nothing():
    assert read("").blocks == ()
    assert read("").warnings
    assert kept_kinds(read("\n \n")) == []
    assert read("\n \n").warnings
    assert kept_kinds(read("One Line That Could Be a Headline")) == ["headline"]


def test_a_line_of_ten_megabytes():
    for piece in ("palabra ", "“a” ", "1 2 ", "a", " - ", "Ana Mora ", "a@"):
        line = piece * (10_000_000 // len(piece))
        found = read("A Headline of Some Length\n" + line)
        assert found.start == 0


TEXT_LINES = st.lists(
    st.one_of(
        st.text(max_size=80),
        st.sampled_from(
            [line for name in dir(texts) if name.isupper() for line in getattr(texts, name).splitlines()]
            + ["-", "###", "“", "Managua –", "About IOM", "Contact:", "+506", "Embargo"]
        ),
    ),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(TEXT_LINES, st.integers(min_value=0, max_value=40))
def test_no_line_is_lost_and_nothing_breaks(given_lines, start):
    found = recognise([RawBlock(RichText.plain(line)) for line in given_lines], parse_phone=parse_phone)
    assert {block.raw for block in found.blocks} == set(range(len(found.raw)))
    assert [block.raw for block in found.blocks] == sorted(block.raw for block in found.blocks)
    for contact in found.contacts:
        assert found.blocks[contact.block].is_kept
    if found.blocks:
        moved = with_start(found, start % len(found.blocks))
        assert {block.raw for block in moved.blocks} == set(range(len(found.raw)))
        assert not any(
            block.is_kept for block in moved.blocks if block.raw < found.blocks[start % len(found.blocks)].raw
        )


@settings(max_examples=50, deadline=None)
@given(TEXT_LINES)
def test_what_was_recognised_is_the_same_when_read_again(given_lines):
    text = "\n".join(given_lines)
    assert recognise(raw_lines(text), parse_phone=parse_phone) == recognise(raw_lines(text), parse_phone=parse_phone)
