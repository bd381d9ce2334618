"""What of a card counts when duplicates are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.contact import Contact, Gender


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """The facts about one person that are compared; ``phones`` are pairs of number and extension."""

    id: str
    given_name: str = ""
    family_name: str = ""
    form_of_address: str = ""
    gender: Gender = Gender.UNKNOWN
    emails: tuple[str, ...] = ()
    phones: tuple[tuple[str, str], ...] = ()
    outlets: tuple[str, ...] = ()
    country: str = ""
    city: str = ""
    source_id: str = ""

    @property
    def name(self) -> str:
        """Given and family name; the first address where there is no name."""
        return f"{self.given_name} {self.family_name}".strip() or next(iter(self.emails), "")


def facts_of(contact: Contact) -> PersonFacts:
    """The facts of a card."""
    return PersonFacts(
        contact.id,
        contact.given_name,
        contact.family_name,
        contact.form_of_address,
        contact.gender,
        tuple(email.address for email in contact.emails),
        tuple((phone.number, phone.extension) for phone in contact.phones),
        tuple(dict.fromkeys(role.outlet_name for role in contact.roles if role.outlet_name)),
        contact.country,
        contact.city,
        contact.source_id,
    )
