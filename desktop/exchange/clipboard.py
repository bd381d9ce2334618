"""What other programs put on the clipboard: Word, Google Docs, LibreOffice, browsers."""

from __future__ import annotations

import re

from desktop.exchange.html_reader import fragment_blocks
from desktop.exchange.read_file import ReadFile, refuse, within_limits
from desktop.exchange.text_reader import text_blocks
from desktop.i18n import _

_MAX_CHARACTERS = 20_000_000
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*?)(?:<!--\s*EndFragment\s*-->|$)", re.DOTALL | re.IGNORECASE)


def read_clipboard(html: str | None, text: str | None) -> ReadFile:
    """The paragraphs of a paste: of the HTML where it has text, else of the plain text; maybe none.

    Raises BadInputError only on what no editor should take in: too long, or nested without end.
    """
    name = _("the clipboard")
    if len(html or "") > _MAX_CHARACTERS or len(text or "") > _MAX_CHARACTERS:
        raise refuse(_("The clipboard holds more than a release."), _("Copy the release alone."))
    if html and html.strip():
        fragment = _FRAGMENT.search(html)
        read = fragment_blocks(fragment.group(1) if fragment else html, name)
        if read.blocks:
            return read
    blocks = text_blocks(text or "")
    return ReadFile(within_limits(blocks, name) if blocks else ())
