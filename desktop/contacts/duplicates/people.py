"""All people of a directory made ready for comparing, with how usual each name, address and outlet is among them."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.contacts.duplicates.reading import ReadName, read_name
from desktop.contacts.duplicates.tokens import double_names_of, is_known_given_name, names_of
from desktop.contacts.duplicates.words import FREE_MAIL, GENERAL_MAILBOXES, OUTLET_WORDS
from desktop.contacts.emails import email_key
from desktop.contacts.names import fold, name_words
from desktop.domain.person_facts import PersonFacts

_FEMININE = frozenset(("sra", "srta", "mrs", "ms", "miss", "mme", "mlle", "dona", "dna", "dra", "lcda", "licda"))
_MASCULINE = frozenset(("sr", "mr", "don", "lcdo", "licdo"))
#: An address or number of more different people than this is an office's.
_MANY = 2
#: What the directory is taken to know already, so that a small one does not call every name rare.
_SMOOTHING = 400
_MAX_BITS = 12.0


@dataclass(frozen=True, slots=True)
class Person:
    """One card as it is compared.

    ``own`` are its addresses but those that an office has; ``mailboxes`` their parts before the @, without a ``+tag``.
    """

    facts: PersonFacts
    name: ReadName
    emails: frozenset[str]
    own: frozenset[str]
    mailboxes: frozenset[str]
    domains: frozenset[str]
    numbers: frozenset[str]
    extensions: frozenset[str]
    outlets: frozenset[str]
    country: str
    city: str
    gender: str


def make_person(facts: PersonFacts) -> Person:
    """A card made ready for comparing."""
    emails = frozenset(_address(address) for address in facts.emails if "@" in address)
    own = frozenset(address for address in emails if not is_general(address))
    domains = frozenset(a.rpartition("@")[2] for a in emails) - FREE_MAIL
    return Person(
        facts,
        read_name(facts.given_name, facts.family_name, facts.form_of_address),
        emails,
        own,
        frozenset(address.rpartition("@")[0] for address in own),
        domains,
        frozenset(number for number, _extension in facts.phones if number),
        frozenset(f"{number};{extension}" for number, extension in facts.phones if extension),
        frozenset(key for key in map(outlet_key, facts.outlets) if key),
        facts.country.strip().upper(),
        fold(facts.city),
        _gender(facts),
    )


def is_general(address: str) -> bool:
    """Whether a mailbox is an office's by its name."""
    mailbox = address.rpartition("@")[0]
    if mailbox in GENERAL_MAILBOXES:
        return True
    parts = [part for part in re.split(r"[._\-\d]+", mailbox) if part]
    return bool(parts) and all(part in GENERAL_MAILBOXES for part in parts)


def outlet_key(name: str) -> str:
    """What spellings of one outlet have in common: "Diario La Nación" and "LA NACION" give the same."""
    words = name_words(name)
    return " ".join(word for word in words if word not in OUTLET_WORDS) or " ".join(words)


def _address(address: str) -> str:
    mailbox, _at, domain = email_key(address).rpartition("@")
    mailbox = mailbox.partition("+")[0] or mailbox
    if domain in ("gmail.com", "googlemail.com"):
        mailbox, domain = mailbox.replace(".", ""), "gmail.com"
    return f"{mailbox}@{domain}"


def _gender(facts: PersonFacts) -> str:
    if facts.gender.value in ("f", "m"):
        return facts.gender.value
    words = set(name_words(facts.form_of_address))
    if words & _FEMININE:
        return "f"
    return "m" if words & _MASCULINE else ""


class People:
    """The people of a directory, and how much it says that two of them share something, in bits."""

    def __init__(self, facts: Sequence[PersonFacts], tick: Callable[[], None]) -> None:
        self.all: list[Person] = []
        self._as_given: Counter[str] = Counter()
        self._as_family: Counter[str] = Counter()
        self._outlets: Counter[str] = Counter()
        self._domains: Counter[str] = Counter()
        holders: defaultdict[str, set[str]] = defaultdict(set)
        counts: Counter[str] = Counter()
        for each in facts:
            tick()
            person = make_person(each)
            self.all.append(person)
            self._as_given.update(person.name.words[: person.name.givens])
            self._as_family.update(person.name.words[person.name.givens :])
            self._outlets.update(person.outlets)
            self._domains.update(person.domains)
            first = min(names_of(person.name.words[0])) if person.name.words else ""
            for key in (*person.emails, *person.numbers):
                holders[key].add(first)
                counts[key] += 1
        self._crowded = {key for key, names in holders.items() if len(names) > _MANY or counts[key] > 2 * _MANY + 2}
        self._total = len(self.all) + _SMOOTHING
        self._bits = [min(_MAX_BITS, math.log2(self._total / (uses + 2))) for uses in range(len(self.all) + 1)]
        #: How unlikely it is that any two cards are one person's.
        self.prior = math.log2(self._total) + 2.5
        #: For each person, which words of the name are given names; and the most that they can all be worth.
        self.givens: dict[str, tuple[bool, ...]] = {}
        self.worth: dict[str, float] = {}
        #: The words that are surely given, or family, names, where the name holds nothing that asks for a closer look.
        self.plain_givens: dict[str, tuple[str, ...]] = {}
        self.plain_families: dict[str, tuple[str, ...]] = {}
        for person in self.all:
            name = person.name
            self.givens[person.facts.id] = self._given_words(name)
            self.worth[person.facts.id] = sum(self.weight(word, word) for word in name.words) + 3.0 * len(name.aliases)
            self._plain(person)

    def _plain(self, person: Person) -> None:
        name, givens = person.name, self.givens[person.facts.id]
        is_odd = bool(name.aliases or name.joined) or any(double_names_of(word) for word in name.words)
        told = [None if is_odd else self._surely_given(word) for word in name.words]
        self.plain_givens[person.facts.id] = tuple(w for w, is_given in zip(name.words, told, strict=True) if is_given)
        families = tuple(w for w, is_given in zip(name.words, told, strict=True) if is_given is False)
        is_whole = len(families) == givens.count(False)
        self.plain_families[person.facts.id] = families if is_whole else ()
        if None in told and not is_odd:
            self.plain_givens[person.facts.id] = (
                () if self._has_doubt(name, told) else self.plain_givens[person.facts.id]
            )

    @staticmethod
    def _has_doubt(name: ReadName, told: list[bool | None]) -> bool:
        """Whether a word of the given name is not surely one: it may be what answers the other card."""
        return any(told[at] is None for at in range(name.givens))

    def _surely_given(self, word: str) -> bool | None:
        given, family = self._as_given[word], self._as_family[word]
        if given > 3 * family + 3:
            return True
        return False if family > 3 * given + 3 else None

    def _given_words(self, name: ReadName) -> tuple[bool, ...]:
        told = [self.is_given(word, hint=at < name.givens) for at, word in enumerate(name.words)]
        if told and not any(told) and name.givens:
            told[0] = True
        return tuple(told)

    def is_given(self, word: str, *, hint: bool) -> bool:
        """Whether a word is a given name, by how the directory uses it; ``hint`` is where it stands on its card."""
        given, family = self._as_given[word], self._as_family[word]
        if given > 3 * family + 3:
            return True
        return False if family > 3 * given + 3 else hint

    def uses(self, word: str) -> int:
        """On how many cards a word stands."""
        return self._as_given[word] + self._as_family[word]

    def is_established(self, word: str) -> bool:
        """Whether a word is a name that people have, and no slip."""
        return self.uses(word) > max(2, len(self.all) // 4000) or is_known_given_name(word)

    def is_known_given(self, word: str) -> bool:
        """Whether people are called so."""
        return self._as_given[word] > 1 or is_known_given_name(word)

    def weight(self, one: str, other: str) -> float:
        """The bits that a word shared by two names is worth: the rarer, the more."""
        if len(one) == 1 or len(other) == 1:
            return 3.3
        uses = max(self.uses(one), self.uses(other))
        return self._bits[min(uses, len(self._bits) - 1)]

    def outlet_weight(self, shared: frozenset[str], domains: frozenset[str]) -> float:
        """The bits that a shared outlet, or a shared domain of its own, is worth."""
        sizes = [self._outlets[key] for key in shared] + [self._domains[domain] for domain in domains]
        return min(6.5, max(2.0, math.log2(self._total / (min(sizes) + 2)))) if sizes else 0.0

    def is_crowded(self, key: str) -> bool:
        """Whether an address or a number is shared by people of several names."""
        return key in self._crowded
