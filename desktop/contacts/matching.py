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


def nameless_keys(contact: Contact) -> tuple[PersonKey, ...]:
    """What a person without an address is known by.

    The id in the file it came from; name and organisation; where no name is written, organisation or phone.
    """
    keys: list[PersonKey] = []
    if contact.source_id:
        keys.append(("source", contact.source_id))
    words = name_words(written_name(contact))
    if words:
        keys.append(("name", fold(contact.organisation), *sorted(words)))
    elif not contact.emails and contact.organisation:
        keys.append(("organisation", fold(contact.organisation)))
    if not words and not contact.emails:
        keys.extend(("phone", phone.number, phone.extension) for phone in contact.phones)
    return tuple(keys)
