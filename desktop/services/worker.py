"""The one database worker: every unit of work in order, on one thread, with the workspace opened there."""

from __future__ import annotations

import itertools
import logging
import queue
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from desktop.domain.ports import UnitOfWork

T = TypeVar("T")
Work = Callable[[UnitOfWork], T]

_URGENT, _ORDINARY, _LAST = range(3)

_log = logging.getLogger(__name__)


class OpenWorkspace(Protocol):
    """What the worker needs of an open workspace."""

    def unit_of_work(self) -> AbstractContextManager[UnitOfWork]:
        """One transaction."""
        ...

    def close(self) -> None:
        """Close the file and give the lock back."""
        ...


class CaredWorkspace(OpenWorkspace, Protocol):
    """What looking after a workspace needs of it, besides units of work."""

    author: str

    @property
    def path(self) -> Path | None:
        """The file, or ``None`` for an office's database."""
        ...

    def verify(self) -> list[str]:
        """Everything that is wrong, a sentence each."""
        ...

    def backup(self, target: Path | None = None) -> Path:
        """Write a whole copy; answers where."""
        ...


Care = Callable[[CaredWorkspace], T]


@dataclass(frozen=True)
class _Job:
    work: Callable[[Any], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    is_care: bool = False


class DatabaseWorker:
    """Runs units of work one after another on its own thread.

    ``open_workspace`` is called on that thread first, so that the window may show before the database's
    library is even loaded; where it raises, ``unavailable`` gets the error and every later job fails with it.
    ``done`` and ``failed`` are called on the worker's thread, after commit or rollback: the window's side
    hands them over to the main thread. :meth:`submit` and :meth:`close` may be called from any thread.
    """

    def __init__(
        self, open_workspace: Callable[[], OpenWorkspace], *, unavailable: Callable[[Exception], None] | None = None
    ) -> None:
        self._open = open_workspace
        self._unavailable = unavailable
        self._jobs: queue.PriorityQueue[tuple[int, int, _Job | None]] = queue.PriorityQueue()
        self._counter = itertools.count()
        self._thread = threading.Thread(target=self._run, name="database", daemon=True)

    def start(self) -> None:
        """Begin to open the workspace and to work."""
        self._thread.start()

    def submit(
        self, work: Work[T], done: Callable[[T], None], failed: Callable[[Exception], None], *, is_urgent: bool = False
    ) -> None:
        """Queue a unit of work; it runs after all earlier ones. Urgent work (autosave) passes what only waits."""
        self._put(_URGENT if is_urgent else _ORDINARY, _Job(work, done, failed))

    def _put(self, priority: int, job: _Job | None) -> None:
        self._jobs.put((priority, next(self._counter), job))

    def submit_care(self, care: Care[T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Queue work on the workspace as a whole (verify, backup) instead of in a unit of work."""
        self._put(_ORDINARY, _Job(care, done, failed, is_care=True))

    def close(self, timeout: float = 30.0) -> bool:
        """Finish everything queued, close the workspace, end the thread; whether that was done in time (s)."""
        self._put(_LAST, None)
        if not self._thread.is_alive():
            return True
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            workspace = self._open()
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must say it
            _log.warning("workspace unavailable: %s", error)
            if self._unavailable:
                _tell(self._unavailable, error)
            self._refuse_all(error)
            return
        try:
            while (job := self._jobs.get()[2]) is not None:
                self._do(workspace, job)
        finally:
            workspace.close()

    @staticmethod
    def _do(workspace: OpenWorkspace, job: _Job) -> None:
        try:
            if job.is_care:
                value = job.work(workspace)
            else:
                with workspace.unit_of_work() as unit:
                    value = job.work(unit)
        except Exception as error:  # noqa: BLE001 - one failed deed must not end the worker
            _tell(job.failed, error)
        else:
            _tell(job.done, value)

    def _refuse_all(self, error: Exception) -> None:
        while (job := self._jobs.get()[2]) is not None:
            _tell(job.failed, error)


def _tell(answer: Callable[[T], None], value: T) -> None:
    """Hand an answer over; whoever fails to take it must not end the worker for all others."""
    try:
        answer(value)
    except Exception:  # noqa: BLE001 - see above: it is written down, and the next job goes on
        _log.exception("an answer of the database worker was not taken")
