"""Rows of cells, from a CSV or a workbook, into people: which row is the header, which column is what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from desktop.contacts.import_rows import ReadContact
from desktop.exchange.contact_draft import ContactDraft, WrittenRole, judge
from desktop.exchange.contact_written import written_date
from desktop.exchange.csv_headers import (
    FIELDS,
    IDENTIFYING,
    guess_by_content,
    guess_fields,
    header_key,
    is_private,
    known_columns,
    looks_like_header,
)
from desktop.exchange.read_file import refuse
from desktop.exchange.table_cells import ADDRESSES, PHONES, ROLE_FIELDS, TAKERS, take_address, take_phone
from desktop.i18n import _, ngettext

MAX_ROWS = 200_000
_ESCAPED_FORMULA = re.compile(r"'+[=+\-@\t\r]")
#: A title and a date above the header are ordinary; more rows than this are not looked at for one.
_HEADER_WITHIN = 15


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read. ``broken`` has the reason for each row (by its place) that could not be cut into cells.

    ``first_number`` is the number that a spreadsheet gives the first row.
    """

    rows: list[list[str]]
    name: str
    first_number: int = 1
    broken: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TablePeople:
    """What a table holds: its rows of people, its columns with their fields, warnings about the whole."""

    rows: tuple[ReadContact, ...]
    mapping: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]


def without_guard(cell: str) -> str:
    """The cell without the apostrophe that keeps spreadsheets from running it as a formula (ours, and Excel's)."""
    return cell[1:] if cell[:1] == "'" and _ESCAPED_FORMULA.match(cell) else cell


def read_table(table: Table, mapping: Mapping[str, str], region: str) -> TablePeople:
    """The people of a table; raises BadInputError where no column holds a name, an address or a phone."""
    columns, first = _columns(table, mapping)
    read: list[ReadContact] = []
    for place, row in enumerate(table.rows):
        number = place + table.first_number
        if place in table.broken:
            read.append(ReadContact(number, None, reason=table.broken[place]))
        elif place >= first and any(cell.strip() for cell in row):
            read.append(judge(columns.draft(row), number, region))
    warnings = (*_passed_over(first), *columns.warnings(), *_ragged(table.rows[first:], first, columns))
    return TablePeople(tuple(read), tuple(zip(columns.headers, columns.fields, strict=True)), warnings)


def best_header(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """``(place, known columns)`` of the row that is most likely the header; ``(-1, 0)`` where the table is empty."""
    filled = [place for place, row in enumerate(rows[:200]) if any(cell.strip() for cell in row)][:_HEADER_WITHIN]
    if not filled:
        return -1, 0
    top = filled[0]
    counts = {place: known_columns(rows[place]) for place in filled}
    if counts[top] > 1:
        return top, counts[top]
    best = max(filled, key=lambda place: (counts[place], -place))
    return (best, counts[best]) if counts[best] > 1 else (top, counts[top])


class _Columns:
    """The columns of a table and the way from a row to a draft."""

    def __init__(self, headers: Sequence[str], fields: Sequence[str]) -> None:
        self.headers = tuple(headers)
        self.fields = tuple(fields)

    @cached_property
    def _order(self) -> list[tuple[int, str]]:
        """Columns in the order in which they are taken: what is of the home comes after what is of work."""
        used = [(place, name) for place, name in enumerate(self.fields) if name in TAKERS]
        rank = {"consent_source": 1, "consent_on": 1}
        return sorted(used, key=lambda each: (is_private(self.headers[each[0]]), rank.get(each[1], 0), each[0]))

    @cached_property
    def _reached(self) -> list[tuple[int, str, int]]:
        """``(place, field, place of the column that says what for, or -1)`` of addresses and phones."""
        return [
            (place, name, self._label_of(place))
            for place, name in enumerate(self.fields)
            if name in {**ADDRESSES, **PHONES}
        ]

    @cached_property
    def _roles(self) -> dict[str, list[int]]:
        return {name: [place for place, each in enumerate(self.fields) if each == name] for name in ROLE_FIELDS}

    def _label_of(self, place: int) -> int:
        """Google's "Phone 1 - Label" or "- Type" stands before "Phone 1 - Value"."""
        if place == 0 or not re.search(r"\b(?:value|valor)\b", self.headers[place].lower()):
            return -1
        is_label = re.search(r"\b(?:type|label|tipo|etiqueta)\b", self.headers[place - 1].lower())
        return place - 1 if is_label else -1

    def draft(self, row: Sequence[str]) -> ContactDraft:
        """A row as a draft; cells beyond the columns are passed over."""
        draft = ContactDraft()
        width = len(row)
        for place, name, label in self._reached:
            cell = row[place] if place < width else ""
            if cell.strip():
                said = row[label] if label >= 0 else ""
                if name in ADDRESSES:
                    take_address(draft, cell, ADDRESSES[name], said)
                else:
                    take_phone(draft, cell, PHONES[name], said)
        for place, name in self._order:
            if place < width and row[place].strip():
                TAKERS[name](draft, row[place])
        self._take_roles(draft, row)
        return draft

    def _take_roles(self, draft: ContactDraft, row: Sequence[str]) -> None:
        cells = {name: [row[p] if p < len(row) else "" for p in places] for name, places in self._roles.items()}
        for place in range(max(map(len, cells.values()))):
            organisation, title, since, until = (
                cells[name][place] if place < len(cells[name]) else "" for name in ROLE_FIELDS
            )
            if organisation.strip() or title.strip():
                draft.roles.append(WrittenRole(organisation, title, written_date(since), written_date(until)))

    def warnings(self) -> tuple[str, ...]:
        """A warning that names the columns nobody reads."""
        labels = {label for _place, _name, label in self._reached}
        unused = [
            header
            for place, (header, name) in enumerate(zip(self.headers, self.fields, strict=True))
            if not name and place not in labels
        ]
        if not unused:
            return ()
        return (_("These columns were not read: {columns}.").format(columns=", ".join(h[:40] for h in unused[:20])),)


def _columns(table: Table, mapping: Mapping[str, str]) -> tuple[_Columns, int]:
    """The columns, and the place of the first row of people."""
    rows, name = table.rows, table.name
    top, _known = best_header(rows)
    if top < 0:
        raise refuse(_("“{name}” holds no rows.").format(name=name))
    head = [cell.strip() for cell in rows[top]]
    width = max(map(len, rows[:1000]))
    numbered = [_("Column {number}").format(number=place + 1) for place in range(max(width, len(head)))]
    guessed = guess_fields(head)
    if looks_like_header(head, guessed) or any(cell in mapping for cell in head if cell):
        headers = _unlike([cell or numbered[place] for place, cell in enumerate(head)])
        fields, first = guessed, top + 1
    else:
        headers, fields, first = numbered, guess_by_content(rows[top : top + 200], len(numbered)), top
        if not set(fields) & {"email", "phone"}:
            # Any text has lines that begin with a word: without a header that is no list of people.
            fields = ("",) * len(numbered)
    unknown = sorted({each for each in mapping.values() if each and each not in FIELDS})
    if unknown:
        raise refuse(_("There is no field “{field}”.").format(field=unknown[0]))
    fields = _mapped(headers, fields, mapping)
    if not set(fields) & IDENTIFYING:
        raise refuse(
            _("No column of “{name}” holds names, e-mail addresses or phone numbers.").format(name=name),
            _("Its columns are: {columns}. Say which field each of them is.").format(
                columns=", ".join(header[:40] for header in headers[:20])
            ),
        )
    return _Columns(headers, fields), first


def _mapped(headers: Sequence[str], fields: Sequence[str], mapping: Mapping[str, str]) -> tuple[str, ...]:
    """The fields as guessed, or as said by header; a profile's header may be written a little differently."""
    if not mapping:
        return tuple(fields)
    by_key = {header_key(header): each for header, each in mapping.items()}
    exact = set(headers) & set(mapping)
    return tuple(
        mapping[header] if header in exact else by_key.get(header_key(header), each)
        for header, each in zip(headers, fields, strict=True)
    )


def _unlike(headers: Sequence[str]) -> list[str]:
    """The headers, those that repeat an earlier one numbered: a choice is made by header."""
    seen: dict[str, int] = {}
    result: list[str] = []
    for header in headers:
        seen[header] = seen.get(header, 0) + 1
        result.append(header if seen[header] == 1 else f"{header} ({seen[header]})")
    return result


def _passed_over(first: int) -> tuple[str, ...]:
    above = first - 1
    if above < 1:
        return ()
    words = ngettext(
        "{count} row above the header was not read.", "{count} rows above the header were not read.", above
    )
    return (words.format(count=above),)


def _ragged(rows: Sequence[Sequence[str]], first: int, columns: _Columns) -> tuple[str, ...]:
    width = len(columns.headers)
    longer = [place for place, row in enumerate(rows) if len(row) > width and any(c.strip() for c in row[width:])]
    if not longer:
        return ()
    return (_("Row {row} has more cells than there are columns.").format(row=longer[0] + first + 1),)
