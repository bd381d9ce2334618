"""Addresses and telephone numbers in a text: what must reach the reader unchanged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>“”«»\"]+"
    r"|(?<![\w.@-])(?:[a-z0-9-]+\.)+(?:int|org|com|net|edu|gob|gov|info|eu|io)(?:\.[a-z]{2})?(?:/[^\s<>“”«»\"]*)?(?![\w@])",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"(?<![\w@])@[A-Za-z]\w{2,}")
_PHONE = re.compile(
    r"(?<![\w@./:,-])(?:\+|00)\s?\(?\d{1,4}\)?(?:[\s.()\u00a0\u202f/–-]{1,2}\d{1,5}){1,7}(?![\w@])"
    r"|(?<![\w@./:,-])\+\d{7,15}(?!\d)"
    r"|(?<![\w@./:,+-])\(?\d{2,5}\)?(?:[\s.\u00a0-]\(?\d{2,5}\)?){1,5}(?![\w@]|[.,]\d)"
)
_LABEL = re.compile(
    r"(?:tel|tél|telephone|teléfono|téléphone|phone|mobile|móvil|cel|cell|celular|fax|whatsapp|line|línea|hotline|call|llam\w+|número|number)"
    r"\w*[.:]{0,2}\s*(?:al\s|a la\s|at\s|on\s)?(?:\(?\d[\d\s().-]{5,}(?:\s?(?:/|y|o|and|or)\s)?)?$",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?)]’'…"


@dataclass(frozen=True, slots=True)
class Address:
    """An address at ``[start, end)``; ``key`` is what makes it the same: digits of a phone, an address in small letters."""

    start: int
    end: int
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Contacts:
    """All addresses of a text, and the text with them masked, of the same length."""

    urls: tuple[Address, ...]
    emails: tuple[Address, ...]
    phones: tuple[Address, ...]
    masked: str


@lru_cache(maxsize=8_192)
def read_contacts(text: str) -> Contacts:
    """The addresses of a text. E-mail goes before web addresses, these before telephones."""
    masked = text
    emails = _found(_EMAIL, masked)
    masked = _without(masked, emails)
    handles = _found(_HANDLE, masked)
    urls = _found(_URL, masked)
    masked = _without(masked, (*urls, *handles))
    phones = tuple(
        Address(m.start(), m.end(), m.group(), re.sub(r"\D", "", m.group()))
        for m in _PHONE.finditer(masked)
        if _is_phone(m.group(), masked[: m.start()])
    )
    return Contacts(urls, (*emails, *handles), phones, _without(masked, phones))


def _found(pattern: re.Pattern[str], masked: str) -> tuple[Address, ...]:
    found = []
    for match in pattern.finditer(masked):
        written = match.group().rstrip(_TRAILING)
        if written.count("(") > written.count(")") and match.group()[len(written) : len(written) + 1] == ")":
            written += ")"
        found.append(Address(match.start(), match.start() + len(written), written, written.casefold()))
    return tuple(found)


def _without(text: str, found: tuple[Address, ...]) -> str:
    for each in found:
        text = text[: each.start] + "\ufffc" * (each.end - each.start) + text[each.end :]
    return text


def _is_phone(written: str, before: str) -> bool:
    digits = re.sub(r"\D", "", written)
    if not 7 <= len(digits) <= 17 or re.fullmatch(r"\d{1,3}(?:[\s.]\d{3})+", written):
        return _LABEL.search(before[-60:]) is not None and len(digits) >= 6
    if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{4}\s?[-–]\s?\d{4}(?:\s\d+)*", written):
        return False
    is_international = written.lstrip("(").startswith(("+", "00"))
    return is_international or "-" in written or "(" in written or _LABEL.search(before[-60:]) is not None
