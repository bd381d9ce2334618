"""Contacts out as a table, CSV or XLSX, so that nothing of them is lost on the way back in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from desktop.domain.contact import BounceState, Contact, EmailAddress, Phone, Role, Usage
from desktop.exchange.contact_cells import iso, pack_agreements, pack_bounces, pack_consents
from desktop.exchange.contact_written import Bounce

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
#: What Excel takes at most; a longer cell would be cut without a word.
MAX_CELL = 32_767

#: The lists each person is on, by the person's id.
Lists = Mapping[str, Sequence[str]]
_HEADERS = (
    "ID", "Form of address", "Given name", "Family name", "Gender", "E-mail", "Phone", "Languages", "Country", "City",
    "Time zone", "Tags", "Beats", "Lists", "Notes", "Do not contact", "Consents", "Embargo agreements", "Bounces",
)  # fmt: skip


def to_csv(contacts: Iterable[Contact], lists: Lists | None = None) -> bytes:
    """A table in UTF-8 with a byte order mark and CRLF, one row a person, headers in English in every interface.

    Several values stand in one cell, ``;`` between them, what is known of an address or a phone in brackets after
    it. A cell that a spreadsheet would run as a formula gets an apostrophe first, which our reader takes off again.
    """
    headers, rows = table_of(contacts, lists or {})
    target = io.StringIO(newline="")
    table = csv.writer(target, lineterminator="\r\n")
    table.writerow(headers)
    table.writerows([_guarded(cell) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def to_xlsx(contacts: Iterable[Contact], lists: Lists | None = None) -> bytes:
    """The same table as a workbook: every cell is text, marked as such, so that nothing in it is ever run.

    Raises ``ValueError`` with the cell's beginning where one is longer than a workbook can hold.
    """
    import xlsxwriter  # noqa: PLC0415 - lazy: only this export needs it

    headers, rows = table_of(contacts, lists or {})
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Contacts")
        text = book.add_format({"num_format": "@", "quote_prefix": True, "valign": "top"})
        bold = book.add_format({"bold": True, "bottom": 1})
        for column, header in enumerate(headers):
            sheet.write_string(0, column, header, bold)
        for place, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if cell:
                    _write(sheet, place, column, cell, text)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(headers) - 1, 22)
    return target.getvalue()


def _write(sheet: object, row: int, column: int, cell: str, text: object) -> None:
    # Our reader takes an apostrophe off before a formula's mark, as in a CSV.
    guarded = f"'{cell}" if _ESCAPED.match(cell) else cell
    if len(guarded) > MAX_CELL:
        raise ValueError(cell[:40])
    sheet.write_string(row, column, guarded, text)  # type: ignore[attr-defined]


def table_of(contacts: Iterable[Contact], lists: Lists) -> tuple[list[str], list[list[str]]]:
    """Headers and rows; as many columns for roles as anybody has."""
    people = list(contacts)
    roles = max([1, *(len(person.roles) for person in people)])
    rows = [[*_cells(person, lists.get(person.id, ())), *_role_cells(person, roles)] for person in people]
    return [*_HEADERS, *_role_headers(roles)], rows


def _cells(person: Contact, lists: Sequence[str]) -> Sequence[str]:
    bounces = [(e.address, Bounce(e.bounce, e.bounced_at, e.bounce_reason)) for e in person.emails if _has_details(e)]
    return (
        person.source_id or person.id,
        person.form_of_address,
        person.given_name,
        person.family_name,
        person.gender.value,
        "; ".join(email.address + _brackets(email) for email in person.emails),
        "; ".join(number_of(phone) + _brackets(phone) for phone in person.phones),
        _several(person.languages),
        person.country,
        person.city,
        person.time_zone,
        _several(person.tags),
        _several(person.beats),
        _several(lists),
        person.notes,
        "yes" if person.is_do_not_contact else "",
        pack_consents(person.consents),
        pack_agreements(person.embargo_agreements),
        pack_bounces(bounces),
    )


def _has_details(email: EmailAddress) -> bool:
    return bool(email.bounced_at or email.bounce_reason)


def _role_headers(count: int) -> list[str]:
    suffixes = ["" if number == 1 else f" {number}" for number in range(1, count + 1)]
    names = ("Organisation", "Job title", "Role from", "Role to")
    return [f"{name}{suffix}" for suffix in suffixes for name in names]


def _role_cells(person: Contact, count: int) -> list[str]:
    cells = [cell for role in person.roles for cell in _role(role)]
    return cells + [""] * (4 * count - len(cells))


def _role(role: Role) -> tuple[str, ...]:
    return (role.outlet_name, role.title, iso(role.from_on), iso(role.to_on))


def _brackets(item: EmailAddress | Phone) -> str:
    words = [] if item.usage is Usage.WORK else [item.usage.value]
    if item.is_public:
        words.append("public")
    if item.is_do_not_contact:
        words.append("do not contact")
    if isinstance(item, EmailAddress) and item.bounce is not BounceState.NONE:
        words.append(f"{item.bounce.value} bounce")
    return f" ({', '.join(words)})" if words else ""


def number_of(phone: Phone) -> str:
    """A number with its extension."""
    return f"{phone.number} ext. {phone.extension}" if phone.extension else phone.number


def _several(values: Iterable[str]) -> str:
    # The colon and the asterisk mean something to Google's tags ("* myContacts ::: Press").
    return "; ".join(re.sub(r"([\\;,:*])", r"\\\1", value) for value in values)


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
