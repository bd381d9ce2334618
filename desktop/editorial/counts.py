"""How long a text is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.domain.document import BlockKind, Document

WORDS_PER_MINUTE = 200
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’»)\]]*+(?=\s++[\"“‘«¿¡(\[]*+[A-ZÀ-Þ0-9])")
_LAST_WORD = re.compile(r"\w+$")
_LONGEST_ABBREVIATION = 6
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr dra sr sra srta prof no núm vs st art párr pág vol gen col ee inc ltd jr st lic ing mme".split()  # noqa: SIM905 - a list of words reads best as words
)


@dataclass(frozen=True, slots=True)
class Counts:
    """``characters`` with spaces, without line ends; ``reading_minutes`` rounded up, 0 for an empty text."""

    words: int = 0
    characters: int = 0
    sentences: int = 0
    reading_minutes: int = 0


def count(document: Document) -> Counts:
    """Counts over all blocks but end marks. A word is what stands between spaces and has a letter or a digit."""
    words = characters = sentences = 0
    for block in document.blocks:
        text = block.text.text
        if not text or block.kind is BlockKind.END_MARK:
            continue
        in_block = count_words(text)
        words += in_block
        characters += len(text)
        sentences += count_sentences(text) if in_block else 0
    return Counts(words, characters, sentences, -(-words // WORDS_PER_MINUTE))


def count_words(text: str) -> int:
    """Words of a text; dashes and signs that stand alone are none."""
    return sum(1 for token in text.split() if token.isalnum() or any(sign.isalnum() for sign in token))


def count_sentences(text: str) -> int:
    """Sentences of a text with words: a good estimate for a counter, not what the translator's cutter uses."""
    ends = 1
    for match in _SENTENCE_END.finditer(text):
        before = text[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()]
        word = _LAST_WORD.search(before)
        ends += word is None or (len(word[0]) > 1 and word[0].casefold() not in _ABBREVIATIONS)
    return ends
