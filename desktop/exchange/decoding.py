"""Bytes into text, without ever turning one letter into another."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from desktop.exchange.read_file import refuse
from desktop.i18n import _

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (b"PK\x03\x04", b"%PDF", _OLE, b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the name of the encoding it was in. ``replaced`` counts characters that could not be read."""

    text: str
    encoding: str
    replaced: int = 0


def decode(content: bytes, name: str, *, declared: str = "") -> Decoded:
    """The text of a file: by its byte order mark, as declared, UTF-8, UTF-16 without a mark, Windows-1252.

    Nothing is guessed from letter frequencies: that turned Ñúñez into Ńúńez. A text that is UTF-8 but for a
    few broken bytes stays UTF-8, the broken bytes shown as �. Raises BadInputError on anything that is not text.
    """
    _refuse_other_formats(content, name)
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _decoded(content, encoding)
    wide = _wide_encoding(content)
    if wide:
        return _decoded(content, wide)
    if len(_CONTROLS.findall(content[:65536])) > max(4, len(content[:65536]) // 200):
        raise _not_text(name)
    for encoding in ("utf-8", _known(declared)):
        if encoding:
            try:
                return Decoded(content.decode(encoding), encoding)
            except (UnicodeDecodeError, UnicodeError):
                continue
    mostly = content.decode("utf-8", "replace")
    broken = mostly.count("�")
    # Bytes of Windows-1252 hardly ever happen to be UTF-8: a text with as many whole letters as broken ones is UTF-8.
    if broken <= sum(1 for c in mostly if c > "\x7f" and c != "�"):
        return Decoded(mostly, "utf-8", broken)
    return _decoded(content, "cp1252")


def replaced_warning(decoded: Decoded) -> tuple[str, ...]:
    """A warning where characters could not be read."""
    if not decoded.replaced:
        return ()
    return (_("{count} characters could not be read and are shown as �.").format(count=decoded.replaced),)


def _decoded(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    return Decoded(text.removeprefix("\ufeff"), encoding, text.count("�"))


def _known(declared: str) -> str:
    try:
        found = codecs.lookup(declared.strip()).name if declared.strip() else ""
    except (LookupError, ValueError):
        return ""
    # A page that calls itself Latin-1 is in Windows-1252 (WHATWG Encoding §4.2); UTF-16 cannot be declared in ASCII.
    if found in ("iso8859-1", "ascii"):
        return "cp1252"
    return "" if found.startswith(("utf-16", "utf-32", "utf-7", "utf-8")) or not _is_text_codec(found) else found


def _is_text_codec(name: str) -> bool:
    try:
        return isinstance(b"a".decode(name), str) and b"<a>".decode(name) == "<a>"
    except (LookupError, UnicodeError, ValueError):
        return False


def _wide_encoding(content: bytes) -> str:
    sample = content[:4096]
    half = len(sample) // 2
    if half < 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else ""


def _refuse_other_formats(content: bytes, name: str) -> None:
    if content.lstrip()[:5] == b"%PDF-":
        raise refuse(
            _("“{name}” is a PDF, not a text.").format(name=name), _("Open it, copy the text and paste it here.")
        )
    if content.startswith((b"PK\x03\x04", _OLE)):
        raise refuse(
            _("“{name}” is an office document under another name.").format(name=name),
            _("Give it the ending .docx if it is a Word document, or save it as .docx."),
        )
    if content.startswith(b"{\\rtf"):
        raise refuse(
            _("“{name}” is a rich text file (RTF).").format(name=name), _("Open it in Word and save as .docx.")
        )
    if content.startswith(_MAGIC):
        raise _not_text(name)


def _not_text(name: str) -> Exception:
    return refuse(_("“{name}” is not a text.").format(name=name), _("Check that it is the right file."))
