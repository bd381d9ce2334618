"""One thread: what it is on, what was said, and what can be done."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.comment import Comment, Thread
from desktop.i18n import _
from desktop.ui.comments.form import CommentForm
from desktop.ui.theme.tokens import S4, S8, S12
from desktop.ui.widgets import IconButton, QuietButton, label
from desktop.ui.widgets.when import day_and_time, exact

_MOST_QUOTED = 80


class ThreadCard(QFrame):
    """Signals carry a comment's id, those of forms its text too."""

    chosen = Signal(str)
    replied = Signal(str, str)
    edited = Signal(str, str)
    deleted = Signal(str)
    resolved = Signal(str)
    reopened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._thread: Thread | None = None
        self._shown: tuple[Thread, bool, str] | None = None
        self._editing = ""
        self._quote = label("", "small", wraps=True)
        self._said = QVBoxLayout()
        self._said.setSpacing(S8)
        self.form = CommentForm(_("Your answer"), _("Answer"))
        self.form.written.connect(self._write)
        self.form.closed.connect(self._close)
        self.reply = QuietButton(_("Answer"), lambda: self._open(""), icon_name="arrow-bend-up-left")
        self.resolve = QuietButton(_("Resolve"), self._settle, icon_name="check")
        row = QHBoxLayout()
        row.setSpacing(S4)
        row.addWidget(self.reply)
        row.addWidget(self.resolve)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(S12, S8, S8, S8)
        column.setSpacing(S8)
        column.addWidget(self._quote)
        column.addLayout(self._said)
        column.addWidget(self.form)
        column.addLayout(row)

    @property
    def shown(self) -> Thread | None:
        """What is shown."""
        return self._thread

    def show_thread(self, thread: Thread, *, is_orphaned: bool, me: str) -> None:
        """Show a thread; nothing moves where it is the same as before."""
        self._thread = thread
        if self._shown == (thread, is_orphaned, me):
            return
        self._shown = (thread, is_orphaned, me)
        quoted = thread.comment.quoted.replace("\n", " ").strip()
        if len(quoted) > _MOST_QUOTED:
            quoted = f"{quoted[:_MOST_QUOTED].rstrip()}…"
        shown = _("On “{text}”").format(text=quoted)
        if is_orphaned:
            shown = (
                _("On “{text}”, which is no longer in the text").format(text=quoted)
                if quoted
                else _("Its place is gone")
            )
        self._quote.setText(shown)
        self._quote.setVisible(bool(quoted) or is_orphaned)
        self._clear()
        for comment in (thread.comment, *thread.replies):
            self._said.addWidget(self._saying(comment, is_own=comment.author == me))
        self.resolve.setText(_("Reopen") if thread.is_resolved else _("Resolve"))
        first = thread.comment
        self.setAccessibleName(f"{first.author}: {first.body}")

    def set_active(self, is_active: bool) -> None:
        """Mark the thread at the cursor."""
        if (self.property("place") == "active") is is_active:
            return
        self.setProperty("place", "active" if is_active else "")
        self.style().unpolish(self)
        self.style().polish(self)

    def _clear(self) -> None:
        while self._said.count():
            item = self._said.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _saying(self, comment: Comment, *, is_own: bool) -> QWidget:
        made = QWidget()
        head = QHBoxLayout()
        head.setSpacing(S4)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(label(comment.author or _("Unknown person"), "strong", wraps=True))
        when = label("", "small")
        if comment.created_at is not None:
            when.setText(day_and_time(comment.created_at))
            when.setToolTip(exact(comment.created_at))
        names.addWidget(when)
        head.addLayout(names, 1)
        if is_own:
            head.addWidget(
                IconButton("pencil-simple", _("Edit this comment"), lambda: self._open(comment.id, comment.body))
            )
            head.addWidget(IconButton("trash", _("Delete this comment"), lambda: self.deleted.emit(comment.id)))
        body = QLabel(escape(comment.body).replace("\n", "<br>"))
        body.setTextFormat(Qt.TextFormat.RichText)
        body.setWordWrap(True)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(body)
        if comment.is_resolved:
            column.addWidget(label(_("Resolved by {name}").format(name=comment.resolved_by), "small"))
        return made

    def _open(self, comment_id: str, text: str = "") -> None:
        self._editing = comment_id
        self.form.open_with(text, _("Save") if comment_id else _("Answer"))

    def _close(self) -> None:
        self._editing = ""
        self.reply.setFocus()

    def _write(self, text: str) -> None:
        if self._thread is None:
            return
        if self._editing:
            self.edited.emit(self._editing, text)
        else:
            self.replied.emit(self._thread.comment.id, text)
        self._editing = ""

    def _settle(self) -> None:
        if self._thread is not None:
            (self.reopened if self._thread.is_resolved else self.resolved).emit(self._thread.comment.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._thread is not None:
            self.chosen.emit(self._thread.comment.id)
