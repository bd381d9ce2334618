"""The one door for translations that come back: by what a file holds, not by its name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desktop.domain.handing import Returned
from desktop.domain.segment import SegmentState
from desktop.exchange.read_file import read_bytes

_MAX_MEGABYTES = 50
_PACKAGES = (b"PK", b"\xd0\xcf\x11\xe0")


def read_returned(path: Path, states: Mapping[str, SegmentState]) -> Returned:
    """What a returned XLIFF or bilingual Word file says; raises BadInputError for anything else.

    ``states``: the words of the status column of a Word table. Reads the whole file: for the pool.
    """
    content = read_bytes(path, max_megabytes=_MAX_MEGABYTES)
    if content.startswith(_PACKAGES):
        from desktop.exchange.returned_docx import read_bilingual_docx  # noqa: PLC0415 - lazy: when a file comes back

        return read_bilingual_docx(content, path.name, states)
    from desktop.exchange.xliff_reader import read_xliff  # noqa: PLC0415 - lazy: when a file comes back

    return read_xliff(content, path.name)
