"""Tables of terms as XLSX."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from desktop.domain.concept import Concept
from desktop.domain.errors import BadInputError
from desktop.exchange.read_file import MEGABYTE, read_bytes, refuse
from desktop.exchange.terms.read_terms import ReadTerms
from desktop.exchange.terms.tables import MAX_ROWS, read_rows, to_rows
from desktop.i18n import _

MAX_MEGABYTES = 50
_MAX_UNPACKED = 300 * MEGABYTE
_MAX_COLUMNS = 200
#: As Excel limits a cell; openpyxl would cut the text without a word.
_LONGEST = 32_767
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What XML 1.0 cannot hold, and a carriage return, which it would read back as a line end.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_WIDTHS = (14, 18, 40, 40, 30, 10, 40, 12, 14, 40, 24)


def to_xlsx(concepts: Iterable[Concept]) -> bytes:
    """Our table as a workbook: text only, nothing in it can run; the header stays in sight."""
    from openpyxl import Workbook  # noqa: PLC0415 - lazy: only needed for such a file
    from openpyxl.cell.cell import WriteOnlyCell  # noqa: PLC0415 - lazy: see above
    from openpyxl.styles import Font  # noqa: PLC0415 - lazy: see above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - lazy: see above

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Terms"))
    sheet.freeze_panes = "A2"
    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for place, row in enumerate(to_rows(concepts)):
        cells = []
        for text in row:
            if len(text) > _LONGEST:
                raise refuse(
                    _("A cell of a workbook holds {count} characters at most.").format(count=_LONGEST),
                    _("Export as TBX or CSV instead."),
                )
            cell = WriteOnlyCell(sheet, _UNWANTED.sub("", text))
            cell.data_type = "s"  # a text that begins with = stays a text
            cell.quotePrefix = True
            if not place:
                cell.font = Font(bold=True)
            cells.append(cell)
        sheet.append(cells)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def read_xlsx(path: Path, languages: tuple[str, str] | None = None) -> ReadTerms:
    """The concepts of a workbook's first sheet that holds terms; raises BadInputError for what is no such workbook."""
    content = read_bytes(path, max_megabytes=MAX_MEGABYTES)
    _check(content, path.name)
    refused: BadInputError | None = None
    for rows in _sheets(content, path.name):
        try:
            return ReadTerms(read_rows(rows, path.name, languages), "xlsx")
        except BadInputError as error:
            refused = refused or error
    raise refused or refuse(_("“{name}” holds no rows.").format(name=path.name))


def _sheets(content: bytes, name: str) -> Iterable[list[list[str]]]:
    import openpyxl  # noqa: PLC0415 - lazy: only needed for such a file

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        found = [
            [
                [_text(cell) for cell in row]
                for row in sheet.iter_rows(values_only=True, max_row=MAX_ROWS + 2, max_col=_MAX_COLUMNS)
            ]
            for sheet in book.worksheets
        ]
        book.close()
    except Exception as error:  # a damaged workbook raises whatever openpyxl stumbles over
        raise _broken(name) from error
    return found


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _check(content: bytes, name: str) -> None:
    """Refuse what is no workbook, unpacks to far more than it is, or declares entities, before it is read."""
    if content.startswith(_OLE):
        raise refuse(
            _("“{name}” is an old or protected Excel file.").format(name=name),
            _("Open it, take the password off if it has one, and save it as .xlsx."),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            if sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
                raise refuse(
                    _("“{name}” unpacks to far more than a table holds (a zip bomb); it was not opened.").format(
                        name=name
                    ),
                    _("Ask the sender where the file comes from."),
                )
            for entry in entries:
                if entry.filename.lower().endswith((".xml", ".rels")):
                    _refuse_entities(package.read(entry), name)
    except BadInputError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise _broken(name) from error


def _refuse_entities(part: bytes, name: str) -> None:
    if _DECLARATION.search(part.replace(b"\0", b"")):
        raise refuse(
            _("“{name}” holds entity declarations, which no spreadsheet writes; it was not opened.").format(name=name),
            _("Ask the sender where the file comes from."),
        )


def _broken(name: str) -> BadInputError:
    return refuse(
        _("“{name}” is damaged and cannot be read as a table.").format(name=name),
        _("Open it in Excel or LibreOffice and save it again as .xlsx."),
    )
