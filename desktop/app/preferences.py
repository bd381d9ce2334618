"""Small values that survive a restart, per person and machine, in one JSON file."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from desktop.files import write_atomically

_log = logging.getLogger(__name__)


class FilePreferences:
    """Preferences in a JSON object of strings.

    A broken or unwritable file is never an error for the person: it is logged, and values last until the end.
    """

    def __init__(self, path: Path | None) -> None:
        """``None`` keeps values in memory only (tests, self-check)."""
        self._path = path
        self._values: dict[str, str] = {}
        if path is None or not path.exists():
            return
        try:
            read = json.loads(path.read_text("utf-8"))
            self._values = {str(name): str(value) for name, value in read.items()}
        except (OSError, ValueError, AttributeError) as error:
            _log.warning("preferences unreadable: %s", error)

    def get(self, name: str, default: str = "") -> str:
        """A value, or the default."""
        return self._values.get(name, default)

    def set(self, name: str, value: str) -> None:
        """Keep a value; written at once."""
        if self._values.get(name) == value:
            return
        self._values[name] = value
        if self._path is None:
            return
        try:
            write_atomically(self._path, json.dumps(self._values, ensure_ascii=False, indent=1).encode())
        except OSError as error:
            _log.warning("preferences not written: %s", error)
