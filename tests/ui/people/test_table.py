"""The paged table of people: filter, order, selection, late answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.contact import Contact, ContactQuery, EmailAddress, Role
from desktop.domain.ports import UnitOfWork
from desktop.ui.desk import Desk
from desktop.ui.people.columns import OUTLET, PHONE
from desktop.ui.people.table import PeopleTable


def fill(uow: UnitOfWork, count: int = 350) -> int:
    return uow.contacts.put_many(
        Contact(
            uow.ids.new(),
            f"Given{place:03}",
            "Ñúñez" if place % 2 else "Smith",
            emails=(EmailAddress(f"p{place}@news.example"),),
            roles=(),
        )
        for place in range(count)
    )


def ready(desk: Desk, ask: Callable[..., Any], qtbot: QtBot) -> PeopleTable:
    ask(fill)
    table = PeopleTable(desk, "test.people")
    qtbot.addWidget(table)
    table.resize(900, 500)
    table.show()
    with qtbot.waitSignal(table.counted, timeout=20_000):
        table.ask(ContactQuery())
    return table


def test_the_model_keeps_qts_rules(
    desk: Desk, ask: Callable[..., Any], qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    table = ready(desk, ask, qtbot)
    qtmodeltester.check(table.paged)


def test_rows_come_when_they_come_into_view(desk: Desk, ask: Callable[..., Any], qtbot: QtBot) -> None:
    table = ready(desk, ask, qtbot)
    assert len(table.ids) == 350
    assert table.paged.row(340) is None
    table.scrollToBottom()
    qtbot.waitUntil(lambda: table.paged.row(349) is not None, timeout=20_000)
    row = table.paged.row(349)
    assert row is not None
    assert row.id == table.ids[349]


def test_the_last_question_wins(desk: Desk, ask: Callable[..., Any], qtbot: QtBot) -> None:
    table = ready(desk, ask, qtbot)
    counts: list[int] = []
    table.counted.connect(counts.append)
    for text in ("g", "gi", "giv", "given00", "nunez given001"):
        table.ask(ContactQuery(text))
    qtbot.waitUntil(lambda: len(table.ids) == 1, timeout=20_000)
    qtbot.wait(20)
    assert counts[-1] == 1
    assert len(table.ids) == 1


def test_a_click_on_a_header_sorts(desk: Desk, ask: Callable[..., Any], qtbot: QtBot) -> None:
    table = ready(desk, ask, qtbot)
    first = table.ids[0]
    with qtbot.waitSignal(table.counted, timeout=20_000):
        table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert table.ids[-1] == first
    assert table.query.descending
    table.horizontalHeader().setSortIndicator(PHONE, Qt.SortOrder.AscendingOrder)
    assert table.horizontalHeader().sortIndicatorSection() == 0, "a column without an order gives the arrow back"
    with qtbot.waitSignal(table.counted, timeout=20_000):
        table.horizontalHeader().setSortIndicator(OUTLET, Qt.SortOrder.AscendingOrder)
    assert table.query.order == "organisation"


def test_selection_and_cursor_survive_a_change(desk: Desk, ask: Callable[..., Any], qtbot: QtBot) -> None:
    table = ready(desk, ask, qtbot)
    chosen = table.ids[10]
    assert table.select_id(chosen)
    gone = table.ids[3]
    ask(lambda uow: uow.contacts.remove(gone))
    with qtbot.waitSignal(table.counted, timeout=20_000):
        table.read_again()
    assert table.current_id == chosen
    assert table.selected_ids() == (chosen,)
    table.selectAll()
    assert len(table.selected_ids()) == 349


def test_columns_step_back_where_there_is_no_room(desk: Desk, qtbot: QtBot) -> None:
    table = PeopleTable(desk, "test.people")
    qtbot.addWidget(table)
    table.show()
    table.resize(1400, 400)
    assert not any(table.isColumnHidden(column) for column in range(7))
    table.resize(420, 400)
    assert table.isColumnHidden(PHONE)
    assert not table.isColumnHidden(0)


def test_a_role_shows_its_outlet(desk: Desk, ask: Callable[..., Any], qtbot: QtBot) -> None:
    from desktop.services.directory import save_contact

    saved = ask(lambda uow: save_contact(uow, Contact("", "Iván", "Muñoz", roles=(Role("", "El Diario"),))).value)
    table = PeopleTable(desk, "test.people")
    qtbot.addWidget(table)
    with qtbot.waitSignal(table.counted, timeout=20_000):
        table.ask(ContactQuery("munoz"), select=saved.id)
    assert table.current_id == saved.id
    assert table.paged.index(0, OUTLET).data() == "El Diario"
