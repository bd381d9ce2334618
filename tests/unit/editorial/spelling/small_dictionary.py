"""A dictionary of a handful of words, for the rules around one."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.editorial.spelling.dictionary import Variety


class SmallDictionary:
    """Fulfils :class:`desktop.editorial.spelling.dictionary.Dictionary` with the words given."""

    def __init__(self, words: str) -> None:
        self._words = frozenset(words.split())

    def knows(self, word: str) -> bool:
        return (
            word in self._words
            or (word == word.capitalize() and word.lower() in self._words)
            or (word.isupper() and (word.lower() in self._words or word.capitalize() in self._words))
        )

    def stems(self) -> Sequence[str]:
        return sorted(self._words)

    def pieces(self) -> frozenset[str]:
        lower = [word.lower() for word in self._words]
        return frozenset(
            word[at : at + size] for word in lower for size in (2, 3) for at in range(len(word) - size + 1)
        )


ENGLISH = SmallDictionary(
    "the a of and government governments receive receives migrant migrants organize organise organization organisation size "
    "don't office co-operation operation station Geneva colour well known said for person they like can lot to"
)
SPANISH = SmallDictionary("el la gobierno migración recibir organización niños de las familias y joven jóvenes")
FRENCH = SmallDictionary("organisation de la aide")


def find(variety: Variety) -> SmallDictionary | None:
    """English, Spanish and French; nothing else is installed."""
    return {"en": ENGLISH, "es": SPANISH, "fr": FRENCH}.get(variety.language)
