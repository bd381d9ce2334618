"""The way of the text that is open: what is in it, the next step, who has it and until when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.changes import BLOCK, RELEASE, VERSION, ChangeSet, Outcome
from desktop.domain.document import Document
from desktop.domain.errors import ComunicadoError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release
from desktop.editorial.preflight.reason import Reason, SignatureKind
from desktop.i18n import _
from desktop.services import plans
from desktop.services.preflight import Readiness, readiness_of_release
from desktop.services.releases import OpenRelease
from desktop.ui.desk import Route
from desktop.ui.editor.part import EditorPart, PartSection
from desktop.ui.editor.sections.plan import PlanSection
from desktop.ui.text.alive import while_alive
from desktop.ui.widgets.moment_bar import MomentBar
from desktop.ui.workflow.deeds import WorkflowDeeds
from desktop.ui.workflow.ready_list import ReadyList, summary
from desktop.ui.workflow.step_bar import StepBar
from desktop.ui.workflow.step_buttons import StepButtons

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen

#: How long the typing must rest before the text is looked over again, in milliseconds.
LOOK_AFTER_MS = 500


class WorkflowPart(EditorPart):
    """The section "Ready?", the buttons in the header, the bars they open. Follows the open release."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self.list = ReadyList()
        self.buttons = StepButtons()
        self.step_bar = StepBar()
        self.moment_bar = MomentBar()
        self.deeds = WorkflowDeeds(screen.desk, self.step_bar, self)
        self._timer = QTimer(self, singleShot=True, interval=LOOK_AFTER_MS)
        self._timer.timeout.connect(self._read)
        self._release_id = ""
        self._bars = QWidget()
        column = QVBoxLayout(self._bars)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (self.step_bar, self.moment_bar):
            column.addWidget(bar)
            bar.closed.connect(screen.page.setFocus)
        screen.header.add_deeds(self.buttons)
        self.buttons.asked.connect(self._ask)
        self.list.jumped.connect(self._jump)
        self.deeds.refused.connect(self._show_list)
        self.moment_bar.chosen.connect(self._set_hour)

    def section(self) -> PartSection:
        return PartSection(_("Ready?"), self.list, 2)

    def bar(self) -> QWidget:
        return self._bars

    def opened(self, release: OpenRelease) -> None:
        if release.release.id != self._release_id:  # a form that is open was for another text
            self._release_id = release.release.id
            for bar in (self.step_bar, self.moment_bar):
                bar.hide()
            self._read()
        else:
            self._timer.start()

    def follow(self, document: Document) -> None:
        self._timer.start()

    def hear(self, changes: ChangeSet) -> None:
        opened = self.screen.opened
        if opened is None:
            return
        if changes.under(VERSION, opened.release.id):
            self._read()
        elif changes.touches(RELEASE, opened.release.id) or changes.under(BLOCK, opened.source.id):
            self._timer.start()

    def _read(self) -> None:
        self._timer.stop()
        opened = self.screen.opened
        if opened is None or not self.screen.isVisible():
            return
        release_id = opened.release.id
        self.screen.desk.run(
            lambda uow: readiness_of_release(uow, release_id),
            while_alive(self.list, self._show),
            self._unread,
            key=f"editor.ready-{id(self)}",
            flush=False,
        )

    def _unread(self, error: ComunicadoError) -> None:
        """The release went while it was read: the screen tells."""

    def _show(self, found: tuple[Readiness, ...]) -> None:
        opened = self.screen.opened
        if opened is None or found[0].release.id != opened.release.id:
            return
        source = found[0]
        self.list.show_readiness(source)
        self.buttons.show_version(source.version)
        self.deeds.show_readiness(source)
        self.screen.side.section_of(self.list).set_count(summary(source))
        void = {each.version.id for each in found if each.signature.kind is SignatureKind.VOID}
        self.screen.header.show_versions(tuple(each.version for each in found), void)

    def _ask(self, step: Any) -> None:
        self.moment_bar.hide()
        self.screen.desk.flush()
        self._read()
        self.deeds.ask(step)

    def _show_list(self) -> None:
        self.screen.side.section_of(self.list).set_open(True)
        self._read()

    def _jump(self, reason: Reason) -> None:
        opened = self.screen.opened
        if opened is None:
            return
        if reason.section == "facts":
            self.screen.open_bar("embargo")
        elif reason.section == "languages":
            other = next((v for v in opened.versions[1:]), None)
            language = other.language if other else ""
            self.screen.desk.navigate(Route("translate", opened.release.id, language))
        elif reason.section == "sign-off":
            button = next(iter(self.buttons.buttons.values()), None)
            if button is not None:
                button.setFocus()
        elif reason.block_id:
            self.screen.show_page()
            self.screen.page.go_to(reason.block_id, reason.start, reason.end - reason.start)

    # -- the plan -------------------------------------------------------------------------------------------

    def open_hour(self, what: str) -> None:
        """Open the bar for ``due`` or ``scheduled``."""
        release = self.screen.release
        if release is None:
            return
        self.step_bar.hide()
        if what == "due":
            words = (_("Due"), _("Set due time"), _("Not due"))
            self.moment_bar.open_for(what, *words, release.due_at, release.due_zone)
        else:
            words = (_("Planned to leave"), _("Plan release"), _("Not planned"))
            self.moment_bar.open_for(what, *words, release.scheduled_at, release.scheduled_zone)

    def _set_hour(self, what: str, at: datetime | None, zone: str) -> None:
        release = self.screen.release
        if release is None:
            return
        serve = plans.set_due if what == "due" else plans.schedule

        def work(uow: UnitOfWork) -> Outcome[Release]:
            return serve(uow, release.id, at, zone, seen=release)

        self.screen.desk.deed(work)


class PlanPart(EditorPart):
    """Who looks after the release, and its hours."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self.plan = PlanSection()
        self.plan.assigned.connect(self._assign)
        self.plan.hour_asked.connect(self._ask_hour)

    def section(self) -> PartSection:
        return PartSection(_("Plan"), self.plan, 21)

    def opened(self, release: OpenRelease) -> None:
        self.plan.show_release(release.release)
        self.screen.desk.run(
            lambda uow: uow.planning.names(),
            while_alive(self.plan, self.plan.offer_names),
            key="editor.names",
            flush=False,
        )

    def _assign(self, name: str) -> None:
        release = self.screen.release
        if release is not None:
            self.screen.desk.deed(lambda uow: plans.assign_release(uow, release.id, name, seen=release))

    def _ask_hour(self, what: str) -> None:
        part = next(each for each in self.screen.parts if isinstance(each, WorkflowPart))
        part.open_hour(what)
