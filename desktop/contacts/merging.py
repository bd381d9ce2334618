"""Two cards of one person made into one, with nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from desktop.contacts.emails import email_key
from desktop.contacts.names import fold, name_words
from desktop.domain.contact import (
    BounceState,
    Consent,
    Contact,
    EmailAddress,
    EmbargoAgreement,
    Gender,
    Phone,
    Role,
)
from desktop.i18n import N_, _

T = TypeVar("T")

#: Fields with one value: where both cards have one, the old stays and the new goes into the notes.
_SINGLE = (
    ("given_name", N_("Given name")),
    ("family_name", N_("Family name")),
    ("form_of_address", N_("Form of address")),
    ("country", N_("Country")),
    ("city", N_("City")),
    ("time_zone", N_("Time zone")),
)


def merge(kept: Contact, added: Contact) -> Contact:
    """``kept`` with all that only ``added`` knows; id, revision and times stay those of ``kept``.

    Lists are united, the kept ones first; a do-not-contact mark on either card stays; a value that
    contradicts the kept one becomes a line of the notes. Merging the same card again changes nothing.
    """
    merged = replace(
        kept,
        gender=kept.gender if kept.gender is not Gender.UNKNOWN else added.gender,
        languages=union(kept.languages, added.languages, str.casefold),
        emails=_merge_emails(kept.emails, added.emails),
        phones=_merge_phones(kept.phones, added.phones),
        roles=_merge_roles(kept.roles, added.roles),
        tags=union(kept.tags, added.tags, fold),
        beats=union(kept.beats, added.beats, fold),
        consents=union(kept.consents, added.consents, _consent_key),
        embargo_agreements=union(kept.embargo_agreements, added.embargo_agreements, _agreement_key),
        is_do_not_contact=kept.is_do_not_contact or added.is_do_not_contact,
        # Our own export, read again, calls a person by our own id: that is no news.
        source_id=kept.source_id or (added.source_id if added.source_id != kept.id else ""),
    )
    lines: list[str] = []
    is_name_known = set(name_words(f"{added.given_name} {added.family_name}")) <= set(
        name_words(f"{kept.given_name} {kept.family_name}")
    )
    for field, label in _SINGLE:
        old, new = getattr(kept, field), getattr(added, field)
        if is_name_known and field in ("given_name", "family_name"):
            continue
        if not old and new:
            merged = replace(merged, **{field: new})
        elif new and not _says_the_same(old, new):
            lines.append(_("{field} in an imported file: {value}").format(field=_(label), value=new))
    return replace(merged, notes=_merge_notes(kept.notes, [*added.notes.splitlines(), *lines]))


def union(first: Iterable[T], second: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """All of ``first``, then what only ``second`` has, by ``key``; the order stays."""
    items = (*first, *second)
    if len(items) < 2:
        return items
    seen: dict[Hashable, T] = {}
    for item in items:
        seen.setdefault(key(item), item)
    return tuple(seen.values())


def _consent_key(consent: Consent) -> Hashable:
    """A withdrawal counts as another fact, so that it is never lost against the consent it ends."""
    return (fold(consent.basis), fold(consent.source), consent.given_on, consent.withdrawn_on)


def _agreement_key(agreement: EmbargoAgreement) -> Hashable:
    return (agreement.agreed_on, agreement.until_on, fold(agreement.source))


def _says_the_same(old: str, new: str) -> bool:
    return fold(old) == fold(new) or (name_words(old) == name_words(new) != ())


def _merge_emails(kept: tuple[EmailAddress, ...], added: tuple[EmailAddress, ...]) -> tuple[EmailAddress, ...]:
    found: dict[str, EmailAddress] = {}
    for email in (*kept, *added):
        old = found.setdefault(email_key(email.address), email)
        told = old if old.bounce is not BounceState.NONE else email
        found[email_key(email.address)] = replace(
            old,
            is_public=old.is_public or email.is_public,
            is_do_not_contact=old.is_do_not_contact or email.is_do_not_contact,
            bounce=told.bounce,
            bounced_at=told.bounced_at,
            bounce_reason=told.bounce_reason,
        )
    return tuple(found.values())


def _merge_phones(kept: tuple[Phone, ...], added: tuple[Phone, ...]) -> tuple[Phone, ...]:
    found: dict[tuple[str, str], Phone] = {}
    for phone in (*kept, *added):
        key = (phone.number, phone.extension)
        old = found.setdefault(key, phone)
        found[key] = replace(
            old,
            is_public=old.is_public or phone.is_public,
            is_do_not_contact=old.is_do_not_contact or phone.is_do_not_contact,
        )
    return tuple(found.values())


def _merge_roles(kept: tuple[Role, ...], added: tuple[Role, ...]) -> tuple[Role, ...]:
    roles = list(kept)
    for role in added:
        place = next((i for i, old in enumerate(roles) if _is_one_role(old, role)), None)
        if place is None:
            roles.append(role)
            continue
        old = roles[place]
        roles[place] = replace(
            old,
            outlet_id=old.outlet_id or role.outlet_id,
            outlet_name=old.outlet_name or role.outlet_name,
            title=old.title or role.title,
            from_on=old.from_on or role.from_on,
            to_on=old.to_on or role.to_on,
        )
    return tuple(roles)


def _is_one_role(old: Role, new: Role) -> bool:
    same_outlet = fold(old.outlet_name) == fold(new.outlet_name)
    return same_outlet and (not old.title or not new.title or fold(old.title) == fold(new.title))


def _merge_notes(kept: str, added: Iterable[str]) -> str:
    lines = kept.splitlines()
    # "Country: Narnia" says what "País: Narnia" said, when the interface spoke another language.
    seen = {each for line in lines for each in (line.strip(), _value_of(line))}
    fresh: list[str] = []
    for line in added:
        if line.strip() and line.strip() not in seen and _value_of(line) not in seen:
            seen |= {line.strip(), _value_of(line)}
            fresh.append(line)
    return "\n".join([*lines, *fresh]) if fresh else kept


def _value_of(line: str) -> str:
    """What stands behind a label; a line without one as a whole."""
    label, colon, value = line.partition(": ")
    return f": {value.strip()}" if colon and label and value.strip() else line.strip()
