"""At the start: a text that was never saved is offered, with a sentence that says so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.i18n import _, ngettext
from desktop.services.journal import Unsaved
from desktop.services.recovering import recover
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.text.alive import while_alive


class RecoveryOffer(QObject):
    """Offers what earlier runs left behind, one after the other. What is only closed is offered again next time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._left: list[Unsaved] = []

    def begin(self) -> None:
        """Look for texts once the workspace is open, and offer the newest first."""
        self._desk.run(lambda _uow: self._desk.journal.left(), while_alive(self, self._take), flush=False)

    def _take(self, left: tuple[Unsaved, ...]) -> None:
        self._left = list(left)
        self._offer()

    def _offer(self) -> None:
        if not self._left:
            return
        unsaved = self._left.pop()
        title = unsaved.document.title or _("Untitled")
        words = _("A text that was never saved was recovered: “{title}”.").format(title=title)
        if self._left:
            more = ngettext("{count} more waits.", "{count} more wait.", len(self._left))
            words = f"{words} {more.format(count=len(self._left))}"
        self._desk.noticed.emit(
            Notice(
                words,
                "info",
                _("Open"),
                partial(self._open, unsaved),
                _("Discard"),
                partial(self._discard, unsaved),
                stays=True,
            )
        )

    def _open(self, unsaved: Unsaved) -> None:
        tools = self._desk.tools

        def done(release_id: str) -> None:
            self._desk.journal.forget(unsaved)
            self._desk.navigate(Route("editor", release_id))
            self._offer()

        self._desk.deed(lambda uow: recover(uow, tools, unsaved), while_alive(self, done))

    def _discard(self, unsaved: Unsaved) -> None:
        self._desk.journal.forget(unsaved)
        self._offer()
