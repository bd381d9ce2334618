"""What reading a contact file gives."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.contacts.import_rows import ReadContact

__all__ = ["ReadContact", "ReadContacts"]


@dataclass(frozen=True, slots=True)
class ReadContacts:
    """All rows of a contact file, for the preview and for :func:`desktop.contacts.plan.plan_import`.

    ``groups`` are the tags and groups that occur, sorted. ``encoding`` is what the bytes were read as,
    ``separator`` the CSV's, ``mapping`` pairs of (column header, field name or ``""``) in the file's order; both
    are empty for vCard. ``warnings`` are sentences about the file as a whole.
    """

    rows: tuple[ReadContact, ...]
    groups: tuple[str, ...] = ()
    encoding: str = ""
    separator: str = ""
    mapping: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
