"""The one door for contact files that come in: the reader by a file's ending."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from desktop.exchange.contacts_csv import read_csv
from desktop.exchange.contacts_sheet import read_workbook
from desktop.exchange.ldif import read_ldif
from desktop.exchange.read_contacts import ReadContact, ReadContacts, ReadingOptions
from desktop.exchange.read_file import refuse
from desktop.exchange.vcard import read_vcard
from desktop.i18n import _

__all__ = ["ENDINGS", "ReadContact", "ReadContacts", "ReadingOptions", "read_contact_file"]

TABLES = (".csv", ".tsv", ".tab", ".txt")
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
VCARDS = (".vcf", ".vcard")
DIRECTORIES = (".ldif", ".ldi")
ENDINGS = (*TABLES, *WORKBOOKS, *VCARDS, *DIRECTORIES)


def read_contact_file(
    path: Path,
    options: ReadingOptions | None = None,
    *,
    region: str = "",
    mapping: Mapping[str, str] | None = None,
) -> ReadContacts:
    """The people of a contact file; raises BadInputError where the file as a whole cannot be used.

    A row or card that cannot be used costs only itself: it comes back with a reason. ``region`` and ``mapping`` are
    short for options with these alone.
    """
    read = _read(path, options or ReadingOptions(region, mapping or {}))
    return replace(read, sha256=hashlib.sha256(path.read_bytes()).hexdigest())


def _read(path: Path, said: ReadingOptions) -> ReadContacts:
    kind = _kind(path)
    if kind == "table":
        return read_csv(
            path, region=said.region, mapping=said.mapping, encoding=said.encoding, separator=said.separator
        )
    if kind == "workbook":
        return read_workbook(path, region=said.region, mapping=said.mapping, sheet=said.sheet)
    if kind == "cards":
        return read_vcard(path, region=said.region, encoding=said.encoding)
    if kind == "directory":
        return read_ldif(path, region=said.region, encoding=said.encoding)
    name = path.name or str(path)
    if path.is_dir():
        raise refuse(_("“{name}” is a folder.").format(name=name), _("Choose a file."))
    if not path.exists():
        raise refuse(_("There is no file “{name}”.").format(name=name), _("Check the name and the folder."))
    raise refuse(
        _("“{name}” is of a kind that cannot be read.").format(name=path.name),
        _("These kinds can: {kinds}.").format(kinds=", ".join(ENDINGS)),
    )


def _kind(path: Path) -> str:
    """What kind of file it is: by its ending, and where the first bytes say clearly otherwise, by them."""
    ending = path.suffix.lower()
    kinds = {"table": TABLES, "workbook": WORKBOOKS, "cards": VCARDS, "directory": DIRECTORIES}
    by_name = next((kind for kind, endings in kinds.items() if ending in endings), "")
    if by_name in ("", "cards", "directory"):
        return by_name
    begin = _beginning(path)
    if by_name == "workbook":
        # "Export to Excel" of many programs is a table or a page under a workbook's name.
        return by_name if not begin or begin.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"<")) else "table"
    text = begin.removeprefix(b"\xef\xbb\xbf").lstrip().upper()
    if text.startswith(b"BEGIN:VCARD"):
        return "cards"
    return "directory" if text.startswith((b"DN: ", b"DN:: ", b"VERSION: 1\nDN")) else by_name


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(64)
    except (OSError, ValueError):
        return b""
