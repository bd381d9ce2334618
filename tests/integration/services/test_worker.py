"""The one database worker: order, errors, urgency, and a workspace that cannot be opened."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from desktop.domain.errors import BadInputError, WorkspaceError
from desktop.domain.ids import Uuid7
from desktop.services import releases
from desktop.services.worker import DatabaseWorker
from desktop.storage.workspace import create_workspace, open_workspace
from tests.integration.conftest import SteppingClock


@pytest.fixture
def place(tmp_path: Path, clock: SteppingClock, ids: Uuid7) -> Path:
    """An empty workspace file, closed."""
    path = tmp_path / "desk.comunicado"
    create_workspace(path, clock=clock, ids=ids).close()
    return path


@pytest.fixture
def worker(place: Path, clock: SteppingClock, ids: Uuid7) -> Iterator[DatabaseWorker]:
    """A worker on that file, not yet started."""
    made = DatabaseWorker(lambda: open_workspace(place, clock=clock, ids=ids, author="Ana"))
    yield made
    assert made.close(10)


def _refuse(_unit: object) -> None:
    raise BadInputError("No.")


class Answers:
    """What came back, in order."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Any] = SimpleQueue()

    def take(self, value: object) -> None:
        self._queue.put(value)

    def next(self) -> Any:
        return self._queue.get(timeout=10)


def test_work_is_done_in_order_on_one_other_thread(worker: DatabaseWorker) -> None:
    heard = Answers()
    for number in range(20):
        worker.submit(lambda _unit, n=number: (n, threading.current_thread().name), heard.take, heard.take)
    worker.start()
    assert [heard.next() for _ in range(20)] == [(number, "database") for number in range(20)]


def test_urgent_work_passes_what_waits_but_not_its_own_kind(worker: DatabaseWorker) -> None:
    heard = Answers()
    for name, is_urgent in (("a", False), ("b", True), ("c", False), ("d", True)):
        worker.submit(lambda _unit, n=name: n, heard.take, heard.take, is_urgent=is_urgent)
    worker.start()
    assert "".join(heard.next() for _ in range(4)) == "bdac"


def test_failed_work_is_rolled_back_and_the_next_goes_on(worker: DatabaseWorker) -> None:
    heard = Answers()

    def begin_and_fail(unit: Any) -> None:
        releases.create_release(unit, type_="statement", language="en")
        raise BadInputError("No.")

    worker.start()
    worker.submit(begin_and_fail, heard.take, heard.take)
    worker.submit(lambda unit: releases.release_page(unit, releases.ReleaseQuery())[1], heard.take, heard.take)
    assert isinstance(heard.next(), BadInputError)
    assert heard.next() == 0


def test_what_was_done_is_committed_before_it_is_told(worker: DatabaseWorker) -> None:
    heard = Answers()
    worker.start()
    worker.submit(
        lambda unit: releases.create_release(unit, type_="statement", language="en").value.release.id,
        heard.take,
        heard.take,
    )
    made = heard.next()
    worker.submit(lambda unit: unit.releases.get(made).id, heard.take, heard.take)
    assert heard.next() == made


def test_an_answer_that_is_not_taken_ends_nothing(worker: DatabaseWorker) -> None:
    heard = Answers()

    def fall(_value: object) -> None:
        raise RuntimeError("nobody at home")

    worker.start()
    worker.submit(lambda _unit: 1, fall, heard.take)
    worker.submit(_refuse, heard.take, fall)
    worker.submit(lambda _unit: 3, heard.take, heard.take)
    assert heard.next() == 3


def test_care_gets_the_workspace_itself(worker: DatabaseWorker, place: Path) -> None:
    heard = Answers()
    worker.start()
    worker.submit_care(lambda workspace: (workspace.path, workspace.verify()), heard.take, heard.take)
    assert heard.next() == (place, [])
    worker.submit_care(lambda workspace: workspace.backup(place.with_name("copy")), heard.take, heard.take)
    assert heard.next().is_file()
    worker.submit_care(_refuse, heard.take, heard.take)
    assert isinstance(heard.next(), BadInputError)


def test_closing_finishes_what_waits_and_gives_the_lock_back(place: Path, clock: SteppingClock, ids: Uuid7) -> None:
    worker = DatabaseWorker(lambda: open_workspace(place, clock=clock, ids=ids))
    done: list[int] = []
    worker.start()
    for number in range(50):
        worker.submit(lambda _unit, n=number: n, done.append, lambda error: done.append(-1))
    assert worker.close(10)
    assert done == list(range(50))
    open_workspace(place, clock=clock, ids=ids).close()
    assert worker.close(1)


def test_a_workspace_that_cannot_be_opened_fails_every_job(tmp_path: Path, clock: SteppingClock, ids: Uuid7) -> None:
    heard, told = Answers(), Answers()
    worker = DatabaseWorker(lambda: open_workspace(tmp_path / "missing", clock=clock, ids=ids), unavailable=told.take)
    worker.submit(lambda _unit: 1, heard.take, heard.take)
    worker.start()
    worker.submit_care(lambda _workspace: 2, heard.take, heard.take)
    assert isinstance(told.next(), WorkspaceError)
    assert [type(heard.next()) for _ in range(2)] == [WorkspaceError, WorkspaceError]
    assert worker.close(10)


def test_a_worker_that_never_started_closes_at_once(place: Path) -> None:
    assert DatabaseWorker(lambda: pytest.fail("not to be opened")).close(1)
