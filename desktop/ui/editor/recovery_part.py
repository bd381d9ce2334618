"""While the workspace cannot be written, the open text is kept in the person's journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.document import Document
from desktop.services.journal import Unsaved
from desktop.ui.editor.part import EditorPart

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen

NAME = "text"


class RecoveryPart(EditorPart):
    """From the first failed autosave until one works again."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._is_failing = False
        screen.autosave.failed.connect(self._keep)
        screen.autosave.saved.connect(self._drop)

    def follow(self, document: Document) -> None:
        if self._is_failing:
            self._write(document)

    def _keep(self, _error: object) -> None:
        self._is_failing = True
        self._write(self.screen.page.current())

    def _write(self, document: Document) -> None:
        release = self.screen.release
        self.screen.desk.journal.keep(NAME, Unsaved(document, release.type if release else "press-release"))

    def _drop(self) -> None:
        if self._is_failing:
            self._is_failing = False
            self.screen.desk.journal.drop(NAME)
