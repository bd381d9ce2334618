"""The desk: work off the main thread, cancel, undo of deeds."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from desktop.domain.changes import ChangeSet
from desktop.domain.contact import Contact, ContactQuery
from desktop.domain.errors import ComunicadoError
from desktop.services.cancelling import CancelledError, checkpoint
from desktop.services.directory import save_contact
from desktop.ui.desk import Desk, Notice

Ask = Callable[[Callable[[Any], Any]], Any]


def _names(ask: Ask) -> list[str]:
    return ask(lambda unit: [row.name for row in unit.contacts.rows(unit.contacts.ids(ContactQuery()))])


def test_a_deed_is_announced_once_and_undone_and_redone(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    heard: list[ChangeSet] = []
    desk.hub.announced.connect(heard.append)
    saved: list[Contact] = []
    desk.deed(lambda unit: save_contact(unit, Contact("", "Ana", "Ruiz")), saved.append, initiator="test")
    qtbot.waitUntil(lambda: bool(saved))
    assert [each.initiator for each in heard] == ["test"]
    assert "Ana Ruiz" in desk.undo_stack.undoText()
    desk.undo_stack.undo()
    desk.undo_stack.redo()
    desk.undo_stack.undo()  # faster than the worker answers
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert _names(ask) == []
    desk.undo_stack.redo()
    qtbot.waitUntil(lambda: len(heard) == 5)
    assert _names(ask) == ["Ana Ruiz"]


def test_an_undo_that_would_overwrite_is_refused_and_forgotten(
    desk: Desk, ask: Ask, qtbot: QtBot, notices: list[Notice]
) -> None:
    saved: list[Contact] = []
    desk.deed(lambda unit: save_contact(unit, Contact("", "Ana", "Ruiz")), saved.append)
    qtbot.waitUntil(lambda: len(saved) == 1)
    desk.deed(lambda unit: save_contact(unit, _renamed(unit, saved[0].id, "Eva")), saved.append)
    qtbot.waitUntil(lambda: len(saved) == 2)
    ask(lambda unit: save_contact(unit, _renamed(unit, saved[0].id, "Inés")))
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: bool(notices))
    assert "nothing was undone" in notices[0].text
    assert _names(ask) == ["Inés Ruiz"]
    assert desk.undo_stack.count() == 1


def _renamed(unit: Any, contact_id: str, name: str) -> Contact:
    person = unit.contacts.get(contact_id)
    return Contact(person.id, name, person.family_name, rev=person.rev, created_at=person.created_at)


def test_long_work_can_be_cancelled_and_leaves_nothing(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    began, told, errors = threading.Event(), [], []
    desk.busy.connect(lambda label, cancel: told.append((label, cancel)))

    def work(unit: Any) -> None:
        save_contact(unit, Contact("", "Half", "Written"))
        began.set()
        while True:
            checkpoint()

    desk.run(work, failed=errors.append, label="Importing")
    qtbot.waitUntil(lambda: bool(told))
    label, cancel = told[0]
    assert label == "Importing"
    cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], CancelledError)
    assert _names(ask) == []
    assert told[-1] == ("", None)


def test_only_the_newest_answer_of_a_key_arrives(desk: Desk, qtbot: QtBot) -> None:
    answers: list[int] = []
    for number in range(20):
        desk.run(lambda unit, n=number: n, answers.append, key="filter")
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.wait(20)
    assert answers == [19]


def test_an_unexpected_error_becomes_a_sentence(desk: Desk, qtbot: QtBot, notices: list[Notice]) -> None:
    errors: list[ComunicadoError] = []

    def work(unit: Any) -> None:
        raise ZeroDivisionError

    desk.run(work, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert "ZeroDivisionError" in errors[0].message
