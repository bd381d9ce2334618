"""How likely two cards are one person's: evidence weighed in bits, for and against."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.contacts.duplicates.comparing import NameVerdict, are_plainly_two, compare_names
from desktop.contacts.duplicates.people import People, Person
from desktop.contacts.duplicates.words import FREE_MAIL

_VETO = -40.0
_SAME_ADDRESS, _SAME_NUMBER, _SAME_MAILBOX = 20.0, 14.0, 2.0
_OFFICE = 4.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two cards share and where they differ; ``bits`` above 0 mean that one person is likelier than two."""

    bits: float
    names: NameVerdict
    emails: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    mailbox: str = ""
    outlets: frozenset[str] = frozenset()
    is_same_outlet: bool = False
    is_same_city: bool = False
    differing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two cards share besides their names."""

    emails: tuple[str, ...]
    numbers: tuple[str, ...]
    office: tuple[str, ...]
    outlet_bits: float
    mailbox: str

    @property
    def bits(self) -> float:
        return (_SAME_ADDRESS if self.emails else 0.0) + (_SAME_NUMBER if self.numbers else 0.0) + self.outlet_bits


def weigh(a: Person, b: Person, people: People) -> Evidence | None:
    """The evidence of two cards; ``None`` where not even equal names would be enough."""
    shared = _shared(a, b, people)
    most = min(people.worth[a.facts.id], people.worth[b.facts.id]) + 6.0
    if most + shared.bits + (6.0 if shared.mailbox else 0.0) <= people.prior:
        return None
    if not shared.emails and are_plainly_two(a, b, people):
        return None
    names = compare_names(a, b, people)
    mailbox_bits = _mailbox_bits(shared.mailbox, names) if shared.mailbox else 0.0
    is_personal = bool(shared.emails or shared.numbers)
    place_bits, differing = _places(a, b, is_personal=is_personal)
    bits = names.bits - people.prior + shared.bits + mailbox_bits + place_bits
    bits += _apart(a, b, people, is_personal=is_personal, is_same_outlet=shared.outlet_bits > 0)
    if not (shared.bits or mailbox_bits):
        bits -= _bare_penalty(a, b)
    bits += _contradiction(names, has_email=bool(shared.emails), has_number=bool(shared.numbers))
    if a.gender and b.gender and a.gender != b.gender:
        bits -= 6.0
        differing = (*differing, "gender")
    return Evidence(
        bits, names, shared.emails, shared.numbers, shared.office, shared.mailbox, a.outlets & b.outlets,
        is_same_outlet=shared.outlet_bits >= 2.0 and not shared.office,
        is_same_city=bool(a.city) and a.city == b.city, differing=differing,
    )  # fmt: skip


def _shared(a: Person, b: Person, people: People) -> _Shared:
    emails = () if a.own.isdisjoint(b.own) else tuple(sorted(e for e in a.own & b.own if not people.is_crowded(e)))
    numbers: tuple[str, ...] = ()
    if not a.numbers.isdisjoint(b.numbers):
        numbers = tuple(sorted(each for each in a.numbers & b.numbers if not people.is_crowded(each)))
    office: tuple[str, ...] = ()
    if not (a.emails.isdisjoint(b.emails) and a.numbers.isdisjoint(b.numbers)):
        office = tuple(sorted((a.emails & b.emails | a.numbers & b.numbers) - {*emails, *numbers}))
    if a.outlets.isdisjoint(b.outlets) and a.domains.isdisjoint(b.domains):
        outlet_bits = similar_outlet(a.outlets, b.outlets)
    else:
        outlet_bits = people.outlet_weight(a.outlets & b.outlets, a.domains & b.domains)
    mailbox = "" if emails or a.mailboxes.isdisjoint(b.mailboxes) else _shared_mailbox(a, b)
    return _Shared(emails, numbers, office, max(outlet_bits, _OFFICE if office else 0.0), mailbox)


def _contradiction(  # noqa: PLR0911 - a ladder: the first rung that holds decides
    names: NameVerdict, *, has_email: bool, has_number: bool
) -> float:
    """What contradicting names weigh: two given names or two generations are two people, whatever they share."""
    if names.is_generation_clash:
        return _VETO
    if names.given_clash:
        return _VETO if names.is_clash_sure or not has_email else -20.0
    if names.family_clash:
        if not names.has_family and names.has_given and has_email and has_number:
            return -8.0  # a new family name, the old address and number
        return -9.0 if has_email and names.has_given else _VETO
    if not names.pairs:
        return -6.0
    if not (names.has_given and names.has_family):
        return -4.0
    return 0.0


@lru_cache(maxsize=100_000)
def similar_outlet(ones: frozenset[str], others: frozenset[str]) -> float:
    """An outlet's name that is part of the other's: "Radio Monumental" and "Monumental"; or its initials."""
    for one in ones:
        for other in others:
            if one.replace(" ", "") == other.replace(" ", ""):
                return 5.0
            first, second = set(one.split()), set(other.split())
            if first <= second or second <= first:
                return 3.0
            if _initials(one) == other.replace(" ", "") or _initials(other) == one.replace(" ", ""):
                return 3.0
    return 0.0


def _initials(words: str) -> str:
    parts = words.split()
    return "".join(word[0] for word in parts) if len(parts) > 1 else ""


def _shared_mailbox(a: Person, b: Person) -> str:
    same = sorted(each for each in a.mailboxes & b.mailboxes if len(each) > 3)
    return same[0] if same else ""


def _mailbox_bits(mailbox: str, names: NameVerdict) -> float:
    """A mailbox made of the name says little more than the name; one with something of its own says much."""
    rest = mailbox
    words = sorted({word for pair in names.pairs for word in pair[:2] if len(word) > 1}, key=len, reverse=True)
    for word in words:
        rest = rest.replace(word, "")
    rest = re.sub(r"[._-]", "", rest)
    if rest == mailbox:
        return 6.0
    return _SAME_MAILBOX + (4.0 if len(rest) > 1 else 0.0)


def _places(a: Person, b: Person, *, is_personal: bool) -> tuple[float, tuple[str, ...]]:
    bits = 0.0
    differing: list[str] = []
    if a.country and b.country and a.country != b.country:
        bits -= 1.0 if is_personal else 5.0
        differing.append("country")
    elif a.numbers and b.numbers and not {n[:3] for n in a.numbers} & {n[:3] for n in b.numbers}:
        bits -= 0.5 if is_personal else 2.0
    if a.city and b.city:
        bits += 1.5 if a.city == b.city else -1.0
    return bits, tuple(differing)


def _apart(a: Person, b: Person, people: People, *, is_personal: bool, is_same_outlet: bool) -> float:
    """What it weighs that both cards have something, and not the same."""
    bits = 0.0
    if a.outlets and b.outlets and not is_same_outlet:
        bits -= 1.0 if is_personal else 2.0
    if a.extensions and b.extensions and not a.extensions & b.extensions and a.numbers & b.numbers:
        bits -= 3.0
    if is_personal:
        return bits
    own_a, own_b = ({each for each in p.own if not people.is_crowded(each)} for p in (a, b))
    if own_a and own_b and not own_a & own_b:
        bits -= 1.0
        if any(_numbered(one) == _numbered(other) for one in own_a for other in own_b):
            bits -= 7.0
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        bits -= 1.0
    return bits


def _numbered(address: str) -> str:
    """mrojas2@x.cr is not the second address of mrojas@x.cr: it is the second Rojas."""
    mailbox, _at, domain = address.rpartition("@")
    return f"{mailbox.rstrip('0123456789') if domain not in FREE_MAIL else mailbox}@{domain}"


def _bare_penalty(a: Person, b: Person) -> float:
    """Nothing shared but the name: with two full cards hardly enough, with a bare one it is all there can be."""
    both_full = bool((a.emails or a.numbers) and (b.emails or b.numbers))
    return 4.0 if both_full else 1.0
