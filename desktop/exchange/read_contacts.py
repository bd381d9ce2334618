"""What reading a contact file gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.contacts.import_rows import ReadContact

__all__ = ["ENCODINGS", "SEPARATORS", "ReadContact", "ReadContacts", "ReadingOptions", "groups_of"]

#: The encodings a person can choose; the first is detection.
ENCODINGS = ("", "utf-8", "utf-16", "cp1252", "mac-roman", "cp850", "iso8859-15", "iso8859-2")
#: The separators of a table, the likeliest first.
SEPARATORS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a person says of a file against what was detected; everything may be left empty.

    ``mapping`` sets columns of a table by header; ``region`` (ISO 3166-1 alpha-2) is where phone numbers without a
    country belong.
    """

    region: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""
    separator: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ReadContacts:
    """All rows of a contact file, for the preview and for :func:`desktop.contacts.plan.plan_import`.

    ``groups`` are the lists that the file puts people in, sorted. ``encoding`` is what the bytes were read as,
    ``separator`` the CSV's, ``mapping`` pairs of (column header, field name or ``""``) in the file's order; all
    are empty where the kind of file has none. ``warnings`` are sentences about the file as a whole. ``samples`` are
    words with accents as they were read; ``sheets`` the sheets of a workbook, ``sheet`` the one that was read.
    ``outside`` are addresses and ids of members who are not in the file, by list; ``sha256`` is the file's own.
    """

    rows: tuple[ReadContact, ...]
    groups: tuple[str, ...] = ()
    encoding: str = ""
    separator: str = ""
    mapping: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    sha256: str = ""
    outside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def groups_of(rows: Iterable[ReadContact], more: Iterable[str] = ()) -> tuple[str, ...]:
    """The lists that rows put people in, with further ones, sorted."""
    return tuple(sorted({name for row in rows if row.contact for name in row.lists} | {name for name in more if name}))
