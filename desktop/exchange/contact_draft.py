"""A person as a contact file wrote it, on the way to a :class:`Contact`: judged once for all file formats."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from desktop.contacts.emails import check_email, email_key
from desktop.contacts.import_rows import ReadContact
from desktop.contacts.merging import union
from desktop.contacts.names import fold, parse_name
from desktop.contacts.phones import parse_phone
from desktop.domain.contact import BounceState, Contact, EmailAddress, Gender, Phone, Role, Usage
from desktop.exchange.known_names import country_code, language_tag
from desktop.exchange.read_file import clean_text
from desktop.i18n import _

T = TypeVar("T")
#: A field longer than this is no contact's: nothing is cut, the row is refused.
MAX_FIELD = 10_000

#: What may stand in brackets after an address or a phone, in our own files and in others'.
USAGE_WORDS = {
    "work": Usage.WORK, "office": Usage.WORK, "trabajo": Usage.WORK, "oficina": Usage.WORK,
    "mobile": Usage.MOBILE, "cell": Usage.MOBILE, "cel": Usage.MOBILE, "celular": Usage.MOBILE, "movil": Usage.MOBILE,
    "home": Usage.HOME, "casa": Usage.HOME, "personal": Usage.HOME, "particular": Usage.HOME,
    "other": Usage.OTHER, "otro": Usage.OTHER,
}  # fmt: skip
_PUBLIC = frozenset({"public", "publico"})
_BLOCKED = frozenset({"do not contact", "no contactar"})
_BOUNCES = {"soft bounce": BounceState.SOFT, "hard bounce": BounceState.HARD}


@dataclass(frozen=True, slots=True)
class Written:
    """An address or a phone as written, with what the file says of it."""

    text: str
    usage: Usage = Usage.WORK
    is_public: bool = False
    is_do_not_contact: bool = False
    bounce: BounceState = BounceState.NONE

    def with_words(self, words: Iterable[str]) -> Written | None:
        """The same with the words in brackets taken in; ``None`` where one of them is not known."""
        result = self
        for word in words:
            key = fold(word)
            if key in USAGE_WORDS:
                result = replace(result, usage=USAGE_WORDS[key])
            elif key in _PUBLIC:
                result = replace(result, is_public=True)
            elif key in _BLOCKED:
                result = replace(result, is_do_not_contact=True)
            elif key in _BOUNCES:
                result = replace(result, bounce=_BOUNCES[key])
            else:
                return None
        return result


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
    roles: list[tuple[str, str]] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    beats: list[str] = field(default_factory=list)
    country: str = ""
    city: str = ""
    time_zone: str = ""
    notes: list[str] = field(default_factory=list)
    source_id: str = ""
    is_do_not_contact: bool = False
    warnings: list[str] = field(default_factory=list)


def judge(draft: ContactDraft, row: int, region: str) -> ReadContact:
    """The draft as a contact, or the reason why it is none.

    What cannot be understood (a country, a language, an address) goes into the notes and a warning tells it, so
    that nothing of the file is lost. ``region`` is where phone numbers without a country belong, unless the
    person's country says otherwise.
    """
    warnings = list(draft.warnings)
    notes = [note for note in (clean_lines(note) for note in draft.notes) if note]
    country = _understood(draft.country, country_code, _("Country"), notes, warnings)
    contact = Contact(
        id="",
        gender=draft.gender,
        languages=_languages(draft, notes, warnings),
        emails=_emails(draft.emails, notes, warnings),
        phones=_phones(draft.phones, (country, region), warnings),
        roles=_roles(draft.roles),
        tags=_several(draft.tags),
        beats=_several(draft.beats),
        country=country,
        city=clean_line(draft.city),
        time_zone=clean_line(draft.time_zone),
        is_do_not_contact=draft.is_do_not_contact,
        source_id=clean_line(draft.source_id),
    )
    contact = replace(_named(contact, draft), notes="\n".join(notes))
    organisation = contact.organisation
    title = contact.roles[0].title if contact.roles else ""
    reason = _refusal(contact, draft)
    return ReadContact(row, None if reason else contact, organisation, title, reason, tuple(warnings))


def clean_line(text: str) -> str:
    """One line without control characters, blanks collapsed."""
    return " ".join(clean_text(text).split())


def clean_lines(text: str) -> str:
    """Several lines without control characters and without blanks at their ends."""
    return "\n".join(line.rstrip() for line in clean_text(text).split("\n")).strip()


def _refusal(contact: Contact, draft: ContactDraft) -> str:
    texts = (draft.full_name, draft.given_name, draft.family_name, *draft.notes, *(w.text for w in draft.emails))
    if any(len(text) > MAX_FIELD for text in texts):
        return _("A field holds more than {count} characters.").format(count=MAX_FIELD)
    if contact.given_name or contact.family_name or contact.emails or contact.phones:
        return ""
    problems = [check_email(written.text).problem for written in draft.emails if written.text.strip()]
    if problems:
        return problems[0]
    return _("There is no name, no e-mail address and no phone number.")


def _named(contact: Contact, draft: ContactDraft) -> Contact:
    given, family = clean_line(draft.given_name), clean_line(draft.family_name)
    form = clean_line(draft.form_of_address)
    if not given and not family:
        name = parse_name(clean_line(draft.full_name))
        given, family, form = name.given, name.family, form or name.form_of_address
    return replace(contact, given_name=given, family_name=family, form_of_address=form)


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


def _emails(written: Iterable[Written], notes: list[str], warnings: list[str]) -> tuple[EmailAddress, ...]:
    found: list[EmailAddress] = []
    for item in written:
        if not item.text.strip():
            continue
        check = check_email(item.text)
        if check.problem:
            notes.append(_("{field}: {value}").format(field=_("E-mail"), value=clean_line(item.text)))
            warnings.append(check.problem)
            continue
        if check.warning:
            warnings.append(check.warning)
        found.append(EmailAddress(check.address, item.usage, item.is_public, item.is_do_not_contact, item.bounce))
    return union(found, (), lambda email: email_key(email.address))


def _phones(written: Iterable[Written], regions: tuple[str, str], warnings: list[str]) -> tuple[Phone, ...]:
    found: list[Phone] = []
    own, fallback = regions
    for item in written:
        text = clean_line(item.text)
        if not text:
            continue
        phone = parse_phone(text, own or fallback, hints=(fallback,))
        if phone is None:
            phone = Phone(text)
            warnings.append(_("“{number}” is not a valid phone number; it is kept as written.").format(number=text))
        found.append(
            replace(phone, usage=item.usage, is_public=item.is_public, is_do_not_contact=item.is_do_not_contact)
        )
    return union(found, (), lambda phone: (phone.number, phone.extension))


def _roles(written: Iterable[tuple[str, str]]) -> tuple[Role, ...]:
    cleaned = [(clean_line(organisation), clean_line(title)) for organisation, title in written]
    roles = [Role("", organisation, title) for organisation, title in cleaned if organisation or title]
    return union(roles, (), lambda role: (fold(role.outlet_name), fold(role.title)))


def _several(written: Iterable[str]) -> tuple[str, ...]:
    return union([text for text in map(clean_line, written) if text], (), fold)


_BRACKETS = re.compile(r"^(.*\S)\s*\(([^()]{1,80})\)\s*$", re.DOTALL)


def take_words(item: Written) -> Written:
    """``+506… (mobile, public)`` with its brackets read; unchanged where they say anything else."""
    match = _BRACKETS.match(item.text)
    if not match:
        return item
    known = replace(item, text=match.group(1)).with_words(word for word in match.group(2).split(",") if word.strip())
    return known or item
