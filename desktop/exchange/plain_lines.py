"""A plain text as its lines, where the line is what counts (one sentence, one term, one translation a line)."""

from __future__ import annotations

from pathlib import Path

from desktop.exchange.decoding import decode
from desktop.exchange.read_file import read_bytes

MAX_MEGABYTES = 50


def read_lines(path: Path) -> tuple[str, ...]:
    """The lines of a text file without their ends, empty ones included; raises BadInputError.

    Only line feeds (with or without carriage returns) end a line, so that a line separator inside a sentence
    does not shift all that follows.
    """
    text = decode(read_bytes(path, max_megabytes=MAX_MEGABYTES), path.name).text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(lines[:-1] if lines and not lines[-1] else lines)
