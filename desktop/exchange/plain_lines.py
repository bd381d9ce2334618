"""A plain text as its lines, where the line is what counts (one sentence, one term, one translation a line)."""

from __future__ import annotations

from pathlib import Path

from desktop.exchange.decoding import decode
from desktop.exchange.read_file import MAX_PARAGRAPH_CHARACTERS, read_bytes, refuse
from desktop.i18n import _

MAX_MEGABYTES = 50


def read_lines(path: Path) -> tuple[str, ...]:
    """The lines of a text file without their ends, empty ones included; raises BadInputError.

    Only line feeds (with or without carriage returns) end a line, so that a line separator inside a sentence
    does not shift all that follows.
    """
    text = decode(read_bytes(path, max_megabytes=MAX_MEGABYTES), path.name).text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    longest = max(map(len, lines))
    if longest > MAX_PARAGRAPH_CHARACTERS:
        raise refuse(
            _("“{name}” has a line of {count} characters; that is no sentence.").format(name=path.name, count=longest),
            _("Check that it is the right file."),
        )
    return tuple(lines if lines[-1] else lines[:-1])
