"""The log and the crash report: files of the person's own, never sent anywhere."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

_log = logging.getLogger("comunicado")
_FULL = 1_000_000


def start_logging(folder: Path) -> None:
    """Log to ``comunicado.log`` in the folder (a start finds at most 1 MB in it), crashes to ``crash.log``."""
    try:
        handler = logging.FileHandler(_with_room(folder / "comunicado.log"), encoding="utf-8")
        faulthandler.enable((folder / "crash.log").open("a", encoding="utf-8"))
    except OSError:
        return  # a full or read-only disk must not keep anybody from working
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    sys.excepthook = _unexpected
    threading.excepthook = lambda what: _unexpected(what.exc_type, what.exc_value, what.exc_traceback)


def _with_room(log: Path) -> Path:
    """The log's place; a full one is put aside as ``.1``. The library's rotating handler costs the start 5 ms."""
    if log.exists() and log.stat().st_size > _FULL:
        log.replace(log.with_suffix(".log.1"))
    return log


def _unexpected(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if error is None or issubclass(kind, KeyboardInterrupt):
        return
    _log.critical("unexpected error", exc_info=(kind, error, trace))
