"""A side of a pair as the checks of wording read it: addresses and chips hidden, words with their places."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from desktop.domain.richtext import MarkKind, RichText

#: Stands where something is that no check of wording may read; it is no letter, digit or space.
MASK = "\ufffc"
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>“”«»\"]+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.@])[\w-]+(?:\.[\w-]+)*\.(?:int|org|com|net|edu|gob|gov|info|eu)(?:/\S*)?(?!\w)"
    r"|(?<!\w)[@#]\w+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HIDDEN = (MarkKind.PLACEHOLDER, MarkKind.LANGUAGE)
#: What may stand between the begin of a sentence and its first word.
OPENERS = " \u00a0\u202f“”«»„\"'‘’(¿¡[*•·—–-…"


@dataclass(frozen=True, slots=True)
class Token:
    """A word at ``[start, end)``; ``begins`` says that it may owe its capital to a sentence that begins there."""

    text: str
    start: int
    end: int
    begins: bool

    @property
    def is_capital(self) -> bool:
        """Whether it has a capital and is not all in capitals."""
        return self.text[0].isupper() and not (len(self.text) > 1 and self.text.isupper())

    @property
    def stem(self) -> str:
        """The word without an English genitive."""
        return re.sub(r"['’]s?$", "", self.text)


@lru_cache(maxsize=8192)
def prose(text: RichText) -> str:
    """The text, as long as it is, with addresses, open gaps and words marked as another language masked."""
    words = text.text
    hidden = [match.span() for match in _ADDRESS.finditer(words)]
    hidden += [(mark.start, mark.end) for mark in text.marks if mark.kind in _HIDDEN]
    for start, end in hidden:
        stop = end - 1 if words[end - 1] in ".,;:)" and end - start > 1 else end
        words = words[:start] + MASK * (stop - start) + words[stop:]
    return words


@lru_cache(maxsize=8192)
def tokens(words: str) -> tuple[Token, ...]:
    """The words of a masked text in order."""
    found = []
    for match in _WORD.finditer(words):
        before = words[: match.start()].rstrip(OPENERS)
        begins = not before or before[-1] in ".!?:…\n\u2028" or bool(re.search(r"\d[.)]$", before))
        found.append(Token(match.group(), match.start(), match.end(), begins))
    return tuple(found)


def bare(word: str) -> str:
    """A word without case and accents."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


def like(found: str, words: str) -> str:
    """Words with the capitals of what they take the place of."""
    if found.isupper() and len(found) > 1:
        return words.upper()
    return words[:1].upper() + words[1:] if found[:1].isupper() else words


@lru_cache(maxsize=2048)
def compiled(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern of a table, between word borders."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", flags)


def primary(language: str) -> str:
    """The primary subtag of a language."""
    return language.split("-", 1)[0].lower()


_SPANS = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"")


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches between a pair of quotation marks, marks included."""
    return tuple(match.span() for match in _SPANS.finditer(text))


def kept_quotes(source: str, target: str) -> tuple[tuple[int, int], ...]:
    """Quoted stretches of the target that stand in the source word for word: titles and names that are kept."""
    theirs = {source[start + 1 : end - 1].strip(" .,;") for start, end in quoted(source)}
    return tuple((start, end) for start, end in quoted(target) if target[start + 1 : end - 1].strip(" .,;") in theirs)


def inside(spans: tuple[tuple[int, int], ...], at: int) -> bool:
    """Whether a place is in one of some stretches."""
    return any(start <= at < end for start, end in spans)
