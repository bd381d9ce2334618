"""A TMX file brought in a step at a time: what is typed meanwhile is stored between two steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.domain.changes import Outcome
from desktop.domain.errors import ComunicadoError
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _
from desktop.services.cancelling import CancelToken
from desktop.services.memory_files import ImportedMemory, TmxImport
from desktop.ui.desk import Desk


class Importing:
    """Starts at once. ``done`` gets the result; ``failed`` an error, after all that came in was taken back.

    It goes on when the screen is left. One entry of undo stands for all steps.
    """

    def __init__(
        self,
        desk: Desk,
        path: Path,
        told: Callable[[float], None],
        done: Callable[[ImportedMemory], None],
        failed: Callable[[ComunicadoError], None],
        *,
        initiator: str,
    ) -> None:
        self._desk = desk
        self._import = TmxImport(path, told)
        self._done = done
        self._failed = failed
        self._initiator = initiator
        self._label = _("Importing “{name}”").format(name=path.name)
        self._token = CancelToken()
        self._step()

    def cancel(self) -> None:
        """Stop and leave the memory as it was."""
        self._token.cancel()

    def _step(self) -> None:
        self._desk.deed(self._token.guard(self._work), self._stepped, self._stopped, initiator=self._initiator)

    def _work(self, uow: UnitOfWork) -> Outcome[ImportedMemory | None]:
        if self._import.step(uow):
            return Outcome(None)
        result = self._import.finish(uow)
        return Outcome(result.value, result.changes, result.inverse)

    def _stepped(self, result: ImportedMemory | None) -> None:
        if result is None:
            # Again after each step: other work that ended may have cleared it.
            self._desk.busy.emit(self._label, self._token.cancel)
            self._step()
            return
        self._desk.busy.emit("", None)
        self._done(result)

    def _stopped(self, error: ComunicadoError) -> None:
        def told(_value: object = None) -> None:
            self._desk.busy.emit("", None)
            self._failed(error)

        def stuck(other: ComunicadoError) -> None:
            self._desk.busy.emit("", None)
            self._failed(other)

        self._desk.run(self._import.take_back, told, stuck)
