"""Reading the grid's version again: one reading at a time, of what was named since the last one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.errors import ComunicadoError
from desktop.domain.ports import UnitOfWork
from desktop.services import translating
from desktop.services.rereading import read_again
from desktop.services.translating import Grid
from desktop.ui.text.alive import while_alive

if TYPE_CHECKING:
    from desktop.ui.translate.page import GridPage


class GridReader(QObject):
    """What changes while it reads is read after that, together: typing never queues more than one reading.

    ``show`` gets the grid and how many sentences had been queued for writing when it was asked for.
    """

    def __init__(self, page: GridPage, show: Callable[[Grid, int], None]) -> None:
        super().__init__(page)
        self._page = page
        self._show = show
        self._is_reading = False
        self._named: set[str] = set()
        self._all_of = ""

    def read(self, segment_ids: Iterable[str]) -> None:
        """Read these segments of the version that is shown again."""
        self._named.update(segment_ids)
        self._begin()

    def read_all(self) -> None:
        """Read the version that is shown again as a whole."""
        self._all_of = self._page.version_id
        self._begin()

    def _begin(self) -> None:
        grid = self._page.grid
        if self._is_reading or grid is None or not (self._named or self._all_of):
            return
        named, is_all = frozenset(self._named), self._all_of == grid.version.id
        self._named.clear()
        self._all_of = ""
        if not is_all and not named:
            return
        self._is_reading = True
        written = self._page.saver.count

        def work(uow: UnitOfWork) -> Grid:
            return translating.open_grid(uow, grid.version.id) if is_all else read_again(uow, grid, named)

        def show(found: Grid) -> None:
            self._is_reading = False
            now = self._page.grid
            is_outdated = now is not None and self._all_of == now.version.id  # the whole is read next
            if now is grid and not is_outdated:
                self._show(found, written)
            elif now is not None and now.version.id == grid.version.id:  # it was opened again meanwhile
                self._all_of = now.version.id
            self._begin()

        def failed(error: ComunicadoError) -> None:
            self._is_reading = False
            self._page.desk.notify_error(error)

        self._page.desk.run(work, while_alive(self, show), while_alive(self, failed), flush=False)
