"""Which of the house's languages a text is in, told by its small words and its letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = {
    "en": "the of and to in is that for on with as are by this from at an be has have was were which their it will its "
    "who more not or also been said these other about than",
    "es": "de la el en y los las del que se por con para una un al es su como más lo sus o no este esta fue son han "
    "entre sobre también desde ha sin hasta muy pero ya dijo",
    "fr": "de la le et les des en un une du est que pour dans qui par sur avec au aux plus ce cette ces ses leur sont "
    "ont été a à il elle nous mais ou où ne pas se d l qu",
}
_LETTERS = {"en": "", "es": "ñ¿¡áíóú", "fr": "çèêàùœâîôû«"}
_WORDS_OF = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
#: As much text as is looked at; more does not change the answer.
_ENOUGH = 20_000


def detect_language(texts: Iterable[str]) -> str:
    """``en``, ``es`` or ``fr``; ``en`` where the texts say nothing.

    Long paragraphs speak first: menus are often in another language than the release under them.
    """
    lines = list(texts)
    long_ones = [line for line in lines if len(line) >= 100]
    sample = _sample(long_ones or lines)
    words = Counter(_WORD.findall(sample))
    letters = Counter(sample)
    total = max(1, sum(words.values()))

    def score(language: str) -> float:
        small = sum(words[word] for word in _WORDS_OF[language])
        accents = sum(letters[letter] for letter in _LETTERS[language])
        return (small + accents) / total

    return max(_WORDS_OF, key=score)


def _sample(lines: Iterable[str]) -> str:
    taken: list[str] = []
    length = 0
    for line in lines:
        taken.append(line[:_ENOUGH].casefold())
        length += len(taken[-1])
        if length >= _ENOUGH:
            break
    return "\n".join(taken)
