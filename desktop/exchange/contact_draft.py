"""A person as a contact file wrote it, on the way to a :class:`Contact`: judged once for all file formats."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from desktop.contacts.emails import check_email, email_key
from desktop.contacts.import_rows import ReadContact
from desktop.contacts.merging import union
from desktop.contacts.names import fold, parse_name
from desktop.contacts.phones import parse_phone
from desktop.domain.contact import Consent, Contact, EmailAddress, EmbargoAgreement, Gender, Phone, Role
from desktop.exchange.contact_written import Bounce, Written
from desktop.exchange.known_names import country_code, language_tag
from desktop.exchange.read_file import clean_text
from desktop.i18n import _

#: A field longer than this is no contact's: nothing is cut, the row is refused.
MAX_FIELD = 10_000
#: More values than this in one row are no contact's either.
MAX_VALUES = 200


@dataclass(frozen=True, slots=True)
class WrittenRole:
    """An organisation and what somebody does there, as written."""

    organisation: str = ""
    title: str = ""
    from_on: date | None = None
    to_on: date | None = None


@dataclass(slots=True)
class ContactDraft:
    """What was written of one person. All texts are raw; :func:`judge` cleans and checks them."""

    full_name: str = ""
    given_name: str = ""
    family_name: str = ""
    form_of_address: str = ""
    gender: Gender = Gender.UNKNOWN
    emails: list[Written] = field(default_factory=list)
    phones: list[Written] = field(default_factory=list)
    roles: list[WrittenRole] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    beats: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    country: str = ""
    city: str = ""
    time_zone: str = ""
    notes: list[str] = field(default_factory=list)
    source_id: str = ""
    is_do_not_contact: bool = False
    consents: list[Consent] = field(default_factory=list)
    embargo_agreements: list[EmbargoAgreement] = field(default_factory=list)
    bounces: dict[str, Bounce] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def judge(draft: ContactDraft, row: int, region: str) -> ReadContact:
    """The draft as a contact, or the reason why it is none.

    What cannot be understood (a country, a language, an address) goes into the notes and a warning tells it, so
    that nothing of the file is lost. ``region`` is where phone numbers without a country belong, unless the
    person's country says otherwise.
    """
    reason = _oversize(draft)
    if reason:
        return ReadContact(row, None, reason=reason)
    warnings = list(draft.warnings)
    notes = [note for note in map(clean_lines, draft.notes) if note]
    country = _understood(draft.country, country_code, _("Country"), notes, warnings)
    given, family, form = _name(draft)
    contact = Contact(
        id="",
        given_name=given,
        family_name=family,
        form_of_address=form,
        gender=draft.gender,
        languages=_languages(draft, notes, warnings),
        emails=_emails(draft, notes, warnings),
        phones=_phones(draft.phones, (country, region), warnings),
        roles=_roles(draft.roles),
        tags=several(draft.tags),
        beats=several(draft.beats),
        country=country,
        city=clean_line(draft.city),
        time_zone=clean_line(draft.time_zone),
        notes="\n".join(notes),
        is_do_not_contact=draft.is_do_not_contact,
        consents=union(draft.consents, (), lambda consent: consent),
        embargo_agreements=union(draft.embargo_agreements, (), lambda agreement: agreement),
        source_id=clean_line(draft.source_id),
    )
    title = contact.roles[0].title if contact.roles else ""
    reason = _refusal(contact, draft)
    lists = several(draft.lists)
    return ReadContact(row, None if reason else contact, contact.organisation, title, reason, tuple(warnings), lists)


def clean_line(text: str) -> str:
    """One line without control characters, blanks collapsed."""
    return " ".join(clean_text(text).split())


def clean_lines(text: str) -> str:
    """Several lines without control characters and without blanks at their ends."""
    return "\n".join(line.rstrip() for line in clean_text(text).split("\n")).strip()


def several(written: Iterable[str]) -> tuple[str, ...]:
    """Names of tags, beats or lists: cleaned, none twice."""
    return union([text for text in map(clean_line, written) if text], (), fold)


def _oversize(draft: ContactDraft) -> str:
    items = (*draft.emails, *draft.phones)
    texts = (draft.full_name, draft.given_name, draft.family_name, draft.city, draft.country, draft.source_id)
    several_texts = (*draft.notes, *draft.tags, *draft.beats, *draft.lists, *draft.languages)
    roles = (text for role in draft.roles for text in (role.organisation, role.title))
    if any(len(text) > MAX_FIELD for text in (*texts, *several_texts, *roles, *(item.text for item in items))):
        return _("A field holds more than {count} characters.").format(count=MAX_FIELD)
    if len(items) + len(several_texts) + len(draft.roles) > MAX_VALUES:
        return _("The row holds more than {count} addresses, numbers and tags.").format(count=MAX_VALUES)
    return ""


def _refusal(contact: Contact, draft: ContactDraft) -> str:
    if contact.given_name or contact.family_name or contact.emails or contact.phones:
        return ""
    problems = [check_email(written.text).problem for written in draft.emails if written.text.strip()]
    if problems:
        return problems[0]
    return _("There is no name, no e-mail address and no phone number.")


def _name(draft: ContactDraft) -> tuple[str, str, str]:
    """``(given, family, form of address)``."""
    given, family = clean_line(draft.given_name), clean_line(draft.family_name)
    form = clean_line(draft.form_of_address)
    if given or family:
        return given, family, form
    name = parse_name(clean_line(draft.full_name))
    return name.given, name.family, form or name.form_of_address


def _understood(written: str, read: Callable[[str], str], label: str, notes: list[str], warnings: list[str]) -> str:
    text = clean_line(written)
    found = read(text) if text else ""
    if text and not found:
        notes.append(_("{field}: {value}").format(field=label, value=text))
        warnings.append(_("{field} “{value}” is not known; it was put into the notes.").format(field=label, value=text))
    return found


def _languages(draft: ContactDraft, notes: list[str], warnings: list[str]) -> tuple[str, ...]:
    found = [_understood(written, language_tag, _("Language"), notes, warnings) for written in draft.languages]
    return union([tag for tag in found if tag], (), str.casefold)


def _emails(draft: ContactDraft, notes: list[str], warnings: list[str]) -> tuple[EmailAddress, ...]:
    found: list[EmailAddress] = []
    for item in draft.emails:
        if not item.text.strip():
            continue
        check = check_email(item.text)
        if check.problem:
            notes.append(_("{field}: {value}").format(field=_("E-mail"), value=clean_line(item.text)))
            warnings.append(check.problem)
            continue
        if check.warning:
            warnings.append(check.warning)
        bounce = item.bounce
        if draft.bounces:
            bounce = draft.bounces.get(email_key(check.address), bounce)
        found.append(
            EmailAddress(
                check.address,
                item.usage,
                item.is_public,
                item.is_do_not_contact,
                bounce.state,
                bounce.at,
                bounce.reason,
            )
        )
    return union(found, (), lambda email: email_key(email.address))


#: What Excel makes of a long number: ``5.06221E+10``.
_EXPONENT = re.compile(r"(\d)[.,](\d+)E\+(\d\d?)", re.IGNORECASE)


def _phones(written: Iterable[Written], regions: tuple[str, str], warnings: list[str]) -> tuple[Phone, ...]:
    found: list[Phone] = []
    own, fallback = regions
    for item in written:
        text = clean_line(item.text)
        if not text:
            continue
        shortened = _EXPONENT.fullmatch(text)
        if shortened and len(shortened.group(2)) == int(shortened.group(3)):
            text, shortened = shortened.group(1) + shortened.group(2), None
        phone = None if shortened else parse_phone(text, own or fallback, hints=(fallback,))
        if shortened:
            warnings.append(_("“{number}” was shortened by a spreadsheet; its digits are lost.").format(number=text))
        elif phone is None:
            warnings.append(_("“{number}” is not a valid phone number; it is kept as written.").format(number=text))
        number, extension = (phone.number, phone.extension) if phone else (text, "")
        found.append(Phone(number, item.usage, extension, item.is_public, item.is_do_not_contact))
    return union(found, (), lambda phone: (phone.number, phone.extension))


def _roles(written: Iterable[WrittenRole]) -> tuple[Role, ...]:
    cleaned = [
        replace(role, organisation=clean_line(role.organisation), title=clean_line(role.title)) for role in written
    ]
    roles = [
        Role("", role.organisation, role.title, role.from_on, role.to_on)
        for role in cleaned
        if role.organisation or role.title
    ]
    return union(roles, (), lambda role: (fold(role.outlet_name), fold(role.title), role.from_on, role.to_on))
