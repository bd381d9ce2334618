"""Counts, and the sentence that says whom to ask."""

from datetime import date

import pytest

from desktop.domain.contact import Contact, EmailAddress, Phone, Role
from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import MarkKind, RichText
from desktop.editorial.contact_block import contact_block, contact_sentence, contacts_paragraph, spaced_phone
from desktop.editorial.counts import Counts, count, count_sentences, count_words
from desktop.editorial.written_values import write_date, write_number

ANA = Contact(
    "c1",
    "Ana",
    "Mora Ñúñez",
    emails=(EmailAddress("private@example.org"), EmailAddress("press@example.org", is_public=True)),
    phones=(Phone("+50680000000", is_do_not_contact=True), Phone("+50622125337", extension="12")),
    roles=(
        Role("o0", "Old Office", "Intern", to_on=date(2010, 1, 1)),
        Role("o1", "IOM", "Press Officer"),
    ),
)


def text_of(*texts):
    return Document(
        "d", "en", tuple(Block(str(i), BlockKind.PARAGRAPH, RichText.plain(t)) for i, t in enumerate(texts))
    )


@pytest.mark.parametrize(
    ("text", "words", "sentences"),
    [
        ("One two three.", 3, 1),
        ("Managua – the capital. It rains!", 5, 2),
        ("Dr. Swing met Ms. Pérez in the U.S. Embassy.", 9, 1),
        ("«¿Quién viene?» ¡Nadie!", 3, 2),
        ("Some 80% of 2,100 migrants’ well-being", 6, 1),
        ("— … –", 0, 1),
        ("The Art. 5 applies. So does núm. 7.", 8, 2),
    ],
)
def test_words_and_sentences(text, words, sentences):
    assert count_words(text) == words
    assert count_sentences(text) == sentences


def test_counts_of_a_document():
    assert count(Document("d", "en")) == Counts()
    made = count(text_of("A title", "One sentence. Another one."))
    assert made == Counts(words=6, characters=33, sentences=3, reading_minutes=1)
    assert count(text_of(*["word " * 100] * 5)).reading_minutes == 3
    end = Document("d", "en", (Block("e", BlockKind.END_MARK, RichText.plain("ENDS")),))
    assert count(end) == Counts()


def test_a_contact_sentence():
    text = contact_sentence(ANA, "en")
    assert text.text == (
        "For more information, please contact Ana Mora Ñúñez, Press Officer, IOM, "
        "Tel: +506 2212 5337 ext. 12, Email: press@example.org."
    )
    (link,) = text.marks_of(MarkKind.LINK)
    assert link.value == "mailto:press@example.org"
    protected = [text.text[m.start : m.end] for m in text.marks_of(MarkKind.PROTECTED)]
    assert protected == ["+506 2212 5337 ext. 12", "press@example.org"]


@pytest.mark.parametrize("language", ["en", "es", "fr", "es-CR"])
def test_every_language_carries_the_same_facts(language):
    text = contact_sentence(ANA, language).text
    for fact in ("Ana Mora Ñúñez", "Press Officer", "IOM", "+506 2212 5337", "press@example.org"):
        assert fact in text
    assert "private@example.org" not in text
    assert "8000" not in text
    assert "{" not in text


def test_several_people_and_nobody():
    other = Contact("c2", "Luis", "Mejía", emails=(EmailAddress("l@example.org", is_do_not_contact=True),))
    text = contacts_paragraph((ANA, other), "en").text
    assert text.endswith("; Luis Mejía.")
    assert contacts_paragraph((), "en") == RichText()
    only_address = Contact("c3", emails=(EmailAddress("desk@example.org"),))
    assert contact_sentence(only_address, "en").text.count("desk@example.org") == 1


def test_a_contact_block_knows_whose_it_is():
    block = contact_block(ANA, "en", "b1")
    assert (block.id, block.kind, block.attr("contact")) == ("b1", BlockKind.CONTACT, "c1")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("+50622125337", "+506 2212 5337"),
        ("+12025550143", "+1 202 555 0143"),
        ("+34912345678", "+34 912 345 678"),
        ("+41227997912", "+41 227 997 912"),
        ("call me", "call me"),
        ("+5062", "+5062"),
    ],
)
def test_numbers_are_spaced(number, expected):
    assert spaced_phone(number) == expected


def test_dates_and_numbers_by_language():
    on = date(2020, 5, 26)
    assert write_date(on, "es") == "26 de mayo de 2020"
    assert write_date(on, "nowhere") == "26 May 2020"
    assert write_number("2.4", "es") == "2,4"
    assert write_number("750000", "es") == "750.000"
    assert write_number("750000", "en") == "750,000"
    assert write_number("many", "es") == "many"
    assert write_number("NaN", "es") == "NaN"
