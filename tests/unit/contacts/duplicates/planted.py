"""A made directory with planted duplicates of many kinds, and with look-alikes that are two people. Seeded."""

from __future__ import annotations

import random
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from desktop.contacts.names import fold, split_name
from desktop.domain.person_facts import PersonFacts
from tests.unit.contacts.duplicates.names import (
    DOUBLE_GIVEN,
    ENGLISH_FAMILY,
    ENGLISH_GIVEN,
    NICKNAMES,
    OUTLET_FIRST,
    PARTICLE_FAMILY,
    PLACES,
    SPANISH_FAMILY,
    SPANISH_GIVEN,
)


@dataclass(frozen=True)
class Outlet:
    name: str
    domain: str
    country: str
    city: str
    switchboard: str


@dataclass(frozen=True)
class Draft:
    """A person before the card: names in parts, so that they can be written in many ways."""

    given: str
    first: str
    second: str
    outlet: Outlet
    email: str
    mobile: str
    has_outlet: bool = True
    has_city: bool = True


@dataclass
class Made:
    """The directory, with what every planted pair is."""

    people: list[PersonFacts] = field(default_factory=list)
    duplicates: dict[frozenset[str], str] = field(default_factory=dict)
    look_alikes: dict[frozenset[str], str] = field(default_factory=dict)


class Maker:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.made = Made()
        self._numbers = Counter[str]()
        self.outlets = [self._outlet(at) for at in range(260)]

    def _outlet(self, at: int) -> Outlet:
        country = self.random.choice(list(PLACES))
        first = OUTLET_FIRST[at % len(OUTLET_FIRST)].replace("_", " ")
        city = self.random.choice(PLACES[country][1])
        name = first if at < len(OUTLET_FIRST) else f"{first} de {city} {at // len(OUTLET_FIRST)}"
        domain = fold(name).replace(" ", "") + f".{country.lower()}"
        return Outlet(name, domain, country, city, self.number(country))

    def number(self, country: str) -> str:
        return f"+{PLACES[country][0]}{self.random.randrange(20_000_000, 99_999_999)}"

    def draft(self, outlet: Outlet | None = None) -> Draft:
        r = self.random
        outlet = outlet or r.choice(self.outlets)
        if outlet.country in ("US", "GB") and r.random() < 0.8:
            given, first, second = r.choice(ENGLISH_GIVEN), r.choice(ENGLISH_FAMILY), ""
        else:
            given = r.choice(DOUBLE_GIVEN) if r.random() < 0.2 else r.choice(SPANISH_GIVEN)
            first = r.choice(PARTICLE_FAMILY) if r.random() < 0.04 else r.choice(SPANISH_FAMILY)
            second = r.choice(SPANISH_FAMILY) if r.random() < 0.75 else ""
        email = self.address(given, first, outlet)
        return Draft(given, first, second, outlet, email, self.number(outlet.country), has_city=r.random() < 0.6)

    def address(self, given: str, first: str, outlet: Outlet) -> str:
        g, f = fold(given).split()[0], fold(first).replace(" ", "").replace("'", "")
        shape = self.random.randrange(5)
        box = (f"{g}.{f}", f"{g[0]}{f}", f"{g}{f}", f"{g[0]}.{f}", f"{f}{g[0]}")[shape]
        tail = str(self.random.randrange(2, 99)) if self.random.random() < 0.15 else ""
        domain = outlet.domain if self.random.random() < 0.75 else self.random.choice(["gmail.com", "hotmail.com"])
        return f"{box}{tail}{self.random.randrange(100, 999) if domain.endswith('mail.com') else ''}@{domain}"

    def card(self, draft: Draft, name: str = "", **changes: object) -> PersonFacts:
        """A card of the person; the name as the importer would split it."""
        full = name or " ".join(part for part in (draft.given, draft.first, draft.second) if part)
        given, family = split_name(full) if name else (draft.given, f"{draft.first} {draft.second}".strip())
        facts = PersonFacts(
            id=f"c{len(self.made.people):06}",
            given_name=given,
            family_name=family,
            emails=(draft.email,) if draft.email else (),
            phones=((draft.mobile, ""),) if draft.mobile else (),
            outlets=(draft.outlet.name,) if draft.has_outlet else (),
            country=draft.outlet.country if draft.has_outlet else "",
            city=draft.outlet.city if draft.has_city else "",
        )
        facts = replace(facts, **changes)  # type: ignore[arg-type]
        self.made.people.append(facts)
        return facts

    def plant(self, kind: str, one: PersonFacts, other: PersonFacts) -> None:
        self.made.duplicates[frozenset((one.id, other.id))] = kind

    def set_apart(self, kind: str, one: PersonFacts, other: PersonFacts) -> None:
        self.made.look_alikes[frozenset((one.id, other.id))] = kind


def bare(text: str) -> str:
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def garbled(text: str) -> str:
    """UTF-8 read as Windows-1252, as many exports did."""
    return text.encode().decode("cp1252", errors="replace")


def slipped(word: str, r: random.Random) -> str:
    """One slip of the hand."""
    at = r.randrange(1, len(word) - 1)
    kind = r.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :] if at + 1 < len(word) else word[:at]
    return word[:at] + word[at] + word[at:]


def _evidence(maker: Maker, draft: Draft, other: str) -> Draft:
    """What a second card of the same person has: the address, the number, or only the outlet."""
    kind = maker.random.choice(other.split())
    fresh = replace(draft, email=maker.address(draft.given, draft.first, draft.outlet))
    if kind == "email":
        return replace(draft, mobile="")
    if kind == "phone":
        return replace(fresh, mobile=draft.mobile, has_outlet=maker.random.random() < 0.5)
    return replace(fresh, mobile="" if maker.random.random() < 0.5 else maker.number(draft.outlet.country))


Variant = Callable[[Maker, Draft], str]


def _initials(given: str) -> str:
    return " ".join(f"{word[0]}." for word in given.split() if word[0].isupper())


def _full(d: Draft) -> str:
    return f"{d.given} {d.first} {d.second}".strip()


def _nick(m: Maker, d: Draft) -> str:
    return f"{m.random.choice(NICKNAMES[d.given])} {d.first}"


def _slip(m: Maker, d: Draft) -> str:
    first = slipped(d.first, m.random) if len(d.first) > 4 and " " not in d.first else d.first
    return f"{d.given} {first} {d.second}".strip()


#: Kind → (how the second card writes the name, whom it can be made of, what the cards share).
VARIANTS: dict[str, tuple[Variant, Callable[[Draft], bool], str]] = {
    "accents lost": (lambda m, d: bare(_full(d)), lambda d: bare(_full(d)) != _full(d), "email phone outlet"),
    "capitals": (lambda m, d: _full(d).upper(), lambda d: True, "email phone outlet"),
    "family name first": (
        lambda m, d: f"{d.first} {d.second}".strip() + f", {d.given}", lambda d: True, "email phone outlet",
    ),
    "order swapped": (
        lambda m, d: f"{d.first} {d.second} {d.given}".replace("  ", " "), lambda d: True, "email phone outlet",
    ),
    "without the second family name": (lambda m, d: f"{d.given} {d.first}", lambda d: bool(d.second), "email phone outlet"),
    "initials": (lambda m, d: f"{_initials(d.given)} {d.first} {d.second}".strip(), lambda d: True, "email phone outlet"),
    "initials, family name first": (
        lambda m, d: bare(f"{d.first} {d.second}".strip()) + f", {_initials(d.given)}", lambda d: True, "email phone outlet",
    ),
    "nickname": (_nick, lambda d: d.given in NICKNAMES, "email phone outlet"),
    "hyphen": (lambda m, d: f"{d.given} {d.first}-{d.second}", lambda d: bool(d.second), "email phone outlet"),
    "Ma.": (
        lambda m, d: _full(d).replace("María", m.random.choice(["Ma.", "Mª", "M.ª"]), 1),
        lambda d: d.given.startswith("María") or d.given.endswith("María"), "email phone outlet",
    ),
    "particles lost": (
        lambda m, d: f"{d.given} {d.first.split()[-1]} {d.second}".strip(), lambda d: " " in d.first, "email phone outlet",
    ),
    "mojibake": (lambda m, d: garbled(_full(d)), lambda d: bare(_full(d)) != _full(d), "email phone outlet"),
    "slip": (_slip, lambda d: len(d.first) > 4 and " " not in d.first, "email phone"),
    "one given name of two": (
        lambda m, d: f"{d.given.split()[0]} {d.first} {d.second}".strip(),
        lambda d: d.given in ("José Luis", "Juan Carlos", "Luis Fernando", "Marco Antonio", "Luis Alberto"), "email phone",
    ),
    "title": (lambda m, d: f"{m.random.choice(['Lic.', 'Dr.', 'Sr.', 'Dra.'])} {_full(d)}", lambda d: True, "email phone outlet"),
    "second initial": (lambda m, d: f"{d.given} {d.first} {d.second[0]}.", lambda d: bool(d.second), "email phone outlet"),
}  # fmt: skip


def _other(m: Maker, d: Draft) -> Outlet:
    return m.random.choice([outlet for outlet in m.outlets if outlet.country != d.outlet.country])


def _moved(m: Maker, d: Draft) -> Draft:
    """Another newspaper, the mobile kept."""
    outlet = m.random.choice([o for o in m.outlets if o.country == d.outlet.country])
    return replace(d, outlet=outlet, email=m.address(d.given, d.first, outlet))


def _plant_look_alikes(m: Maker, count: int) -> None:
    for _at in range(count):
        d = m.draft()
        one = m.card(d)
        away = _other(m, d)
        abroad = m.draft(away)
        namesake = replace(
            abroad, given=d.given, first=d.first, second=d.second, email=m.address(d.given, d.first, away)
        )
        m.set_apart("namesake abroad", one, m.card(namesake))
        box = f"{m.random.choice(['info', 'redaccion', 'prensa', 'noticias', 'contacto'])}@{d.outlet.domain}"
        pair = [m.card(replace(m.draft(d.outlet), email=box)) for _each in range(2)]
        m.set_apart("one general address", *pair)
        pair = [m.card(replace(m.draft(d.outlet), mobile=d.outlet.switchboard)) for _each in range(2)]
        m.set_apart("one switchboard", *pair)
        son = replace(d, email=f"jr{m.random.randrange(99999)}@{d.outlet.domain}")
        m.set_apart("father and son", one, m.card(son, f"{d.given} {d.first} {m.random.choice(['Jr.', 'hijo', 'II'])}"))
        sister = m.draft(d.outlet)
        if not set(sister.given.split()) & set(d.given.split()):
            sibling = replace(sister, first=d.first, second=d.second, mobile=d.mobile)
            m.set_apart("siblings", one, m.card(sibling))
        if d.second and sister.second and d.second != sister.second:
            cousin = replace(sister, given=d.given, first=d.first)
            m.set_apart("another second family name", one, m.card(cousin))
        near = _moved(m, d)
        near = replace(near, mobile=m.number(near.outlet.country), second="")
        if near.outlet != d.outlet:
            m.set_apart("one given and family name only", m.card(replace(near, first=d.first)), one)


def make_directory(seed: int, *, size: int = 6000, each: int = 40, look_alikes: int = 30) -> Made:
    """A directory of about ``size`` people with ``each`` duplicates of every kind."""
    m = Maker(seed)
    for kind, (write, fits, shares) in VARIANTS.items():
        done = 0
        while done < each:
            d = m.draft()
            if not fits(d) or write(m, d) == _full(d):
                continue
            m.plant(kind, m.card(d), m.card(_evidence(m, d, shares), write(m, d)))
            done += 1
    for _at in range(each):
        d = m.draft()
        m.plant("moved, number kept", m.card(d), m.card(_moved(m, d)))
        d = m.draft()
        m.plant("another address, outlet's name written otherwise", m.card(d), _renamed(m, d))
    _plant_look_alikes(m, look_alikes)
    while len(m.made.people) < size:
        m.card(m.draft())
    m.random.shuffle(m.made.people)
    return m.made


def _renamed(m: Maker, d: Draft) -> PersonFacts:
    name = m.random.choice([d.outlet.name.upper(), bare(d.outlet.name), f"Diario {d.outlet.name}"])
    return m.card(replace(d, email="", mobile=m.number(d.outlet.country)), outlets=(name,))
