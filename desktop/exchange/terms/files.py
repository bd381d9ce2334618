"""A file of terms by its ending and content."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from desktop.domain.concept import Concept
from desktop.exchange.read_file import read_bytes, refuse
from desktop.exchange.terms.csv_terms import MAX_MEGABYTES, read_csv, to_csv
from desktop.exchange.terms.read_terms import ReadTerms
from desktop.exchange.terms.tbx_reader import read_tbx
from desktop.exchange.terms.tbx_writer import to_tbx
from desktop.exchange.terms.xlsx_terms import read_xlsx, to_xlsx
from desktop.i18n import _

#: What is offered for writing, by name.
FORMATS: dict[str, Callable[[Iterable[Concept]], bytes]] = {"tbx": to_tbx, "csv": to_csv, "xlsx": to_xlsx}
#: The endings of files that can be read.
ENDINGS = (".tbx", ".xml", ".csv", ".xlsx", ".tsv", ".txt", ".tab", ".utf8")


def read_terms(path: Path, languages: tuple[str, str] | None = None) -> ReadTerms:
    """The concepts of a file; ``languages`` are (source, target) of a table that does not say.

    What a file is, its first bytes say before its ending does. Raises BadInputError.
    """
    if path.suffix.lower() == ".xls":
        raise refuse(
            _("“{name}” is a workbook of an old Excel.").format(name=path.name), _("Save it as .xlsx and import that.")
        )
    content = read_bytes(path, max_megabytes=MAX_MEGABYTES * 2)
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return read_xlsx(path, languages)
    start = content[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith(b"<"):
        return read_tbx(path)
    return read_csv(path, languages)
