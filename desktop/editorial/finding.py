"""Finding and replacing in texts: what is looked for, where it stands, and the text after the change, marks kept.

Plain words are found by a pattern that cannot run away. A person's own pattern is run by the ``regex`` package under a
time limit. Positions are code points of the text as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from desktop.domain.document import Document
from desktop.domain.errors import BadInputError
from desktop.domain.richtext import ATOMIC_MARKS, RichText
from desktop.i18n import _

#: The longest thing that may be looked for, and how long a pattern may take over one text, in seconds.
LONGEST_QUERY, PATTERN_SECONDS = 500, 0.25
#: More places than this in one text help nobody.
MOST_IN_A_TEXT = 10_000
_COMBINING = "[\u0300-\u036f]"
_BLANK = "[ \u00a0\u2007\u2009\u202f]"
#: What the keyboard gives, and what typography makes of it.
_ALIKE = {" ": _BLANK, "'": "['\u2018\u2019]", '"': '["\u201c\u201d]', "-": "[-\u2010\u2011]"}


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. ``is_pattern``: ``text`` is a regular expression; accents are then as written."""

    text: str
    matches_case: bool = False
    ignores_accents: bool = False
    whole_words: bool = False
    is_pattern: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch ``[start, end)`` of a text, and what would stand there instead."""

    start: int
    end: int
    new: str = ""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place in a document's block."""

    block_id: str
    start: int
    end: int


class Finder:
    """A query made ready. Raises BadInputError for an empty query, a pattern with a mistake, and one too slow."""

    def __init__(self, query: Query) -> None:
        if not query.text:
            raise BadInputError(_("There is nothing to look for."))
        if len(query.text) > LONGEST_QUERY:
            raise BadInputError(_("What you look for is too long."), advice=_("Look for a part of it."))
        self.query = query
        self._matches = _pattern_matches(query) if query.is_pattern else _word_matches(query)

    def places(self, text: str, replacement: str | None = None) -> tuple[Place, ...]:
        """Where it stands, from left to right, never overlapping; with what a replacement would put there."""
        found: list[Place] = []
        for match in self._matches(text):
            if match.start() == match.end():
                continue
            new = "" if replacement is None else self._new(match, replacement)
            found.append(Place(match.start(), match.end(), new))
            if len(found) >= MOST_IN_A_TEXT:
                break
        return tuple(found)

    def is_in(self, text: str) -> bool:
        """Whether it stands in the text at all."""
        return any(match.start() < match.end() for match in self._matches(text))

    def places_in(self, document: Document) -> tuple[FoundPlace, ...]:
        """Every place in a document, from top to bottom."""
        return tuple(
            FoundPlace(block.id, place.start, place.end) for block in document for place in self.places(block.text.text)
        )

    def _new(self, match: Any, replacement: str) -> str:
        if not self.query.is_pattern:
            return replacement
        try:
            return str(match.expand(replacement))
        except (IndexError, re.error, ValueError) as error:
            raise _bad_pattern(replacement, str(error)) from error


def is_fixed(text: RichText, place: Place) -> bool:
    """Whether a place is in an open gap or in protected words: those are not replaced."""
    return any(m.kind in ATOMIC_MARKS and m.start < place.end and place.start < m.end for m in text.marks)


def replaced(text: RichText, places: Sequence[Place]) -> RichText:
    """The text with every place changed; ``places`` are of this text, from left to right. Marks stay."""
    for place in reversed(places):
        text = text.replace(place.start, place.end, place.new)
    return text


def replaced_document(document: Document, finder: Finder, replacement: str) -> tuple[Document, int]:
    """The document with everything replaced that may be, and how many places that were."""
    count, blocks = 0, []
    for block in document:
        places = [p for p in finder.places(block.text.text, replacement) if not is_fixed(block.text, p)]
        count += len(places)
        blocks.append(replace(block, text=replaced(block.text, places)) if places else block)
    return document.with_blocks(blocks), count


def _word_matches(query: Query) -> Callable[[str], Iterator[re.Match[str]]]:
    has_letters = any(sign.isalnum() for sign in query.text)
    parts = [_sign(sign, query, is_alike=has_letters) for sign in unicodedata.normalize("NFC", query.text)]
    pattern = "".join(parts)
    if query.whole_words:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    return re.compile(pattern, re.NOFLAG if query.matches_case else re.IGNORECASE).finditer


def _sign(sign: str, query: Query, *, is_alike: bool) -> str:
    """The pattern for one sign of what was typed."""
    if sign in _ALIKE and is_alike:
        return _ALIKE[sign]
    whole = unicodedata.normalize("NFD", sign)
    if query.ignores_accents and sign.isalpha():
        base = whole[0]
        return f"[{re.escape(base)}{_accented(base)}]{_COMBINING}*"
    if len(whole) > 1:
        return f"(?:{re.escape(sign)}|{re.escape(whole)}(?!{_COMBINING}))"
    return f"{re.escape(sign)}(?!{_COMBINING})" if sign.isalpha() else re.escape(sign)


@cache
def _accented(base: str) -> str:
    """Every Latin letter that is this one with accents."""
    letters = map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
    return "".join(letter for letter in letters if unicodedata.normalize("NFD", letter)[0] == base)


def _pattern_matches(query: Query) -> Callable[[str], Iterator[Any]]:
    import regex  # noqa: PLC0415 - lazy: 36 ms that nobody needs who writes no patterns

    flags = regex.NOFLAG if query.matches_case else regex.IGNORECASE
    written = rf"(?<!\w)(?:{query.text})(?!\w)" if query.whole_words else query.text
    try:
        made = regex.compile(written, flags)
    except (regex.error, OverflowError, RecursionError) as error:
        raise _bad_pattern(query.text, str(error)) from error

    def matches(text: str) -> Iterator[Any]:
        try:
            yield from made.finditer(text, timeout=PATTERN_SECONDS)
        except TimeoutError as error:
            raise BadInputError(
                _("This pattern takes too long."),
                kept=_("Nothing was changed."),
                advice=_("Make it simpler, or look for plain words."),
            ) from error

    return matches


def _bad_pattern(written: str, reason: str) -> BadInputError:
    message = _("“{pattern}” is not a pattern that can be used: {reason}.")
    return BadInputError(message.format(pattern=written, reason=reason), kept=_("Nothing was changed."))
