"""Migrations: they lead to the same schema as the metadata, and they lose nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, create_engine, inspect, text
from sqlalchemy.engine import Engine

from desktop.domain.errors import WorkspaceError
from desktop.storage import upgrade
from desktop.storage.engine import postgresql_engine, sqlite_engine
from desktop.storage.schema.whole import metadata
from desktop.storage.workspace import Workspace, backup_path, open_office
from tests.integration.conftest import SteppingClock
from tests.integration.storage.desk import person, put_release, put_target
from tests.postgres import PrivatePostgresql

_NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9999", "{head}", None, None


def upgrade():
    with op.batch_alter_table("release", recreate="auto") as table:
        table.add_column(sa.Column("colour", sa.Text(), nullable=False, server_default="grey"))
    with op.batch_alter_table("version", recreate="always" if op.get_bind().dialect.name == "sqlite" else "auto") as table:
        table.alter_column("language", new_column_name="tongue")
    {more}
"""


def _empty(kind: str, request: pytest.FixtureRequest, folder: Path) -> Engine:
    if kind == "sqlite":
        place = folder / "empty.db"
        place.touch()
        return sqlite_engine(place, foreign_keys=False)
    cluster: PrivatePostgresql = request.getfixturevalue("postgresql")
    return postgresql_engine(cluster.url(cluster.create()))


def _everything(engine: Engine) -> dict[str, object]:
    """Tables, triggers and indexes as the database tells them."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            found = connection.exec_driver_sql("SELECT type, name, tbl_name FROM sqlite_master").all()
            return {str(row): 1 for row in sorted(map(tuple, found))}
        found = connection.exec_driver_sql(
            "SELECT indexname, replace(indexdef, current_database(), '') FROM pg_indexes WHERE schemaname = 'public'"
        ).all()
        return {row[0]: row[1] for row in sorted(map(tuple, found))}


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_revisions_and_the_metadata_are_the_same(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    migrated, made = _empty(kind, request, tmp_path / "a"), _empty(kind, request, tmp_path / "b")
    try:
        with migrated.begin() as connection:
            upgrade.run_revisions(connection)
            assert upgrade.stored_revision(connection) == upgrade.HEAD
        with made.begin() as connection:
            upgrade.create_schema(connection)
        ours = set(metadata.tables)
        options = {
            "include_name": lambda name, type_, _parents: type_ != "table" or name in ours,
            "compare_type": True,
        }
        for engine in (migrated, made):
            with engine.connect() as connection:
                context = MigrationContext.configure(connection, opts=options)
                assert compare_metadata(context, metadata) == []
        assert _everything(migrated) == _everything(made)
        tables = [MetaData(), MetaData()]
        for engine, reflected in zip((migrated, made), tables, strict=True):
            reflected.reflect(engine, only=list(ours))
        for name in ours:
            one, other = (
                sorted((c.name, type(c).__name__, str(c.name)) for c in reflected.tables[name].constraints if c.name)
                for reflected in tables
            )
            assert one == other
    finally:
        migrated.dispose()
        made.dispose()


def test_every_constraint_has_its_name_by_the_convention() -> None:
    for table in metadata.tables.values():
        assert all(constraint.name for constraint in table.constraints), table.name
        assert all(index.name and len(str(index.name)) < 63 for index in table.indexes), table.name


def _run_next(folder: Path, more: str) -> Callable[[object], None]:
    (folder / "v9999_next.py").write_text(_NEXT.format(more=more, head=upgrade.HEAD), encoding="utf-8")
    return lambda connection: upgrade.run_revisions(connection, "9999", more=folder)  # type: ignore[arg-type]


def test_rebuilding_tables_keeps_what_hangs_on_them(new_workspace: Callable[[], Workspace], tmp_path: Path) -> None:
    workspace = new_workspace()
    with workspace.unit_of_work() as unit:
        release, _, document = put_release(unit, "one", "two")
        put_target(unit, release, document)
        person(unit, "Ana", "Núñez", "ana@x.example")
        before = upgrade.row_counts(unit.connection)
    url, path = workspace._engine.url, workspace.path
    workspace.close()
    run = _run_next(tmp_path, "")
    engine = sqlite_engine(path, foreign_keys=False) if path else create_engine(url)
    try:
        if path:
            upgrade.upgrade_sqlite(engine, run, 3)
        else:
            with engine.begin() as connection:
                run(connection)
        with engine.connect() as connection:
            assert upgrade.row_counts(connection) == before
            assert before["block"] == 3
            assert connection.execute(text("SELECT colour FROM release")).scalar_one() == "grey"
            assert "tongue" in {c["name"] for c in inspect(connection).get_columns("version")}
            if path:
                assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
                assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == 3
    finally:
        engine.dispose()


def test_an_upgrade_that_loses_rows_is_taken_back(new_file: Callable[[], Workspace], tmp_path: Path) -> None:
    workspace = new_file()
    with workspace.unit_of_work() as unit:
        put_release(unit, "one")
        before = upgrade.row_counts(unit.connection)
    path = workspace.path
    assert path is not None
    workspace.close()
    for number, more in enumerate(('op.execute("DELETE FROM block")', 'op.execute("DELETE FROM release")')):
        folder = tmp_path / str(number)
        folder.mkdir()
        engine = sqlite_engine(path, foreign_keys=False)
        with pytest.raises(WorkspaceError, match="without losing"):
            upgrade.upgrade_sqlite(engine, _run_next(folder, more), 3)
        with engine.connect() as connection:
            assert upgrade.row_counts(connection) == before
            assert upgrade.stored_revision(connection) == upgrade.HEAD
        engine.dispose()


def test_an_upgrade_refuses_to_run_with_foreign_keys_on(new_file: Callable[[], Workspace]) -> None:
    workspace = new_file()
    with pytest.raises(ValueError, match="foreign keys"):
        upgrade.upgrade_sqlite(workspace._engine)


def test_an_empty_office_gets_its_tables_and_a_newer_one_is_refused(
    postgresql: PrivatePostgresql, clock: SteppingClock, ids: object
) -> None:
    url = postgresql.url(postgresql.create())
    for _ in range(2):
        with open_office(url, clock=clock, ids=ids) as workspace:  # type: ignore[arg-type]
            assert workspace.verify() == []
            assert workspace.info().schema_version == upgrade.HEAD
            with pytest.raises(WorkspaceError, match="server"):
                workspace.backup()
    engine = postgresql_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(WorkspaceError, match="newer"):
        open_office(url, clock=clock, ids=ids)  # type: ignore[arg-type]
    with pytest.raises(WorkspaceError):
        open_office(postgresql.url("no_such_database"), clock=clock, ids=ids)  # type: ignore[arg-type]


def test_backups_of_one_second_have_different_names(tmp_path: Path, clock: SteppingClock) -> None:
    now = clock.now()
    first = backup_path(tmp_path / "a.comunicado", now)
    assert first.name == "a.comunicado.backup-20260526-080000"
    first.touch()
    assert backup_path(tmp_path / "a.comunicado", now).name == "a.comunicado.backup-20260526-080000-2"


def test_opening_imports_no_heavy_library(new_file: Callable[[], Workspace]) -> None:
    import subprocess

    path = new_file().path
    script = (
        "import sys; from pathlib import Path\n"
        "from desktop.storage.workspace import create_workspace, open_workspace\n"
        "from desktop.storage.system import SystemClock, system_ids\n"
        "create_workspace(Path(sys.argv[1]), clock=SystemClock(), ids=system_ids()).close()\n"
        "open_workspace(Path(sys.argv[1]), clock=SystemClock(), ids=system_ids()).close()\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('alembic', 'psycopg') or m == 'sqlalchemy.orm'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, f"{path}.new"], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
