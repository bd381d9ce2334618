"""Whether a condition holds for one person. Storage asks the same of all people at once, with the same comparisons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from desktop.contacts.lists.conditions import AllOf, AnyOf, Condition, Not, Operator, Where
from desktop.contacts.names import fold, name_words
from desktop.domain.contact import BounceState, Contact, EmailAddress, Role

_folded = lru_cache(maxsize=65536)(fold)


@dataclass(frozen=True, slots=True)
class Facts:
    """A person with what the card does not hold: the kinds of outlets by id, and the day of the last contact."""

    contact: Contact
    outlet_kinds: Mapping[str, str] = field(default_factory=dict)
    last_contact: date | None = None


def matches(operator: Operator, wanted: str, text: str) -> bool:
    """Whether a text is, or contains, what was asked for: case and accents folded; a word may go on."""
    if operator is Operator.CONTAINS:
        words = f" {' '.join(name_words(text))}"
        return f" {' '.join(name_words(wanted))}" in words if name_words(wanted) else _folded(wanted) in _folded(text)
    return _folded(wanted) == _folded(text)


def language_matches(wanted: str, tag: str) -> bool:
    """Whether a tag is the wanted one or a regional form of it."""
    wanted, tag = wanted.casefold(), tag.casefold()
    return tag == wanted or tag.startswith(f"{wanted}-")


def day_of(value: str, today: date) -> date:
    """The day a condition means: ISO, or ``90d`` back from today."""
    return today - timedelta(days=int(value[:-1])) if value.endswith("d") else date.fromisoformat(value)


def is_usable(email: EmailAddress) -> bool:
    """Whether mail may and can go to an address."""
    return not email.is_do_not_contact and email.bounce is not BounceState.HARD


def is_held(role: Role, today: date) -> bool:
    """Whether somebody has a role on a day; its last day counts."""
    return (role.from_on is None or role.from_on <= today) and (role.to_on is None or role.to_on >= today)


def holds(where: Where, facts: Facts, today: date) -> bool:
    """Whether the conditions hold for a person."""
    if isinstance(where, AllOf):
        return all(holds(part, facts, today) for part in where.parts)
    if isinstance(where, AnyOf):
        return any(holds(part, facts, today) for part in where.parts)
    if isinstance(where, Not):
        return not holds(where.part, facts, today)
    return _condition(where, facts, today)


def _condition(condition: Condition, facts: Facts, today: date) -> bool:
    name, operator = condition.field, condition.operator
    if name in ("last-contact", "added"):
        return _on_days(condition, facts.last_contact if name == "last-contact" else _added(facts.contact), today)
    if name in ("language", "first-language"):
        tags = facts.contact.languages if name == "language" else facts.contact.languages[:1]
        if operator is Operator.NONE:
            return not tags
        return any(language_matches(wanted, tag) for wanted in condition.values for tag in tags)
    texts = _texts(name, facts, today)
    if texts is None:
        return _flag(name, facts.contact, today)
    held = [text for text in texts if text]
    if operator is Operator.NONE:
        return not held
    return any(matches(operator, wanted, text) for wanted in condition.values for text in held)


def _added(contact: Contact) -> date | None:
    return contact.created_at.date() if contact.created_at else None


def _on_days(condition: Condition, day: date | None, today: date) -> bool:
    if condition.operator is Operator.NONE or day is None:
        return condition.operator is Operator.NONE and day is None
    wanted = day_of(condition.values[0], today)
    return day >= wanted if condition.operator is Operator.SINCE else day < wanted


def _texts(name: str, facts: Facts, today: date) -> Iterable[str] | None:
    contact = facts.contact
    held = [role for role in contact.roles if role.outlet_id and is_held(role, today)]
    found: dict[str, Iterable[str]] = {
        "beat": contact.beats,
        "tag": contact.tags,
        "outlet": [role.outlet_name for role in held],
        "outlet-kind": [facts.outlet_kinds.get(role.outlet_id, "") for role in held],
        "country": (contact.country,),
        "city": (contact.city,),
    }
    return found.get(name)


def _flag(name: str, contact: Contact, today: date) -> bool:
    if name == "do-not-contact":
        return contact.is_do_not_contact
    if name == "has-email":
        return any(is_usable(email) for email in contact.emails)
    if name == "has-phone":
        return any(not phone.is_do_not_contact for phone in contact.phones)
    if name == "bounced":
        return any(email.bounce is BounceState.HARD for email in contact.emails)
    if name == "embargo-agreement":
        return any(agreement.holds_on(today) for agreement in contact.embargo_agreements)
    return any(
        (each.given_on is None or each.given_on <= today) and (each.withdrawn_on is None or each.withdrawn_on > today)
        for each in contact.consents
    )
