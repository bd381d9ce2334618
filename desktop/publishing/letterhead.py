"""The house's own blank DOCX, put together from readable parts, and the last touch on a finished one.

python-docx's default template speaks American English, runs in Word 2010's compatibility mode and was made in
2013; ours lives as plain XML under ``resources/letterhead`` and is zipped here, once per process.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache

from desktop import places

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: resource → (name in the package, content type)
_PARTS = {
    "document": ("word/document.xml", f"{_WORD}.document.main+xml"),
    "styles": ("word/styles.xml", f"{_WORD}.styles+xml"),
    "settings": ("word/settings.xml", f"{_WORD}.settings+xml"),
    "numbering": ("word/numbering.xml", f"{_WORD}.numbering+xml"),
    "font_table": ("word/fontTable.xml", f"{_WORD}.fontTable+xml"),
    "core": ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    "app": ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
}
_RUNNING = {
    "header1": ("header", "rIdHeader"),
    "header2": ("header", "rIdHeaderFirst"),
    "footer1": ("footer", "rIdFooter"),
    "footer2": ("footer", "rIdFooterFirst"),
}
_ROOT_RELATIONS = (
    ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
    (
        "rId2",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    ),
    ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
)
_DOCUMENT_RELATIONS = (
    ("rIdStyles", f"{_OFFICE}/styles", "styles.xml"),
    ("rIdSettings", f"{_OFFICE}/settings", "settings.xml"),
    ("rIdNumbering", f"{_OFFICE}/numbering", "numbering.xml"),
    ("rIdFonts", f"{_OFFICE}/fontTable", "fontTable.xml"),
    *((rid, f"{_OFFICE}/{kind}", f"{name}.xml") for name, (kind, rid) in _RUNNING.items()),
)
#: The first moment that a ZIP archive can tell: the same text gives the same bytes on any day.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@cache
def letterhead() -> bytes:
    """The blank letterhead as a DOCX file. Raises ``FileNotFoundError`` where the program is not whole."""
    types = {f"/{name}": kind for name, kind in _PARTS.values()}
    files = {name: places.resource("letterhead", f"{part}.xml").read_bytes() for part, (name, _) in _PARTS.items()}
    for name, (kind, _) in _RUNNING.items():
        files[f"word/{name}.xml"] = places.resource("letterhead", f"{kind}.xml").read_bytes()
        types[f"/word/{name}.xml"] = f"{_WORD}.{kind}+xml"
    files["[Content_Types].xml"] = _content_types(types)
    files["_rels/.rels"] = _relations(_ROOT_RELATIONS)
    files["word/_rels/document.xml.rels"] = _relations(_DOCUMENT_RELATIONS)
    return _zipped(files, zipfile.ZIP_STORED)


def settled(content: bytes) -> bytes:
    """A package with the same parts, in a fixed order and without the hour at which it was zipped."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return _zipped({name: archive.read(name) for name in archive.namelist()}, zipfile.ZIP_DEFLATED)


def _zipped(files: dict[str, bytes], compression: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name in sorted(files, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name)):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.create_system = 0  # the same on Windows and elsewhere
            entry.compress_type = compression
            archive.writestr(entry, files[name])
    return stream.getvalue()


def _content_types(types: dict[str, str]) -> bytes:
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    return (
        f'{_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _relations(relations: tuple[tuple[str, str, str], ...]) -> bytes:
    items = "".join(f'<Relationship Id="{rid}" Type="{kind}" Target="{target}"/>' for rid, kind, target in relations)
    return (
        f'{_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{items}</Relationships>"
    ).encode()
