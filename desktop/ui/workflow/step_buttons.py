"""The steps that a version may take now, as buttons: the next one stands out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.domain.release import ReleaseStatus, Version
from desktop.editorial.workflow import SIGNED, Step
from desktop.ui.theme.tokens import S8
from desktop.ui.widgets.buttons import PlainButton, QuietButton
from desktop.ui.workflow.words import STEP_ICONS, step_label

#: The steps shown by status, the next one first.
SHOWN: dict[ReleaseStatus, tuple[Step, ...]] = {
    ReleaseStatus.DRAFT: (Step.SUBMIT, Step.APPROVE),
    ReleaseStatus.IN_REVIEW: (Step.APPROVE, Step.SEND_BACK),
    **dict.fromkeys(SIGNED, (Step.RELEASE, Step.WITHDRAW_APPROVAL)),
    ReleaseStatus.RELEASED: (Step.CORRECT, Step.WITHDRAW),
    ReleaseStatus.CORRECTED: (Step.CORRECT, Step.WITHDRAW),
    ReleaseStatus.WITHDRAWN: (),
}


class StepButtons(QWidget):
    """``asked`` carries the step."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[ReleaseStatus, str] | None = None
        self._buttons: dict[Step, QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S8)

    @property
    def buttons(self) -> dict[Step, QPushButton]:
        """The buttons shown, by their steps."""
        return self._buttons

    def show_version(self, version: Version) -> None:
        """Show the steps from where a version stands; nothing moves where they are the same."""
        if self._shown == (version.status, version.language):
            return
        self._shown = (version.status, version.language)
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for place, step in enumerate(SHOWN[version.status]):
            make = QuietButton if place else PlainButton
            button = make(step_label(step, version.language), self._asker(step), icon_name=STEP_ICONS[step])
            self._row.addWidget(button)
            self._buttons[step] = button

    def _asker(self, step: Step) -> Callable[[], None]:
        return lambda: self.asked.emit(step)
