"""The history of the text that is open: list what was kept, look at one state in the page's place, bring it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.changes import REVISION, ChangeSet
from desktop.domain.document import Document
from desktop.domain.release import Revision
from desktop.i18n import _
from desktop.services import drafting
from desktop.services.releases import OpenRelease
from desktop.ui.editor.part import EditorPart, PartSection
from desktop.ui.editor.sections.history import HistorySection, RevisionView
from desktop.ui.text.alive import while_alive

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen


class HistoryPart(EditorPart):
    """Follows the kept states of the open version."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self.list = HistorySection()
        self.view = RevisionView()
        self._version_id = ""
        self.list.wanted.connect(self._look)
        for restored in (self.list.restored, self.view.restored):
            restored.connect(self._restore)
        self.view.closed.connect(screen.show_page)

    def section(self) -> PartSection:
        return PartSection(_("History"), self.list, 50, is_open=False)

    def opened(self, release: OpenRelease) -> None:
        if release.source.id != self._version_id:
            self._version_id = release.source.id
            self._read()

    def hear(self, changes: ChangeSet) -> None:
        if changes.under(REVISION, self._version_id):
            self._read()

    def _read(self) -> None:
        version_id = self._version_id
        self.screen.desk.run(
            lambda uow: drafting.revisions(uow, version_id),
            while_alive(self.list, self.list.show_headers),
            key="editor.history",
            flush=False,
        )

    def _look(self, revision_id: str) -> None:
        self.screen.desk.run(
            lambda uow: drafting.revision(uow, revision_id), while_alive(self, self._show), key="editor.revision"
        )

    def _show(self, revision: Revision) -> None:
        self.view.show_revision(revision)
        self.screen.show_over(self.view)

    def _restore(self, revision_id: str) -> None:
        version_id, tools, desk = self._version_id, self.screen.desk.tools, self.screen.desk

        def done(_document: Document) -> None:
            self.screen.show_page()
            desk.notify(_("The kept version is back; the text until now is in the history."), "ok")

        desk.deed(lambda uow: drafting.restore_revision(uow, tools, version_id, revision_id), done)
