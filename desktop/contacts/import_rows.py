"""One row of a contact file as it was read, before anybody decided what to do with it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.contact import Contact


@dataclass(frozen=True, slots=True)
class ReadContact:
    """A row (CSV: the record's number with the header as 1) or a card (vCard: counted from 1).

    ``contact`` is ``None`` exactly where ``reason`` says why the row cannot be used. Its ``id`` is empty, and
    so is the ``outlet_id`` of its roles. ``organisation`` and ``title`` are those of the first role, for the
    preview. ``warnings`` are sentences about what was read but not fully understood; ``lists`` the groups that the
    file puts the person in.
    """

    row: int
    contact: Contact | None
    organisation: str = ""
    title: str = ""
    reason: str = ""
    warnings: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
