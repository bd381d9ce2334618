"""Contact tables (CSV, TSV) from Excel, Google, Outlook and press-office lists of any kind."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desktop.contacts.emails import split_addresses
from desktop.contacts.names import fold
from desktop.domain.contact import Gender, Usage
from desktop.domain.errors import BadInputError
from desktop.exchange.contact_draft import ContactDraft, Written, judge, take_words
from desktop.exchange.csv_headers import FIELDS, guess_by_content, guess_fields, looks_like_header
from desktop.exchange.decoding import decode, replaced_warning
from desktop.exchange.read_contacts import ReadContact, ReadContacts
from desktop.exchange.read_file import clean_text, read_bytes, refuse
from desktop.i18n import _

MAX_MEGABYTES = 50
MAX_ROWS = 200_000
_SEPARATORS = ",;\t|"
_ESCAPED_FORMULA = re.compile(r"'+[=+\-@\t\r]")
_YES = frozenset({"1", "yes", "y", "true", "x", "si", "s", "oui", "verdadero"})
_GENDERS = {
    "f": Gender.FEMININE, "female": Gender.FEMININE, "feminine": Gender.FEMININE, "femenino": Gender.FEMININE,
    "mujer": Gender.FEMININE, "m": Gender.MASCULINE, "male": Gender.MASCULINE, "masculine": Gender.MASCULINE,
    "masculino": Gender.MASCULINE, "hombre": Gender.MASCULINE, "n": Gender.NEUTRAL, "neutral": Gender.NEUTRAL,
    "neutro": Gender.NEUTRAL,
}  # fmt: skip


def read_csv(path: Path, *, region: str = "", mapping: Mapping[str, str] | None = None) -> ReadContacts:
    """The rows of a contact table; raises BadInputError where no column holds a name, an address or a phone.

    ``mapping`` sets the field (one of :data:`csv_headers.FIELDS`, or ``""``) of columns by their header, over the
    guess. Rows are numbered as a spreadsheet numbers them, the header being row 1.
    """
    decoded = decode(read_bytes(path, max_megabytes=MAX_MEGABYTES), path.name)
    text = clean_text(decoded.text)
    said = re.match(r"sep=(.)\n", text)
    if said:
        text = text[said.end() :]
    separator = said.group(1) if said else sniff_separator(text)
    rows = _table(text, separator, path.name)
    headers, fields, first = _columns(rows, mapping or {}, path.name)
    offset = 2 if said else 1
    read = tuple(
        judge(_draft(row, fields, headers), place + offset, region)
        for place, row in enumerate(rows)
        if place >= first and any(cell.strip() for cell in row)
    )
    groups = sorted({tag for row in read if row.contact for tag in row.contact.tags})
    warnings = (*replaced_warning(decoded), *_column_warnings(headers, fields), *_ragged(rows, len(headers)))
    pairs = tuple(zip(headers, fields, strict=True))
    return ReadContacts(read, tuple(groups), decoded.encoding, separator, pairs, warnings)


def sniff_separator(text: str) -> str:
    """The separator under which most of the first rows have the same number of cells, above one; else a comma."""
    best, best_score = ",", (0.0, 0)
    sample = text[:20_000].split("\n")
    sample = sample[:50] if len(text) <= 20_000 else sample[:-1][:50] or sample
    for separator in _SEPARATORS:
        try:
            widths = [len(row) for row in csv.reader(sample, delimiter=separator) if row]
        except csv.Error:
            continue
        if not widths:
            continue
        width, count = Counter(widths).most_common(1)[0]
        header_bonus = sum(1 for field in guess_fields(next(csv.reader(sample, delimiter=separator), [])) if field)
        score = (header_bonus + (count / len(widths) if width > 1 else 0.0), width)
        if width > 1 and score > best_score:
            best, best_score = separator, score
    return best


def _table(text: str, separator: str, name: str) -> list[list[str]]:
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            rows.append([_without_guard(cell) for cell in row])
            if len(rows) > MAX_ROWS:
                raise refuse(
                    _("“{name}” has more than {count} rows.").format(name=name, count=MAX_ROWS),
                    _("Split it into several files."),
                )
    except csv.Error as error:
        raise _no_table(name, reader.line_num) from error
    line = _open_quote(text, separator)
    if line:
        raise _no_table(name, line)
    return rows


def _open_quote(text: str, separator: str) -> int:
    """The line of a quotation mark that is never closed, and would swallow all rows behind it; 0 if there is none."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 0
    try:
        for _row in reader:
            line = reader.line_num
    except csv.Error as error:
        return line + 1 if "unexpected end" in str(error) else 0
    return 0


def _no_table(name: str, line: int) -> BadInputError:
    return refuse(
        _("“{name}” cannot be read as a table near line {line}.").format(name=name, line=line),
        _("Look there for a quotation mark that is never closed, or save it anew as CSV."),
    )


def _without_guard(cell: str) -> str:
    """The cell without the apostrophe that keeps spreadsheets from running it as a formula (ours, and Excel's)."""
    return cell[1:] if _ESCAPED_FORMULA.match(cell) else cell


def _columns(
    rows: Sequence[Sequence[str]], mapping: Mapping[str, str], name: str
) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """``(headers, field of each column, index of the first row of people)``."""
    top = next((place for place, row in enumerate(rows) if any(cell.strip() for cell in row)), None)
    if top is None:
        raise refuse(_("“{name}” holds no rows.").format(name=name))
    head = [cell.strip() for cell in rows[top]]
    numbered = [_("Column {number}").format(number=place + 1) for place in range(max(map(len, rows)))]
    guessed = guess_fields(head)
    if looks_like_header(head, guessed) or any(cell in mapping for cell in head if cell):
        headers = [cell or numbered[place] for place, cell in enumerate(head)]
        fields, first = guessed, top + 1
    else:
        headers, fields, first = numbered, guess_by_content(rows[top : top + 200], len(numbered)), top
        if not set(fields) & {"email", "phone"}:
            # Any text has lines that begin with a word: without a header that is no list of people.
            fields = ("",) * len(numbered)
    unknown = sorted({field for field in mapping.values() if field and field not in FIELDS})
    if unknown:
        raise refuse(_("There is no field “{field}”.").format(field=unknown[0]))
    fields = tuple(mapping.get(header, field) for header, field in zip(headers, fields, strict=True))
    if not set(fields) & {"name", "given_name", "family_name", "email", "home_email", "phone", "mobile", "home_phone"}:
        raise refuse(
            _("No column of “{name}” holds names, e-mail addresses or phone numbers.").format(name=name),
            _("Its columns are: {columns}. Say which field each of them is.").format(
                columns=", ".join(header[:40] for header in headers[:20])
            ),
        )
    return tuple(headers), fields, first


def _draft(row: Sequence[str], fields: Sequence[str], headers: Sequence[str]) -> ContactDraft:
    draft = ContactDraft()
    organisations: list[str] = []
    titles: list[str] = []
    for cell, field, _header in zip(row, fields, headers, strict=False):
        if field == "organisation":
            organisations.append(cell)
        elif field == "title":
            titles.append(cell)
        elif field and cell.strip():
            _TAKERS[field](draft, cell)
    for place in range(max(len(organisations), len(titles))):
        organisation = organisations[place] if place < len(organisations) else ""
        draft.roles.append((organisation, titles[place] if place < len(titles) else ""))
    return draft


def split_cell(cell: str) -> list[str]:
    r"""The values of a cell: cut at ``;`` or line breaks, at commas where there is neither; ``\`` protects a mark."""
    separators = ";\n" if re.search(r"[;\n]", re.sub(r"\\.", "", cell)) else ","
    values = [""]
    characters = iter(cell)
    for character in characters:
        if character == "\\":
            following = next(characters, "")
            values[-1] += following if following in ";,:*\\" else f"\\{following}"
        elif character in separators:
            values.append("")
        else:
            values[-1] += character
    return [value.strip() for value in values if value.strip()]


def _split_phones(cell: str) -> list[str]:
    pieces = [piece.strip() for piece in re.split(r"[;|\n]", cell) if piece.strip()]
    found: list[str] = []
    for piece in pieces:
        parts = re.split(r"\s*[/,]\s*(?![^()]*\))", piece)
        whole = all(len(re.sub(r"\D", "", part)) >= 7 for part in parts)
        found.extend(parts if whole else [piece])
    return found


def _split_emails(cell: str) -> list[Written]:
    found: list[Written] = []
    for piece in re.split(r"[;|\n]|,(?![^()]*\))", cell):
        item = take_words(Written(piece.strip()))
        found.extend(
            Written(text, item.usage, item.is_public, item.is_do_not_contact, item.bounce)
            for text in split_addresses(item.text)
        )
    return found


def _take_emails(usage: Usage) -> Callable[[ContactDraft, str], None]:
    def take(draft: ContactDraft, cell: str) -> None:
        for item in _split_emails(cell):
            is_plain = item.usage is Usage.WORK
            draft.emails.append(
                Written(
                    item.text, usage if is_plain else item.usage, item.is_public, item.is_do_not_contact, item.bounce
                )
            )

    return take


def _take_phones(usage: Usage) -> Callable[[ContactDraft, str], None]:
    def take(draft: ContactDraft, cell: str) -> None:
        draft.phones.extend(take_words(Written(piece, usage)) for piece in _split_phones(cell))

    return take


def _take_word(name: str) -> Callable[[ContactDraft, str], None]:
    """A text field; several columns of one field (two surnames) are joined."""

    def take(draft: ContactDraft, cell: str) -> None:
        setattr(draft, name, f"{getattr(draft, name)} {cell}".strip())

    return take


def _take_list(name: str) -> Callable[[ContactDraft, str], None]:
    def take(draft: ContactDraft, cell: str) -> None:
        getattr(draft, name).extend(split_cell(cell))

    return take


def _take_tags(draft: ContactDraft, cell: str) -> None:
    # Google writes "* myContacts ::: Prensa"; the starred ones are its own.
    cells = [part.strip() for part in cell.split(":::")] if ":::" in cell or cell.startswith("* ") else [cell]
    for part in cells:
        if not part.startswith("* "):
            draft.tags.extend(split_cell(part))


def _take_languages(draft: ContactDraft, cell: str) -> None:
    for value in split_cell(cell):
        draft.languages.extend(part for part in re.split(r"\s*/\s*|\s+(?:y|and|et)\s+", value) if part)


def _take_notes(draft: ContactDraft, cell: str) -> None:
    draft.notes.append(cell)


def _take_gender(draft: ContactDraft, cell: str) -> None:
    draft.gender = _GENDERS.get(fold(cell).strip("."), Gender.UNKNOWN)


def _take_blocked(draft: ContactDraft, cell: str) -> None:
    draft.is_do_not_contact = fold(cell) in _YES


_TAKERS: Mapping[str, Callable[[ContactDraft, str], None]] = {
    "name": _take_word("full_name"),
    "given_name": _take_word("given_name"),
    "family_name": _take_word("family_name"),
    "form_of_address": _take_word("form_of_address"),
    "email": _take_emails(Usage.WORK),
    "home_email": _take_emails(Usage.HOME),
    "phone": _take_phones(Usage.WORK),
    "mobile": _take_phones(Usage.MOBILE),
    "home_phone": _take_phones(Usage.HOME),
    "country": _take_word("country"),
    "city": _take_word("city"),
    "languages": _take_languages,
    "tags": _take_tags,
    "beats": _take_list("beats"),
    "notes": _take_notes,
    "source_id": _take_word("source_id"),
    "time_zone": _take_word("time_zone"),
    "gender": _take_gender,
    "do_not_contact": _take_blocked,
}


def _column_warnings(headers: Sequence[str], fields: Sequence[str]) -> tuple[str, ...]:
    unused = [header for header, field in zip(headers, fields, strict=True) if not field]
    if not unused:
        return ()
    return (_("These columns were not read: {columns}.").format(columns=", ".join(h[:40] for h in unused[:20])),)


def _ragged(rows: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    longer = [place + 1 for place, row in enumerate(rows) if len(row) > width and any(c.strip() for c in row[width:])]
    if not longer:
        return ()
    return (_("Row {row} has more cells than there are columns.").format(row=longer[0]),)


__all__ = ["FIELDS", "ReadContact", "read_csv", "sniff_separator", "split_cell"]
