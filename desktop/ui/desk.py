"""The desk every screen works at: run work, hear of changes, undo deeds, move between screens.

A screen gets a :class:`Desk` and nothing else. All of it is for the main thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.domain.changes import ChangeSet, Deed, Outcome
from desktop.domain.errors import ComunicadoError
from desktop.i18n import _
from desktop.services.cancelling import CancelledError, CancelToken
from desktop.services.journal import Journal, NoJournal
from desktop.services.tools import Tools
from desktop.services.worker import Care, DatabaseWorker, Work
from desktop.ui.actions import ActionRegistry

if TYPE_CHECKING:
    from desktop.ui.template_shelf import TemplateShelf

T = TypeVar("T")
_log = logging.getLogger(__name__)

#: How long work may take before its progress is shown, in milliseconds.
PROGRESS_AFTER_MS = 300


class ChangeHub(QObject):
    """Announces every change set once. A screen connects and decides by ``initiator`` and content what to do."""

    announced = Signal(object)

    def announce(self, changes: ChangeSet) -> None:
        """Tell everybody; empty change sets are not told."""
        if changes:
            self.announced.emit(changes)


@dataclass(frozen=True, slots=True)
class Notice:
    """One inline message: ``kind`` is ``info``, ``ok`` or ``problem``; one or two actions may come with it.

    One that ``stays`` is there until it is answered or closed.
    """

    text: str
    kind: str = "info"
    action_label: str = ""
    action: Callable[[], None] | None = None
    other_label: str = ""
    other: Callable[[], None] | None = None
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """Where to go: a screen's name, and what to open there.

    Names: ``home``, ``releases``, ``editor`` (release), ``translate`` (release, language), ``contacts`` (contact),
    ``media-lists`` (list), ``library`` (boilerplate), ``search``, ``calendar`` (day), ``settings``. ``detail`` is a block,
    segment, contact or day to jump to.
    """

    screen: str
    release_id: str = ""
    language: str = ""
    detail: str = ""


class Preferences(Protocol):
    """Small values that survive a restart, kept per person and machine (not in the workspace)."""

    def get(self, name: str, default: str = "") -> str:
        """A value, or the default."""
        ...

    def set(self, name: str, value: str) -> None:
        """Keep a value."""
        ...


class _Deed(QUndoCommand):
    """A deed on the undo stack. Running it swaps in its own inverse; a failed one is dropped with a notice."""

    def __init__(self, desk: Desk, inverse: Deed) -> None:
        super().__init__(inverse.label)
        self._desk = desk
        self._next = inverse
        self._is_fresh = True
        self._is_dead = False
        self._waiting = 0
        self._is_running = False

    def undo(self) -> None:
        self._run()

    def redo(self) -> None:
        if self._is_fresh:  # pushing calls redo once: the deed is done already
            self._is_fresh = False
            return
        self._run()

    def _run(self) -> None:
        if self._is_dead:
            self.setObsolete(True)
            return
        if self._is_running:  # undo and redo pressed faster than the worker answers: one after the other
            self._waiting += 1
            return
        self._is_running = True
        self._desk.run(self._next.run, self._done, self._failed)

    def _done(self, outcome: Outcome[Any]) -> None:
        self._is_running = False
        self._desk.hub.announce(replace(outcome.changes, initiator="undo"))
        if outcome.inverse is None:
            self._drop()
            return
        self._next = outcome.inverse
        if self._waiting:
            self._waiting -= 1
            self._run()

    def _failed(self, error: ComunicadoError) -> None:
        self._is_running = False
        self._desk.notify_error(error)
        self._drop()

    def _drop(self) -> None:
        """Take the command off the stack: Qt does so when it next runs an obsolete one."""
        self._is_dead = True
        self._waiting = 0
        stack = self._desk.undo_stack
        if stack.command(stack.index()) is self:
            stack.redo()
        elif stack.command(stack.index() - 1) is self:
            stack.undo()


class Desk(QObject):
    """See the module. ``noticed`` shows a :class:`Notice`; ``routed`` moves; ``busy`` tells of long work.

    ``busy`` carries ``(label, cancel or None)`` when work labelled for the user lasts over 300 ms, and
    ``("", None)`` when it ended. ``language_changed`` asks for a window in the language now in the preferences,
    ``look_changed`` for the theme and text scale in them. ``help_wanted`` asks for a page of the help by its
    name (``checks/per-cent``). ``unavailable`` carries the error that kept the workspace
    from opening: nothing can be shown or saved then. ``focused`` says that only the text is wanted on the screen, or
    everything again. ``actions`` is where every screen registers its deeds.
    """

    noticed = Signal(object)
    routed = Signal(object)
    busy = Signal(str, object)
    language_changed = Signal()
    look_changed = Signal()
    unavailable = Signal(object)
    focused = Signal(bool)
    help_wanted = Signal(str)
    _delivered = Signal(object)

    def __init__(self, worker: DatabaseWorker, tools: Tools, preferences: Preferences) -> None:
        super().__init__()
        self.worker = worker
        self.tools = tools
        self.preferences = preferences
        self.workspace_name = ""
        #: Where a screen puts what is typed but not stored yet; in memory unless the program says where.
        self.journal: Journal = NoJournal()
        self.hub = ChangeHub(self)
        self.undo_stack = QUndoStack(self)
        self.actions = ActionRegistry(self)
        self._is_closed = False
        self._flushers: list[Callable[[], None]] = []
        self._generations: dict[str, int] = {}
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="pool")
        self._is_closed = False
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def templates(self) -> TemplateShelf:
        """Every template there is, built-in and the office's own; read on first use."""
        from desktop.ui.template_shelf import TemplateShelf  # noqa: PLC0415 - lazy: the start needs no templates

        return TemplateShelf(self)

    # -- work -----------------------------------------------------------------------------------------------

    def run(
        self,
        work: Work[T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[ComunicadoError], None] | None = None,
        *,
        label: str = "",
        key: str = "",
        flush: bool = True,
        is_urgent: bool = False,
    ) -> None:
        """Run a unit of work on the database worker; ``then`` and ``failed`` are called on the main thread.

        Unsaved typing of every open editor is written first (unless ``flush`` is off). With a ``key``, an
        answer that is older than a newer call with the same key is dropped. Without ``failed``, an error is
        shown as a notice. Urgent work (an autosave) passes everything that still waits.
        """
        if flush:
            self.flush()
        token = CancelToken()
        finish = self._finisher(then, failed, label, key, token)
        self.worker.submit(
            token.guard(work), lambda value: finish(value, None), lambda error: finish(None, error), is_urgent=is_urgent
        )

    def deed(
        self,
        work: Work[Outcome[T]],
        then: Callable[[T], None] | None = None,
        failed: Callable[[ComunicadoError], None] | None = None,
        *,
        initiator: str = "",
        label: str = "",
        flush: bool = True,
    ) -> None:
        """Run a service that changes something: announces its changes once and puts its inverse on the undo stack.

        ``then`` gets the outcome's value, after the announcement.
        """

        def done(outcome: Outcome[T]) -> None:
            if outcome.inverse is not None:
                self.undo_stack.push(_Deed(self, outcome.inverse))
            self.hub.announce(replace(outcome.changes, initiator=initiator))
            if then:
                then(outcome.value)

        self.run(work, done, failed, label=label, flush=flush)

    def compute(
        self,
        function: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[ComunicadoError], None] | None = None,
        *,
        label: str = "",
        key: str = "",
    ) -> None:
        """Run pure work on frozen values in the pool; answers as :meth:`run` does. On a closed desk nothing is run."""
        if self._is_closed:
            return
        token = CancelToken()
        finish = self._finisher(then, failed, label, key, token)
        guarded = token.guard(function)

        def job() -> None:
            try:
                value = guarded()
                token.guard(lambda: None)()  # cancelled while it worked: the answer is not wanted any more
            except Exception as error:  # noqa: BLE001 - told to the person by finish
                finish(None, error)
            else:
                finish(value, None)

        self._pool.submit(job)

    def care(
        self,
        care: Care[T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[ComunicadoError], None] | None = None,
        *,
        label: str = "",
    ) -> None:
        """Look after the workspace as a whole (verify, backup) on the database worker; answers as :meth:`run` does."""
        self.flush()
        finish = self._finisher(then, failed, label, "", None)
        self.worker.submit_care(care, lambda value: finish(value, None), lambda error: finish(None, error))

    def _finisher(
        self,
        then: Callable[[Any], None] | None,
        failed: Callable[[ComunicadoError], None] | None,
        label: str,
        key: str,
        token: CancelToken | None,
    ) -> Callable[[Any, Exception | None], None]:
        generation = self._generations.get(key, 0) + 1
        if key:
            self._generations[key] = generation
        timer = self._progress_timer(label, token)

        def deliver(value: Any, error: Exception | None) -> None:
            if timer is not None:
                timer.stop()
                timer.deleteLater()
                self.busy.emit("", None)
            if key and self._generations.get(key) != generation:
                return
            if error is None:
                if then:
                    then(value)
            else:
                (failed or self.notify_error)(as_told(error))

        return lambda value, error: self._delivered.emit(lambda: deliver(value, error))

    def _progress_timer(self, label: str, token: CancelToken | None) -> QTimer | None:
        if not label:
            return None
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self.busy.emit(label, token.cancel if token else None))
        timer.start(PROGRESS_AFTER_MS)
        return timer

    @staticmethod
    def _deliver(call: Callable[[], None]) -> None:
        call()

    # -- autosave -------------------------------------------------------------------------------------------

    def add_flusher(self, flusher: Callable[[], None]) -> None:
        """Register an editor's "write what is unsaved now"; it must use ``run(..., flush=False)``."""
        self._flushers.append(flusher)

    def remove_flusher(self, flusher: Callable[[], None]) -> None:
        """Forget an editor that closed."""
        if flusher in self._flushers:
            self._flushers.remove(flusher)

    def flush(self) -> None:
        """Queue all unsaved typing for writing, ahead of whatever is queued next."""
        for flusher in tuple(self._flushers):
            flusher()

    # -- telling and moving ---------------------------------------------------------------------------------

    def notify(
        self, text: str, kind: str = "info", *, action_label: str = "", action: Callable[[], None] | None = None
    ) -> None:
        """Show an inline message that goes away by itself."""
        self.noticed.emit(Notice(text, kind, action_label, action))

    def notify_error(self, error: ComunicadoError) -> None:
        """Show what happened, what was kept and what to do."""
        self.noticed.emit(Notice(error.one_line(), "info" if isinstance(error, CancelledError) else "problem"))

    def tell_unavailable(self, error: Exception) -> None:
        """Say that the workspace could not be opened. May be called from any thread."""
        self._delivered.emit(lambda: self.unavailable.emit(as_told(error)))

    def navigate(self, route: Route) -> None:
        """Move to a screen."""
        self.routed.emit(route)

    def close(self) -> bool:
        """Write what is unsaved, finish all work, close the workspace; whether that was done in time."""
        self.flush()
        self._is_closed = True
        for timer in self.findChildren(
            QTimer
        ):  # one that still runs when the garbage collector, on any thread, takes it
            timer.stop()  # down leaves Qt with a pointer to nothing
        self._pool.shutdown(wait=True, cancel_futures=True)
        self.journal.close()
        return self.worker.close()


def as_told(error: Exception) -> ComunicadoError:
    """Any error as one with a sentence for people; the unexpected is logged with its traceback."""
    if isinstance(error, ComunicadoError):
        return error
    _log.error("unexpected error", exc_info=error)
    return ComunicadoError(
        _("Something went wrong that should not have: {kind}.").format(kind=type(error).__name__),
        kept=_("Everything saved before is safe."),
        advice=_("Try again; if it stays, send us the log."),
    )
