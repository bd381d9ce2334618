"""Which pairs of cards are worth weighing: those that share an address, a number, or two words of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from desktop.contacts.duplicates.people import People, Person
from desktop.contacts.duplicates.tokens import LOST, double_names_of, names_of, sound

#: Cards in a block that are weighed each against each; a larger block is cut by what else its cards share.
_BLOCK = 60
_MAX_NAMES = 4


def candidate_pairs(people: People, tick: Callable[[], None]) -> set[tuple[int, int]]:
    """Pairs of places in ``people.all``, each once, the smaller place first."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for place, person in enumerate(people.all):
        tick()
        for key in set(_keys(person)):
            blocks[key].append(place)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) < 2:
            continue
        tick()
        for block in _cut(members, people.all):
            pairs.update(combinations(block, 2))
    return pairs


def _cut(members: Sequence[int], people: Sequence[Person]) -> Iterator[Sequence[int]]:
    """The block, or its parts that share an outlet, a domain, a city or a third name."""
    if len(members) <= _BLOCK:
        yield members
        return
    parts: defaultdict[str, list[int]] = defaultdict(list)
    for place in members:
        person = people[place]
        keys = {f"o{key}" for key in person.outlets} | {f"d{key}" for key in person.domains}
        keys |= {f"c{person.city}"} if person.city else set()
        keys |= {f"n{sound(word)}" for word in person.name.words if len(word) > 1}
        for key in keys:
            parts[key].append(place)
    yield from (part for part in parts.values() if 2 <= len(part) <= _BLOCK)


def _keys(person: Person) -> Iterator[str]:
    for address in person.emails:
        yield f"@{address}"
    for number in person.numbers:
        yield f"+{number}"
    for mailbox in person.mailboxes:
        if len(mailbox) > 3:
            yield f"m{mailbox}"
    forms = [_forms(word) for word in person.name.words]
    for one, other in combinations(forms, 2):
        for left in one:
            for right in other:
                yield f"n{min(left, right)}|{max(left, right)}"
    yield from _at_outlet(person, forms)


def _at_outlet(person: Person, forms: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """One word of the name with the first letter of another, where the person works."""
    words = person.name.words
    letters = [{form[0] for form in each} or {word[0]} for each, word in zip(forms, words, strict=True)]
    keys = {
        f"{form}|{letter}"
        for at, each in enumerate(forms)
        for to, first in enumerate(letters)
        if at != to
        for form in each
        for letter in first
    }
    if len(words) == 1:
        keys.update(forms[0])
    for whereabouts in (*person.outlets, *person.domains):
        for key in keys:
            yield f"w{whereabouts}|{key}"


@lru_cache(maxsize=200_000)
def _forms(word: str) -> tuple[str, ...]:
    """The sounds of all names that a word may be; none for an initial."""
    if len(word) == 1 or LOST in word:
        return ()
    meant = sorted(names_of(word) - {word})[:_MAX_NAMES]
    doubles = [name for names in double_names_of(word) for name in names[:2]]
    return tuple(dict.fromkeys(sound(name) for name in (word, *meant, *doubles)))
