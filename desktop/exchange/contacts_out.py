"""Contacts out, so that nothing of them is lost on the way back in: CSV for spreadsheets, vCard 4.0."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from desktop.domain.contact import BounceState, Contact, EmailAddress, Gender, Phone, Usage
from desktop.exchange.known_names import country_name
from desktop.exchange.vcard import BEATS, BLOCKED, BLOCKED_PARAMETER, BOUNCE_PARAMETER, PUBLIC_PARAMETER

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_FOLD_AT = 75
_GENDERS = {Gender.FEMININE: "F", Gender.MASCULINE: "M", Gender.NEUTRAL: "O"}
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def to_csv(contacts: Iterable[Contact]) -> bytes:
    """A table in UTF-8 with a byte order mark and CRLF, one row a person, headers in English in every interface.

    Several values stand in one cell, ``;`` between them, what is known of an address or a phone in brackets after
    it. A cell that a spreadsheet would run as a formula gets an apostrophe first, which our reader takes off again.
    """
    people = list(contacts)
    roles = max([1, *(len(person.roles) for person in people)])
    target = io.StringIO(newline="")
    table = csv.writer(target, lineterminator="\r\n")
    table.writerow([*_HEADERS, *_role_headers(roles)])
    for person in people:
        table.writerow([_guarded(cell) for cell in (*_cells(person), *_role_cells(person, roles))])
    return target.getvalue().encode("utf-8-sig")


def to_vcard(contacts: Iterable[Contact]) -> bytes:
    """VCard 4.0 (RFC 6350), UTF-8, lines folded at 75 octets; our own fields are X- properties and parameters."""
    return "".join(_folded(line) for person in contacts for line in _card_lines(person)).encode("utf-8")


_HEADERS = (
    "ID",
    "Form of address",
    "Given name",
    "Family name",
    "Gender",
    "E-mail",
    "Phone",
    "Languages",
    "Country",
    "City",
    "Time zone",
    "Tags",
    "Beats",
    "Notes",
    "Do not contact",
)


def _cells(person: Contact) -> Sequence[str]:
    return (
        person.source_id or person.id,
        person.form_of_address,
        person.given_name,
        person.family_name,
        person.gender.value,
        "; ".join(email.address + _brackets(email) for email in person.emails),
        "; ".join(_number(phone) + _brackets(phone) for phone in person.phones),
        _several(person.languages),
        person.country,
        person.city,
        person.time_zone,
        _several(person.tags),
        _several(person.beats),
        person.notes,
        "yes" if person.is_do_not_contact else "",
    )


def _role_headers(count: int) -> list[str]:
    headers: list[str] = []
    for number in range(1, count + 1):
        suffix = "" if number == 1 else f" {number}"
        headers += [f"Organisation{suffix}", f"Job title{suffix}"]
    return headers


def _role_cells(person: Contact, count: int) -> list[str]:
    cells = [text for role in person.roles for text in (role.outlet_name, role.title)]
    return cells + [""] * (2 * count - len(cells))


def _brackets(item: EmailAddress | Phone) -> str:
    words = [] if item.usage is Usage.WORK else [item.usage.value]
    if item.is_public:
        words.append("public")
    if item.is_do_not_contact:
        words.append("do not contact")
    if isinstance(item, EmailAddress) and item.bounce is not BounceState.NONE:
        words.append(f"{item.bounce.value} bounce")
    return f" ({', '.join(words)})" if words else ""


def _number(phone: Phone) -> str:
    return f"{phone.number} ext. {phone.extension}" if phone.extension else phone.number


def _several(values: Iterable[str]) -> str:
    # The colon and the asterisk mean something to Google's tags ("* myContacts ::: Press").
    return "; ".join(re.sub(r"([\\;,:*])", r"\\\1", value) for value in values)


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _card_lines(person: Contact) -> list[str]:
    uid = person.source_id or person.id
    name = person.name or person.organisation or next(map(_number, person.phones), "-")
    lines = ["BEGIN:VCARD", "VERSION:4.0", f"FN:{_escaped(name)}"]
    if person.given_name or person.family_name or person.form_of_address:
        parts = (person.family_name, person.given_name, "", person.form_of_address, "")
        lines.append("N:" + ";".join(map(_escaped, parts)))
    if uid:
        lines.append(f"UID:{'urn:uuid:' if _UUID.fullmatch(uid) else ''}{_escaped(uid)}")
    lines += [f"EMAIL{_parameters(email)}:{_escaped(email.address)}" for email in person.emails]
    lines += [f"TEL;VALUE=text{_parameters(phone)}:{_escaped(_number(phone))}" for phone in person.phones]
    for number, role in enumerate(person.roles, start=1):
        lines += [f"role{number}.ORG:{_escaped(role.outlet_name)}"] if role.outlet_name or role.title else []
        lines += [f"role{number}.TITLE:{_escaped(role.title)}"] if role.title else []
    lines += [f"LANG;PREF={min(number, 100)}:{tag}" for number, tag in enumerate(person.languages, start=1)]
    if person.city or person.country:
        country = country_name(person.country) if person.country else ""
        lines.append(f"ADR:;;;{_escaped(person.city)};;;{_escaped(country)}")
    if person.gender in _GENDERS:
        lines.append(f"GENDER:{_GENDERS[person.gender]}")
    values = (("TZ", person.time_zone), ("NOTE", person.notes), (BLOCKED, "1" if person.is_do_not_contact else ""))
    lines += [f"{prop}:{_escaped(value)}" for prop, value in values if value]
    lists = (("CATEGORIES", person.tags), (BEATS, person.beats))
    lines += [f"{prop}:{','.join(map(_escaped, several))}" for prop, several in lists if several]
    return [*lines, "END:VCARD"]


def _parameters(item: EmailAddress | Phone) -> str:
    types = {Usage.MOBILE: "cell", Usage.OTHER: "other"}
    text = f";TYPE={types.get(item.usage, item.usage.value)}"
    text += f";{PUBLIC_PARAMETER}=1" if item.is_public else ""
    text += f";{BLOCKED_PARAMETER}=1" if item.is_do_not_contact else ""
    if isinstance(item, EmailAddress) and item.bounce is not BounceState.NONE:
        text += f";{BOUNCE_PARAMETER}={item.bounce.value}"
    return text


def _escaped(text: str) -> str:
    escaped = re.sub(r"([\\;,])", r"\\\1", text.replace("\r\n", "\n").replace("\r", "\n"))
    return escaped.replace("\n", r"\n")


def _folded(line: str) -> str:
    """The line cut to at most 75 octets a piece, never inside a letter (RFC 6350 §3.2)."""
    pieces = [""]
    size = 0
    for character in line:
        width = len(character.encode("utf-8", "replace"))
        if size + width > _FOLD_AT:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += width
    return "\r\n".join(pieces) + "\r\n"
