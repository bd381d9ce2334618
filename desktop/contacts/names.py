"""People's names: taken apart into form of address, given and family name; folded for comparing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


def _words(text: str) -> list[str]:
    return text.split()


_FORMS = frozenset(
    _words(
        "dr dra sr sra srta mr mrs ms miss mx prof profa profesor profesora professor lic licda licdo ing arq abg "
        "amb ambassador embajador embajadora hon sir don doña dña rev mons msgr pr mme mlle m mgr he sres excmo excma "
        "ministro ministra minister"
    )
)
#: Forms that stand before the given name: "Don Carlos".
_BEFORE_GIVEN = frozenset({"don", "dona", "dna", "sir"})
_SUFFIXES = frozenset(_words("jr sr ii iii iv phd md esq mba msc"))
_PARTICLES = frozenset(
    _words("de del la las los el van von vom zu zum der den da do dos das di du le ter ten bin ibn al st san santa")
)
_DEVOTIONAL = frozenset(
    _words(
        "angeles carmen dios jesus rosario pilar mar socorro refugio lourdes fatima guadalupe luz paz concepcion mercedes "
        "nieves remedios dolores milagros cruz rocio consuelo"
    )
)
_BEFORE_DEVOTIONAL = frozenset(_words("maria juan jose ana rosa luz m"))
_GIVEN = frozenset(
    _words("""adriana alberto alejandra alejandro alfredo alicia alonso ana andrea andres angel angela antonia antonio armando
    arturo beatriz camila carlos carmen carolina catalina cecilia cesar claudia cristina daniel daniela david diana
    diego eduardo elena elisa emilio enrique ernesto esteban eugenia eva fabiola federico felipe fernanda fernando
    francisca francisco gabriel gabriela gerardo gloria guadalupe guillermo gustavo hector hugo ignacio ines irene
    isabel ivan jaime javier jesus joaquin jorge jose josefa juan julia julian julio karla laura leonardo leticia
    lorena lourdes lucia luis luisa luz manuel marcela marco marcos margarita maria mariana mario marta martha
    mauricio mercedes miguel monica natalia nicolas norma oscar pablo paola patricia paula pedro rafael ramiro ramon
    raquel raul rebeca ricardo roberto rocio rodrigo rosa ruben salvador sandra santiago sara sebastian sergio silvia
    sofia susana teresa tomas valeria vanessa veronica vicente victor victoria xiomara yolanda""")
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts; every written word is in exactly one of them."""

    form_of_address: str = ""
    given: str = ""
    family: str = ""


def fold(text: str) -> str:
    """The text without accents and case, blanks collapsed: for comparing, never for showing."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.translate(_UNDECOMPOSED).split())


_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"})


def name_words(text: str) -> tuple[str, ...]:
    """The folded words of a name without punctuation: "García-Núñez" and "Garcia Nuñez" give the same."""
    return tuple(word for word in re.split(r"[\W_]+", fold(text)) if word)


def split_name(full: str) -> tuple[str, str]:
    """``(given, family)`` of a full name; see :func:`parse_name`. The form of address is left off."""
    name = parse_name(full)
    return name.given, name.family


def parse_name(full: str) -> PersonName:
    """A full name taken apart. Never raises; a guess where the name alone does not tell.

    Knows "Family, Given", family names in capitals, Spanish double surnames (two family names after one or two
    given ones), particles (de la, van der), devotional given names (María de los Ángeles), initials, and forms
    of address before the name.
    """
    words = " ".join(full.split()).strip(" ,;").split(" ")
    form, words = _take_form([word for word in words if word])
    rest, suffix = _take_suffix(words)
    if not rest:
        return PersonName(form, "", suffix)
    text = " ".join(rest)
    if "," in text:
        family, _comma, given = text.partition(",")
        inner, given_words = _take_form(given.replace(",", " ").split())
        form = " ".join(part for part in (form, inner) if part)
        return PersonName(form, " ".join(given_words), _joined(family.strip(), suffix))
    if len(rest) == 1 and form and _form_key(form.split()[-1]) not in _BEFORE_GIVEN:
        return PersonName(form, "", _joined(rest[0], suffix))
    given, family = _split_by_capitals(rest) or _split_units(_units(rest))
    return PersonName(form, given, _joined(family, suffix))


def is_same_name(one: str, other: str) -> bool:
    """Whether two full names may be one person's: the words of one are all among the other's."""
    first, second = set(name_words(one)), set(name_words(other))
    return first <= second or second <= first


def _joined(family: str, suffix: str) -> str:
    return f"{family} {suffix}".strip()


def _form_key(word: str) -> str:
    return fold(word).replace(".", "")


def _take_form(words: list[str]) -> tuple[str, list[str]]:
    taken = 0
    while taken < len(words) - 1 and _is_form(words[taken]):
        taken += 1
    return " ".join(words[:taken]), words[taken:]


def _is_form(word: str) -> bool:
    key = _form_key(word)
    # A bare capital is an initial, not a "Monsieur"; "M." before a name is one only in French.
    return key in _FOLDED_FORMS and (len(key) > 1 or word == "M.")


_FOLDED_FORMS = frozenset(_form_key(form) for form in _FORMS)


def _take_suffix(words: list[str]) -> tuple[list[str], str]:
    kept = list(words)
    suffix: list[str] = []
    while len(kept) > 1 and _form_key(kept[-1]).strip(",") in _SUFFIXES:
        suffix.insert(0, kept.pop().strip(","))
        kept[-1] = kept[-1].rstrip(",")
    return kept, " ".join(suffix)


def _split_by_capitals(words: Sequence[str]) -> tuple[str, str] | None:
    """The family name written in capitals, as the UN and the French do; ``None`` where nothing is told so."""
    capital = [len(w) > 1 and w.isupper() and "." not in w for w in words]
    if all(capital) or not any(capital):
        return None
    first, last = capital.index(True), len(capital) - capital[::-1].index(True)
    if not all(c or fold(w) in _PARTICLES for c, w in zip(capital[first:last], words[first:last], strict=True)):
        return None
    if first == 0:
        return " ".join(words[last:]), " ".join(words[:last])
    if last == len(words) and last - first < len(words):
        while first > 1 and fold(words[first - 1]) in _PARTICLES:
            first -= 1
        return " ".join(words[:first]), " ".join(words[first:])
    return None


def _units(words: Sequence[str]) -> list[str]:
    """Words joined with their particles: ``["Juan", "de la Cruz", "Ortega y Gasset"]``."""
    units: list[str] = []
    held: list[str] = []
    for place, word in enumerate(words):
        is_last = place == len(words) - 1
        if fold(word) in _PARTICLES and not is_last and (place > 0 or len(words) > 2):
            held.append(word)
        elif fold(word) in ("y", "e", "i") and units and not is_last and not held:
            held = [units.pop(), word]
        else:
            units.append(" ".join([*held, word]))
            held = []
    if len(units) > 2 and fold(units[0]) in _BEFORE_DEVOTIONAL and _is_devotional(units[1]):
        units[:2] = [f"{units[0]} {units[1]}"]
    return units


def _is_devotional(unit: str) -> bool:
    words = fold(unit).split()
    return len(words) > 1 and words[0] in ("de", "del") and words[-1] in _DEVOTIONAL


def _split_units(units: Sequence[str]) -> tuple[str, str]:
    if len(units) == 1:
        return units[0], ""
    if len(units) == 2:
        return units[0], units[1]
    given = 1
    while given < len(units) - 1 and (_is_initial(units[given]) or fold(units[given]) in _GIVEN):
        given += 1
    if not _looks_spanish(units) and not any(_has_particle(u) for u in units[1:]):
        given = len(units) - 1
    elif len(units) > 3:
        given = max(given, len(units) - 2) if not any(_has_particle(u) for u in units[1:]) else given
    return " ".join(units[:given]), " ".join(units[given:])


def _is_initial(unit: str) -> bool:
    return len(unit.rstrip(".")) == 1


def _has_particle(unit: str) -> bool:
    return fold(unit.split(maxsplit=1)[0]) in _PARTICLES if " " in unit else False


def _looks_spanish(units: Sequence[str]) -> bool:
    text = " ".join(units).casefold()
    accented = bool(re.search("[áéíóúñü]", unicodedata.normalize("NFC", text)))
    return accented or any(fold(u) in _GIVEN or re.search(r"[^aeiou]ez$|[aeiou]ez$", fold(u)) for u in units)
