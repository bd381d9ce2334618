"""The one door for contact files that come in: the reader by a file's ending."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desktop.exchange.contacts_csv import read_csv
from desktop.exchange.read_contacts import ReadContact, ReadContacts
from desktop.exchange.read_file import refuse
from desktop.exchange.vcard import read_vcard
from desktop.i18n import _

__all__ = ["TABLES", "VCARDS", "ReadContact", "ReadContacts", "read_contact_file"]

TABLES = (".csv", ".tsv", ".txt")
VCARDS = (".vcf", ".vcard")


def read_contact_file(path: Path, *, region: str = "", mapping: Mapping[str, str] | None = None) -> ReadContacts:
    """The people of a contact file; raises BadInputError where the file as a whole cannot be used.

    A row or card that cannot be used costs only itself: it comes back with a reason. ``region`` (ISO 3166-1
    alpha-2) is where phone numbers without a country belong; ``mapping`` sets columns of a table by header.
    """
    ending = path.suffix.lower()
    if ending in TABLES:
        return read_csv(path, region=region, mapping=mapping)
    if ending in VCARDS:
        return read_vcard(path, region=region)
    name = path.name or str(path)
    if path.is_dir():
        raise refuse(_("“{name}” is a folder.").format(name=name), _("Choose a file."))
    if not path.exists():
        raise refuse(_("There is no file “{name}”.").format(name=name), _("Check the name and the folder."))
    raise refuse(
        _("“{name}” is of a kind that cannot be read.").format(name=path.name),
        _("These kinds can: {kinds}.").format(kinds=", ".join((*TABLES, *VCARDS))),
    )
