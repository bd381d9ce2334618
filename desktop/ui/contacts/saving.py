"""Keeping a card: one save after the other, each on top of the last, and nothing overwritten unseen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.contact import Contact
from desktop.domain.errors import ComunicadoError, ConflictError
from desktop.services.directory import get_contact, save_contact
from desktop.ui.desk import Desk

INITIATOR = "contacts.card"


class CardKeeper(QObject):
    """Knows the person as stored and saves what the card says now, when asked to.

    ``read`` is called for what the card says; it gets the stored person to build on. ``saved`` tells the stored
    person after a save, ``added`` the id of a new one, ``conflicted`` that somebody else saved meanwhile
    (nothing was written then).
    """

    saved = Signal(object)
    added = Signal(str)
    conflicted = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, read: Callable[[Contact], Contact], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read = read
        self._stored: Contact | None = None
        self._is_saving = False
        self._is_wanted = False
        self._is_conflicting = False

    @property
    def stored(self) -> Contact | None:
        """The person as stored; without an id where new, ``None`` where the card shows nobody."""
        return self._stored

    @property
    def is_saving(self) -> bool:
        """Whether a save is under way."""
        return self._is_saving

    @property
    def is_conflicting(self) -> bool:
        """Whether a choice between two versions is waited for."""
        return self._is_conflicting

    def take(self, contact: Contact | None) -> None:
        """From now on this person; saves still under way for another one finish by themselves."""
        self._stored = contact
        self._is_saving = False
        self._is_wanted = False
        self._is_conflicting = False

    def is_changed(self) -> bool:
        """Whether the card says something that is not stored yet."""
        return self._stored is not None and self._read(self._stored) != self._stored

    def save(self) -> None:
        """Write what the card says, if it differs from what is stored."""
        if self._stored is None or self._is_conflicting:
            return
        if self._is_saving:
            self._is_wanted = True
            return
        contact = self._read(self._stored)
        if contact == self._stored:
            return
        self._is_saving = True
        before = self._stored
        self._desk.deed(
            lambda uow: save_contact(uow, contact),
            lambda value: self._done(before, value),
            lambda error: self._failed(before, error),
            initiator=INITIATOR,
            flush=False,
        )

    def _is_still(self, before: Contact) -> bool:
        return self._stored is before

    def _done(self, before: Contact, value: Contact) -> None:
        if not self._is_still(before):  # the card shows somebody else by now
            if not before.id:
                self.added.emit(value.id)
            return
        self._stored = value
        self._is_saving = False
        if not before.id:
            self.added.emit(value.id)
        self.saved.emit(value)
        if self._is_wanted:
            self._is_wanted = False
            self.save()

    def _failed(self, before: Contact, error: ComunicadoError) -> None:
        if not self._is_still(before):
            self._desk.notify_error(error)
            return
        self._is_saving = False
        self._is_wanted = False
        if isinstance(error, ConflictError):
            self._is_conflicting = True
            self.conflicted.emit(error)
        else:
            self.failed.emit(error)

    def keep_mine(self) -> None:
        """Settle a conflict by writing what the card says over what the other one saved."""
        mine = self._stored
        if mine is None or not self._is_conflicting:
            return

        def rebase(theirs: Contact) -> None:
            if self._stored is mine:
                self._stored = replace(mine, rev=theirs.rev, updated_at=theirs.updated_at)
                self._is_conflicting = False
                self.save()

        self._desk.run(lambda uow: get_contact(uow, mine.id), rebase, flush=False)
