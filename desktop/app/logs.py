"""The log and the crash report: files of the person's own, never sent anywhere."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_log = logging.getLogger("comunicado")


def start_logging(folder: Path) -> None:
    """Log to ``comunicado.log`` in the folder (three files of 1 MB), crashes of the interpreter to ``crash.log``."""
    try:
        handler = RotatingFileHandler(folder / "comunicado.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8")
        faulthandler.enable((folder / "crash.log").open("a", encoding="utf-8"))
    except OSError:
        return  # a full or read-only disk must not keep anybody from working
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    sys.excepthook = _unexpected
    threading.excepthook = lambda what: _unexpected(what.exc_type, what.exc_value, what.exc_traceback)


def _unexpected(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if error is None or issubclass(kind, KeyboardInterrupt):
        return
    _log.critical("unexpected error", exc_info=(kind, error, trace))
