"""Looking through all texts and changing the chosen ones, piece by piece: typing elsewhere is saved in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import ChangeSet, Outcome
from desktop.domain.errors import ComunicadoError
from desktop.editorial.finding import Finder
from desktop.services import replacing
from desktop.services.replacing import Found, Occurrence, Replaced
from desktop.ui.desk import Desk

#: Places that one piece changes at most (whole texts), and that a list shows at most.
BATCH, MOST = 25, 5_000


class ReplaceWork(QObject):
    """One thing at a time; ``stop`` ends it, what was changed until then stays and is one undo.

    ``found`` carries a page, ``looked`` the number of texts once all were looked through; ``replaced`` what was
    done at the end. Main thread.
    """

    found = Signal(object)
    looked = Signal(int)
    replaced = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._run = 0
        self.is_running = self.is_changing = False
        self.seen = 0

    def stop(self) -> None:
        """End what is going on."""
        self._run += 1
        self.is_running = self.is_changing = False

    def look(self, finder: Finder, replacement: str, language: str) -> None:
        """Look through all texts, page by page, until all are seen or too many places are found."""
        self.stop()
        self.seen, self.is_running = 0, True
        self._look_on(self._run, finder, replacement, language, "", 0)

    def _look_on(self, run: int, finder: Finder, replacement: str, language: str, after: str, count: int) -> None:
        def go_on(page: Found) -> None:
            if run != self._run:
                return
            self.seen += page.seen
            total = count + len(page.occurrences)
            self.found.emit(page)
            if page.after and total < MOST:
                self._look_on(run, finder, replacement, language, page.after, total)
                return
            self.is_running = False
            self.looked.emit(self.seen)

        self._desk.run(
            lambda uow: replacing.find_in_releases(uow, finder, replacement, language=language, after=after),
            go_on,
            lambda error: self._give_up(run, error),
        )

    def _give_up(self, run: int, error: ComunicadoError) -> None:
        if run == self._run:
            self.is_running = False
            self.failed.emit(error)

    def change(self, chosen: Sequence[Occurrence]) -> None:
        """Change the chosen places, some texts at a time, then put one undo for all of it on the stack."""
        self.stop()
        self.is_running = self.is_changing = True
        self._change_on(self._run, pieces(chosen), Replaced((), 0, ()))

    def _change_on(self, run: int, rest: list[list[Occurrence]], so_far: Replaced) -> None:
        tools = self._desk.tools

        def go_on(outcome: Outcome[Replaced]) -> None:
            self._desk.hub.announce(replace(outcome.changes, initiator="replace"))
            value = outcome.value
            total = Replaced(
                so_far.done + value.done, so_far.count + value.count, so_far.edited_since + value.edited_since
            )
            if len(rest) > 1 and run == self._run:
                self._change_on(run, rest[1:], total)
            else:
                self._finish(run, total)

        def give_up(error: ComunicadoError) -> None:
            self._finish(run, so_far)
            self._give_up(self._run, error)

        if not rest:
            self._finish(run, so_far)
            return
        self._desk.run(lambda uow: replacing.replace_texts(uow, tools, rest[0]), go_on, give_up)

    def _finish(self, run: int, total: Replaced) -> None:
        if run == self._run:
            self.is_running = self.is_changing = False
        if total.done:
            inverse = replacing.taking_back(self._desk.tools, total.done)
            self._desk.deed(lambda _uow: Outcome(total, ChangeSet(), inverse), self.replaced.emit)
        else:
            self.replaced.emit(total)


def pieces(chosen: Sequence[Occurrence]) -> list[list[Occurrence]]:
    """The places in pieces of about a batch; those of one text are never parted."""
    made: list[list[Occurrence]] = []
    last = ""
    for place in sorted(chosen, key=lambda each: (each.version_id, each.unit_id, each.place.start)):
        if not made or (len(made[-1]) >= BATCH and place.version_id != last):
            made.append([])
        made[-1].append(place)
        last = place.version_id
    return made
