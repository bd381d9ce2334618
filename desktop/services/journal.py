"""What is typed but not stored in the workspace yet, so that a crash cannot take it along.

Autosave stores an open text within half a second. This is for the rest: a form that has not made its release yet, a
preview of an import, a text while the workspace cannot be written (a full disk, a locked file).
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:  # the desk knows the journal, and the start needs no texts
    from desktop.domain.document import Document

_log = logging.getLogger(__name__)
_SUFFIX = ".unsaved.json"


@dataclass(frozen=True)
class Unsaved:
    """A text that is in no workspace yet. ``document.id`` names the version it belongs to, if there is one."""

    document: Document
    type: str = "press-release"
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    #: Where it was found again; empty for one that is being kept now.
    place: str = ""

    def to_json(self) -> dict[str, Any]:
        """Everything but its place."""
        blocks = [block.to_json() for block in self.document.blocks]
        text = {"id": self.document.id, "language": self.document.language, "blocks": blocks}
        return {"document": text, "type": self.type, "at": self.at.isoformat()}

    @staticmethod
    def from_json(value: dict[str, Any], place: str) -> Unsaved:
        """The inverse of :meth:`to_json`; raises ``ValueError``, ``KeyError`` or ``TypeError`` on a damaged value."""
        from desktop.domain.document import Block, Document  # noqa: PLC0415 - lazy: see above

        text = value["document"]
        blocks = tuple(Block.from_json(each) for each in text["blocks"])
        document = Document(str(text["id"]), str(text["language"]), blocks)
        return Unsaved(document, str(value["type"]), datetime.fromisoformat(str(value["at"])), place)


class Journal(Protocol):
    """Keeps what is unsaved, by a name per form. Calls return at once; writing is done elsewhere."""

    def keep(self, name: str, unsaved: Unsaved) -> None:
        """Keep what a form holds now, in place of what it held before."""
        ...

    def drop(self, name: str) -> None:
        """Forget what a form held: it is stored, or was given up."""
        ...

    def left(self) -> tuple[Unsaved, ...]:
        """What earlier runs left behind, oldest first."""
        ...

    def forget(self, unsaved: Unsaved) -> None:
        """Forget something left behind."""
        ...

    def close(self) -> None:
        """Write what waits."""
        ...


class NoJournal:
    """Keeps nothing: tests, and programs without a folder of the person's."""

    def keep(self, name: str, unsaved: Unsaved) -> None:
        """See the interface."""

    def drop(self, name: str) -> None:
        """See the interface."""

    def left(self) -> tuple[Unsaved, ...]:
        """See the interface."""
        return ()

    def forget(self, unsaved: Unsaved) -> None:
        """See the interface."""

    def close(self) -> None:
        """See the interface."""


class FileJournal:
    """One private file per form and run in a folder that belongs to one workspace.

    A file is written whole or not at all, on a thread of the journal's own; the newest text of a form wins. What
    cannot be written (a full disk) is logged: the text is still in the window.
    """

    def __init__(self, folder: Path, run: str) -> None:
        """``run`` tells this run of the program from all others: what others wrote was left behind."""
        self._folder = folder
        self._run = run
        self._wanted: dict[str, Unsaved | None] = {}
        self._lock = threading.Lock()
        self._writer: ThreadPoolExecutor | None = None

    def keep(self, name: str, unsaved: Unsaved) -> None:
        """See the interface."""
        self._want(name, unsaved)

    def drop(self, name: str) -> None:
        """See the interface."""
        if self._writer is not None:  # nothing of this run was ever kept: nothing to forget
            self._want(name, None)

    def _want(self, name: str, unsaved: Unsaved | None) -> None:
        with self._lock:
            self._wanted[name] = unsaved
            if self._writer is None:
                self._writer = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._writer.submit(self._write_wanted)

    def _write_wanted(self) -> None:
        with self._lock:
            wanted, self._wanted = self._wanted, {}
        for name, unsaved in wanted.items():
            path = self._folder / f"{name}.{self._run}{_SUFFIX}"
            try:
                if unsaved is None:
                    path.unlink(missing_ok=True)
                else:
                    _write_privately(path, json.dumps(unsaved.to_json(), ensure_ascii=False))
            except OSError as error:
                _log.warning("unsaved text not kept: %s", error)

    def left(self) -> tuple[Unsaved, ...]:
        """See the interface. What cannot be read is left where it is."""
        found: list[Unsaved] = []
        for path in sorted(self._folder.glob(f"*{_SUFFIX}")) if self._folder.is_dir() else ():
            if path.name.endswith(f".{self._run}{_SUFFIX}"):
                continue
            try:
                found.append(Unsaved.from_json(json.loads(path.read_text("utf-8", "surrogatepass")), str(path)))
            except (OSError, ValueError, KeyError, TypeError) as error:
                _log.warning("unsaved text unreadable: %s", error)
        return tuple(sorted(found, key=lambda each: each.at))

    def forget(self, unsaved: Unsaved) -> None:
        """See the interface."""
        if unsaved.place:
            with contextlib.suppress(OSError):
                Path(unsaved.place).unlink(missing_ok=True)

    def close(self) -> None:
        """See the interface."""
        if self._writer is not None:
            self._writer.shutdown(wait=True)
            self._writer = None


def _write_privately(path: Path, text: str) -> None:
    """For the person's eyes only, also while it is being written."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    opened = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(opened, "wb") as stream:
            stream.write(text.encode("utf-8", "surrogatepass"))
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
