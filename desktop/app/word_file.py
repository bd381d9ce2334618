"""The person's own words for spelling: a text file that can be read, edited and carried along."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from desktop.files import write_atomically

_log = logging.getLogger(__name__)


class WordFile:
    """A word a line, ``es:resiliencia`` or, for every language, ``Solano``.

    Fulfils :class:`desktop.domain.ports.PersonalWords`. ``None`` keeps the words in memory only. An unreadable file
    is never an error for the person: it is logged, and left as it is until a word is added.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._words: frozenset[tuple[str, str]] | None = None if path else frozenset()

    def all(self) -> frozenset[tuple[str, str]]:
        """See the port. Read on the first call."""
        with self._lock:
            return self._read()

    def add(self, word: str, language: str) -> bool:
        """See the port."""
        with self._lock:
            known = self._read()
            return (word, language) not in known and self._keep(known | {(word, language)})

    def remove(self, word: str, language: str) -> bool:
        """See the port."""
        with self._lock:
            known = self._read()
            return (word, language) in known and self._keep(known - {(word, language)})

    def _read(self) -> frozenset[tuple[str, str]]:
        if self._words is not None:
            return self._words
        lines: list[str] = []
        try:
            if self._path is not None and self._path.exists():
                lines = self._path.read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeError) as error:
            _log.warning("own words unreadable: %s", error)
        parted = (line.strip().rpartition(":") for line in lines if line.strip() and not line.startswith("#"))
        self._words = frozenset((word, language) for language, _colon, word in parted if word)
        return self._words

    def _keep(self, words: frozenset[tuple[str, str]]) -> bool:
        if self._path is not None:
            lines = sorted(f"{language}:{word}" if language else word for word, language in words)
            write_atomically(self._path, "".join(f"{line}\n" for line in lines).encode())
        self._words = words
        return True
