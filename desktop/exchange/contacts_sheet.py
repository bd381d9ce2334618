"""Contact tables from workbooks: XLSX, XLS and ODS, read by calamine (values only; no macro, no formula runs)."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import BadInputError
from desktop.exchange.contact_decoding import accented_words
from desktop.exchange.contact_table import MAX_ROWS, Table, best_header, read_table, without_guard
from desktop.exchange.read_contacts import ReadContacts, groups_of
from desktop.exchange.read_file import MEGABYTE, clean_text, read_bytes, refuse
from desktop.exchange.xls_extent import reach
from desktop.i18n import _

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MAX_MEGABYTES = 50
_MAX_UNPACKED = 200 * MEGABYTE
_MAX_COLUMNS = 1000
#: A sheet is held as a whole rectangle: one cell in the far corner must not make it gigabytes.
_MAX_CELLS = 3_000_000
_MAX_SHEETS = 100
_OLE = b"\xd0\xcf\x11\xe0"
_FAR_CELL = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,9})"')
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})


def read_workbook(
    path: Path, *, region: str = "", mapping: Mapping[str, str] | None = None, sheet: str = ""
) -> ReadContacts:
    """The people of one sheet: the named one, else the one that looks most like a list of people.

    Raises BadInputError where the workbook cannot be read or no sheet holds people.
    """
    content = read_bytes(path, max_megabytes=MAX_MEGABYTES)
    _refuse_bombs(content, path.name)
    names, tables = _sheets(content, path.name, sheet)
    chosen = sheet or max(tables, key=lambda name: _likeness(tables[name]))
    table = tables[chosen]
    found = read_table(Table(table, path.name), mapping or {}, region)
    others = [name for name in tables if name != chosen and _likeness(tables[name])[0] > 1]
    told = (
        (_("Only the sheet “{sheet}” was read; {others} look like lists too.").format(
            sheet=chosen, others=", ".join(f"“{name}”" for name in others)
        ),)
        if others
        else ()
    )  # fmt: skip
    samples = accented_words(cell for row in (*table[1:2000], *table[:1]) for cell in row)
    return ReadContacts(
        found.rows,
        groups_of(found.rows),
        mapping=found.mapping,
        warnings=(*told, *found.warnings),
        samples=samples,
        sheets=names,
        sheet=chosen,
    )


def _sheets(content: bytes, name: str, wanted: str) -> tuple[tuple[str, ...], dict[str, list[list[str]]]]:
    """All names, and the cells of the wanted sheet or of all."""
    from python_calamine import PasswordError  # noqa: PLC0415 - lazy: the reader is needed for workbooks only

    try:
        book = _open(content)
        names = _names(book, name, wanted)
        tables = {each: _cells(book, each) for each in ((wanted,) if wanted else names)}
    except (KeyboardInterrupt, SystemExit, BadInputError):
        raise
    except PasswordError:
        raise refuse(
            _("“{name}” is protected by a password.").format(name=name), _("Open it and save it without one.")
        ) from None
    except BaseException as error:  # a panic of the Rust reader is no Exception
        raise refuse(
            _("“{name}” cannot be read as a workbook.").format(name=name),
            _("Open it in a spreadsheet and save it anew, or as CSV."),
        ) from error
    if not tables:
        raise refuse(_("“{name}” holds no rows.").format(name=name))
    return names, tables


def _open(content: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - lazy: see _sheets

    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def _names(book: CalamineWorkbook, name: str, wanted: str) -> tuple[str, ...]:
    names = tuple(book.sheet_names)[:_MAX_SHEETS]
    if wanted and wanted not in names:
        raise refuse(_("“{name}” has no sheet “{sheet}”.").format(name=name, sheet=wanted))
    return names


def _cells(book: CalamineWorkbook, name: str) -> list[list[str]]:
    sheet = book.get_sheet_by_name(name)
    if sheet.height > MAX_ROWS or sheet.height * sheet.width > _MAX_CELLS:
        raise refuse(
            _("“{name}” has more than {count} rows.").format(name=name, count=min(sheet.height - 1, MAX_ROWS)),
            _("Copy the rows you need into a new workbook."),
        )
    return [[_text(cell) if cell != "" else "" for cell in row[:_MAX_COLUMNS]] for row in sheet.iter_rows()]


def _text(value: Any) -> str:
    """A cell as a person sees it: whole numbers without a point, days in ISO."""
    if isinstance(value, str):
        return "" if value in _ERRORS else without_guard(clean_text(value))
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e18 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time | timedelta):
        return str(value)
    return str(value) if value is not None else ""


def _likeness(table: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How much a sheet looks like a list of people: known columns, then rows."""
    _place, known = best_header(table)
    return known, len(table)


def _refuse_bombs(content: bytes, name: str) -> None:
    """Refuse a package that unpacks to too much, or whose sheet reaches too far to be held."""
    too_large = refuse(
        _("“{name}” unpacks to more than a list of people can be.").format(name=name),
        _("Copy the rows you need into a new workbook."),
    )
    try:
        if not content.startswith(b"PK"):
            if content.startswith(_OLE) and reach(content) > _MAX_CELLS:
                raise too_large
            return
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            if sum(entry.file_size for entry in entries) > _MAX_UNPACKED or len(entries) > 5000:
                raise too_large
            for entry in entries:
                is_sheet = entry.filename.endswith((".xml", ".bin")) and "sheet" in entry.filename.lower()
                if (is_sheet or entry.filename == "content.xml") and _reaches_too_far(package, entry):
                    raise too_large
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise refuse(
            _("“{name}” cannot be read as a workbook.").format(name=name),
            _("Open it in a spreadsheet and save it anew, or as CSV."),
        ) from error


def _reaches_too_far(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether the rectangle from the first to the last cell is too large, or the part larger than it says."""
    rows = columns = repeated = read = 0
    tail = b""
    with package.open(entry) as stream:
        while chunk := stream.read(MEGABYTE):
            read += len(chunk)
            if read > _MAX_UNPACKED:
                return True
            piece = tail + chunk
            for letters, number in _FAR_CELL.findall(piece):
                rows, columns = max(rows, int(number)), max(columns, _column(letters))
            repeated += sum(min(int(size), 1_100_000) for size in _REPEATED.findall(piece) if 1024 < int(size) < 16_000)
            tail = piece[-32:]
    return rows * columns > _MAX_CELLS or repeated > _MAX_CELLS


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
