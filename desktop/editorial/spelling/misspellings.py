"""The misspellings of a document: each block and each mark in its own language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from desktop.domain.as_accepted import as_accepted
from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import ATOMIC_MARKS, MarkKind, RichText
from desktop.editorial.names_in_text import find_names
from desktop.editorial.quotes import read_quotation
from desktop.editorial.spelling.words import Word, find_words

#: Enough cannot be read by anybody; a text in a language that nobody declared must not fill the memory.
_MOST_IN_A_BLOCK = 500


class Judge(Protocol):
    """What finding needs of a :class:`.speller.Speller`."""

    def is_right(self, word: str, language: str) -> bool:
        """Whether a word may stand so in a text of a language."""
        ...


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A wrong word at code points ``[start, end)`` of a block; ``language`` is the one it was looked up in."""

    block_id: str
    start: int
    end: int
    word: str
    language: str


def misspellings(document: Document, speller: Judge, ignored: frozenset[str] = frozenset()) -> tuple[Misspelling, ...]:
    """All misspellings in the order of the text.

    Open gaps, protected stretches and end marks are not looked at; the names that the text itself gives (its speakers
    and contacts) are right, and so are the ``ignored`` words.
    """
    right = ignored | own_names(document)
    return tuple(found for block in document.blocks for found in in_block(block, document.language, speller, right))


def in_block(
    block: Block, language: str, speller: Judge, right: frozenset[str] = frozenset()
) -> tuple[Misspelling, ...]:
    """The misspellings of one block of a document in a language; words in ``right`` are none.

    A block with pending suggestions is read as if they were taken; the places are those in the text with all of them.
    """
    if block.kind is BlockKind.END_MARK:
        return ()
    own = block.attr("language") or language
    taken = as_accepted(block)
    found = in_text(taken.block.text if taken else block.text, own, speller, right)
    places = ((taken.place(word.start, word.end) if taken else (word.start, word.end), word, at) for word, at in found)
    return tuple(Misspelling(block.id, start, end, word.text, at) for (start, end), word, at in places)


def in_text(
    text: RichText, language: str, speller: Judge, right: frozenset[str] = frozenset()
) -> Iterator[tuple[Word, str]]:
    """The wrong words of a rich text, each with its language."""
    skipped = [(m.start, m.end) for m in text.marks if m.kind in ATOMIC_MARKS]
    tongues = text.marks_of(MarkKind.LANGUAGE)
    number = 0
    for word in find_words(text.text, skipped):
        spoken = next((m.value for m in tongues if m.start <= word.start < m.end and m.value), language)
        if word.text in right or speller.is_right(word.text, spoken):
            continue
        for part in word.parts or (word,):
            if part is word or not (part.text in right or _part_is_right(part, word, speller, spoken)):
                number += 1
                yield part, spoken
        if number >= _MOST_IN_A_BLOCK:
            return


def _part_is_right(part: Word, whole: Word, speller: Judge, language: str) -> bool:
    """Pieces of up to three letters (``re-``, ``pre-``, ``co-``) are not told on; ``Pro-Tempore`` may be capital."""
    is_affix = len(part.text) <= 3 and (part.start == whole.start or part.end == whole.end)
    return is_affix or speller.is_right(part.text, language) or speller.is_right(part.text.lower(), language)


def own_names(document: Document) -> frozenset[str]:
    """The words of the names in a text's own speakers, contacts and datelines."""
    return frozenset().union(*map(_names_in, document.blocks))


@lru_cache(maxsize=2048)
def _names_in(block: Block) -> frozenset[str]:
    """What one block gives; remembered, because typing changes one block at a time."""
    names = [block.attr("speaker")]
    if block.kind is BlockKind.QUOTE:
        quotation = read_quotation(block.text.text)
        names.append(quotation.speaker if quotation is not None else "")
    elif block.kind is BlockKind.CONTACT:
        names += [each.name for each in find_names(block.text.text)]
    elif block.kind is BlockKind.DATELINE:
        names.append(block.attr("place"))
    return frozenset(word for name in names for word in _name_words(name))


def _name_words(name: str) -> Iterator[str]:
    for word in find_words(name):
        for each in (word, *word.parts):
            if each.text[:1].isupper():
                yield each.text
                yield f"{each.text}'s"
