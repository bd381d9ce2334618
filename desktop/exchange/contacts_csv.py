"""Contact tables (CSV, TSV) from Excel, Google, Outlook and press-office lists of any kind."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from desktop.exchange.contact_decoding import accented_words, decode_contacts
from desktop.exchange.contact_table import MAX_ROWS, Table, read_table, without_guard
from desktop.exchange.csv_headers import FIELDS, known_columns
from desktop.exchange.decoding import replaced_warning
from desktop.exchange.read_contacts import SEPARATORS, ReadContact, ReadContacts, groups_of
from desktop.exchange.read_file import clean_text, read_bytes, refuse
from desktop.exchange.table_cells import split_cell
from desktop.i18n import _

MAX_MEGABYTES = 50
#: A record of more lines than this is a quotation mark that somebody forgot.
_MAX_LINES = 200
csv.field_size_limit(10 * 1024 * 1024)


def read_csv(
    path: Path, *, region: str = "", mapping: Mapping[str, str] | None = None, encoding: str = "", separator: str = ""
) -> ReadContacts:
    """The rows of a contact table; raises BadInputError where no column holds a name, an address or a phone.

    ``mapping`` sets the field (one of :data:`csv_headers.FIELDS`, or ``""``) of columns by their header, over the
    guess. Rows are numbered as a spreadsheet numbers them, the header being row 1. A row with a quotation mark that
    is never closed costs itself, not those behind it.
    """
    decoded = decode_contacts(read_bytes(path, max_megabytes=MAX_MEGABYTES), path.name, encoding)
    text = clean_text(decoded.text)
    said = re.match(r'"?sep=(.)"?\n', text)
    if said:
        text = text[said.end() :]
    separator = separator or (said.group(1) if said else sniff_separator(text))
    rows, broken = _table(text, separator, path.name)
    found = read_table(Table(rows, path.name, 2 if said else 1, broken), mapping or {}, region)
    warnings = (*replaced_warning(decoded), *found.warnings)
    samples = accented_words(cell for row in (*rows[1:2000], *rows[:1]) for cell in row)
    return ReadContacts(
        found.rows, groups_of(found.rows), decoded.encoding, separator, found.mapping, warnings, samples=samples
    )


def sniff_separator(text: str) -> str:
    """The separator under which the first rows look most like a table with known columns; else a comma."""
    best, best_score = ",", (0.0, 0)
    sample = text[:20_000].split("\n")
    sample = sample[:50] if len(text) <= 20_000 else sample[:-1][:50] or sample
    for separator in SEPARATORS:
        try:
            rows = [row for row in csv.reader(sample, delimiter=separator) if row]
        except csv.Error:
            continue
        widths = [len(row) for row in rows]
        if not widths:
            continue
        width, count = Counter(widths).most_common(1)[0]
        header_bonus = max(known_columns(row) for row in rows[:15])
        score = (header_bonus + (count / len(widths) if width > 1 else 0.0), width)
        if width > 1 and score > best_score:
            best, best_score = separator, score
    return best


def _table(text: str, separator: str, name: str) -> tuple[list[list[str]], dict[int, str]]:
    """The rows, and the reason for each that is broken."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
        if len(rows) == text.count("\n") + (not text.endswith("\n")) or _is_even(rows):
            return _within_limits(rows, name), {}
    except csv.Error:
        pass
    rows, broken = _row_by_row(text, separator)
    return _within_limits(rows, name), broken


def _is_even(rows: list[list[str]]) -> bool:
    """Whether rows that hold line breaks have as many cells as most: else a quotation mark swallowed rows."""
    usual = Counter(len(row) for row in rows if row).most_common(1)
    if not usual:
        return True
    return all(len(row) == usual[0][0] for row in rows if any("\n" in cell for cell in row))


def _within_limits(rows: list[list[str]], name: str) -> list[list[str]]:
    if len(rows) > MAX_ROWS:
        raise refuse(
            _("“{name}” has more than {count} rows.").format(name=name, count=MAX_ROWS),
            _("Split it into several files."),
        )
    return [[without_guard(cell) for cell in row] for row in rows]


def _row_by_row(text: str, separator: str) -> tuple[list[list[str]], dict[int, str]]:
    """The rows of a table with broken ones in it: a record that never closes costs its first line."""
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    width = Counter(len(_cut(line, separator)) for line in lines[:500] if line.strip()).most_common(1)
    usual = width[0][0] if width else 1
    rows: list[list[str]] = []
    broken: dict[int, str] = {}
    place = 0
    while place < len(lines):
        size = _record_size(lines, place, separator)
        record = _cut("\n".join(lines[place : place + size]), separator) if size else []
        if size == 1 or (size > 1 and len(record) == usual):
            rows.append(record)
            place += size
            continue
        broken[len(rows)] = _("A quotation mark in line {line} is never closed.").format(line=place + 1)
        rows.append([])
        place += 1
    return rows, broken


def _cut(record: str, separator: str) -> list[str]:
    try:
        # A record of several lines must be whole: else it is two forgotten quotation marks that found each other.
        is_strict = "\n" in record
        return next(csv.reader(io.StringIO(record, newline=""), delimiter=separator, strict=is_strict), [])
    except csv.Error:
        return []


def _record_size(lines: list[str], start: int, separator: str) -> int:
    """How many lines the record takes that begins here; 0 where it never closes."""
    is_open = False
    for size, line in enumerate(lines[start : start + _MAX_LINES], start=1):
        is_open = _ends_open(line, separator, is_open=is_open)
        if not is_open:
            return size
    return 0


def _ends_open(line: str, separator: str, *, is_open: bool) -> bool:
    """Whether a line ends inside quotation marks: they count where a cell begins, doubled ones stand for themselves."""
    if not is_open and '"' not in line:
        return False
    place, begins_cell = 0, not is_open
    while place < len(line):
        character = line[place]
        if is_open and character == '"':
            if line[place + 1 : place + 2] == '"':
                place += 1
            else:
                is_open = False
        elif not is_open and character == '"' and begins_cell:
            is_open = True
        begins_cell = not is_open and character == separator
        place += 1
    return is_open


__all__ = ["FIELDS", "SEPARATORS", "ReadContact", "read_csv", "sniff_separator", "split_cell"]
