"""All threads of a text: a form to begin one, the open ones, and the resolved ones folded away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.comment import Thread
from desktop.i18n import _, ngettext
from desktop.ui.comments.card import ThreadCard
from desktop.ui.comments.form import CommentForm
from desktop.ui.theme.tokens import S8
from desktop.ui.widgets import QuietButton, label


class ThreadList(QWidget):
    """Signals as those of :class:`~desktop.ui.comments.card.ThreadCard`; ``begun`` asks to open the form on a place.

    ``written`` carries a new comment's text.
    """

    begun = Signal()
    written = Signal(str)
    chosen = Signal(str)
    replied = Signal(str, str)
    edited = Signal(str, str)
    deleted = Signal(str)
    resolved = Signal(str)
    reopened = Signal(str)

    def __init__(self, sentence: str, begin: str) -> None:
        super().__init__()
        self._me = ""
        self._shown: tuple[tuple[Thread, ...], frozenset[str]] = ((), frozenset())
        self._cards: dict[str, ThreadCard] = {}
        self._sentence = label(sentence, "muted", wraps=True)
        self.begin = QuietButton(begin, self.begun.emit, icon_name="chat-text")
        self._on = label("", "small", wraps=True)
        self.form = CommentForm(_("Your comment"), _("Comment"))
        self.form.written.connect(self._written)
        self.form.closed.connect(self._on.hide)
        self._on.hide()
        self._open, self._resolved = QVBoxLayout(), QWidget()
        self._open.setSpacing(S8)
        self._closed = QVBoxLayout(self._resolved)
        self._closed.setContentsMargins(0, 0, 0, 0)
        self._closed.setSpacing(S8)
        self.fold = QuietButton("", self._toggle_resolved, icon_name="check-circle")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(self._sentence)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._on)
        column.addWidget(self.form)
        column.addLayout(self._open)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._resolved)
        self._resolved.hide()
        self.fold.hide()

    def set_author(self, author: str) -> None:
        """Who looks at it: one's own comments can be changed."""
        self._me = author
        self.show_threads(*self._shown)

    def open_form(self, on: str) -> None:
        """Open the form; ``on`` is the words that it is about."""
        short = on.replace("\n", " ").strip()
        self._on.setText(_("On “{text}”").format(text=short if len(short) <= 80 else f"{short[:80].rstrip()}…"))
        self._on.setVisible(bool(short))
        self.form.open_with()

    def show_threads(self, threads: Sequence[Thread], orphaned: frozenset[str]) -> None:
        """Show threads in the given order, the resolved ones apart; an answer that is being written stays."""
        self._shown = (tuple(threads), orphaned)
        wanted = {thread.comment.id for thread in threads}
        for gone in set(self._cards) - wanted:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        done = [thread for thread in threads if thread.is_resolved]
        undone = [thread for thread in threads if not thread.is_resolved]
        for column, rows in ((self._open, undone), (self._closed, done)):
            for place, thread in enumerate(rows):
                card = self._card(thread.comment.id)
                card.show_thread(thread, is_orphaned=thread.comment.id in orphaned, me=self._me)
                column.insertWidget(place, card)
                card.show()
        self._sentence.setVisible(not threads)
        self.fold.setVisible(bool(done))
        self._resolved.setVisible(bool(done) and self._resolved.isVisibleTo(self))
        self._name_fold()

    def card_of(self, comment_id: str) -> ThreadCard | None:
        """The card of a thread."""
        return self._cards.get(comment_id)

    def mark(self, comment_id: str) -> ThreadCard | None:
        """Show one thread as the one at the cursor (the empty string: none)."""
        for each, card in self._cards.items():
            card.set_active(each == comment_id)
        found = self._cards.get(comment_id)
        if found is not None and found.shown is not None and found.shown.is_resolved and self._resolved.isHidden():
            self._toggle_resolved()
        return found

    def _card(self, comment_id: str) -> ThreadCard:
        if comment_id not in self._cards:
            card = self._cards[comment_id] = ThreadCard()
            for name in ("chosen", "replied", "edited", "deleted", "resolved", "reopened"):
                getattr(card, name).connect(getattr(self, name))
        return self._cards[comment_id]

    def _written(self, text: str) -> None:
        self._on.hide()
        self.written.emit(text)

    def _toggle_resolved(self) -> None:
        self._resolved.setVisible(self._resolved.isHidden())
        self._name_fold()

    def _name_fold(self) -> None:
        count = sum(thread.is_resolved for thread in self._shown[0])
        if self._resolved.isHidden():
            words = ngettext("Show {count} resolved", "Show {count} resolved", count)
        else:
            words = ngettext("Hide {count} resolved", "Hide {count} resolved", count)
        self.fold.setText(words.format(count=count))
