"""Whether two cards are one person's."""

from __future__ import annotations

from desktop.contacts.emails import email_key
from desktop.contacts.names import fold, is_same_name, name_words
from desktop.domain.contact import Contact

PersonKey = tuple[str, ...]


def written_name(contact: Contact) -> str:
    """Given and family name without the address that stands in where there is none."""
    return f"{contact.given_name} {contact.family_name}".strip()


def address_keys(contact: Contact) -> frozenset[str]:
    """The contact's addresses as they compare."""
    return frozenset(email_key(email.address) for email in contact.emails if email.address)


def same_person(one: Contact, other: Contact) -> bool:
    """Whether the two share an address and their names do not contradict each other.

    A newsroom's address belongs to several people: there the names decide.
    """
    return bool(address_keys(one) & address_keys(other)) and has_compatible_name(one, other)


def has_compatible_name(one: Contact, other: Contact) -> bool:
    """Whether the names can be one person's: equal, one part of the other, or not written."""
    return is_same_name(written_name(one), written_name(other))


def keys_to_remember(contact: Contact) -> tuple[PersonKey, ...]:
    """All that a row without an address could mean this person by: see :func:`keys_to_look_up`."""
    words = sorted(name_words(written_name(contact)))
    bare: list[PersonKey] = [("name", "", *words)] if words else []
    # Our own export calls a person by our own id where there is no other.
    own: list[PersonKey] = [("source", contact.id)] if contact.id else []
    return (*keys_to_look_up(contact), *bare, *own)


def keys_to_look_up(contact: Contact) -> tuple[PersonKey, ...]:
    """What a person without an address is known by.

    The id in the file it came from; name and organisation (a bare name, where no organisation is written); where
    no name is written either, organisation or phone.
    """
    keys: list[PersonKey] = [("source", contact.source_id)] if contact.source_id else []
    organisations = dict.fromkeys(fold(role.outlet_name) for role in contact.roles if role.outlet_name)
    words = sorted(name_words(written_name(contact)))
    if words:
        keys.extend(("name", organisation, *words) for organisation in organisations or [""])
    elif not contact.emails:
        keys.extend(("organisation", organisation) for organisation in organisations)
        keys.extend(("phone", phone.number, phone.extension) for phone in contact.phones)
    return tuple(keys)
