"""From one schema version to the next, and how a database says which one it has.

Alembic is imported only where a revision really has to run.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import inspect, text
from sqlalchemy.engine import Connection, Engine

from desktop.domain.errors import WorkspaceError
from desktop.i18n import _
from desktop.storage.fulltext import full_text_of

#: The revision this program writes, and the number of it that an SQLite file carries as ``user_version``.
HEAD = "0003"
HEAD_NUMBER = int(HEAD)

_MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def create_schema(connection: Connection) -> None:
    """All tables, the full text and Alembic's stamp in an empty database, without Alembic."""
    from desktop.storage.schema.whole import metadata  # noqa: PLC0415 - lazy: opening a workspace needs few tables

    metadata.create_all(connection, checkfirst=False)
    full_text_of(connection).create(connection)
    full_text_of(connection).create_archive(connection)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": HEAD})


def stored_revision(connection: Connection) -> str:
    """The revision a database is at; the empty string where it has no tables of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")


def run_revisions(connection: Connection, target: str = HEAD, *, more: Path | None = None) -> None:
    """Run Alembic's revisions up to ``target`` inside the caller's transaction.

    ``more`` is a further folder with revisions. On SQLite the connection must have foreign keys off.
    """
    from alembic import command  # noqa: PLC0415 - lazy: only an old workspace needs it
    from alembic.config import Config  # noqa: PLC0415 - lazy: only an old workspace needs it

    config = Config()
    folders = [_MIGRATIONS / "versions", *([more] if more else [])]
    config.set_main_option("script_location", _literally(str(_MIGRATIONS)))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", _literally("\n".join(map(str, folders))))
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _literally(path: str) -> str:
    """A path for Alembic's settings, where a percent sign begins a reference."""
    return path.replace("%", "%%")


def upgrade_sqlite(
    engine: Engine, run: Callable[[Connection], None] = run_revisions, number: int = HEAD_NUMBER
) -> None:
    """Upgrade a file in one transaction that commits only if no row was lost and no reference broken.

    ``engine`` is dedicated to this and has foreign keys off: with them on, Alembic's way of rebuilding a table on
    SQLite deletes every row that hangs on it. The caller made a backup. Raises WorkspaceError.
    """
    with engine.begin() as connection:
        if connection.exec_driver_sql("PRAGMA foreign_keys").scalar():
            raise ValueError("foreign keys must be off while a schema is rebuilt")
        before = row_counts(connection)
        run(connection)
        check_upgraded(before, row_counts(connection))
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise _lost()
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows each table of ours has."""
    from desktop.storage.schema.whole import metadata  # noqa: PLC0415 - lazy: opening a workspace needs few tables

    found = set(inspect(connection).get_table_names())
    names = [table.name for table in metadata.sorted_tables if table.name in found]
    counts = {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names}  # noqa: S608 - our own table names
    return {name: int(count) for name, count in counts.items()}


def check_upgraded(before: dict[str, int], after: dict[str, int]) -> None:
    """Raise WorkspaceError where a table that is still there has fewer rows than before."""
    if any(after.get(name, count) < count for name, count in before.items()):
        raise _lost()


def refuse_newer(name: str, revision: str) -> None:
    """Raise WorkspaceError for a database that a newer program wrote."""
    if revision <= HEAD:
        return
    raise WorkspaceError(
        _("“{name}” was written by a newer version of Comunicado.").format(name=name),
        kept=_("It was not touched."),
        advice=_("Install the newest version and open it again."),
    )


def _lost() -> WorkspaceError:
    return WorkspaceError(
        _("The workspace could not be upgraded without losing something."),
        kept=_("It is as it was before, and a backup lies beside it."),
    )
