"""How likely two cards are one person's: evidence weighed in bits, for and against."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.contacts.duplicates.comparing import NameVerdict, compare_names
from desktop.contacts.duplicates.people import People, Person, is_general
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


def weigh(a: Person, b: Person, people: People) -> Evidence:
    """The evidence of two cards."""
    names = compare_names(a, b, people)
    emails = [each for each in a.emails & b.emails if not _is_office(each, people)]
    numbers = [each for each in a.numbers & b.numbers if not people.is_crowded(each)]
    office = sorted((a.emails & b.emails | a.numbers & b.numbers) - {*emails, *numbers})
    bits = names.bits - people.prior
    contact_bits = (_SAME_ADDRESS if emails else 0.0) + (_SAME_NUMBER if numbers else 0.0)
    shared = a.outlets & b.outlets
    domains = a.domains & b.domains
    outlet_bits = people.outlet_weight(shared, domains) if shared or domains else _similar_outlet(a, b)
    outlet_bits = max(outlet_bits, _OFFICE if office else 0.0)
    mailbox = _shared_mailbox(a, b) if not emails else ""
    mailbox_bits = _mailbox_bits(mailbox, names) if mailbox else 0.0
    place_bits, differing = _places(a, b, is_personal=bool(emails or numbers))
    bits += contact_bits + outlet_bits + mailbox_bits + place_bits
    bits += _apart(a, b, people, is_personal=bool(emails or numbers), is_same_outlet=outlet_bits > 0)
    if not (contact_bits or outlet_bits or mailbox_bits):
        bits -= _bare_penalty(a, b)
    bits += _contradiction(names, has_email=bool(emails), has_number=bool(numbers))
    if {a.gender, b.gender} == {"f", "m"}:
        bits -= 6.0
        differing = (*differing, "gender")
    return Evidence(
        bits, names, tuple(sorted(emails)), tuple(sorted(numbers)), tuple(office), mailbox, shared,
        is_same_outlet=outlet_bits >= 2.0 and not office,
        is_same_city=bool(a.city) and a.city == b.city, differing=differing,
    )  # fmt: skip


def _is_office(address: str, people: People) -> bool:
    return people.is_crowded(address) or is_general(address)


def _contradiction(names: NameVerdict, *, has_email: bool, has_number: bool) -> float:
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


def _similar_outlet(a: Person, b: Person) -> float:
    """An outlet's name that is part of the other's: "Radio Monumental" and "Monumental"."""
    for one in a.outlets:
        for other in b.outlets:
            first, second = set(one.split()), set(other.split())
            if first <= second or second <= first:
                return 3.0
            if one.replace(" ", "") == other.replace(" ", ""):
                return 5.0
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
    own_a, own_b = ({e for e in p.emails if not _is_office(e, people)} for p in (a, b))
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
