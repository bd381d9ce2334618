"""Workspaces on both databases."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from desktop.domain.ids import Uuid7
from desktop.storage.workspace import Workspace, create_workspace, open_office
from tests.postgres import PostgresqlMissingError, PrivatePostgresql


class SteppingClock:
    """A clock that goes on by a second whenever it is read."""

    def __init__(self) -> None:
        self._steps = count()

    def now(self) -> datetime:
        return datetime(2026, 5, 26, 8, 0, tzinfo=UTC) + timedelta(seconds=next(self._steps))


@pytest.fixture
def clock() -> SteppingClock:
    return SteppingClock()


@pytest.fixture
def ids() -> Uuid7:
    steps = count(1_750_000_000_000)
    return Uuid7(lambda: next(steps), bytes)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PrivatePostgresql]:
    """The private cluster. Where PostgreSQL is missing the test is skipped; in CI it fails."""
    try:
        cluster = PrivatePostgresql()
    except PostgresqlMissingError as error:
        if os.environ.get("CI", "").lower() in ("1", "true", "yes"):
            pytest.fail(str(error))
        pytest.skip(str(error))
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def office_template(postgresql: PrivatePostgresql) -> str:
    """A database with our tables, to copy for each test."""
    name = postgresql.create()
    steps = count(1)
    open_office(postgresql.url(name), clock=SteppingClock(), ids=Uuid7(lambda: next(steps), bytes)).close()
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def new_workspace(
    request: pytest.FixtureRequest, tmp_path: Path, clock: SteppingClock, ids: Uuid7
) -> Iterator[Callable[[], Workspace]]:
    """Makes empty workspaces, on each of the two databases in turn."""
    opened: list[Workspace] = []
    databases: list[str] = []

    def make() -> Workspace:
        if request.param == "sqlite":
            place = tmp_path / f"desk-{len(opened)}.comunicado"
            workspace = create_workspace(place, clock=clock, ids=ids, author="Ana")
        else:
            cluster: PrivatePostgresql = request.getfixturevalue("postgresql")
            databases.append(cluster.create(request.getfixturevalue("office_template")))
            workspace = open_office(cluster.url(databases[-1]), clock=clock, ids=ids, author="Ana")
        opened.append(workspace)
        return workspace

    yield make
    for workspace in opened:
        workspace.close()
    for name in databases:
        request.getfixturevalue("postgresql").drop(name)


@pytest.fixture
def workspace(new_workspace: Callable[[], Workspace]) -> Workspace:
    """One empty workspace, on each of the two databases in turn."""
    return new_workspace()


@pytest.fixture
def new_file(tmp_path: Path, clock: SteppingClock, ids: Uuid7) -> Iterator[Callable[[], Workspace]]:
    """Makes empty workspace files, each in a folder of its own."""
    opened: list[Workspace] = []

    def make() -> Workspace:
        place = tmp_path / f"folder-{len(opened)}" / "desk.comunicado"
        opened.append(create_workspace(place, clock=clock, ids=ids, author="Ana"))
        return opened[-1]

    yield make
    for workspace in opened:
        workspace.close()
