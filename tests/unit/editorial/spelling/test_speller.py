from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.editorial.spelling.dictionary import VARIETIES, variety_of
from desktop.editorial.spelling.misspellings import misspellings
from desktop.editorial.spelling.rechecking import Checked, recheck
from desktop.editorial.spelling.speller import KnownWord, Speller, WordLists
from tests.unit.editorial.spelling.small_dictionary import find


def speller(lists: WordLists | None = None, **chosen: str) -> Speller:
    return Speller(find, lists, chosen)


def test_capitals_apostrophes_and_possessives() -> None:
    right = ["the", "The", "THE", "don't", "Geneva", "Geneva's", "migrant's", "government"]
    wrong = ["goverment", "geneva", "Genevas's"]
    each = speller()
    assert [word for word in right if not each.is_right(word, "en")] == []
    assert [word for word in wrong if each.is_right(word, "en")] == []


def test_french_elision() -> None:
    assert speller().is_right("l'organisation", "fr")
    assert speller().is_right("d'organisation", "fr")
    assert not speller().is_right("l'organistion", "fr")


def test_a_word_in_two_scripts_is_wrong_even_where_it_looks_right() -> None:
    assert not speller().is_right("migr\u0430nt", "en")


def test_a_language_without_a_dictionary_has_no_wrong_words() -> None:
    assert speller().is_right("Fluchtlinge", "de")
    assert speller().suggest("Fluchtlinge", "de") == ()
    assert not speller().has_dictionary("de")
    nothing = Speller(lambda _variety: None)
    assert nothing.is_right("goverment", "en")
    assert not nothing.has_dictionary("en")


@pytest.mark.parametrize(
    ("chosen", "right", "wrong"),
    [
        ("", ["organize", "organise", "organization", "size"], []),
        ("en-GB-oxendict", ["organize", "organization"], []),
        ("en-GB", ["organise", "organisation", "size"], ["organize", "organization", "Organizations"]),
    ],
)
def test_varieties_of_english(chosen: str, right: list[str], wrong: list[str]) -> None:
    each = speller(en=chosen)
    assert [word for word in right if not each.is_right(word, "en")] == []
    assert [word for word in wrong if each.is_right(word, "en")] == []


def test_the_refused_form_is_answered_with_the_varietys_own() -> None:
    assert speller(en="en-GB").suggest("organization", "en")[0] == "organisation"


def test_a_texts_own_tag_goes_before_the_offices_variety() -> None:
    found = variety_of("en-US", "en-GB")
    assert found is not None
    assert found.code == "en-US"
    assert variety_of("en", "en-GB") == VARIETIES["en"][1]
    assert variety_of("es-XX", "es-MX") == next(each for each in VARIETIES["es"] if each.code == "es-MX")
    assert variety_of("sw") is None


def test_what_somebody_added() -> None:
    lists = WordLists(
        personal=frozenset({KnownWord.of("resiliencia", "es"), KnownWord.of("Solís", "es")}),
        office=frozenset({KnownWord.of("NRC", "en")}),
        names=frozenset({"Ortega"}),
        terms={"en": frozenset({"refoulement"})},
    )
    each = speller(lists)
    assert each.is_right("resiliencia", "es")
    assert each.is_right("Resiliencia", "es")
    assert not each.is_right("resiliencia", "en"), "a common word counts in its own language"
    assert each.is_right("Solís", "en"), "a name counts in every language"
    assert not each.is_right("solís", "es"), "but keeps its capital"
    assert each.is_right("SOLÍS", "es")
    assert each.is_right("Ortega's", "en")
    assert each.is_right("refoulement", "en")
    assert not each.is_right("refoulement", "es")


def test_names_are_suggested_for_names() -> None:
    each = speller(WordLists(names=frozenset({"Gutierrez"})))
    assert each.suggest("Gutierez", "en") == ("Gutierrez",)


# -- suggestions ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "language", "meant"),
    [
        ("goverment", "en", "government"),
        ("Goverment", "en", "Government"),
        ("GOVERMENT", "en", "GOVERNMENT"),
        ("recieve", "en", "receive"),
        ("geneva", "en", "Geneva"),
        ("alot", "en", "a lot"),
        ("dont", "en", "don't"),
        ("govierno", "es", "gobierno"),
        ("migracion", "es", "migración"),
        ("organisasion", "es", "organización"),
        ("recivir", "es", "recibir"),
        ("ninios", "es", "niños"),
    ],
)
def test_the_first_suggestion(word: str, language: str, meant: str) -> None:
    assert speller().suggest(word, language)[0] == meant


def test_suggestions_are_known_few_and_never_the_word_itself() -> None:
    each = speller()
    for word in ("goverment", "x" * 40, "zzzz", "migrantt", "th", "'"):
        found = each.suggest(word, "en")
        assert len(found) <= 5
        assert word not in found
        assert all(each.is_right(part, "en") for text in found for part in text.split())


# -- documents --------------------------------------------------------------------------------------------------


def block(id_: str, text: str, kind: BlockKind = BlockKind.PARAGRAPH, *marks: Mark, **attrs: str) -> Block:
    return Block(id_, kind, RichText.of(text, marks), tuple(sorted(attrs.items())))


def test_each_mark_in_its_own_language_and_gaps_not_at_all() -> None:
    text = "the goverment de la migracion and [Ciudda] of Ruvn"
    marks = (
        Mark(14, 29, MarkKind.LANGUAGE, "es"),
        Mark(34, 42, MarkKind.PLACEHOLDER, "city"),
        Mark(46, 50, MarkKind.PROTECTED, "name"),
    )
    document = Document(
        "d", "en", (block("p", text, BlockKind.PARAGRAPH, *marks), block("e", "ZZ endd", BlockKind.END_MARK))
    )
    found = [(m.word, m.language, text[m.start : m.end]) for m in misspellings(document, speller())]
    assert found == [("goverment", "en", "goverment"), ("migracion", "es", "migracion")]


def test_the_wrong_part_of_a_compound_is_the_misspelling() -> None:
    document = Document("d", "en", (block("p", "well-knwon co-operation re-known pro-Geneva"),))
    assert [m.word for m in misspellings(document, speller())] == ["knwon"]


def test_names_that_the_text_itself_gives_are_right() -> None:
    document = Document(
        "d",
        "en",
        (
            block("p", "The office of Zelaya and Brizuela and Quispe"),
            block("q", "“The government can receive migrants for the office,” said Iván Brizuela.", BlockKind.QUOTE),
            block("q2", "“They can.”", BlockKind.QUOTE, speaker="Rosa Quispe"),
            block("c", "For the office: Ana Zelaya, azelaya@x.org", BlockKind.CONTACT),
        ),
    )
    assert misspellings(document, speller()) == ()
    without = Document("d", "en", document.blocks[:1])
    assert [m.word for m in misspellings(without, speller())] == ["Zelaya", "Brizuela", "Quispe"]


def test_ignored_words() -> None:
    document = Document("d", "en", (block("p", "the goverment"),))
    assert misspellings(document, speller(), frozenset({"goverment"})) == ()


class CountingSpeller(Speller):
    """Counts what is looked up."""

    asked = 0

    def is_right(self, word: str, language: str) -> bool:
        self.asked += 1
        return super().is_right(word, language)


def test_only_changed_blocks_are_looked_at_again() -> None:
    each = CountingSpeller(find)
    document = Document("d", "en", (block("a", "the goverment"), block("b", "of migrants")))
    first = recheck(document, each, frozenset(), Checked())
    assert [m.word for m in first.found] == ["goverment"]
    assert each.asked == 4
    again = recheck(document, each, frozenset(), first)
    assert again == first
    assert each.asked == 4
    edited = replace(document, blocks=(document.blocks[0], block("b", "of migrnts")))
    second = recheck(edited, each, frozenset(), first)
    assert [m.word for m in second.found] == ["goverment", "migrnts"]
    assert each.asked == 6
    ignoring = recheck(edited, each, frozenset({"goverment"}), second)
    assert [m.word for m in ignoring.found] == ["migrnts"]
    gone = recheck(Document("d", "en", ()), each, frozenset(), second)
    assert gone.found == ()
