"""A desk on a real temporary workspace, with a real worker and the real engines."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pytestqt.qtbot import QtBot

from desktop.app.preferences import FilePreferences
from desktop.app.wiring import make_tools, system_ports
from desktop.i18n import use_language
from desktop.services.worker import DatabaseWorker, Work
from desktop.ui.desk import Desk, Notice
from desktop.ui.theme.apply import put_look
from desktop.ui.theme.tokens import LIGHT


@pytest.fixture
def desk(qapp: Any, tmp_path: Path) -> Iterator[Desk]:
    """A desk on an empty workspace ``tmp_path / "desk.comunicado"``, preferences in memory, English, light."""

    def open_workspace() -> Any:
        from desktop.storage.workspace import create_workspace

        clock, ids = system_ports()
        return create_workspace(tmp_path / "desk.comunicado", clock=clock, ids=ids, author="Ana Test")

    use_language("en")
    put_look(LIGHT)
    failures: list[Exception] = []
    worker = DatabaseWorker(open_workspace, unavailable=failures.append)
    worker.start()
    made = Desk(worker, make_tools("CR"), FilePreferences(None))
    yield made
    assert made.close(), "the database worker did not end"
    assert not failures, failures


@pytest.fixture
def ask(desk: Desk, qtbot: QtBot) -> Callable[[Work[Any]], Any]:
    """Run a unit of work and wait for its value: ``release = ask(lambda uow: ...)``. Errors are raised."""

    def run(work: Work[Any]) -> Any:
        answers: list[tuple[Any, Exception | None]] = []
        desk.run(work, lambda value: answers.append((value, None)), lambda error: answers.append((None, error)))
        qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        value, error = answers[0]
        if error is not None:
            raise error
        return value

    return run


@pytest.fixture
def settle(desk: Desk, ask: Callable[[Work[Any]], Any], qtbot: QtBot) -> Callable[[], None]:
    """Wait until everything queued before has run and its answers have arrived."""

    def wait() -> None:
        ask(lambda uow: None)
        qtbot.wait(1)
        ask(lambda uow: None)

    return wait


@pytest.fixture
def notices(desk: Desk) -> list[Notice]:
    """Every notice shown."""
    seen: list[Notice] = []
    desk.noticed.connect(seen.append)
    return seen
