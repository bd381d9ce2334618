from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.release import ReleaseStatus
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.publishing.docx_writer import write_docx
from desktop.publishing.html_writer import write_html
from desktop.publishing.page import (
    EndMark,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Section,
    SectionKind,
    Subhead,
)
from desktop.publishing.render_tree import build_line, build_page
from desktop.publishing.text_writer import write_text
from tests.unit.publishing.material import ARABIC, HEBREW, K, block, document, embargoed, imprint, seed, spanish


def kinds(page):
    return [type(part) for part in page.parts]


def test_the_seed_becomes_headline_lead_body_quotes_end_mark_and_contacts():
    page = build_page(seed(), imprint())
    assert isinstance(page.parts[0], Heading)
    lead = page.parts[1]
    assert isinstance(lead, Paragraph)
    assert lead.is_lead
    assert lead.line.text.startswith("Nicaragua - Officials from the 11 countries")
    assert [run.is_dateline for run in lead.line.runs] == [True, True, False]
    quote = next(part for part in page.parts if isinstance(part, Quote))
    assert len(quote.lines) == 3
    assert kinds(page)[-2:] == [EndMark, Section]
    contacts = page.parts[-1]
    assert contacts.heading == "Media contacts"
    assert contacts.parts[0].line.runs[1].link == "http://www.rcmvs.org/"


def test_a_full_spanish_release_has_all_its_parts_in_order():
    page = build_page(spanish(), imprint())
    assert kinds(page) == [
        Heading,
        Subhead,
        Paragraph,
        Paragraph,
        Quote,
        Paragraph,
        Listing,
        Picture,
        Paragraph,
        Section,
        EndMark,
        Section,
        Section,
    ]
    assert [part.kind for part in page.parts if isinstance(part, Section)] == [
        SectionKind.ABOUT,
        SectionKind.NOTES,
        SectionKind.CONTACTS,
    ]
    notes = page.parts[-2]
    assert notes.heading == "Notas para la redacción"
    assert [type(part) for part in notes.parts] == [Paragraph, Listing]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "EMBARGOED until 26 June 2026, 14:00 (Managua, UTC-6)"),
        ("es", "EMBARGADO hasta el 26 de junio de 2026, 14:00 (Managua, UTC-6)"),
    ],
)
def test_an_embargo_is_told_in_the_language_of_the_text_and_the_hour_of_its_zone(language, line):
    page = build_page(document(language, block(K.HEADLINE, "x")), embargoed())
    assert page.release_line == line
    assert page.is_embargoed


@pytest.mark.parametrize(
    ("zone", "label"),
    [
        ("", "(UTC)"),
        ("No/Such", "(UTC)"),
        ("../etc", "(UTC)"),
        ("Asia/Kolkata", "(Kolkata, UTC+5:30)"),
        ("Europe/Zurich", "(Zurich, UTC+2)"),
        ("Etc/GMT+6", "(UTC-6)"),
    ],
)
def test_zones_are_named_by_city_and_offset(zone, label):
    page = build_page(document("en"), embargoed(embargo_zone=zone))
    assert page.release_line.endswith(label)


def test_a_released_text_is_no_longer_embargoed_and_a_withdrawn_one_says_so():
    at = datetime(2026, 6, 26, 20, tzinfo=UTC)
    released = build_page(document("en"), imprint(embargo_at=at, status=ReleaseStatus.RELEASED))
    assert released.release_line == "FOR IMMEDIATE RELEASE"
    withdrawn = build_page(document("en"), imprint(status=ReleaseStatus.WITHDRAWN))
    assert withdrawn.release_line == "WITHDRAWN – please do not use"


def test_words_follow_the_document_not_the_interface():
    page = build_page(spanish(), imprint(is_approved=False, type="statement"))
    assert (page.draft_band, page.type_label) == ("BORRADOR – sin aprobar", "DECLARACIÓN")
    assert page.number_and_date == "N.º 2026/14 · 26 de junio de 2026"
    assert build_page(spanish(), imprint()).draft_band == ""


def test_american_english_keeps_its_own_date():
    assert build_page(document("en-US"), imprint()).date_line == "June 26, 2026"


def test_a_dateline_without_a_dash_gets_one_and_one_without_a_paragraph_stands_alone():
    page = build_page(document("en", block(K.DATELINE, "Geneva"), block(K.PARAGRAPH, "Text.")), imprint())
    assert page.parts[0].line.text == "Geneva – Text."
    alone = build_page(document("en", block(K.DATELINE, "Geneva –"), block(K.QUOTE, "“Yes”.")), imprint())
    assert alone.parts[0].line.text == "Geneva –"


def test_an_end_mark_of_the_document_is_kept_and_not_doubled():
    page = build_page(document("en", block(K.PARAGRAPH, "Text."), block(K.END_MARK, "ENDS")), imprint())
    assert [part.text for part in page.parts if isinstance(part, EndMark)] == ["ENDS"]
    assert build_page(document("en"), imprint()).parts == ()


def test_a_heading_typed_by_the_author_is_not_doubled():
    page = build_page(document("en", block(K.NOTES, "NOTES TO EDITORS:"), block(K.NOTES, "One.")), imprint())
    section = page.parts[-1]
    assert section.heading == "NOTES TO EDITORS"
    assert [part.line.text for part in section.parts] == ["One."]


def test_attribution_stands_only_where_the_text_does_not_name_the_speaker():
    named = block(K.QUOTE, "Ana Peña said: “Yes”.", speaker="Ana Peña", title="Chair")
    unnamed = block(K.QUOTE, "“Yes”.", speaker="Ana Peña", title="Chair")
    page = build_page(document("en", named, block(K.PARAGRAPH, "x"), unnamed, unnamed), imprint())
    quotes = [part for part in page.parts if isinstance(part, Quote)]
    assert [(len(quote.lines), quote.attribution) for quote in quotes] == [(1, ""), (2, "Ana Peña, Chair")]


def test_empty_blocks_take_no_room_but_pictures_do():
    page = build_page(document("en", block(K.PARAGRAPH, " \u2028 "), block(K.IMAGE, alt="A boat")), imprint())
    assert [type(part) for part in page.parts] == [Picture, EndMark]
    assert page.parts[0].placeholder == "[Image: A boat]"


def test_directions_are_found_by_the_letters():
    line = build_line(RichText.plain(f"The name {ARABIC} and {HEBREW}."), "en")
    assert line.direction == "ltr"
    assert [run.text for run in line.runs if run.direction == "rtl"] == [ARABIC, HEBREW]
    assert build_line(RichText.plain(f"“{ARABIC}” means IOM"), "en").direction == "rtl"
    assert build_page(document("ar-EG"), imprint()).direction == "rtl"


def test_missing_translations_and_gaps_are_told_apart():
    text = RichText.of(
        "[City] rest", (Mark(0, 6, MarkKind.PLACEHOLDER, "City"), Mark(7, 11, MarkKind.PROTECTED, "untranslated"))
    )
    runs = build_line(text, "en").runs
    assert [(run.gap, run.is_untranslated) for run in runs] == [("City", False), ("", False), ("", True)]


marks = st.builds(
    Mark,
    st.integers(0, 30),
    st.integers(0, 30),
    st.sampled_from(MarkKind),
    st.sampled_from(["", "en", "https://example.org", "untranslated"]),
)


@given(st.text(max_size=30), st.lists(marks, max_size=6))
def test_a_line_loses_no_printable_character(text, some_marks):
    line = build_line(RichText.of(text, some_marks), "es")
    assert sorted(c for c in line.text if c.isprintable() and c != "\ufffd" and not c.isspace()) == sorted(
        c for c in text if c.isprintable() and c != "\ufffd" and not c.isspace()
    )
    line.text.encode("utf-8")


@pytest.mark.parametrize(
    ("at", "zone", "language", "wanted"),
    [
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/Madrid", "es", "02:30 (Madrid, UTC+2)"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Europe/Madrid", "es", "02:30 (Madrid, UTC+1)"),
        (datetime(2026, 11, 1, 12, tzinfo=UTC), "America/New_York", "en", "1 November 2026, 07:00 (New York, UTC-5)"),
        (datetime(2026, 10, 31, 12, tzinfo=UTC), "America/New_York", "fr", "31 octobre 2026, 08:00 (New York, UTC-4)"),
        (datetime(2026, 7, 1, 18, tzinfo=UTC), "America/Managua", "es", "1 de julio de 2026, 12:00 (Managua, UTC-6)"),
    ],
)
def test_an_embargo_says_its_hour_right_on_both_sides_of_a_clock_change_in_every_format(at, zone, language, wanted):
    page = build_page(document(language, block(K.HEADLINE, "x")), embargoed(embargo_at=at, embargo_zone=zone))
    assert wanted in page.release_line
    assert page.release_line in write_html(page).decode()
    assert page.release_line.split(" (")[0] in " ".join(write_text(page).decode().split())
    with zipfile.ZipFile(io.BytesIO(write_docx(page))) as archive:
        assert page.release_line in archive.read("word/document.xml").decode()
