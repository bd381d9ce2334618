"""What a .docx must be before any parser sees it: a small, whole, unencrypted package without entities."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

from desktop.domain.errors import BadInputError
from desktop.exchange.read_file import MEGABYTE, refuse
from desktop.i18n import _

MAX_UNPACKED = 200 * MEGABYTE
MAX_PARTS = 5_000
_MAX_RATIO = 250
_RATIO_MATTERS_FROM = 5 * MEGABYTE
_MAX_XML = 64 * MEGABYTE
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML = (".xml", ".rels")
_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)")
_OFFICE_DOCUMENT = "/officeDocument"

Parts = Mapping[str, bytes]


def unpack(content: bytes, name: str) -> dict[str, bytes]:
    """The XML parts of a Word document by their names; media are left in the package.

    Raises BadInputError with its own sentence for: an old or encrypted Word file, no package, a broken one, one
    that unpacks to far more than it is (a zip bomb), one with a DTD or entities (XXE), another office format.
    """
    _refuse_ole(content, name)
    if not content.startswith(b"PK"):
        raise refuse(
            _("“{name}” is not a Word document, whatever its name says.").format(name=name),
            _("If it is plain text, give it the ending .txt; else save it as .docx in Word or LibreOffice."),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_sizes(package.infolist(), name)
            parts = {i.filename: package.read(i) for i in package.infolist() if i.filename.lower().endswith(_XML)}
    except BadInputError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise _broken(name) from error
    for part in parts.values():
        _refuse_entities(part, name)
    return parts


def document_part(parts: Parts, name: str) -> str:
    """The name of the part with the text; raises BadInputError where the package is not a Word document."""
    found = "word/document.xml"
    if "_rels/.rels" in parts:
        for relation in parse_xml(parts["_rels/.rels"], name):
            if str(relation.get("Type", "")).endswith(_OFFICE_DOCUMENT):
                found = posixpath.normpath(str(relation.get("Target", "")).lstrip("/"))
    if found not in parts and "word/document.xml" in parts:
        found = "word/document.xml"
    if found not in parts or not found.startswith("word/"):
        raise refuse(
            _("“{name}” is a package, but not a Word document.").format(name=name),
            _("Open it in the program it was made with and save it as .docx."),
        )
    return found


def parse_xml(content: bytes, name: str) -> Any:
    """The root element (lxml) of a part, parsed without network, entities or huge trees; raises BadInputError."""
    from lxml import etree  # noqa: PLC0415 - lazy: only needed when something comes in

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        raise _broken(name) from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise entities_refused(name)
    return root


def entities_refused(name: str) -> BadInputError:
    """The error of a document that declares entities: no program writes them, attacks do."""
    return refuse(
        _("“{name}” holds entity declarations, which no word processor writes; it was not opened.").format(name=name),
        _("Ask the sender where the file comes from."),
    )


def _refuse_ole(content: bytes, name: str) -> None:
    if not content.startswith(_OLE):
        return
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise refuse(
            _("“{name}” is protected with a password.").format(name=name),
            _("Open it in Word, take the password off and save it again."),
        )
    raise refuse(
        _("“{name}” is a document of an old Word (before 2007).").format(name=name),
        _("Open it in Word or LibreOffice and save it as .docx."),
    )


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    bomb = refuse(
        _("“{name}” unpacks to far more than a document holds (a zip bomb); it was not opened.").format(name=name),
        _("Ask the sender where the file comes from."),
    )
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise bomb
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise refuse(
                _("“{name}” is protected with a password.").format(name=name),
                _("Open it in Word, take the password off and save it again."),
            )
        is_dense = entry.file_size > _MAX_RATIO * max(1, entry.compress_size)
        if entry.file_size > _RATIO_MATTERS_FROM and is_dense:
            raise bomb
        if entry.filename.lower().endswith(_XML) and entry.file_size > _MAX_XML:
            raise bomb


def _refuse_entities(content: bytes, name: str) -> None:
    # An ASCII search sees UTF-8 and all its kin; UTF-16 is made visible by taking the NUL bytes out.
    if _DECLARATION.search(content.replace(b"\0", b"").decode("latin-1")):
        raise entities_refused(name)


def _broken(name: str) -> BadInputError:
    return refuse(
        _("“{name}” is damaged and cannot be read as a Word document.").format(name=name),
        _("Open it in Word or LibreOffice, which may repair it, and save it again."),
    )
