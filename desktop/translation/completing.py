"""What may be meant by the first letters of a word: offers for one sentence, made once, looked up at each pause."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from desktop.domain.segment import PairedSegment

#: Fewer letters say too little; figures say enough with the first one.
LEAST_LETTERS = 2
MOST_SHOWN = 6
#: Shorter words are typed sooner than chosen.
_LEAST_WORD = 6
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BEFORE = re.compile(r"[\w’'.,-]*\Z")


class OfferKind(IntEnum):
    """Where an offer comes from; the order in which offers of one beginning are shown."""

    NUMBER = 0
    DATE = 1
    NAME = 2
    TERM = 3
    MEMORY = 4
    TEXT = 5


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that may be meant; ``note`` says in a few words what they stand for (the term's source…)."""

    text: str
    kind: OfferKind
    note: str = ""


class CompletionSource(Protocol):
    """Who has offers for a sentence. Called in the pool when a sentence becomes active: pure, on frozen values."""

    def offers(self, pair: PairedSegment, source_language: str, target_language: str) -> Iterable[Offer]:
        """The offers for a sentence, in any order."""
        ...


def begun_word(text: str, at: int) -> str:
    """The word (or figure) that is being written before a place; empty where too little of it is there.

    In the middle of a word nothing is begun.
    """
    if at < len(text) and (text[at].isalnum() or text[at] in "’'"):
        return ""
    match = _BEFORE.search(text[:at])
    word = match.group().lstrip(".,-’'") if match else ""
    if not word:
        return ""
    return word if len(word) >= LEAST_LETTERS or word[0].isdigit() else ""


def completed(word: str, offers: Sequence[Offer], before: str = "") -> tuple[Offer, ...]:
    """The offers that begin with a word, the likeliest first; never the word itself.

    ``before`` is the text in front of the word: an offer of several words also goes on where its first ones stand there.
    Accents and case do not matter, but what is written with them goes first.
    """
    wanted = _folded(word)
    found: dict[str, tuple[tuple[int, int, int], Offer]] = {}
    for place, offer in enumerate(offers):
        rest = _rest_of(offer, wanted, before)
        if rest is None or _folded(rest) == wanted:
            continue
        rank = (0 if rest.startswith(word) else 1, int(offer.kind), place)
        if rest not in found or rank < found[rest][0]:
            found[rest] = (rank, Offer(_in_case_of(word, rest, offer), offer.kind, offer.note))
    ordered = sorted(found.values(), key=lambda pair: pair[0])
    return tuple(offer for _rank, offer in ordered[:MOST_SHOWN])


def _rest_of(offer: Offer, wanted: str, before: str) -> str | None:
    """The offer from the word on that is begun; ``None`` where it is not begun."""
    if _folded(offer.text).startswith(wanted):
        return offer.text
    if offer.kind is not OfferKind.NAME and offer.kind is not OfferKind.TERM:
        return None
    for match in re.finditer(r"\s(?=\S)", offer.text):
        first, rest = offer.text[: match.end()], offer.text[match.end() :]
        is_here = _folded(before).endswith(_folded(first))
        if _folded(rest).startswith(wanted) and (is_here or offer.kind is OfferKind.NAME):
            return rest
    return None


def _in_case_of(word: str, text: str, offer: Offer) -> str:
    """A common word keeps the capital that was typed at the beginning of a sentence."""
    is_common = offer.kind in (OfferKind.MEMORY, OfferKind.TEXT, OfferKind.TERM) and text[:1].islower()
    return text[:1].upper() + text[1:] if is_common and word[:1].isupper() else text


def words_offered(texts: Iterable[str], kind: OfferKind = OfferKind.TEXT) -> tuple[Offer, ...]:
    """The longer words of some texts, the most frequent first."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(match.group() for match in _WORD.finditer(text) if len(match.group()) >= _LEAST_WORD)
    return tuple(Offer(word, kind) for word, _count in counts.most_common(2_000))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
