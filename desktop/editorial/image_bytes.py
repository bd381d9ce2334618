"""What image files are by their first bytes, and the same files without what a camera wrote into them.

A photograph of a person who needs protection must not tell where it was taken: positions, serial numbers and the like
(EXIF, XMP, IPTC, text chunks) are taken out without touching a pixel.
"""

from __future__ import annotations

import struct

#: What a release may hold: what Word, browsers and mail programs all show.
PNG, JPEG, GIF = "image/png", "image/jpeg", "image/gif"
#: Read, and kept as PNG or JPEG: Word does not show it.
WEBP = "image/webp"
#: The largest file that is read, in bytes, and the longest side that is kept, in pixels.
MOST_BYTES, LONGEST_SIDE = 25 * 1024 * 1024, 2400

_TEXT_CHUNKS = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
#: APP1 (EXIF, XMP), APP13 (IPTC) and comments; APP2 holds the colour profile and APP14 the colour transform.
_TOLD = frozenset({0xE1, 0xED, 0xFE})
_START_OF_SCAN, _END = 0xDA, 0xD9


def media_type_of(content: bytes) -> str:
    """The media type by the file's signature; empty for anything that is no image of ours (SVG among them)."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith((b"GIF87a", b"GIF89a")):
        return GIF
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return WEBP
    return ""


def without_metadata(content: bytes) -> bytes:
    """The same picture without what it tells of its making; a file of unknown form comes back as it is."""
    match media_type_of(content):
        case "image/png":
            return _clean_png(content)
        case "image/jpeg":
            return _clean_jpeg(content)
        case _:
            return content


def _clean_png(content: bytes) -> bytes:
    kept, at = [content[:8]], 8
    while at + 12 <= len(content):
        length = struct.unpack(">I", content[at : at + 4])[0]
        end = at + 12 + length
        if end > len(content):
            return content
        if content[at + 4 : at + 8] not in _TEXT_CHUNKS:
            kept.append(content[at:end])
        if content[at + 4 : at + 8] == b"IEND":
            return b"".join(kept)
        at = end
    return content


def _clean_jpeg(content: bytes) -> bytes:
    kept, at = [content[:2]], 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker in (_START_OF_SCAN, _END):
            return b"".join([*kept, content[at:]])
        length = struct.unpack(">H", content[at + 2 : at + 4])[0]
        end = at + 2 + length
        if length < 2 or end > len(content):
            return content
        if marker not in _TOLD:
            kept.append(content[at:end])
        at = end
    return content
