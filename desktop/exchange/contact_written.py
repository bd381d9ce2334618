"""Addresses and phones as written, and the words in brackets that say more of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.contacts.names import fold
from desktop.domain.contact import BounceState, Usage

#: What may stand in brackets after an address or a phone, in our own files and in others'.
USAGE_WORDS = {
    "work": Usage.WORK, "office": Usage.WORK, "business": Usage.WORK, "main": Usage.WORK, "trabajo": Usage.WORK,
    "oficina": Usage.WORK, "laboral": Usage.WORK, "travail": Usage.WORK, "bureau": Usage.WORK,
    "mobile": Usage.MOBILE, "cell": Usage.MOBILE, "cel": Usage.MOBILE, "celular": Usage.MOBILE, "movil": Usage.MOBILE,
    "iphone": Usage.MOBILE, "whatsapp": Usage.MOBILE, "portable": Usage.MOBILE,
    "home": Usage.HOME, "casa": Usage.HOME, "personal": Usage.HOME, "particular": Usage.HOME, "private": Usage.HOME,
    "domicilio": Usage.HOME, "domicile": Usage.HOME,
    "other": Usage.OTHER, "otro": Usage.OTHER, "otra": Usage.OTHER, "autre": Usage.OTHER,
}  # fmt: skip
_PUBLIC = frozenset({"public", "publico"})
_BLOCKED = frozenset({"do not contact", "no contactar"})
_BOUNCES = {"soft bounce": BounceState.SOFT, "hard bounce": BounceState.HARD}


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a mail server said of an address."""

    state: BounceState = BounceState.NONE
    at: datetime | None = None
    reason: str = ""


NO_BOUNCE = Bounce()


@dataclass(frozen=True, slots=True)
class Written:
    """An address or a phone as written, with what the file says of it."""

    text: str
    usage: Usage = Usage.WORK
    is_public: bool = False
    is_do_not_contact: bool = False
    bounce: Bounce = NO_BOUNCE

    def with_words(self, words: Iterable[str]) -> Written | None:
        """The same with the words in brackets taken in; ``None`` where one of them is not known."""
        result = self
        for word in words:
            key = fold(word)
            if key in USAGE_WORDS:
                result = replace(result, usage=USAGE_WORDS[key])
            elif key in _PUBLIC:
                result = replace(result, is_public=True)
            elif key in _BLOCKED:
                result = replace(result, is_do_not_contact=True)
            elif key in _BOUNCES:
                result = replace(result, bounce=Bounce(_BOUNCES[key]))
            else:
                return None
        return result


_BRACKETS = re.compile(r"^(.*\S)\s*\(([^()]{1,80})\)\s*$", re.DOTALL)


def take_words(item: Written) -> Written:
    """``+506… (mobile, public)`` with its brackets read; unchanged where they say anything else."""
    if not item.text.rstrip().endswith(")"):
        return item
    match = _BRACKETS.match(item.text)
    if not match:
        return item
    known = replace(item, text=match.group(1)).with_words(word for word in match.group(2).split(",") if word.strip())
    return known or item


def usage_of(label: str, default: Usage = Usage.WORK) -> Usage:
    """The usage that a program's label says (``* Mobile``, ``_$!<Work>!$_``, ``Trabajo``)."""
    words = re.split(r"[^\w]+", fold(label))
    return next((USAGE_WORDS[word] for word in words if word in USAGE_WORDS), default)


def is_fax(label: str) -> bool:
    """Whether a label says that this is no number one can talk on."""
    return bool(set(re.split(r"[^\w]+", fold(label))) & {"fax", "pager", "telex", "localizador", "busca", "modem"})


_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ].*)?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DAY_FIRST = re.compile(r"(\d\d?)[./-](\d\d?)[./-](\d{4})(?: .*)?")


def written_date(text: str) -> date | None:
    """A day as files write it: ISO, or with the day or month first where only one reading is a day."""
    stripped = text.strip()
    iso = _ISO.fullmatch(stripped) or _COMPACT.fullmatch(stripped)
    if iso:
        return _day(iso.group(1), iso.group(2), iso.group(3))
    other = _DAY_FIRST.fullmatch(stripped)
    if not other:
        return None
    first, second, year = other.groups()
    readings = {day for day in (_day(year, second, first), _day(year, first, second)) if day}
    return readings.pop() if len(readings) == 1 else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
