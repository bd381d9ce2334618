"""Files for people, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_SQLITE_HEADER = b"SQLite format 3\x00"
#: What SQLite and our lock keep beside a database file.
_BESIDE = re.compile(r"(?P<file>.+)-(?:wal|shm|journal)|\.(?P<locked>.+)\.lock")


def is_of_a_database(path: Path) -> bool:
    """Whether a file is an SQLite database or one of the files that belong to one: nothing may be written over it."""
    beside = _BESIDE.fullmatch(path.name)
    names = [path.name, *(filter(None, beside.groups()) if beside else ())]
    return any(_has_header(path.with_name(name)) for name in names)


def _has_header(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return stream.read(len(_SQLITE_HEADER)) == _SQLITE_HEADER
    except OSError:
        return False


def write_atomically(path: Path, content: bytes) -> None:
    """Write ``content`` as :func:`written_whole` does."""
    with written_whole(path) as stream:
        stream.write(content)


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream under a temporary name beside ``path``; at the end it is flushed to the disk and replaces ``path``.

    A symbolic link is written through: it stays, its target gets the content. On an error, also ``OSError`` (full disk, no
    permission, no such folder), ``path`` is as it was before and no temporary file is left. What is no
    ordinary file (a pipe, ``/dev/stdout``) is written into and never replaced.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    path = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        else:
            mask = os.umask(0)
            os.umask(mask)
            temporary.chmod(0o666 & ~mask)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
