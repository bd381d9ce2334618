"""From a step's button to its service: opens the short form, takes the step, says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Outcome
from desktop.domain.errors import ComunicadoError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import NoticeKind
from desktop.editorial.workflow import Step
from desktop.i18n import _
from desktop.services import approving, notices, workflow
from desktop.services.preflight import Readiness
from desktop.ui.desk import Desk, Route
from desktop.ui.text.alive import while_alive
from desktop.ui.widgets.language_words import language_inside, language_name
from desktop.ui.workflow.step_bar import StepBar
from desktop.ui.workflow.words import step_label

INITIATOR = "workflow"


class WorkflowDeeds(QObject):
    """One version's steps. ``refused`` tells that something blocks: the list of reasons should be looked at."""

    refused = Signal()

    def __init__(self, desk: Desk, bar: StepBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bar = bar
        self._readiness: Readiness | None = None
        bar.taken.connect(self._take)

    def show_readiness(self, readiness: Readiness) -> None:
        """The version that the steps are for."""
        self._readiness = readiness

    def ask(self, step: Step) -> None:
        """Open the short form of a step, or take one that needs nothing."""
        readiness = self._readiness
        if readiness is None:
            return
        if step in (Step.CORRECT, Step.WITHDRAW):
            self._make_notice(NoticeKind.CORRECTION if step is Step.CORRECT else NoticeKind.WITHDRAWAL)
            return
        names = {Step.SUBMIT: _("Reviewer"), Step.APPROVE: _("Approver")}
        notes = {Step.SEND_BACK: _("What is to be changed"), Step.RELEASE: _("Note, for example how it was sent")}
        self._bar.open_for(
            step,
            step_label(step, readiness.version.language),
            name_caption=names.get(step, ""),
            note_caption=notes.get(step, _("Note")),
        )
        if step in names:
            self._offer_names(readiness.version.id, step)

    def _offer_names(self, version_id: str, step: Step) -> None:
        def offer(found: approving.Signing) -> None:
            if self._bar.step is step:
                is_own = found.is_own_text if step is Step.APPROVE else lambda _name: False
                self._bar.offer_names(found.suggested, found.names, is_own)

        self._desk.run(
            lambda uow: approving.signing_of(uow, version_id), while_alive(self._bar, offer), key="workflow.names"
        )

    def _take(self, step: Step, name: str, note: str) -> None:
        readiness = self._readiness
        if readiness is None:
            return
        version_id, seen_hash = readiness.version.id, readiness.content_hash
        works: dict[Step, Callable[[UnitOfWork], Outcome[Any]]] = {
            Step.SUBMIT: lambda uow: workflow.submit_for_review(uow, version_id, reviewer=name, note=note),
            Step.SEND_BACK: lambda uow: workflow.send_back(uow, version_id, note=note),
            Step.APPROVE: lambda uow: approving.approve(uow, version_id, approver=name, note=note, seen_hash=seen_hash),
            Step.WITHDRAW_APPROVAL: lambda uow: approving.withdraw_approval(uow, version_id, note=note),
            Step.RELEASE: lambda uow: workflow.mark_released(uow, version_id, note=note),
        }
        language = readiness.version.language

        def done(_value: object) -> None:
            self._bar.close_bar()
            self._desk.notify(_done_words(step, language, name), "ok")

        self._desk.deed(works[step], while_alive(self._bar, done), while_alive(self._bar, self._failed))

    def _failed(self, error: ComunicadoError) -> None:
        self._bar.say(" ".join(part for part in (error.message, error.advice) if part), is_problem=True)
        self.refused.emit()

    def _make_notice(self, kind: NoticeKind) -> None:
        if self._readiness is None:
            return
        release_id, tools = self._readiness.release.id, self._desk.tools

        def opened(notice: Any) -> None:
            self._desk.navigate(Route("editor", notice.release.id))
            self._desk.notify(_("The notice is a release of its own: finish it, have it approved, send it."), "ok")

        self._desk.deed(lambda uow: notices.make_notice(uow, tools, release_id, kind), opened)


#: Steps whose sentence does not begin with the language.
_INSIDE = frozenset({Step.WITHDRAW_APPROVAL})


def _done_words(step: Step, language: str, name: str) -> str:
    return {
        Step.SUBMIT: _("{language} is in review."),
        Step.SEND_BACK: _("{language} went back to its writer."),
        Step.APPROVE: _("{language} is approved by {name}. One later comma would void it."),
        Step.WITHDRAW_APPROVAL: _("The approval of {language} is withdrawn."),
        Step.RELEASE: _("{language} is marked as released."),
    }[step].format(language=language_inside(language) if step in _INSIDE else language_name(language), name=name)
