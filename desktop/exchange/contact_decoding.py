"""The bytes of a contact file as text: what is sure is taken, everything else is shown before it is stored."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.exchange.decoding import Decoded, decode
from desktop.exchange.read_contacts import ENCODINGS
from desktop.exchange.read_file import refuse
from desktop.i18n import _

#: Bytes behind a small letter that are accented letters to an old Mac; to Windows nothing, a capital, or a mark that
#: stands inside no word.
_MAC_LETTER = re.compile(rb"(?<=[a-z])(?:[\x81\x8d\x8e\x8f\x90\x9d]|[\x84\x87\x88\x8b\x98\x9f](?=[a-z\x80-\x9f]))")
#: Bytes behind a small letter that are accented small letters to Windows.
_WINDOWS_LETTER = re.compile(rb"[a-z][\xe0-\xff]|[\xe0-\xff][a-z]")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_SAMPLES = 8


def decode_contacts(content: bytes, name: str, encoding: str = "") -> Decoded:
    """The text, in the chosen encoding or in the one that is sure: byte order mark, UTF-8, UTF-16, Mac, Windows-1252.

    Mac Roman is taken only where the text would hold no word in Windows-1252: letters around bytes that are no
    letters there, and not one accented small letter of its own.
    """
    if encoding:
        return _chosen(content, encoding)
    found = decode(content, name)
    is_mac = found.encoding == "cp1252" and _MAC_LETTER.search(content) and not _WINDOWS_LETTER.search(content)
    return Decoded(content.decode("mac-roman", "replace"), "mac-roman") if is_mac else found


def _chosen(content: bytes, encoding: str) -> Decoded:
    if encoding not in ENCODINGS:
        raise refuse(_("The encoding “{encoding}” is not known.").format(encoding=encoding))
    text = content.decode(encoding, "replace").removeprefix("\ufeff")
    return Decoded(text, encoding, text.count("\ufffd"))


def accented_words(texts: Iterable[str]) -> tuple[str, ...]:
    """The first different words with letters beyond ASCII: what one looks at to see that the encoding is right."""
    found: dict[str, None] = {}
    for text in texts:
        if text.isascii():
            continue
        found.update(dict.fromkeys(word for word in _WORD.findall(text[:2000]) if not word.isascii()))
        if len(found) >= _SAMPLES:
            break
    return tuple(found)[:_SAMPLES]
