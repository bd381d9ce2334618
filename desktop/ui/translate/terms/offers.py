"""What the terms section shows of one sentence: plain values, no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.concept import Concept, Term
    from desktop.translation.terms.recognition import TermHit

#: Keys reach so far; so many translations of one concept are offered, so many concepts shown.
KEYS, PER_CONCEPT, CONCEPTS = 9, 3, 12


@dataclass(frozen=True, slots=True)
class Offer:
    """One translation; ``number`` is its key's (from 1), 0 where there is no key left. ``starts_sentence`` as its term."""

    text: str
    number: int
    is_preferred: bool
    starts_sentence: bool = False


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A recognised term: as it stands in the source, what to write, what never to write."""

    found: str
    concept: Concept
    term: Term
    offers: tuple[Offer, ...]
    never: tuple[Term, ...]


def entries(text: str, hits: Iterable[TermHit], target: str) -> tuple[TermEntry, ...]:
    """Each concept once, in the order of the sentence, its offers numbered through."""
    made: list[TermEntry] = []
    seen: set[tuple[str, str]] = set()
    number = 0
    for hit in hits:
        key = (hit.concept.id, hit.form.value)
        if key in seen:
            continue
        seen.add(key)
        offers: list[Offer] = []
        for each in hit.targets(target)[:PER_CONCEPT]:
            number += 1
            is_first = hit.start == 0 and text[:1].isupper()
            offers.append(Offer(each.text, number if number <= KEYS else 0, not offers, is_first))
        never = tuple(term for term in hit.concept.in_language(target) if term.is_forbidden)
        if offers or never or hit.is_forbidden:
            made.append(TermEntry(text[hit.start : hit.end], hit.concept, hit.term, tuple(offers), never))
    return tuple(made)


def replaced_start(before: str, text: str) -> int:
    """How many characters before the cursor are the beginning of a term that is typed already."""
    folded = text.casefold()
    for length in range(min(len(before), len(text) - 1), 1, -1):
        typed = before[-length:].casefold()
        is_word = length == len(before) or not before[-length - 1].isalnum()
        if is_word and folded.startswith(typed) and typed.strip():
            return length
    return 0


def used(concepts: Sequence[str], hits: Iterable[TermHit]) -> frozenset[str]:
    """Those concepts that a translation has a term of, not a forbidden one."""
    wanted = set(concepts)
    return frozenset(hit.concept.id for hit in hits if hit.concept.id in wanted and not hit.is_forbidden)
