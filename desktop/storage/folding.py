"""Words as search and sorting see them: accents and case folded."""

from __future__ import annotations

import re
import unicodedata

#: A word: letters and digits. FTS5's ``unicode61`` cuts at the same places.
_WORD = re.compile(r"[^\W_]+")
#: Letters that carry their stroke or form inside, so that Unicode has no base letter for them.
_SPECIAL = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h"}
#: Letters that a database's own folding leaves as they are.
STROKED = frozenset(_SPECIAL)
#: Sorts after every word, so that people without an organisation do not stand before all others.
LAST = "\U0010fffd"
#: The longest word that is kept for searching; PostgreSQL refuses lexemes of 2 kB.
_LONGEST = 120


def compose(text: str) -> str:
    """The text with accents composed (NFC): one form for storing what is searched and for what is asked."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The text without case and accents; ``ñ`` becomes ``n``."""
    if text.isascii():
        return text.lower()
    bare = (c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return "".join(_SPECIAL.get(c, c) for c in bare)


def sort_key(text: str) -> str:
    """What a text is sorted by; empty texts come last."""
    return fold(text).strip() or LAST


def words_of(text: str) -> list[str]:
    """The words of a text in lower case with their accents, cut to a sane length, in order."""
    return [word[:_LONGEST] for word in _WORD.findall(compose(text).lower())]


def folded_words(text: str) -> list[str]:
    """The words of a text without case and accents."""
    return [word[:_LONGEST] for word in _WORD.findall(fold(compose(text)))]


def spaced(text: str) -> str:
    """`` word word``: folded words, each after one space, so that ``LIKE '% wo%'`` finds a word's beginning."""
    return "".join(f" {word}" for word in folded_words(text))


class _FoldOneToOne(dict[int, str]):
    """A translation table that folds a character only where the result is one character too."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = fold(character)
        result = folded if len(folded) == 1 else character
        self[code] = result
        return result


_ONE_TO_ONE = _FoldOneToOne()


def fold_in_place(text: str) -> str:
    """The folded text with every character at its old position."""
    return text.lower() if text.isascii() else text.translate(_ONE_TO_ONE)
