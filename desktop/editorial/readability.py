"""How easy a text is to read, by the formulas of its language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from desktop.domain.document import BlockKind, Document
from desktop.editorial.counts import count_sentences
from desktop.editorial.syllables import SYLLABLES
from desktop.i18n import N_

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: A name or a phone number is no sentence.
_NOT_PROSE = frozenset({BlockKind.END_MARK, BlockKind.CONTACT, BlockKind.DATELINE, BlockKind.IMAGE})
#: Fewer words say nothing.
ENOUGH_WORDS = 30

#: Lowest score of each band, from hard to easy. English: Flesch (1949). Spanish: the INFLESZ scale (Barrio Cantalejo 2008).
_FLESCH = (
    (float("-inf"), N_("very difficult")),
    (30, N_("difficult")),
    (50, N_("fairly difficult")),
    (60, N_("standard")),
    (70, N_("fairly easy")),
    (80, N_("easy")),
    (90, N_("very easy")),
)
_INFLESZ = (
    (float("-inf"), N_("very difficult")),
    (40, N_("somewhat difficult")),
    (55, N_("normal")),
    (65, N_("fairly easy")),
    (80, N_("very easy")),
)


@dataclass(frozen=True, slots=True)
class Score:
    """One formula's answer: 0 is hard, 100 easy, and both ends may be passed. ``band`` is to be translated."""

    formula: str
    value: float
    band: str = ""


@dataclass(frozen=True, slots=True)
class Readability:
    """``scores`` has the language's main formula first. ``words_a_sentence`` and ``syllables_a_word`` explain it."""

    scores: tuple[Score, ...]
    words: int
    sentences: int
    syllables: int

    @property
    def words_a_sentence(self) -> float:
        """Words of an average sentence."""
        return self.words / self.sentences

    @property
    def syllables_a_word(self) -> float:
        """Syllables of an average word."""
        return self.syllables / self.words


def readability(document: Document) -> Readability | None:
    """The scores of a document's prose; ``None`` for a language without a formula and for too short a text."""
    language = document.language.split("-", 1)[0]
    if language not in SYLLABLES:
        return None
    words = sentences = syllables = 0
    for block in document.blocks:
        if block.kind in _NOT_PROSE:
            continue
        in_block = _measure(block.text.text, language)
        words, sentences, syllables = (words + in_block[0], sentences + in_block[1], syllables + in_block[2])
    if words < ENOUGH_WORDS:
        return None
    return Readability(_scores(language, words, sentences, syllables), words, sentences, syllables)


@lru_cache(maxsize=2048)
def _measure(text: str, language: str) -> tuple[int, int, int]:
    """Words, sentences and syllables of one block; remembered, because typing changes one block at a time."""
    found = _WORD.findall(text)
    return (len(found), count_sentences(text), sum(map(SYLLABLES[language], found))) if found else (0, 0, 0)


def _scores(language: str, words: int, sentences: int, syllables: int) -> tuple[Score, ...]:
    per_word, per_sentence = syllables / words, words / sentences
    if language == "es":
        szigriszt = 206.835 - 62.3 * per_word - per_sentence  # Szigriszt-Pazos 1993
        # Fernández-Huerta 1959, with the printing error of the sentence term corrected (sentences per 100 words as words per sentence)
        huerta = 206.84 - 60 * per_word - 1.02 * per_sentence
        return (Score("Szigriszt-Pazos", szigriszt, _band(szigriszt, _INFLESZ)), Score("Fernández-Huerta", huerta))
    flesch = 206.835 - 84.6 * per_word - 1.015 * per_sentence  # Flesch 1948
    return (Score("Flesch", flesch, _band(flesch, _FLESCH)),)


def _band(value: float, bands: tuple[tuple[float, str], ...]) -> str:
    for (_low, words), (high, _next) in pairwise((*bands, (float("inf"), ""))):
        if value < high:
            return words
    return bands[-1][1]
