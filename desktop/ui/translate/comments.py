"""Comments on translated sentences, beside the grid."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.domain.changes import COMMENT, ChangeSet
from desktop.i18n import _
from desktop.services import commenting
from desktop.ui.comments import deeds
from desktop.ui.comments.threads import ThreadList
from desktop.ui.text.alive import while_alive
from desktop.ui.translate.page import GridPage
from desktop.ui.widgets.inspector import InspectorSection


class GridComments(QObject):
    """The threads of the version shown, those on the active sentence first."""

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self.page = page
        self.list = ThreadList(
            _("No comments yet. A question about a sentence belongs here: it is never part of the text."),
            _("Comment on this sentence"),
        )
        self.section: InspectorSection | None = None
        self._found = commenting.Commented((), None, frozenset(), "")
        self._version_id = self._segment_id = ""
        self.list.begun.connect(self.begin)
        self.list.written.connect(self._write)
        self.list.chosen.connect(self._go_to)
        deeds.connect(self.list, page.desk)
        page.shown.connect(self._opened)
        page.view.row_changed.connect(lambda _id: self._sort())
        page.desk.hub.announced.connect(self._hear)
        page.desk.actions.add("translate.comment", _("Comment"), "Ctrl+Alt+M", self.begin, owner=page)

    def begin(self) -> None:
        """Open the form on the active sentence."""
        pair = self.page.view.cell.pair
        if pair is None:
            return
        self._segment_id = pair.segment.id
        if self.section is not None:
            self.section.set_open(True)
        self.list.open_form((pair.segment.target or pair.segment.source).text)

    def _opened(self) -> None:
        if self.page.version_id != self._version_id:
            self._version_id = self.page.version_id
            self.list.form.hide()
            self._read()

    def _hear(self, changes: ChangeSet) -> None:
        if self._version_id and changes.under(COMMENT, self._version_id):
            self._read()

    def _read(self) -> None:
        version_id = self._version_id
        if not version_id:
            return
        self.page.desk.run(
            lambda uow: commenting.commented(uow, version_id),
            while_alive(self, self._show),
            key="translate.comments",
            flush=False,
        )

    def _show(self, found: commenting.Commented) -> None:
        self._found = found
        self.list.set_author(found.author)
        count = sum(not thread.is_resolved for thread in found.threads)
        if self.section is not None:
            self.section.set_count(str(count) if count else "")
        self._sort()

    def _sort(self) -> None:
        active = self.page.view.active_id
        threads = sorted(self._found.threads, key=lambda thread: thread.comment.segment_id != active)
        self.list.show_threads(threads, self._found.orphaned)
        here = [thread.comment.id for thread in threads if thread.comment.segment_id == active]
        self.list.mark(here[0] if here else "")

    def _write(self, body: str) -> None:
        segment_id = self._segment_id
        self.page.desk.deed(lambda uow: commenting.comment_on_segment(uow, segment_id, body), initiator=deeds.INITIATOR)
        self.page.view.cell.edit.setFocus()

    def _go_to(self, comment_id: str) -> None:
        for thread in self._found.threads:
            if thread.comment.id == comment_id and self.page.view.activate(thread.comment.segment_id):
                self.page.view.cell.edit.setFocus()
