"""The window in focus mode: rail, menu, inspector, help and status line step aside and come back as they were."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.ui.desk import Desk


class FocusMode(QObject):
    """Follows ``desk.focused``. ``around`` are the parts that step aside; ``dismiss`` takes away how to come back."""

    def __init__(
        self,
        desk: Desk,
        window: QMainWindow,
        around: Callable[[], tuple[QWidget, ...]],
        dismiss: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._around, self._dismiss = around, dismiss
        self._hidden: list[QWidget] = []
        self.is_on = False
        desk.focused.connect(self._turn)

    def _turn(self, is_on: bool) -> None:
        if is_on == self.is_on:
            return
        self.is_on = is_on
        if is_on:
            self._hidden = [each for each in self._around() if not each.isHidden()]
        for each in self._hidden:
            each.setVisible(not is_on)
        if not is_on:
            self._hidden = []
            self._dismiss()
