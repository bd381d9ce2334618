"""Two names held side by side: which words answer each other, what is left over, and whether that contradicts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop.contacts.duplicates.people import People, Person
from desktop.contacts.duplicates.tokens import COSTS, Likeness, double_names_of, likeness, names_of

_ORDER = (
    Likeness.SAME,
    Likeness.SHORT,
    Likeness.DAMAGED,
    Likeness.SOUND,
    Likeness.INITIAL,
    Likeness.CUT,
    Likeness.SLIP,
)


@dataclass(slots=True)
class NameVerdict:
    """How two names compare. ``pairs`` are the words that answer each other (``a``'s, ``b``'s, how).

    ``given_clash`` and ``family_clash`` hold the words that contradict each other; ``extra`` the words that only
    one card has; ``is_swapped`` where the words stand in another order.
    """

    bits: float = 0.0
    pairs: list[tuple[str, str, Likeness]] = field(default_factory=list)
    given_clash: tuple[str, str] | None = None
    family_clash: tuple[str, str] | None = None
    is_clash_sure: bool = False
    extra: list[str] = field(default_factory=list)
    is_swapped: bool = False
    has_given: bool = False
    has_family: bool = False
    is_generation_clash: bool = False


class _Words:
    """The words of one name that have no answer yet."""

    def __init__(self, person: Person, people: People) -> None:
        self.words = person.name.words
        self.is_given = people.givens[person.facts.id]
        self.open = list(range(len(self.words)))

    def rest(self, *, given: bool) -> list[int]:
        return [at for at in self.open if self.is_given[at] == given]


def are_plainly_two(a: Person, b: Person, people: People) -> bool:
    """Whether the names contradict each other at first sight. Cheap; what it lets pass is compared word by word."""
    one, other = people.plain_givens[a.facts.id], people.plain_givens[b.facts.id]
    if one and other and not _any_alike(one, other, people):
        return True
    one, other = people.plain_families[a.facts.id], people.plain_families[b.facts.id]
    return bool(one and other) and not _any_alike(one, other, people)


def _any_alike(ones: tuple[str, ...], others: tuple[str, ...], people: People) -> bool:
    for one in ones:
        for other in others:
            how = likeness(one, other)
            if how is None or (how in (Likeness.SLIP, Likeness.CUT) and _are_two_names(one, other, people)):
                continue
            return True
    return False


def compare_names(a: Person, b: Person, people: People) -> NameVerdict:
    """Hold two names side by side."""
    verdict = NameVerdict()
    one, other = _Words(a, people), _Words(b, people)
    answers = _answers(a, b, one, other, people, verdict)
    for at, to, how in answers:
        left, right = one.words[at], other.words[to]
        verdict.pairs.append((left, right, how))
        verdict.bits += max(0.5, people.weight(left, right) - COSTS[how])
        is_given = one.is_given[at] if len(left) > 1 else other.is_given[to]
        verdict.has_given |= is_given
        verdict.has_family |= not is_given
    if one.open and other.open:
        _double_names(one, other, people, verdict)
        _double_names(other, one, people, verdict)
        _joined(a, b, one, other, verdict)
        _aliases(a, b, one, other, verdict)
    ordered = sorted(answers)
    verdict.is_swapped = [to for _at, to, _how in ordered] != sorted(to for _at, to, _how in ordered)
    _leftovers(one, other, people, verdict)
    verdict.is_generation_clash = _generations_clash(a.name.generation, b.name.generation)
    return verdict


def _generations_clash(one: str, other: str) -> bool:
    return one != other and ({one, other} - {"", "sr"} != set())


def _answers(
    a: Person, b: Person, one: _Words, other: _Words, people: People, verdict: NameVerdict
) -> list[tuple[int, int, Likeness]]:
    """Pairs of places whose words answer each other, the surest first, every word once."""
    found: dict[Likeness, list[tuple[int, int, int]]] = {}
    for at, left in enumerate(one.words):
        for to, right in enumerate(other.words):
            how = likeness(left, right)
            if how is None:
                continue
            same_class = one.is_given[at] == other.is_given[to]
            if not same_class and how not in (Likeness.SAME, Likeness.DAMAGED, Likeness.INITIAL):
                continue
            if how in (Likeness.SLIP, Likeness.CUT) and _are_two_names(left, right, people):
                continue
            # The neighbours in order first, then the same kind of name.
            found.setdefault(how, []).append((abs(at - to) + (0 if same_class else 4), at, to))
    answers: list[tuple[int, int, Likeness]] = []
    for how in _ORDER:
        for _far, at, to in sorted(found.get(how, ())):
            if at not in one.open or to not in other.open:
                continue
            is_given = one.is_given[at] if len(one.words[at]) > 1 else other.is_given[to]
            asked = how is Likeness.INITIAL and is_given
            told = _address_says(one.words[at], other.words[to], a, b, people) if asked else ""
            if told == "other":
                verdict.given_clash = (one.words[at], other.words[to])
                verdict.is_clash_sure = True
                continue
            one.open.remove(at)
            other.open.remove(to)
            answers.append((at, to, how))
            verdict.bits += 3.0 if told == "same" else 0.0
    return answers


def _are_two_names(left: str, right: str, people: People) -> bool:
    """Marta and María are one letter apart, and two people."""
    return people.is_established(left) and people.is_established(right)


def _address_says(left: str, right: str, a: Person, b: Person, people: People) -> str:
    """What the address of the card with the initial says of the name: ``same``, ``other`` or nothing."""
    if len(left) == len(right) == 1:
        return ""
    initial, full, card = (left, right, a) if len(left) == 1 else (right, left, b)
    words = [word for box in card.mailboxes for word in re.split(r"[^a-z]+", box) if len(word) > 2]
    if any(names_of(word) & names_of(full) for word in words):
        return "same"
    begins = [word for word in words if word[0] == initial and people.is_known_given(word)]
    return "other" if begins and people.is_known_given(full) else ""


def _double_names(one: _Words, other: _Words, people: People, verdict: NameVerdict) -> None:
    """``Juanjo`` answers ``Juan José``, ``Mariajosé`` too."""
    for at in list(one.open):
        for names in (*double_names_of(one.words[at]), *_pairs_of(other, one.words[at])):
            places = [next((to for to in range(len(other.words)) if other.words[to] == name), None) for name in names]
            free = [to for to in places if to is not None and to in other.open]
            # A word of the double name may have answered already: "Juan José", called Juanjo in brackets.
            if None in places or not free:
                continue
            one.open.remove(at)
            for to in free:
                other.open.remove(to)
            verdict.pairs.append((one.words[at], " ".join(names), Likeness.SHORT))
            verdict.bits += people.weight(names[0], names[0])
            verdict.has_given = verdict.has_given or one.is_given[at]
            verdict.has_family = verdict.has_family or not one.is_given[at]
            break


def _pairs_of(other: _Words, word: str) -> list[tuple[str, str]]:
    """Neighbours that make the word when written together."""
    return [(left, right) for left, right in zip(other.words, other.words[1:], strict=False) if left + right == word]


def _joined(a: Person, b: Person, one: _Words, other: _Words, verdict: NameVerdict) -> None:
    """``Delacruz`` answers ``de la Cruz``."""
    for at in list(one.open):
        for to in list(other.open):
            left, right = one.words[at], other.words[to]
            if (left in b.name.joined and left.endswith(right)) or (right in a.name.joined and right.endswith(left)):
                one.open.remove(at)
                other.open.remove(to)
                verdict.pairs.append((left, right, Likeness.SAME))
                verdict.bits += 7.0
                verdict.has_family = True
                break


def _aliases(a: Person, b: Person, one: _Words, other: _Words, verdict: NameVerdict) -> None:
    """``Francisco (Paco)`` answers ``Paco``."""
    for aliases, mine, theirs in ((a.name.aliases, one, other), (b.name.aliases, other, one)):
        for to in theirs.rest(given=True):
            if theirs.words[to] in aliases and mine.rest(given=True):
                theirs.open.remove(to)
                mine.open.remove(mine.rest(given=True)[0])
                verdict.pairs.append((theirs.words[to], theirs.words[to], Likeness.SHORT))
                verdict.bits += 5.0
                verdict.has_given = True
                break


def _leftovers(one: _Words, other: _Words, people: People, verdict: NameVerdict) -> None:
    """What is left on both sides contradicts; what is left on one side only is a fuller name."""
    givens = (one.rest(given=True), other.rest(given=True))
    families = (one.rest(given=False), other.rest(given=False))
    if givens[0] and givens[1]:
        left, right = one.words[givens[0][0]], other.words[givens[1][0]]
        verdict.given_clash = (left, right)
        verdict.is_clash_sure = all(len(w) == 1 or people.is_known_given(w) for w in (left, right))
    if families[0] and families[1]:
        verdict.family_clash = (one.words[families[0][0]], other.words[families[1][0]])
    for words, mine, family in ((one, givens[0], families[0]), (other, givens[1], families[1])):
        verdict.extra += [words.words[at] for at in (*mine, *family)]
        verdict.bits -= 0.6 * len(mine) + 0.3 * len(family)
        if family and verdict.has_family and words.is_given.index(False) == family[0]:
            verdict.bits -= 5.0
        if 0 in mine and verdict.has_given:
            verdict.bits -= 1.5
    if (givens[0] and families[1]) or (givens[1] and families[0]):
        verdict.bits -= 2.0
