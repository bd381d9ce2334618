"""A workspace: one SQLite file, or an office's PostgreSQL database, opened, locked and kept safe."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import func, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from desktop.domain.errors import BadInputError, WorkspaceError
from desktop.domain.ports import Clock, IdSource
from desktop.i18n import _
from desktop.storage import upgrade
from desktop.storage.engine import as_comunicado_error, postgresql_engine, sqlite_engine
from desktop.storage.fulltext import full_text_of
from desktop.storage.lock import WorkspaceLock
from desktop.storage.schema import texts
from desktop.storage.unit_of_work import SqlUnitOfWork

if TYPE_CHECKING:
    from desktop.storage.contact_orders import ContactOrders
    from desktop.storage.memory_index import IndexMemory

#: "Comu" in the file's header tells our files from other SQLite files.
APPLICATION_ID = 0x436F6D75
_SQLITE_HEADER = b"SQLite format 3\x00"
#: One key for all offices: two programs must not upgrade one database at once.
_UPGRADE_KEY = APPLICATION_ID


@dataclass(frozen=True, slots=True)
class WorkspaceSummary:
    """What a workspace is and holds. ``location`` is the file, or an office's address without its password."""

    location: str
    schema_version: str
    size: int
    releases: int
    versions: int
    revisions: int
    contacts: int
    outlets: int
    media_lists: int


class Workspace:
    """An open workspace with its one connection.

    Made by :func:`create_workspace`, :func:`open_workspace` or :func:`open_office`. Any thread may use it;
    units of work run one after the other.
    """

    def __init__(
        self, engine: Engine, *, path: Path | None, lock: WorkspaceLock | None, clock: Clock, ids: IdSource, author: str
    ) -> None:
        self.path = path
        self.author = author
        self._engine = engine
        self._lock = lock
        self._clock = clock
        self._ids = ids
        self._orders: ContactOrders | None = None
        self._index: IndexMemory | None = None
        self._turn = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @contextmanager
    def unit_of_work(self) -> Iterator[SqlUnitOfWork]:
        """One transaction: commits at the end, rolls back on an exception.

        What the database refuses (full disk, read-only file, damage) comes out as a ComunicadoError.
        """
        with self._turn:
            try:
                with self._engine.begin() as connection:
                    yield SqlUnitOfWork(
                        connection,
                        clock=self._clock,
                        ids=self._ids,
                        author=self.author,
                        full_text=full_text_of(connection),
                        orders=self._contact_orders,
                        index=self._match_index,
                    )
            except (DBAPIError, sqlite3.Error) as error:
                self._forget()
                raise as_comunicado_error(error) from error
            except BaseException:
                self._forget()
                raise

    def _contact_orders(self) -> ContactOrders:
        """Those of before, until a rollback; an office's contacts may change under us, so there they are read anew."""
        from desktop.storage.contact_orders import ContactOrders  # noqa: PLC0415 - lazy: not before contacts are asked

        if self.path is None:
            return ContactOrders()
        if self._orders is None:
            self._orders = ContactOrders()
        return self._orders

    def _match_index(self) -> IndexMemory:
        """What the memory's index remembers; what was written by others is read when it is asked."""
        from desktop.storage.memory_index import IndexMemory  # noqa: PLC0415 - lazy: numpy, not before it is asked

        if self._index is None:
            self._index = IndexMemory()
        return self._index

    def _forget(self) -> None:
        """After a rollback: what is remembered may never have been stored."""
        self._orders = None
        self._index = None

    def verify(self) -> list[str]:
        """Everything that is wrong in the workspace, a sentence each; empty for a sound one."""
        from desktop.storage import verify  # noqa: PLC0415 - lazy: nobody verifies at the start

        try:
            with self.unit_of_work() as unit:
                return verify.problems(unit.connection, full_text_of(unit.connection))
        except WorkspaceError as error:
            return [error.one_line()]

    def info(self) -> WorkspaceSummary:
        """What the workspace is and holds."""
        from desktop.storage.schema import people  # noqa: PLC0415 - lazy: see SqlUnitOfWork

        living = {
            "releases": texts.release,
            "versions": texts.version,
            "contacts": people.person,
            "outlets": people.outlet,
            "media_lists": people.media_list,
        }
        with self.unit_of_work() as unit:
            connection = unit.connection
            counts = {
                name: int(
                    connection.execute(
                        select(func.count()).select_from(table).where(table.c.deleted_at.is_(None))
                    ).scalar_one()
                )
                for name, table in living.items()
            }
            revisions = int(connection.execute(select(func.count()).select_from(texts.revision)).scalar_one())
            version = upgrade.stored_revision(connection)
        location = str(self.path) if self.path else self._engine.url.render_as_string(hide_password=True)
        return WorkspaceSummary(location, version, self._size(), revisions=revisions, **counts)

    def backup(self, target: Path | None = None) -> Path:
        """Write a whole copy of the file, also while it is in use; answers where.

        Without a target it is named after the workspace and the time and lies beside it. An existing file is never
        replaced (BadInputError). An office's database is backed up on its server (WorkspaceError).
        """
        if self.path is None:
            raise WorkspaceError(
                _("An office's database is backed up on its server."), advice=_("Ask the one who looks after it.")
            )
        place = target or backup_path(self.path, self._clock.now())
        with self._turn, self._engine.connect() as connection:
            driver = connection.connection.driver_connection
            if not isinstance(driver, sqlite3.Connection):
                raise TypeError("the workspace file is not read by sqlite3")
            _write_backup(driver, place)
        return place

    def close(self) -> None:
        """Close the connection and let others open the workspace. Calling it again does nothing."""
        with self._turn:
            self._engine.dispose()
            if self._lock is not None:
                self._lock.release()

    def _size(self) -> int:
        if self.path is None:
            return 0
        beside = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        return sum(each.stat().st_size for each in beside if each.exists())


def create_workspace(path: Path, *, clock: Clock, ids: IdSource, author: str = "") -> Workspace:
    """Make a new workspace file and open it. It appears whole or not at all; raises WorkspaceError."""
    path = _place(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(_("The folder for “{name}” cannot be made.").format(name=path.name)) from error
    lock = WorkspaceLock(path, author=author)
    temporary = path.with_name(f".{path.name}.new")
    try:
        _refuse_existing(path)
        temporary.unlink(missing_ok=True)
        temporary.touch()
        _fill_new(temporary)
        temporary.rename(path)
        return _opened(path, lock, clock=clock, ids=ids, author=author)
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        lock.release()
        _tell(error, path.name)
        raise


def open_workspace(path: Path, *, clock: Clock, ids: IdSource, author: str = "") -> Workspace:
    """Open a workspace file for this process alone; one of an older program is backed up and upgraded.

    Raises WorkspaceError with a sentence: missing, not a workspace, damaged, newer, open elsewhere, not writable.
    """
    path = _place(path)
    _look_at_header(path)
    lock = WorkspaceLock(path, author=author)
    try:
        return _opened(path, lock, clock=clock, ids=ids, author=author)
    except BaseException as error:
        lock.release()
        _tell(error, path.name)
        raise


def open_office(url: str, *, clock: Clock, ids: IdSource, author: str = "") -> Workspace:
    """Open an office's PostgreSQL database by its URL; an empty one gets its tables, an older one is upgraded."""
    engine = postgresql_engine(url)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_UPGRADE_KEY})")
            found = upgrade.stored_revision(connection)
            upgrade.refuse_newer(engine.url.database or "", found)
            if not found:
                upgrade.create_schema(connection)
            elif found < upgrade.HEAD:
                before = upgrade.row_counts(connection)
                upgrade.run_revisions(connection)
                upgrade.check_upgraded(before, upgrade.row_counts(connection))
    except BaseException as error:
        engine.dispose()
        _tell(error, engine.url.database or "")
        raise
    return Workspace(engine, path=None, lock=None, clock=clock, ids=ids, author=author)


def backup_path(path: Path, now: datetime) -> Path:
    """``NAME.backup-YYYYmmdd-HHMMSS`` beside the file (UTC); a number is added where that name is taken."""
    stamp = f"{path.name}.backup-{now:%Y%m%d-%H%M%S}"
    names = (stamp, *(f"{stamp}-{number}" for number in range(2, 100)))
    return next((path.with_name(name) for name in names if not path.with_name(name).exists()), path.with_name(stamp))


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise WorkspaceError(_("“{name}” exists already.").format(name=path.name), kept=_("It was not touched."))


def _place(path: Path) -> Path:
    """The real file behind symbolic links: the lock must lie beside that one."""
    return path.expanduser().resolve()


def _fill_new(path: Path) -> None:
    engine = sqlite_engine(path, journal=False)
    try:
        with engine.begin() as connection:
            upgrade.create_schema(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {upgrade.HEAD_NUMBER}")
    finally:
        engine.dispose()


def _opened(path: Path, lock: WorkspaceLock, *, clock: Clock, ids: IdSource, author: str) -> Workspace:
    number = _check_ours(path)
    upgrade.refuse_newer(path.name, f"{number:04}")
    if number < upgrade.HEAD_NUMBER:
        upgrade_file(path, clock.now())
    engine = sqlite_engine(path)
    try:
        with engine.connect():
            pass
    except BaseException:
        engine.dispose()
        raise
    return Workspace(engine, path=path, lock=lock, clock=clock, ids=ids, author=author)


def upgrade_file(path: Path, now: datetime) -> Path:
    """Back a locked file of an older program up, then upgrade it; answers the backup."""
    engine = sqlite_engine(path, foreign_keys=False)
    try:
        with engine.connect() as connection:
            backup = backup_path(path, now)
            driver = connection.connection.driver_connection
            if isinstance(driver, sqlite3.Connection):
                _write_backup(driver, backup)
        upgrade.upgrade_sqlite(engine)
    finally:
        engine.dispose()
    return backup


def _look_at_header(path: Path) -> None:
    """Refuse what is plainly no workspace before SQLite or the lock touches anything."""
    if path.is_dir():
        raise WorkspaceError(_("“{name}” is a folder.").format(name=path.name), advice=_("Choose a file."))
    try:
        with path.open("rb") as stream:
            header = stream.read(len(_SQLITE_HEADER))
    except FileNotFoundError as error:
        raise WorkspaceError(
            _("There is no workspace “{name}”.").format(name=path.name), advice=_("Check the name and the folder.")
        ) from error
    except OSError as error:
        raise WorkspaceError(_("“{name}” cannot be read.").format(name=path.name)) from error
    if header != _SQLITE_HEADER:
        raise _not_ours(path.name)
    if not os.access(path, os.W_OK):
        raise WorkspaceError(
            _("The workspace file cannot be written to."), advice=_("Check its permissions and try again.")
        )


def _check_ours(path: Path) -> int:
    """The schema number of a file of ours; raises WorkspaceError for other SQLite files and for damaged ones."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True)
    try:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (number,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        connection.close()
    if application_id != APPLICATION_ID:
        raise _not_ours(path.name)
    return int(number)


def _not_ours(name: str) -> WorkspaceError:
    return WorkspaceError(_("“{name}” is not a Comunicado workspace.").format(name=name), kept=_("It was not touched."))


def _tell(error: BaseException, name: str) -> None:
    """Raise what a person can read in place of a database's or the system's error; others are left to the caller."""
    if isinstance(error, (DBAPIError, sqlite3.Error)):
        raise as_comunicado_error(error) from error
    if isinstance(error, OSError):
        reason = error.strerror or type(error).__name__
        raise WorkspaceError(_("“{name}” cannot be opened: {reason}.").format(name=name, reason=reason)) from error


def _write_backup(source: sqlite3.Connection, target: Path) -> None:
    """Copy a database under a temporary name, flush it to the disk, then give it its name."""
    if target.exists():
        raise BadInputError(_("“{name}” exists already.").format(name=target.name), kept=_("It was not touched."))
    temporary = target.with_name(f".{target.name}.part")
    try:
        temporary.unlink(missing_ok=True)
        copy = sqlite3.connect(temporary)
        try:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())
        temporary.rename(target)
    except (OSError, sqlite3.Error) as error:
        temporary.unlink(missing_ok=True)
        raise WorkspaceError(
            _("The backup “{name}” could not be written.").format(name=target.name),
            kept=_("The workspace itself was not touched."),
        ) from error
