"""E-mail addresses as people type them: cleaned, judged, compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from desktop.i18n import _

_WRAPPED = re.compile(r"<([^<>]*)>\s*$")
_LOCAL = re.compile(r"[^\s\x00-\x20\x7f\"(),:;<>@\[\\\]]+")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MAX_LOCAL, _MAX_ADDRESS = 64, 254
_MAX_TYPED = 1000


@dataclass(frozen=True, slots=True)
class EmailCheck:
    """What a typed address came to: ``address`` is empty exactly where ``problem`` says why; else usable.

    ``warning`` is a sentence about a usable address that may be a slip.
    """

    address: str
    problem: str = ""
    warning: str = ""


def check_email(typed: str) -> EmailCheck:
    """Clean and judge one address. Never raises.

    ``Name <a@b.org>`` and ``mailto:a@b.org`` are undone, the domain is put in lower case and in its readable
    (Unicode) form, the part before the @ stays as it is. Line breaks and other control characters are a
    refusal, never cleaned away: they are how headers are smuggled in.
    """
    stripped = typed[: _MAX_TYPED + 1].strip()
    if any(unicodedata.category(character) in ("Cc", "Zl", "Zp", "Cs") for character in stripped):
        return EmailCheck("", _("The address holds a line break or a control character."))
    address = _INVISIBLE.sub("", stripped).replace("\u00a0", " ").strip()
    wrapped = _WRAPPED.search(address)
    address = wrapped.group(1).strip() if wrapped else address
    address = re.sub(r"^mailto:", "", address, flags=re.IGNORECASE).split("?", 1)[0].strip()
    problem = _problem(address)
    if problem:
        return EmailCheck("", problem)
    local, _at, domain = address.partition("@")
    domain = _readable(domain)
    warning = "" if local.isascii() else _("Many mail servers refuse accents before the @.")
    return EmailCheck(f"{unicodedata.normalize('NFC', local)}@{domain}", "", warning)


def normalise_email(typed: str) -> str:
    """The cleaned address, or the empty string where it cannot be used."""
    return check_email(typed).address


def email_key(address: str) -> str:
    """What two spellings of one address have in common: for comparing, never for sending."""
    return unicodedata.normalize("NFC", address.strip()).casefold()


def ascii_address(address: str) -> str:
    """The address with its domain as mail servers want it (``xn--…``); empty where that is impossible."""
    local, _at, domain = address.rpartition("@")
    ascii_domain = _ascii_domain(domain)
    return f"{local}@{ascii_domain}" if local and ascii_domain else ""


def split_addresses(cell: str) -> tuple[str, ...]:
    """The pieces of a cell with several addresses, as written. Separators: ``;`` ``,`` ``|``, line breaks, blanks."""
    pieces: list[str] = []
    for part in re.split(r"[;,|\n\r\t]+", cell):
        wrapped = _WRAPPED.search(part)
        if wrapped:
            pieces.append(wrapped.group(1).strip())
        elif part.count("@") > 1:
            pieces.extend(part.split())
        elif part.strip():
            pieces.append(part.strip())
    return tuple(pieces)


def _problem(address: str) -> str:
    if not address:
        return _("The address is empty.")
    if address.count("@") != 1:
        return _("“{address}” is not an e-mail address: it needs one @.").format(address=_short(address))
    local, _at, domain = address.partition("@")
    if not _LOCAL.fullmatch(local) or local.startswith(".") or local.endswith(".") or ".." in local:
        return _("“{address}” has a character or a dot before the @ that cannot stand there.").format(
            address=_short(address)
        )
    ascii_domain = _ascii_domain(domain)
    if not ascii_domain:
        return _("“{address}” has no valid domain after the @.").format(address=_short(address))
    if len(local.encode()) > _MAX_LOCAL or len(local.encode()) + 1 + len(ascii_domain) > _MAX_ADDRESS:
        return _("“{address}” is too long for an e-mail address.").format(address=_short(address))
    return ""


@lru_cache(maxsize=4096)
def _ascii_domain(domain: str) -> str:
    try:
        found = unicodedata.normalize("NFC", domain).lower().encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    labels = found.split(".")
    valid = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels) and not labels[-1].isdigit()
    return found if valid else ""


@lru_cache(maxsize=4096)
def _readable(domain: str) -> str:
    ascii_domain = _ascii_domain(domain)
    try:
        readable = ascii_domain.encode("ascii").decode("idna")
    except UnicodeError:
        return ascii_domain
    return readable if _ascii_domain(readable) == ascii_domain else ascii_domain


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
