"""Connections as this program wants them, and driver errors as sentences."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool

from desktop.domain.errors import ComunicadoError, ConflictError, WorkspaceError
from desktop.i18n import N_, _

#: How long SQLite waits for another program that reads the file (a backup tool, a virus scanner).
_BUSY_SECONDS = 10


def sqlite_engine(path: Path, *, foreign_keys: bool = True, journal: bool = True) -> Engine:
    """An engine with exactly one connection to an existing file.

    Every transaction begins IMMEDIATE: there is one writer, and what it read stays true until it commits.
    The connection may be used from any thread, one at a time.
    """

    def connect() -> sqlite3.Connection:
        uri = f"{path.absolute().as_uri()}?mode=rw"
        connection = sqlite3.connect(
            uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA cache_size = -32000")
            connection.execute("PRAGMA temp_store = MEMORY")
            if journal:
                connection.execute("PRAGMA journal_mode = WAL")
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def postgresql_engine(url: str) -> Engine:
    """An engine with one connection to a PostgreSQL database, by psycopg."""
    if url.startswith(("postgresql://", "postgres://")):
        url = f"postgresql+psycopg://{url.split('://', 1)[1]}"
    return create_engine(url, pool_size=1, max_overflow=0, pool_pre_ping=True)


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


#: Beginnings of SQLite's error names → what happened, and what to do.
_SENTENCES = {
    "SQLITE_FULL": (N_("The disk is full, so this could not be saved."), N_("Free some space and try again.")),
    "SQLITE_READONLY": (
        N_("The workspace file cannot be written to."),
        N_("Check its permissions and try again."),
    ),
    "SQLITE_CORRUPT": (
        N_("The workspace file is damaged."),
        N_("Open the newest backup that lies beside it."),
    ),
    "SQLITE_BUSY": (
        N_("Another program holds the workspace file."),
        N_("Close that program and try again."),
    ),
    "SQLITE_IOERR": (
        N_("The disk with the workspace file cannot be read or written."),
        N_("Check that it is connected and try again."),
    ),
}
_SENTENCES["SQLITE_PERM"] = _SENTENCES["SQLITE_READONLY"]
_SENTENCES["SQLITE_NOTADB"] = _SENTENCES["SQLITE_CORRUPT"]
_SENTENCES["SQLITE_LOCKED"] = _SENTENCES["SQLITE_BUSY"]
_SENTENCES["SQLITE_CANTOPEN"] = _SENTENCES["SQLITE_IOERR"]


def as_comunicado_error(error: DBAPIError | sqlite3.Error) -> ComunicadoError:
    """What a database's error means to a person. The transaction was rolled back."""
    driver_error: Any = error.orig if isinstance(error, DBAPIError) else error
    name = str(getattr(driver_error, "sqlite_errorname", ""))
    kept = _("Nothing was changed.")
    for begins, (sentence, advice) in _SENTENCES.items():
        if name.startswith(begins):
            return WorkspaceError(_(sentence), kept=kept, advice=_(advice))
    if isinstance(error, (IntegrityError, sqlite3.IntegrityError)):
        return ConflictError(_("What this belongs to does not exist any more, or it exists already."), kept=kept)
    reason = " ".join(str(driver_error).split())
    return WorkspaceError(_("The database refused: {reason}").format(reason=reason), kept=kept)
