from __future__ import annotations

import pytest

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import RichText
from desktop.editorial.headline import HeadlineLimits, HeadlineState, headline_length, read_limits
from desktop.editorial.readability import readability
from desktop.editorial.syllables import english_syllables, spanish_syllables

SPANISH = """a-é-re-o pa-ís ciu-dad prohi-bir bú-ho gue-rra quien pin-güi-no mi-gra-ción mi-gra-cio-nes rey y le-er po-e-ta
vein-tiu-no dí-a con-ti-nú-a a-ho-ra a-hí de-sahu-cio des-pla-za-dos hués-ped o-cé-a-no a-ve-ri-guáis U-ru-guay
chi-i-ta re-fu-gia-das re-gión Ni-ca-ra-gua cuí-da-te cons-truir se-guir ra-íz Ma-rí-a bio-lo-gí-a es-toy hoy vo-ces
trans-mi-tió le-í-do ve-hí-cu-lo al-co-hol hu-ir"""
#: The last one's own dictionary form is one syllable by the rule of two weak vowels.
SPANISH_LINES = [word for word in SPANISH.split() if word != "hu-ir"]

ENGLISH = {
    "migration": 3, "migrants": 2, "organization": 5, "countries": 2, "displaced": 2, "table": 2, "people": 2, "created": 3,
    "wanted": 2, "worked": 1, "agency": 3, "situation": 4, "social": 2, "humanitarian": 6, "development": 4, "officials": 3,
    "director": 3, "general": 3, "challenges": 3, "houses": 2, "makes": 1, "places": 2, "million": 2, "various": 3, "being": 2,
    "rescued": 2, "trafficking": 3, "vulnerable": 4, "Caribbean": 4, "American": 4, "government": 3, "conference": 3,
    "little": 2, "while": 1, "home": 1, "communities": 4, "asylum": 3, "refugees": 3, "because": 2, "protected": 3, "agreed": 2,
    "services": 3, "changes": 2, "used": 1, "united": 3, "international": 5, "assistance": 3, "the": 1, "nation’s": 2,
}  # fmt: skip


@pytest.mark.parametrize("parted", SPANISH_LINES)
def test_spanish_syllables(parted: str) -> None:
    assert spanish_syllables(parted.replace("-", "")) == parted.count("-") + 1


@pytest.mark.parametrize("word", sorted(ENGLISH))
def test_english_syllables(word: str) -> None:
    assert english_syllables(word) == ENGLISH[word]


def test_a_word_without_vowels_is_one_syllable_and_a_sign_none() -> None:
    assert (spanish_syllables("DNI"), spanish_syllables("ZX"), spanish_syllables("–")) == (1, 1, 0)
    assert (english_syllables("NGO"), english_syllables("xz"), english_syllables("–")) == (1, 1, 0)


def document(language: str, *texts: str) -> Document:
    blocks = [Block(str(n), BlockKind.PARAGRAPH, RichText.plain(text)) for n, text in enumerate(texts)]
    blocks.append(Block("c", BlockKind.CONTACT, RichText.plain("Internationalisation Organisation: Bartholomew")))
    return Document("d", language, tuple(blocks))


def test_flesch_as_the_formula_says() -> None:
    # 40 words of one syllable in 4 sentences: 206.835 - 84.6 * 1 - 1.015 * 10
    found = readability(document("en-GB", "The cat sat on the mat in the old barn. " * 4))
    assert found is not None
    assert (found.words, found.sentences, found.syllables) == (40, 4, 40)
    assert found.scores[0].formula == "Flesch"
    assert found.scores[0].value == pytest.approx(112.085)
    assert found.scores[0].band == "very easy"


def test_spanish_formulas_and_band() -> None:
    # 40 words of 76 syllables in 4 sentences
    found = readability(document("es", "La gente del sur trabaja cada semana con mucha paciencia. " * 4))
    assert found is not None
    assert (found.words, found.sentences, found.syllables) == (40, 4, 76)
    main, other = found.scores
    assert (main.formula, other.formula) == ("Szigriszt-Pazos", "Fernández-Huerta")
    assert main.value == pytest.approx(206.835 - 62.3 * 1.9 - 10)
    assert other.value == pytest.approx(206.84 - 60 * 1.9 - 1.02 * 10)
    assert main.band == "fairly easy"


def test_no_score_for_too_short_a_text_or_a_language_without_a_formula() -> None:
    assert readability(document("en", "Too short.")) is None
    assert readability(document("fr", "Une phrase assez longue pour compter. " * 20)) is None
    assert readability(Document("d", "en", ())) is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", HeadlineState.EMPTY),
        ("Offices open", HeadlineState.GOOD),
        ("x" * 81, HeadlineState.LONG),
        ("a b c d e f g h i j k l m n o p q", HeadlineState.LONG),
        ("x" * 111, HeadlineState.TOO_LONG),
    ],
)
def test_headline(text: str, state: HeadlineState) -> None:
    block = Block("h", BlockKind.HEADLINE, RichText.plain(text))
    found = headline_length(Document("d", "en", (block,)), HeadlineLimits())
    assert found is not None
    assert (found.state, found.characters) == (state, len(text))


def test_a_text_without_a_headline_block_has_no_meter() -> None:
    assert headline_length(Document("d", "en", ()), HeadlineLimits()) is None


def test_limits_from_a_setting() -> None:
    assert read_limits("60,90") == HeadlineLimits(60, 90, 12)
    for nonsense in ("", "x", "90,60", "0,5", "1,2,3", "-1,5"):
        assert read_limits(nonsense) == HeadlineLimits()
