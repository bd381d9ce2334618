"""Services on a workspace file, a transaction per call, as the database worker runs them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.app import wiring
from desktop.domain.ids import Uuid7
from desktop.services.tools import Tools
from desktop.storage.workspace import Workspace, create_workspace
from tests.integration.conftest import SteppingClock
from tests.integration.services.office import Office


@pytest.fixture(scope="session")
def tools() -> Tools:
    """The engines' equipment, read once."""
    return wiring.make_tools()


@pytest.fixture
def file(tmp_path: Path, clock: SteppingClock, ids: Uuid7) -> Iterator[Workspace]:
    """An empty workspace file; at the end of every test it must verify."""
    with create_workspace(tmp_path / "desk.comunicado", clock=clock, ids=ids, author="Ana") as made:
        yield made
        assert made.verify() == []


@pytest.fixture
def office(file: Workspace, tools: Tools) -> Office:
    """Runs services, a unit of work each."""
    return Office(file, tools)
