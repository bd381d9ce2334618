"""What is said where another window wrote the same paragraph first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.document import Document
from desktop.domain.release import RevisionHeader
from desktop.i18n import _
from desktop.services import drafting
from desktop.ui.editor.part import EditorPart

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen


class ConflictPart(EditorPart):
    """Tells it inline, with the way to one's own words."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        screen.autosave.conflicted.connect(self._tell)

    def _tell(self, kept: RevisionHeader) -> None:
        words = _(
            "This paragraph was changed in another window, and that text is shown. What you typed is version {number} "
            "in the history."
        )
        self.screen.desk.notify(
            words.format(number=kept.number),
            "problem",
            action_label=_("Put mine back"),
            action=lambda: self._put_back(kept),
        )

    def _put_back(self, kept: RevisionHeader) -> None:
        desk = self.screen.desk

        def done(_document: Document) -> None:
            desk.notify(_("Your text is back; the other one is in the history."), "ok")

        desk.deed(lambda uow: drafting.restore_revision(uow, desk.tools, kept.version_id, kept.id), done)
