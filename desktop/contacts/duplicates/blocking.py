"""Which pairs of cards are worth weighing: those that share an address, a number, or two words of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
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
    for left, right in zip(person.name.words, person.name.words[1:], strict=False):
        if len(left) > 1 and len(right) > 1:
            for third in forms:
                yield from (f"n{min(form, joint)}|{max(form, joint)}" for joint in (sound(left + right),) for form in third)
    for whereabouts in (*person.outlets, *person.domains):
        for form in {form for each in forms for form in each}:
            yield f"w{whereabouts}|{form}"


def _forms(word: str) -> tuple[str, ...]:
    """The sounds of all names that a word may be; none for an initial."""
    if len(word) == 1 or LOST in word:
        return ()
    names = sorted(names_of(word), key=lambda name: (name == word, name))[:_MAX_NAMES] if len(names_of(word)) > 1 else [word]
    doubles = [name for names in double_names_of(word) for name in names[:2]]
    return tuple(dict.fromkeys(sound(name) for name in (*names, word, *doubles)))
