"""A synthetic press memory: sentences from templates and free prose, words by Zipf's law, names, figures, repeats."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate

from desktop.domain.richtext import RichText
from desktop.domain.unit import TranslationUnit, UnitOrigin

_SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "la",
    "me",
    "ni",
    "po",
    "ru",
    "sa",
    "te",
    "vi",
    "co",
    "da",
    "el",
    "mi",
    "or",
    "pra",
    "ten",
    "si",
    "on",
    "al",
    "ver",
    "ter",
    "ma",
    "re",
    "ca",
    "lo",
    "un",
]
_GRAMMAR = {
    "en": [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "that",
        "is",
        "for",
        "on",
        "with",
        "as",
        "by",
        "at",
        "from",
        "has",
        "be",
        "it",
        "are",
        "was",
        "which",
        "this",
    ],
    "es": [
        "de",
        "la",
        "que",
        "el",
        "en",
        "y",
        "a",
        "los",
        "se",
        "del",
        "las",
        "un",
        "por",
        "con",
        "una",
        "su",
        "para",
        "es",
        "al",
        "lo",
        "como",
        "más",
    ],
}
_LENGTHS = ((2, 3), (3, 3), (4, 3), (5, 3), (8, 8), (14, 20), (20, 25), (26, 20), (34, 12), (48, 3))
_VOCABULARY = 60_000


class Language:
    """A vocabulary whose n-th word is about 1/n as frequent as the first."""

    def __init__(self, code: str, seed: int) -> None:
        self.code = code
        chance = random.Random(seed)
        made = {"".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4)))) for _ in range(_VOCABULARY)}
        words = sorted(made)
        chance.shuffle(words)
        self.words = [*_GRAMMAR[code], *words]
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))

    def word(self, chance: random.Random) -> str:
        return self.words[bisect(self._weights, chance.random() * self._weights[-1])]

    def sentence(self, chance: random.Random, length: int) -> str:
        words = [self.word(chance) for _ in range(length)]
        for at, word in enumerate(words):
            drawn = chance.random()
            if drawn < 0.06:
                words[at] = word.capitalize()
            elif drawn < 0.09:
                words[at] = str(chance.randint(2, 90_000))
        text = " ".join(words)
        return text[:1].upper() + text[1:] + ("." if length > 6 else "")


def pairs(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """English and Spanish sentences; about one in seven is an earlier one with some words or figures changed."""
    english, spanish, chance = Language("en", 5), Language("es", 6), random.Random(seed)
    lengths, weights = zip(*_LENGTHS, strict=True)
    recent: list[tuple[str, str]] = []
    for _ in range(count):
        if recent and chance.random() < 0.14:
            source, target = chance.choice(recent)
            yield changed(source, english, chance), changed(target, spanish, chance)
            continue
        length = chance.choices(lengths, weights)[0]
        pair = english.sentence(chance, length), spanish.sentence(chance, round(length * 1.1) or 1)
        if len(recent) < 5_000:
            recent.append(pair)
        elif chance.random() < 0.05:
            recent[chance.randrange(len(recent))] = pair
        yield pair


def changed(text: str, language: Language, chance: random.Random) -> str:
    """A sentence of the same mould: one word in eight is another, is left out, or has one beside it."""
    words = text.split()
    for _ in range(max(1, len(words) // 8)):
        at = chance.randrange(len(words))
        drawn = chance.random()
        if drawn < 0.6 or len(words) < 3:
            words[at] = language.word(chance)
        elif drawn < 0.8:
            del words[at]
        else:
            words.insert(at, language.word(chance))
    return " ".join(words)


def units(count: int, seed: int = 1) -> Iterator[TranslationUnit]:
    """A memory of so many units."""
    before = None
    for source, target in pairs(count, seed):
        yield TranslationUnit(
            "", "en", "es", RichText(source), RichText(target), before, None, origin=UnitOrigin.IMPORTED, author="ana"
        )
        before = source
