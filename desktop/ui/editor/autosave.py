"""Autosave: nothing typed is lost.

A throttle, not a debounce: the first unsaved change starts a timer that fires while typing goes on, so at most a
quarter of a second of typing is ever unwritten. What could not be written is kept and tried again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.domain.changes import BLOCK, ChangeSet, Outcome
from desktop.domain.document import Document
from desktop.domain.edits import apply_edits, diff_documents
from desktop.domain.errors import ComunicadoError
from desktop.domain.kept_why import kept_why
from desktop.domain.ports import UnitOfWork
from desktop.services import drafting
from desktop.ui.desk import Desk

INITIATOR = "editor"
SAVE_AFTER_MS, RETRY_AFTER_MS, KEEP_EVERY_MS = 150, 3_000, 5 * 60_000


class OpenText(Protocol):
    """What autosave needs of the page."""

    def current(self) -> Document:
        """The text as it stands."""
        ...

    def take_over(self, base: Document, theirs: Document) -> None:
        """Bring in what changed elsewhere; typing stays."""
        ...


class Autosave(QObject):
    """Writes one open text, and brings in what others wrote to it.

    ``saved`` tells that all typed so far is written; ``failed`` carries the error while it is not (the edits are
    kept). The stored text is always ``base`` plus the edits on their way, in order: the worker is one.
    Main thread.
    """

    saved = Signal()
    failed = Signal(object)
    reloaded = Signal()

    def __init__(self, desk: Desk, text: OpenText) -> None:
        super().__init__()
        self._desk = desk
        self._text = text
        self._version_id = ""
        self._base = Document("", "")
        self._is_dirty = False
        self._is_on_its_way = False
        self._is_uncertain = False  # after a failure: what is stored must be looked at again
        self._session = 0
        self._was_edited = False
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        self._keeper = QTimer(self, singleShot=True, interval=KEEP_EVERY_MS)
        self._keeper.timeout.connect(self.keep_revision)
        desk.add_flusher(self.save)
        desk.hub.announced.connect(self._hear)

    @property
    def version_id(self) -> str:
        """The version that is open, or the empty string."""
        return self._version_id

    @property
    def is_saved(self) -> bool:
        """Whether everything typed is written."""
        return not self._is_dirty and not self._is_on_its_way

    def open(self, document: Document) -> None:
        """Begin with a text as it is stored; the text until now must have been saved."""
        self._session += 1
        self._version_id, self._base = document.id, document
        self._is_dirty = self._is_on_its_way = self._was_edited = self._is_uncertain = False
        self._timer.stop()
        self._keeper.stop()

    def close(self) -> None:
        """Write what is unsaved and keep a revision of it."""
        self.save()
        self.keep_revision()

    def retire(self) -> None:
        """The page is gone (the window was made anew): hear and write nothing more."""
        self._version_id = ""
        self._session += 1
        for timer in (self._timer, self._keeper):
            if isValid(timer):  # at the program's end Qt may have taken them down first
                timer.stop()
        self._desk.remove_flusher(self.save)

    def note_edit(self) -> None:
        """Something was typed."""
        if not self._version_id:
            return
        self._is_dirty = self._was_edited = True
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER_MS)
        if not self._keeper.isActive():
            self._keeper.start()

    def save(self) -> None:
        """Queue everything typed so far for writing."""
        self._timer.stop()
        if not self._is_dirty or not self._version_id:
            return
        now, before = self._text.current(), self._base
        edits = diff_documents(before, now)
        self._is_dirty = False
        if not edits and not self._is_uncertain:
            self._told_saved()
            return
        self._base = now
        self._is_on_its_way = True
        version_id, tools, session, is_uncertain = self._version_id, self._desk.tools, self._session, self._is_uncertain
        self._is_uncertain = False

        def work(uow: UnitOfWork) -> Outcome[Document]:
            stored = drafting.open_draft(uow, version_id).document if is_uncertain else before
            return drafting.save_edits(uow, tools, version_id, diff_documents(stored, now) if is_uncertain else edits)

        self._desk.run(
            work,
            lambda outcome: self._written(outcome, now, session),
            lambda error: self._not_written(error, before, session),
            flush=False,
            is_urgent=True,
        )

    def _written(self, outcome: Outcome[Document], written: Document, session: int) -> None:
        self._desk.hub.announce(replace(outcome.changes, initiator=INITIATOR))
        if session == self._session and self._base is written:
            self._is_on_its_way = False
            self._told_saved()

    def _not_written(self, error: ComunicadoError, before: Document, session: int) -> None:
        if session != self._session:
            self._desk.notify_error(error)
            return
        self._base = before
        self._is_on_its_way = False
        self._is_dirty = self._is_uncertain = True
        self._timer.start(RETRY_AFTER_MS)
        self.failed.emit(error)

    def _told_saved(self) -> None:
        if self.is_saved:
            self.saved.emit()

    def keep_revision(self) -> None:
        """Keep a revision of the text if it was edited since the last one."""
        self._keeper.stop()
        if not self._was_edited or not self._version_id:
            return
        self.save()
        self._was_edited = False
        version_id = self._version_id
        self._desk.run(
            lambda uow: drafting.keep_revision(uow, version_id, kept_why("edited")),
            lambda outcome: self._desk.hub.announce(replace(outcome.changes, initiator=INITIATOR)),
            flush=False,
        )

    def _hear(self, changes: ChangeSet) -> None:
        """Somebody else wrote to this text: read it again, and lay it under what is typed here."""
        if changes.initiator == INITIATOR or not self._version_id or not changes.under(BLOCK, self._version_id):
            return
        self.save()
        version_id, session, asked_at = self._version_id, self._session, self._base

        def read(draft: drafting.Draft) -> None:
            if session == self._session:
                self._bring_in(self._base if self._is_uncertain else asked_at, draft.document)

        self._desk.run(lambda uow: drafting.open_draft(uow, version_id), read, flush=False, key=f"reload-{version_id}")

    def _bring_in(self, asked_at: Document, stored: Document) -> None:
        """``stored`` is what was there when ``asked_at`` was the last text on its way."""
        self._base = apply_edits(stored, diff_documents(asked_at, self._base))
        self._text.take_over(asked_at, stored)
        if self._text.current() != self._base:
            self.note_edit()
        self.reloaded.emit()
