"""The history of the release that is open: look at what was kept, name it, compare any two, bring back all or a piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.changes import REVISION, VERSION, ChangeSet
from desktop.domain.document import Document
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Revision, VersionRole
from desktop.editorial.compare import Comparison, Row
from desktop.i18n import _
from desktop.services import drafting, history
from desktop.services.releases import OpenRelease
from desktop.ui.editor.compare_view import CompareView
from desktop.ui.editor.part import EditorPart, PartSection
from desktop.ui.editor.sections.history import HistorySection, RevisionView, state_name
from desktop.ui.text.alive import while_alive

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen

#: What a route's ``detail`` begins with to show a kept state.
REVISION_DETAIL = "revision:"


class HistoryPart(EditorPart):
    """Follows the kept states of the open release's versions, one language at a time."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self.list = HistorySection()
        self.view = RevisionView()
        self.comparison = CompareView()
        self._release_id = ""
        self._version_id = ""
        self._compared = ("", "")
        self.list.wanted.connect(self._look)
        self.list.named.connect(self._name)
        self.list.compared.connect(self.compare)
        self.list.version_chosen.connect(self._choose)
        for restored in (self.list.restored, self.view.restored):
            restored.connect(self._restore)
        for closed in (self.view.closed, self.comparison.closed):
            closed.connect(screen.show_page)
        self.comparison.put_back.connect(self._put_back)

    def section(self) -> PartSection:
        return PartSection(_("History"), self.list, 50, is_open=False)

    def opened(self, release: OpenRelease) -> None:
        is_known = any(version.id == self._version_id for version in release.versions)
        is_new = release.release.id != self._release_id or not is_known
        if is_new:
            self._release_id, self._version_id = release.release.id, release.source.id
        self.list.show_versions(release.versions, self._version_id)
        if is_new:
            self._read()

    def hear(self, changes: ChangeSet) -> None:
        if changes.under(REVISION, self._version_id) or changes.touches(VERSION, self._version_id):
            self._read()

    def arrive(self, detail: str) -> bool:
        if not detail.startswith(REVISION_DETAIL):
            return False
        self._look(detail.removeprefix(REVISION_DETAIL))
        return True

    def _choose(self, version_id: str) -> None:
        self._version_id = version_id
        opened = self.screen.opened
        if opened is not None:
            self.list.show_versions(opened.versions, version_id)
        self._read()

    def _read(self) -> None:
        version_id = self._version_id
        self.screen.desk.run(
            lambda uow: history.history(uow, version_id),
            while_alive(self.list, self.list.show_headers),
            key="editor.history",
            flush=False,
        )

    def _look(self, revision_id: str) -> None:
        self.screen.desk.run(
            lambda uow: drafting.revision(uow, revision_id), while_alive(self, self._show), key="editor.revision"
        )

    def _is_source(self, version_id: str) -> bool:
        opened = self.screen.opened
        return opened is not None and any(v.id == version_id and v.role is VersionRole.SOURCE for v in opened.versions)

    def _show(self, revision: Revision) -> None:
        self.view.show_revision(revision, can_restore=self._is_source(revision.header.version_id))
        self.screen.show_over(self.view)

    def _name(self, revision_id: str, name: str) -> None:
        self.screen.desk.deed(lambda uow: history.name_state(uow, revision_id, name))

    # -- comparing ------------------------------------------------------------------------------------------

    def compare(self, old_id: str, new_id: str) -> None:
        """Show what changed from one kept state to another, or to the text now (an empty id)."""
        desk, version_id = self.screen.desk, self._version_id
        self._compared = (old_id, new_id)

        def read(uow: UnitOfWork) -> tuple[Document, Document]:
            return history.state(uow, version_id, old_id), history.state(uow, version_id, new_id)

        def work(both: tuple[Document, Document]) -> None:
            desk.compute(
                lambda: history.compare_states(*both), while_alive(self, self._show_comparison), key="editor.compare"
            )

        desk.run(read, while_alive(self, work), key="editor.compare.read")

    def _show_comparison(self, comparison: Comparison) -> None:
        old_id, new_id = self._compared
        old, new = self.list.header(old_id), self.list.header(new_id)
        self.screen.show_over(self.comparison)
        self.comparison.show_comparison(
            comparison,
            state_name(old) if old else "",
            state_name(new) if new else _("the text now"),
            can_put_back=not new_id and self._is_source(self._version_id),
        )
        self.comparison.setFocus()

    def _put_back(self, row: Row) -> None:
        desk, tools, version_id, revision_id = self.screen.desk, self.screen.desk.tools, self._version_id, ""
        revision_id = self._compared[0]
        block_id, now_id = row.old.id if row.old else "", row.new.id if row.new else ""

        def done(_document: Document) -> None:
            desk.notify(_("The old wording is back."), "ok", action_label=_("Undo"), action=desk.undo_stack.undo)
            self.compare(revision_id, "")

        desk.deed(lambda uow: history.put_back(uow, tools, version_id, revision_id, block_id, now_id), done)

    def _restore(self, revision_id: str) -> None:
        version_id, tools, desk = self._version_id, self.screen.desk.tools, self.screen.desk

        def done(_document: Document) -> None:
            self.screen.show_page()
            desk.notify(_("The kept version is back; the text until now is in the history."), "ok")

        desk.deed(lambda uow: drafting.restore_revision(uow, tools, version_id, revision_id), done)
