"""Autosave: nothing typed is lost.

A throttle, not a debounce: the first unsaved change starts a timer that fires while typing goes on, so at most a
quarter of a second of typing is ever unwritten. What could not be written is kept and tried again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.domain.changes import BLOCK, ChangeSet, Outcome
from desktop.domain.document import Block, Document
from desktop.domain.edits import PutBlock, apply_edits, diff_documents
from desktop.domain.errors import ComunicadoError
from desktop.domain.kept_why import kept_why
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import RevisionHeader
from desktop.services import drafting
from desktop.services.typed_together import Saved, clashes, keep_typed, save_typed
from desktop.ui.desk import Desk

INITIATOR = "editor"
#: Two windows on one desk must hear each other: each has a name of its own.
_NUMBERS = count(1)
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
    kept); ``conflicted`` the version in the history that keeps what was typed in a block which another window wrote
    first. The stored text is always ``base`` plus the edits on their way, in order: the worker is one. Main thread.
    """

    saved = Signal()
    failed = Signal(object)
    reloaded = Signal()
    conflicted = Signal(object)

    def __init__(self, desk: Desk, text: OpenText) -> None:
        super().__init__()
        self._desk = desk
        self._text = text
        self._version_id = ""
        self._base = Document("", "")
        self._is_dirty = False
        self._on_their_way = 0
        #: Blocks that the page shows in another form than they are stored (a letter that cannot be stored, for one).
        self._as_stored: dict[str, Block] = {}
        self.initiator = f"{INITIATOR}-{next(_NUMBERS)}"
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
        return not self._is_dirty and not self._on_their_way

    def open(self, document: Document, stored: Document | None = None) -> None:
        """Begin with a text as the page shows it, and as it is stored; the text until now must have been saved."""
        self._session += 1
        self._version_id, self._base = document.id, document
        self._is_dirty = self._was_edited = self._is_uncertain = False
        self._on_their_way = 0
        self._as_stored = _differing(document, stored) if stored else {}
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
        self._on_their_way += 1
        known = before.with_blocks(self._as_stored.get(block.id, block) for block in before)
        edited = [edit.block.id for edit in edits if isinstance(edit, PutBlock)]
        version_id, tools, session, is_uncertain = self._version_id, self._desk.tools, self._session, self._is_uncertain
        self._is_uncertain = False

        def work(uow: UnitOfWork) -> Outcome[Saved]:
            if not is_uncertain:
                return save_typed(uow, tools, version_id, edits, known)
            stored = drafting.open_draft(uow, version_id).document
            return save_typed(uow, tools, version_id, diff_documents(stored, now), stored)

        self._desk.run(
            work,
            lambda outcome: self._written(outcome, now, edited, session),
            lambda error: self._not_written(error, before, session),
            flush=False,
            is_urgent=True,
        )

    def _written(self, outcome: Outcome[Saved], written: Document, edited: Sequence[str], session: int) -> None:
        self._desk.hub.announce(replace(outcome.changes, initiator=self.initiator))
        if session != self._session:
            return
        self._on_their_way -= 1
        saved = outcome.value
        forms = _differing(written, saved.document)
        for block_id in edited:
            self._as_stored.pop(block_id, None)
            if block_id in forms and block_id not in saved.clashed:
                self._as_stored[block_id] = forms[block_id]
        if saved.clashed:
            self._bring_in(written, saved.document)
        if saved.kept is not None:
            self.conflicted.emit(saved.kept)
        self._told_saved()

    def _not_written(self, error: ComunicadoError, before: Document, session: int) -> None:
        if session != self._session:
            self._desk.notify_error(error)
            return
        self._base = before
        self._on_their_way -= 1
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
            lambda outcome: self._desk.hub.announce(replace(outcome.changes, initiator=self.initiator)),
            flush=False,
        )

    def _hear(self, changes: ChangeSet) -> None:
        """Somebody else wrote to this text: read it again, and lay it under what is typed here."""
        if changes.initiator == self.initiator or not self._version_id or not changes.under(BLOCK, self._version_id):
            return
        self.save()
        version_id, session, asked_at = self._version_id, self._session, self._base

        def read(draft: drafting.Draft) -> None:
            if session == self._session:
                self._bring_in(self._base if self._is_uncertain else asked_at, draft.document)

        self._desk.run(
            lambda uow: drafting.open_draft(uow, version_id), read, flush=False, key=f"reload-{self.initiator}"
        )

    def _bring_in(self, asked_at: Document, stored: Document) -> None:
        """``stored`` is what was there when ``asked_at`` was the last text on its way."""
        self._base = apply_edits(stored, diff_documents(asked_at, self._base))
        self._give_way(asked_at, stored)
        self._text.take_over(asked_at, stored)
        if self._text.current() != self._base:
            self.note_edit()
        self.reloaded.emit()

    def _give_way(self, asked_at: Document, stored: Document) -> None:
        """Where somebody else wrote a block that is being typed in: keep the typing in the history, show theirs."""
        now = self._text.current()
        clashed = set(clashes(asked_at, now, stored))
        if not clashed:
            return
        version_id = self._version_id

        def kept(outcome: Outcome[RevisionHeader | None]) -> None:
            self._desk.hub.announce(replace(outcome.changes, initiator=self.initiator))
            if outcome.value is not None:
                self.conflicted.emit(outcome.value)

        self._desk.run(lambda uow: keep_typed(uow, version_id, now), kept, flush=False)
        theirs = {block.id: block for block in stored}
        self._text.take_over(now, now.with_blocks(theirs[b.id] if b.id in clashed else b for b in now))
        self._base = self._base.with_blocks(theirs[b.id] if b.id in clashed else b for b in self._base)


def _differing(shown: Document, stored: Document) -> dict[str, Block]:
    """The stored form of the blocks that are shown in another one."""
    forms = {block.id: block for block in stored}
    return {block.id: forms[block.id] for block in shown if block.id in forms and forms[block.id] != block}
