"""The way of the translation that is open: its state, the next step, what is in it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer

from desktop.domain.changes import BLOCK, RELEASE, SEGMENT, VERSION, ChangeSet
from desktop.domain.errors import ComunicadoError
from desktop.editorial.preflight.reason import Reason, SignatureKind
from desktop.services.preflight import Readiness, readiness
from desktop.ui.desk import Desk, Route
from desktop.ui.text.alive import while_alive
from desktop.ui.translate.page import GridPage
from desktop.ui.widgets import InspectorSection, StatePill, version_state
from desktop.ui.workflow.deeds import WorkflowDeeds
from desktop.ui.workflow.ready_list import ReadyList, summary
from desktop.ui.workflow.step_bar import StepBar
from desktop.ui.workflow.step_buttons import StepButtons

#: How long the typing must rest before the translation is looked over again, in milliseconds.
LOOK_AFTER_MS = 500


class TranslationWay(QObject):
    """Puts a pill and the steps into the grid's header, the short form below it, the list into the inspector."""

    def __init__(self, desk: Desk, page: GridPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._section: InspectorSection | None = None
        self.list = ReadyList()
        self.buttons = StepButtons()
        self.bar = StepBar()
        self.pill: StatePill | None = None
        self._version_id = ""
        self.deeds = WorkflowDeeds(desk, self.bar, self)
        self._timer = QTimer(self, singleShot=True, interval=LOOK_AFTER_MS)
        self._timer.timeout.connect(self._read_at_rest)
        page.header.add_way(self.buttons, self.bar)
        self.bar.closed.connect(page.view.cell.edit.setFocus)
        self.buttons.asked.connect(self._ask)
        self.list.jumped.connect(self._jump)
        self.deeds.refused.connect(self._show_list)
        desk.hub.announced.connect(self._hear)

    def counts_in(self, section: InspectorSection) -> None:
        """The section of the inspector that holds the list."""
        self._section = section

    def read(self) -> None:
        """Look the open version over."""
        self._timer.stop()
        version_id = self._page.version_id
        if not version_id:
            return
        self._desk.run(
            lambda uow: readiness(uow, version_id),
            while_alive(self.list, self._show),
            self._unread,
            key=f"translate.ready-{id(self)}",
            flush=False,
        )

    def _read_at_rest(self) -> None:
        """Look it over once everything typed is written: a look at each save would keep the next save waiting."""
        if self._page.saver.is_saved:
            self.read()
        else:
            self._timer.start()

    def _unread(self, error: ComunicadoError) -> None:
        """The version went while it was read: the page tells."""

    def _show(self, found: Readiness) -> None:
        if found.version.id != self._page.version_id:
            return
        if found.version.id != self._version_id:  # a form that is open was for another text
            self._version_id = found.version.id
            self.bar.hide()
        self.list.show_readiness(found)
        self.buttons.show_version(found.version)
        self.deeds.show_readiness(found)
        state = version_state(found.version, is_void=found.signature.kind is SignatureKind.VOID)
        if self.pill is None:
            self.pill = StatePill(state)
            self._page.header.add_pill(self.pill)
        else:
            self.pill.set_state(state)
        if self._section is not None:
            self._section.set_count(summary(found))

    def _ask(self, step: Any) -> None:
        self._page.saver.save()
        self.read()
        self.deeds.ask(step)

    def _show_list(self) -> None:
        if self._section is not None:
            self._section.set_open(True)
        self.read()

    def _jump(self, reason: Reason) -> None:
        grid = self._page.grid
        if grid is None:
            return
        if reason.section in ("facts", "languages"):
            self._desk.navigate(Route("editor", grid.release.id))
            return
        wanted = reason.segment_id or next(
            (pair.segment.id for pair in grid.live if pair.segment.block_id == reason.block_id), ""
        )
        if not wanted:
            return
        if self._page.model.row_of(wanted) < 0:
            self._page.header.show_all()
        self._page.view.activate(wanted)
        self._page.view.cell.edit.setFocus()

    def _hear(self, changes: ChangeSet) -> None:
        grid = self._page.grid
        if grid is None:
            return
        if changes.under(VERSION, grid.release.id) or changes.touches(VERSION, grid.version.id):
            self.read()
        elif (
            changes.touches(RELEASE, grid.release.id)
            or changes.under(SEGMENT, grid.version.id)
            or changes.touches(BLOCK)
        ):
            self._timer.start()
