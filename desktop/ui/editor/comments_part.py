"""Comments beside the page: threads by place, a wash over the words they are on, and a form to begin one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu

from desktop.domain.changes import COMMENT, ChangeSet
from desktop.domain.comment import Anchor, Comment
from desktop.domain.document import Document
from desktop.editorial.anchors import follow
from desktop.i18n import _
from desktop.services import commenting
from desktop.services.releases import OpenRelease
from desktop.ui.comments import deeds
from desktop.ui.comments.threads import ThreadList
from desktop.ui.editor.part import EditorPart, PartSection
from desktop.ui.editor.underlines import WASH, Underline
from desktop.ui.text import formats
from desktop.ui.text.alive import while_alive
from desktop.ui.text.projection import point_in_block
from desktop.ui.text.utf16 import to_points

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen

LAYER = "comments"
#: How long the cursor rests before its thread is marked, in milliseconds.
_REST_MS = 120


class CommentsPart(EditorPart):
    """Follows the threads of the open version."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self.page = screen.page
        self.list = ThreadList(
            _("No comments yet. Select some words and comment on them: comments are never part of the text."),
            _("Comment on the selection"),
        )
        self._version_id = ""
        self._found = commenting.Commented((), None, frozenset(), "")
        self._begun: tuple[Anchor, Document] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._mark_here)
        self.list.begun.connect(self.begin)
        self.list.written.connect(self._write)
        self.list.chosen.connect(self.go_to)
        deeds.connect(self.list, screen.desk)
        self.page.cursorPositionChanged.connect(self._cursor_moved)
        screen.desk.actions.add("editor.comment", _("Comment"), "Ctrl+Alt+M", self.begin, owner=screen, screen="editor")

    def section(self) -> PartSection:
        return PartSection(_("Comments"), self.list, 6, is_open=False, follows_count=True)

    # -- following ------------------------------------------------------------------------------------------

    def opened(self, release: OpenRelease) -> None:
        if release.source.id != self._version_id:
            self._version_id = release.source.id
            self._begun = None
            self.list.form.hide()
            self._read()

    def hear(self, changes: ChangeSet) -> None:
        if changes.under(COMMENT, self._version_id):
            self._read()

    def _read(self) -> None:
        version_id = self._version_id
        self.screen.desk.run(
            lambda uow: commenting.commented(uow, version_id),
            while_alive(self, self._show),
            key="editor.comments",
            flush=False,
        )

    def _show(self, found: commenting.Commented) -> None:
        self._found = found
        self.list.set_author(found.author)
        self.list.show_threads(found.threads, found.orphaned)
        undone = [thread.comment for thread in found.threads if not thread.is_resolved]
        self.screen.side.section_of(self.list).set_count(str(len(undone)) if undone else "")
        layer: dict[str, list[Underline]] = defaultdict(list)
        for comment in undone:
            if comment.id not in found.orphaned and comment.start < comment.end:
                layer[comment.block_id].append(Underline(comment.start, comment.end, "stale", WASH, comment.id))
        texts = {block.id: block.text.text for block in found.document or () if block.id in layer}
        self.page.underlines.show(LAYER, {block_id: (texts[block_id], rows) for block_id, rows in layer.items()})

    # -- the page and the list ------------------------------------------------------------------------------

    def _cursor_moved(self) -> None:
        if self._found.threads and not self._rest.isActive():
            self._rest.start()

    def _mark_here(self) -> None:
        block_id, point = self.page.place()
        here = [each.key for layer, each in self.page.underlines.at(block_id, point) if layer == LAYER]
        card = self.list.mark(here[0] if here else "")
        if card is not None and self.screen.side.section_of(self.list).is_open:
            self.screen.side.reveal(card)

    def go_to(self, comment_id: str) -> None:
        """Show the words that a comment is on."""
        self.list.mark(comment_id)
        comment = self._comment(comment_id)
        if comment is None or comment_id in self._found.orphaned:
            return
        self.screen.show_page()
        before = self._found.document
        (anchor,) = follow([comment.anchor], before, self.page.current()) if before else (comment.anchor,)
        self.page.go_to(anchor.block_id, anchor.start, anchor.end - anchor.start)

    def _comment(self, comment_id: str) -> Comment | None:
        return next((each.comment for each in self._found.threads if each.comment.id == comment_id), None)

    # -- beginning one --------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Open the form on the selection, or else on the word at the cursor."""
        if not self._version_id:
            return
        anchor = self._selected()
        self._begun = (anchor, self.page.current())
        section = self.screen.side.section_of(self.list)
        section.set_open(True)
        self.list.open_form(anchor.quoted)
        self.screen.side.reveal(self.list.form)

    def _selected(self) -> Anchor:
        cursor = self.page.textCursor()
        if not cursor.hasSelection():
            cursor.select(cursor.SelectionType.WordUnderCursor)
        block = self.page.document().findBlock(cursor.selectionStart())
        known = self.page.ledger.block_of(block.blockNumber())
        text = block.text()
        start = to_points(text, cursor.selectionStart() - block.position())
        end = to_points(text, min(cursor.selectionEnd() - block.position(), block.length() - 1))
        return Anchor(known.id, start, end, known.text.text[start:end])

    def _write(self, body: str) -> None:
        if self._begun is None:
            return
        begun, then = self._begun
        self._begun = None
        (anchor,) = follow([begun], then, self.page.current())
        version_id = self._version_id
        self.screen.desk.deed(
            lambda uow: commenting.comment_on_text(uow, version_id, anchor, body), initiator=deeds.INITIATOR
        )
        self.screen.show_page()

    def add_to_menu(self, menu: QMenu, block_id: str, point: int) -> None:
        here = [each.key for layer, each in self.page.underlines.at(block_id, point) if layer == LAYER]
        if here:
            menu.addAction(_("Show the comment")).triggered.connect(lambda: self._show_card(here[0]))
        if formats.id_of(self.page.textCursor().blockFormat()) == block_id:
            cursor = self.page.textCursor()
            if cursor.hasSelection() or point_in_block(cursor) == point:
                menu.addAction(_("Comment")).triggered.connect(self.begin)

    def _show_card(self, comment_id: str) -> None:
        self.screen.side.section_of(self.list).set_open(True)
        card = self.list.mark(comment_id)
        if card is not None:
            self.screen.side.reveal(card)
            card.reply.setFocus()
