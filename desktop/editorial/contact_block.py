"""The contact sentence of a release, drawn from the directory in the release's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from desktop.domain.contact import Contact, EmailAddress, Phone
from desktop.domain.document import Block, BlockKind, make_attrs
from desktop.domain.richtext import Mark, MarkKind, RichText, join
from desktop.editorial.boilerplate import open_gap
from desktop.editorial.contact_reading import calling_code
from desktop.i18n import in_document

#: Why a translator cannot change a number or an address.
CONTACT_DATA = "contact-data"

FormatPhone = Callable[[str], str]
_Reach = TypeVar("_Reach", Phone, EmailAddress)


def spaced_phone(number: str) -> str:
    """An E.164 number in readable groups (``+506 2212 5327``); other texts come back as they are."""
    if not re.fullmatch(r"\+\d{7,15}", number):
        return number
    code = calling_code(number[1:])
    rest = number[1 + len(code) :]
    sizes = {8: (4, 4), 9: (3, 3, 3), 10: (3, 3, 4), 7: (3, 4)}.get(len(rest), (3,) * (len(rest) // 3))
    groups, at = [], 0
    for size in sizes:
        groups.append(rest[at : at + size])
        at += size
    if at < len(rest):
        groups.append(rest[at:])
    return " ".join([f"+{code}", *(group for group in groups if group)])


def contact_sentence(contact: Contact, language: str, *, format_phone: FormatPhone = spaced_phone) -> RichText:
    """Whom to ask: ``For more information, please contact Ana Mora, Press Officer, IOM, Tel: …, Email: …``.

    Public addresses go before others; one that must not be used is never printed. Number and address are
    protected, and the address is a link.
    """
    return contacts_paragraph((contact,), language, format_phone=format_phone)


def contacts_paragraph(
    contacts: Sequence[Contact], language: str, *, format_phone: FormatPhone = spaced_phone
) -> RichText:
    """The same for several people, in one sentence. Empty where nobody is given."""
    if not contacts:
        return RichText()
    people = join((_entry(contact, language, format_phone) for contact in contacts), "; ")
    return _insert(in_document(language, "For more information, please contact {people}."), "{people}", people)


def contact_block(contact: Contact, language: str, block_id: str) -> Block:
    """A contact block that knows whose it is."""
    text = contact_sentence(contact, language)
    return Block(block_id, BlockKind.CONTACT, text, make_attrs({"contact": contact.id}))


def drawn_contact(contact: Contact, language: str) -> RichText:
    """What a block that refers to a person reads; an open gap where the person must not be contacted."""
    if not contact.is_do_not_contact:
        return contact_sentence(contact, language)
    sentence = in_document(language, "[{name} must not be contacted: choose another contact]")
    return open_gap(sentence.format(name=contact.name), contact.name)


def missing_contact(language: str) -> RichText:
    """What stands where the person is gone from the directory, instead of an old number."""
    sentence = in_document(language, "[This contact is no longer in the directory]")
    return open_gap(sentence, sentence.strip("[]"))


def _entry(contact: Contact, language: str, format_phone: FormatPhone) -> RichText:
    parts = [RichText.plain(part) for part in (contact.name, *_office(contact)) if part]
    phone = _best(contact.phones)
    if phone is not None:
        parts.append(_phone(phone, language, format_phone))
    email = _best(contact.emails)
    if email is not None and email.address != contact.name:
        parts.append(_insert(in_document(language, "Email: {email}"), "{email}", _email(email.address)))
    return join(parts, ", ")


def _office(contact: Contact) -> tuple[str, str]:
    role = next((role for role in contact.roles if role.to_on is None), None)
    return (role.title, role.outlet_name) if role else ("", "")


def _best(given: Sequence[_Reach]) -> _Reach | None:
    usable = [each for each in given if not each.is_do_not_contact]
    return next((each for each in usable if each.is_public), usable[0] if usable else None)


def _phone(phone: Phone, language: str, format_phone: FormatPhone) -> RichText:
    written = format_phone(phone.number)
    if phone.extension:
        extension = in_document(language, "{phone} ext. {extension}")
        written = extension.format(phone=written, extension=phone.extension)
    protected = RichText.plain(written).with_mark(0, len(written), MarkKind.PROTECTED, CONTACT_DATA)
    return _insert(in_document(language, "Tel: {phone}"), "{phone}", protected)


def _email(address: str) -> RichText:
    whole = (0, len(address))
    marks = (Mark(*whole, MarkKind.LINK, f"mailto:{address}"), Mark(*whole, MarkKind.PROTECTED, CONTACT_DATA))
    return RichText.of(address, marks)


def _insert(frame: str, field: str, value: RichText) -> RichText:
    before, _field, after = frame.partition(field)
    return RichText.plain(before) + value + RichText.plain(after)
