"""One process per workspace: a lock that the operating system drops when the process ends, however it ends."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from desktop.domain.errors import WorkspaceError
from desktop.i18n import _

#: On Windows a locked byte cannot be read by others; so the lock lies far behind the holder's name.
_LOCKED_BYTE = 1 << 30


class WorkspaceLock:
    """Holds ``.NAME.lock`` beside a workspace file locked from its making until :meth:`release`.

    The file names the holder for the sentence that others get; that it exists means nothing, only the
    system's lock on it does. Raises :class:`~desktop.domain.errors.WorkspaceError` where it is held.
    """

    def __init__(self, path: Path, *, author: str) -> None:
        self._path = path.with_name(f".{path.name}.lock")
        self._stream: IO[Any] | None = None
        while self._stream is None:
            self._stream = self._take(path.name)
        holder = {"author": author, "pid": os.getpid()}
        self._stream.seek(0)
        self._stream.truncate()
        self._stream.write(json.dumps(holder).encode())
        self._stream.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def release(self) -> None:
        """Let others in. Calling it again does nothing."""
        if self._stream is None:
            return
        with contextlib.suppress(OSError):
            if sys.platform != "win32":
                self._path.unlink()  # while still held: whoever waits sees that the name is gone and starts over
        self._stream.close()
        self._stream = None

    def _take(self, name: str) -> IO[Any] | None:
        """The locked stream; ``None`` where the last holder removed the file meanwhile."""
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise WorkspaceError(
                _("The folder of “{name}” cannot be written to.").format(name=name),
                advice=_("Copy the workspace to a folder of yours and open it there."),
            ) from error
        stream = os.fdopen(handle, "r+b")
        try:
            _lock(handle)
        except OSError as error:
            holder = _holder(stream)
            stream.close()
            raise WorkspaceError(
                _("“{name}” is already open: {holder}.").format(name=name, holder=holder),
                advice=_("Close it there first."),
            ) from error
        with contextlib.suppress(OSError):
            if self._path.stat().st_ino == os.fstat(handle).st_ino:
                return stream
        stream.close()
        return None


def _holder(stream: IO[Any]) -> str:
    try:
        holder = json.loads(stream.read().decode())
        pid, author = int(holder["pid"]), str(holder["author"])
    except (OSError, ValueError, KeyError, TypeError):
        return _("by another program")
    if author:
        return _("by {author}, process {pid}").format(author=author, pid=pid)
    return _("by process {pid}").format(pid=pid)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
