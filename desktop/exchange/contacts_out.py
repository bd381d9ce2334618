"""The one door for contact files that go out: the writer by a format's name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from desktop.domain.contact import Contact
from desktop.exchange.contacts_table_out import to_csv, to_xlsx
from desktop.exchange.read_file import refuse
from desktop.exchange.vcard_out import to_vcard
from desktop.i18n import _

_WRITERS: Mapping[str, Callable[..., bytes]] = {
    "csv": to_csv,
    "xlsx": to_xlsx,
    "vcard": to_vcard,
    "vcard4": to_vcard,
    "vcard3": partial(to_vcard, version="3.0"),
}
FORMATS = tuple(_WRITERS)


def write_contacts(people: Iterable[Contact], lists: Mapping[str, Sequence[str]], format_: str) -> bytes:
    """People as a file of a format; ``lists`` are the names of the lists each (by id) is on. Raises BadInputError."""
    try:
        return _WRITERS[format_](people, lists)
    except ValueError as error:
        raise refuse(
            _("A cell is too long for a workbook; it begins: “{text}”.").format(text=str(error)), _("Export as CSV.")
        ) from error
