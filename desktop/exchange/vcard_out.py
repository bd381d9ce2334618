"""Contacts out as vCards, 3.0 (RFC 2426, what every program reads) or 4.0 (RFC 6350); lists are group cards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5

from desktop.domain.contact import BounceState, Contact, EmailAddress, Gender, Phone, Role, Usage
from desktop.exchange.contact_cells import bounce_parts, iso
from desktop.exchange.contact_written import Bounce
from desktop.exchange.contacts_table_out import number_of
from desktop.exchange.known_names import country_name
from desktop.exchange.vcard import (
    BEATS,
    BLOCKED,
    BLOCKED_PARAMETER,
    BOUNCE,
    BOUNCE_PARAMETER,
    CONSENT,
    EMBARGO,
    GENDER,
    LANGUAGES,
    PRODUCT,
    PUBLIC_PARAMETER,
    ROLE_FROM,
    ROLE_TO,
)

_FOLD_AT = 75
_GENDERS = {Gender.FEMININE: "F", Gender.MASCULINE: "M", Gender.NEUTRAL: "O"}
_OLD_GENDERS = {Gender.FEMININE: "Female", Gender.MASCULINE: "Male", Gender.NEUTRAL: "Neutral"}
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
Lists = Mapping[str, Sequence[str]]


def to_vcard(contacts: Iterable[Contact], lists: Lists | None = None, *, version: str = "4.0") -> bytes:
    """Cards in UTF-8, lines folded at 75 octets; our own fields are X- properties and parameters.

    ``lists`` has the names of the lists that each person (by id) is on; each list is a group card behind them.
    """
    people = list(contacts)
    lines = [line for person in people for line in _card_lines(person, version)]
    lines += _group_lines(people, lists or {}, version)
    return "".join(map(_folded, lines)).encode("utf-8")


def _card_lines(person: Contact, version: str) -> list[str]:
    is_new = version == "4.0"
    uid = person.source_id or person.id
    name = person.name or person.organisation or next(map(number_of, person.phones), "-")
    lines = ["BEGIN:VCARD", f"VERSION:{version}", f"PRODID:{PRODUCT}", f"FN:{_escaped(name)}"]
    if not is_new or person.given_name or person.family_name or person.form_of_address:
        lines.append(_structured("N", (person.family_name, person.given_name, "", person.form_of_address, "")))
    if uid:
        lines.append(f"UID:{_uri(uid) if is_new else _escaped(uid)}")
    for number, email in enumerate(person.emails, start=1):
        lines += _email_lines(number, email)
    text = ";VALUE=text" if is_new else ""
    lines += [f"TEL{text}{_parameters(phone)}:{_escaped(number_of(phone))}" for phone in person.phones]
    for number, role in enumerate(person.roles, start=1):
        lines += _role_lines(number, role)
    if is_new:
        lines += [f"LANG;PREF={min(number, 100)}:{tag}" for number, tag in enumerate(person.languages, start=1)]
    elif person.languages:
        lines.append(f"{LANGUAGES}:{','.join(map(_escaped, person.languages))}")
    if person.city or person.country:
        country = country_name(person.country) if person.country else ""
        lines.append(_structured("ADR", ("", "", "", person.city, "", "", country)))
    return [*lines, *_other_lines(person, is_new=is_new), "END:VCARD"]


def _other_lines(person: Contact, *, is_new: bool) -> Iterator[str]:
    if person.gender in _GENDERS:
        yield f"GENDER:{_GENDERS[person.gender]}" if is_new else f"{GENDER}:{_OLD_GENDERS[person.gender]}"
    zone = "TZ" if is_new else "TZ;VALUE=text"
    for name, value in ((zone, person.time_zone), ("NOTE", person.notes), (BLOCKED, "1" * person.is_do_not_contact)):
        if value:
            yield f"{name}:{_escaped(value)}"
    for name, several in (("CATEGORIES", person.tags), (BEATS, person.beats)):
        if several:
            yield f"{name}:{','.join(map(_escaped, several))}"
    for consent in person.consents:
        parts = (consent.basis, consent.source, iso(consent.given_on), iso(consent.withdrawn_on), consent.notes)
        yield _structured(CONSENT, parts)
    for agreement in person.embargo_agreements:
        yield _structured(
            EMBARGO, (iso(agreement.agreed_on), iso(agreement.until_on), agreement.source, agreement.notes)
        )


def _email_lines(number: int, email: EmailAddress) -> list[str]:
    has_details = bool(email.bounced_at or email.bounce_reason)
    group = f"email{number}." if has_details else ""
    lines = [f"{group}EMAIL{_parameters(email)}:{_escaped(email.address)}"]
    if has_details:
        bounce = Bounce(email.bounce, email.bounced_at, email.bounce_reason)
        lines.append(group + _structured(BOUNCE, bounce_parts(bounce)))
    return lines


def _role_lines(number: int, role: Role) -> list[str]:
    if not role.outlet_name and not role.title:
        return []
    lines = [f"role{number}.ORG:{_escaped(role.outlet_name)}"]
    values = (("TITLE", role.title), (ROLE_FROM, iso(role.from_on)), (ROLE_TO, iso(role.to_on)))
    return lines + [f"role{number}.{name}:{_escaped(value)}" for name, value in values if value]


def _group_lines(people: Sequence[Contact], lists: Lists, version: str) -> Iterator[str]:
    members: dict[str, list[Contact]] = {}
    for person in people:
        for name in lists.get(person.id, ()):
            members.setdefault(name, []).append(person)
    kind, member = (
        ("KIND", "MEMBER") if version == "4.0" else ("X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-MEMBER")
    )
    for name, on_it in members.items():
        yield from ("BEGIN:VCARD", f"VERSION:{version}", f"PRODID:{PRODUCT}", f"{kind}:group", f"FN:{_escaped(name)}")
        if version != "4.0":
            yield _structured("N", (name, "", "", "", ""))
        yield f"UID:{'urn:uuid:' if version == '4.0' else ''}{uuid5(NAMESPACE_URL, name)}"
        for person in on_it:
            yield f"{member}:{_uri(person.source_id or person.id, is_member=True)}"
        yield "END:VCARD"


def _uri(uid: str, *, is_member: bool = False) -> str:
    """A UUID as a URN; anything else as it is, since that is how its program will look for it."""
    is_uuid = bool(_UUID.fullmatch(uid))
    return f"urn:uuid:{uid}" if is_uuid else uid if is_member and not re.search(r"[\\;,\n]", uid) else _escaped(uid)


def _parameters(item: EmailAddress | Phone) -> str:
    types = {Usage.MOBILE: "cell", Usage.OTHER: "other"}
    text = f";TYPE={types.get(item.usage, item.usage.value)}"
    text += f";{PUBLIC_PARAMETER}=1" if item.is_public else ""
    text += f";{BLOCKED_PARAMETER}=1" if item.is_do_not_contact else ""
    if isinstance(item, EmailAddress) and item.bounce is not BounceState.NONE:
        text += f";{BOUNCE_PARAMETER}={item.bounce.value}"
    return text


def _structured(name: str, parts: Iterable[str]) -> str:
    return f"{name}:{';'.join(map(_escaped, parts))}"


def _escaped(text: str) -> str:
    escaped = re.sub(r"([\\;,])", r"\\\1", text.replace("\r\n", "\n").replace("\r", "\n"))
    return escaped.replace("\n", r"\n")


def _folded(line: str) -> str:
    """The line cut to at most 75 octets a piece, never inside a letter (RFC 6350 §3.2)."""
    if len(line) < _FOLD_AT // 4:
        return f"{line}\r\n"
    pieces: list[list[str]] = [[]]
    size = 0
    for character in line:
        width = len(character.encode("utf-8", "replace"))
        if size + width > _FOLD_AT:
            pieces.append([" "])
            size = 1
        pieces[-1].append(character)
        size += width
    return "\r\n".join(map("".join, pieces)) + "\r\n"
