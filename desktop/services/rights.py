"""The rights of the people in the directory: to read what is held, to be erased, never to come back."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.contacts.lists.sentences import day_words
from desktop.contacts.plan import PlannedRow
from desktop.contacts.suppression import contact_hashes
from desktop.domain.changes import CONTACT, MEDIA_LIST, Change, ChangeSet, Outcome
from desktop.domain.contact import Contact
from desktop.domain.media_list import Traces
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _
from desktop.services.contact_export import lists_of

_SALT = "suppression.salt"


@dataclass(frozen=True, slots=True)
class Erased:
    """Who is gone, and what remains, as sentences."""

    contact_id: str
    name: str
    remains: tuple[str, ...]


def erase_contact(uow: UnitOfWork, contact_id: str) -> Outcome[Erased]:
    """Erase a person for good, with everything held; hashes keep imports from bringing him or her back. No undo."""
    contact = uow.contacts.get(contact_id)
    uow.rights.suppress(contact_hashes(_salt(uow), contact), "erased")
    uow.rights.erase(contact.id, [email.address for email in contact.emails])
    changes = ChangeSet.of(Change(CONTACT, "*"), Change(MEDIA_LIST, "*"))
    return Outcome(Erased(contact.id, contact.name, remaining()), changes)


def remaining() -> tuple[str, ...]:
    """What an erasure leaves, and until when."""
    return (
        _("The addresses and phone numbers stay known as hashes, so that no import brings them back."),
        _("Backups of the workspace made before today hold the person until you delete those files."),
        _("Releases that name the person stay as they are."),
    )


def _salt(uow: UnitOfWork) -> str:
    salt = uow.settings.get(_SALT)
    if not salt:
        salt = secrets.token_hex(32)
        uow.settings.set(_SALT, salt)
    return salt


def is_suppressed(uow: UnitOfWork, contact: Contact) -> bool:
    """Whether an address or a phone of a person belonged to somebody who was erased."""
    return uow.rights.has_suppressed() and bool(uow.rights.suppressed(contact_hashes(_salt(uow), contact)))


def refuse_erased(uow: UnitOfWork, planned: Sequence[PlannedRow]) -> tuple[PlannedRow, ...]:
    """The plan of an import, where nobody comes in who was erased."""
    if not uow.rights.has_suppressed():
        return tuple(planned)
    salt = _salt(uow)
    by_row = {row.row: contact_hashes(salt, row.contact) for row in planned if row.contact and row.outcome == "new"}
    never = uow.rights.suppressed(frozenset().union(*by_row.values()))
    refused = {row for row, hashes in by_row.items() if hashes & never}
    reason = _("This person was erased and must not come back.")
    return tuple(
        replace(row, outcome="refused", reason=reason, contact=None, lists=())
        if row.row in refused or (row.person_row in refused and row.existing is None)
        else row
        for row in planned
    )


def held_on(uow: UnitOfWork, contact_id: str) -> str:
    """Everything that is held on a person, as a text in the interface's language."""
    contact = uow.contacts.get(contact_id)
    traces = uow.rights.traces(contact.id)
    lists = lists_of(uow, [contact.id]).get(contact.id, ())
    today = day_words(uow.clock.now().date())
    lines = [_("Everything held on {name}, {day}").format(name=contact.name, day=today), ""]
    lines += [*_card(contact), "", *_rest(traces, lists)]
    return "\n".join(lines).rstrip() + "\n"


def _card(contact: Contact) -> Iterator[str]:
    yield from _fields(
        (_("Form of address"), contact.form_of_address),
        (_("Given name"), contact.given_name),
        (_("Family name"), contact.family_name),
        (_("Gender"), contact.gender.value),
        (_("Languages"), ", ".join(contact.languages)),
        (_("Country"), contact.country),
        (_("City"), contact.city),
        (_("Time zone"), contact.time_zone),
        (_("Tags"), ", ".join(contact.tags)),
        (_("Beats"), ", ".join(contact.beats)),
        (_("Notes"), contact.notes),
        (_("Do not contact"), _("yes") if contact.is_do_not_contact else ""),
        (_("Id in the imported file"), contact.source_id),
        (_("Added"), contact.created_at.isoformat(sep=" ", timespec="minutes") if contact.created_at else ""),
        (_("Changed"), contact.updated_at.isoformat(sep=" ", timespec="minutes") if contact.updated_at else ""),
    )
    for email in contact.emails:
        marks = [email.usage.value, _("public") if email.is_public else "", email.bounce.value, email.bounce_reason]
        marks.append(_("do not contact") if email.is_do_not_contact else "")
        yield _line(_("E-mail"), email.address, *marks)
    for phone in contact.phones:
        marks = [phone.extension, phone.usage.value, _("do not contact") if phone.is_do_not_contact else ""]
        yield _line(_("Phone"), phone.number, *marks)
    for role in contact.roles:
        yield _line(_("Role"), role.title, role.outlet_name, str(role.from_on or ""), str(role.to_on or ""))
    for consent in contact.consents:
        days = (str(consent.given_on or ""), str(consent.withdrawn_on or ""))
        yield _line(_("Consent"), consent.basis, consent.source, *days, consent.notes)
    for agreement in contact.embargo_agreements:
        days = (str(agreement.agreed_on), str(agreement.until_on or ""))
        yield _line(_("Embargo agreement"), *days, agreement.source, agreement.notes)


def _rest(traces: Traces, lists: Sequence[str]) -> Iterator[str]:
    for title, rows in (
        (_("Media lists"), [(name,) for name in lists]),
        (_("Conversations"), traces.interactions),
        (_("Imports that touched the card"), traces.imports),
        (_("Sent to this person"), traces.sendings),
    ):
        yield title
        yield from (f"  {' · '.join(part for part in row if part)}" for row in rows)
        if not rows:
            yield f"  {_('nothing')}"
        yield ""


def _fields(*pairs: tuple[str, str]) -> Iterator[str]:
    return (f"{label}: {value}" for label, value in pairs if value)


def _line(label: str, *parts: str) -> str:
    return f"{label}: {' · '.join(part for part in parts if part)}"
