"""The pairs of a directory that look like one person twice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from desktop.contacts.duplicates.blocking import candidate_pairs
from desktop.contacts.duplicates.comparing import NameVerdict, compare_names
from desktop.contacts.duplicates.people import People
from desktop.contacts.duplicates.reasons import reasons_for
from desktop.contacts.duplicates.scoring import Evidence, weigh
from desktop.contacts.duplicates.tokens import Likeness
from desktop.domain.person_facts import PersonFacts

#: The bits from which a pair is told.
THRESHOLD = 0.0


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two cards that may be one person's. ``score`` is between 0.5 and 1: how likely that is."""

    a: PersonFacts
    b: PersonFacts
    score: float
    reasons: tuple[str, ...]


def find_duplicates(
    facts: Sequence[PersonFacts],
    *,
    known_apart: Collection[tuple[str, str]] = (),
    tick: Callable[[], None] = lambda: None,
) -> tuple[DuplicatePair, ...]:
    """All likely pairs, the surest first. ``known_apart`` are pairs of ids that somebody said are two people.

    ``tick`` is called again and again meanwhile; what it raises ends the search.
    """
    people = People(facts, tick)
    apart = {frozenset(pair) for pair in known_apart}
    likely: list[tuple[int, int, Evidence]] = []
    for one, other in sorted(candidate_pairs(people, tick)):
        tick()
        if apart and frozenset((facts[one].id, facts[other].id)) in apart:
            continue
        evidence = weigh(people.all[one], people.all[other], people)
        if evidence is not None and evidence.bits > THRESHOLD:
            likely.append((one, other, evidence))
    kept = _without_ambiguous_initials(likely, people)
    pairs = [
        DuplicatePair(facts[a], facts[b], _score(e.bits), reasons_for(people.all[a], people.all[b], e))
        for a, b, e in kept
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.a.id, pair.b.id)))


def _score(bits: float) -> float:
    # No pair is certain: 12 bits read as 0.99.
    return round(1 - 1 / (1 + 2 ** min(12.0, bits / 1.5)), 3)


def _without_ambiguous_initials(
    likely: list[tuple[int, int, Evidence]], people: People
) -> list[tuple[int, int, Evidence]]:
    """``M. Rojas`` who may be María and may be Marta Rojas is neither, unless an address or a number says so."""
    partners: dict[int, list[int]] = {}
    for one, other, _evidence in likely:
        partners.setdefault(one, []).append(other)
        partners.setdefault(other, []).append(one)

    def has_rival(one: int, other: int) -> bool:
        rivals = (each for each in partners[one] if each != other)
        return any(_contradict(compare_names(people.all[each], people.all[other], people)) for each in rivals)

    return [
        (one, other, evidence)
        for one, other, evidence in likely
        if evidence.emails
        or evidence.numbers
        or not any(how is Likeness.INITIAL for _left, _right, how in evidence.names.pairs)
        or not (has_rival(one, other) or has_rival(other, one))
    ]


def _contradict(names: NameVerdict) -> bool:
    return bool(names.given_clash or names.family_clash or names.is_generation_clash)
