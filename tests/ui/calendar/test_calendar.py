"""The calendar screen: walked by keys, dragged by the pointer, in the right zone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import RichText
from desktop.i18n import use_language
from desktop.services import approving, plans, releases
from desktop.ui.calendar import dates
from desktop.ui.calendar.entries import entry_of
from desktop.ui.calendar.screen import AGENDA, MONTH, WEEK, CalendarScreen
from desktop.ui.desk import Desk, Notice, Route

Ask = Callable[[Any], Any]
NOON = datetime(2026, 6, 17, 12, tzinfo=UTC)  # a Wednesday


def make(ask: Ask, title: str, **hours: datetime) -> releases.OpenRelease:
    blocks = (
        Block("h", BlockKind.HEADLINE, RichText.plain(title)),
        Block("l", BlockKind.LEAD, RichText.plain("It opens on Monday.")),
    )
    opened: releases.OpenRelease = ask(
        lambda uow: releases.create_release(uow, type_="press-release", language="en", blocks=blocks)
    ).value
    for name, at in hours.items():
        serve = {"due": plans.set_due, "scheduled": plans.schedule, "embargo": releases.set_embargo}[name]
        ask(lambda uow, serve=serve, at=at: serve(uow, opened.release.id, at, "UTC"))
    return opened


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> CalendarScreen:
    shown = CalendarScreen(desk)
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    return shown


def enter(screen: CalendarScreen, qtbot: QtBot, day: str = "2026-06-17", view: str = MONTH) -> None:
    screen.enter(Route("calendar", detail=day))
    screen.set_view(view)
    qtbot.waitUntil(screen.is_ready)
    qtbot.wait(20)


def seen(screen: CalendarScreen) -> list[str]:
    grid = screen.month if screen.view == MONTH else screen.week
    return [entry.words for day in grid._days for entry in grid._entries.get(day, ())]


def test_a_month_shows_its_hours_and_enter_opens_one(
    screen: CalendarScreen, ask: Ask, qtbot: QtBot, desk: Desk
) -> None:
    opened = make(ask, "Two offices open", due=NOON)
    make(ask, "Next year", due=NOON + timedelta(days=400))
    went: list[Route] = []
    desk.routed.connect(went.append)
    enter(screen, qtbot)
    qtbot.waitUntil(lambda: len(seen(screen)) == 1)
    assert "Two offices open" in seen(screen)[0]
    QTest.keyClick(screen.month, Qt.Key.Key_Return)
    assert went == [Route("editor", opened.release.id)]


def test_arrows_walk_by_day_and_turn_the_page(screen: CalendarScreen, qtbot: QtBot) -> None:
    enter(screen, qtbot)
    for key, day in (
        (Qt.Key.Key_Right, "2026-06-18"),
        (Qt.Key.Key_Down, "2026-06-25"),
        (Qt.Key.Key_Down, "2026-07-02"),
        (Qt.Key.Key_Left, "2026-07-01"),
        (Qt.Key.Key_Plus, "2026-08-01"),
        (Qt.Key.Key_Minus, "2026-07-01"),
    ):
        QTest.keyClick(screen.month, key)
        assert screen.day.isoformat() == day
    assert "July 2026" in screen._title.text()
    QTest.keyClick(screen.month, Qt.Key.Key_T)
    assert screen.day == screen.today()
    QTest.keyClick(screen.month, Qt.Key.Key_W)
    assert screen.view == WEEK
    QTest.keyClick(screen.week, Qt.Key.Key_A)
    assert screen.view == AGENDA
    QTest.keyClick(screen.agenda, Qt.Key.Key_M)
    assert screen.view == MONTH


def test_alt_arrow_moves_an_entry_and_undo_brings_it_back(
    screen: CalendarScreen, ask: Ask, qtbot: QtBot, desk: Desk, notices: list[Notice]
) -> None:
    opened = make(ask, "Two offices open", due=NOON)
    enter(screen, qtbot)
    qtbot.waitUntil(lambda: len(seen(screen)) == 1)
    QTest.keyClick(screen.month, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: ask(lambda uow: uow.releases.get(opened.release.id)).due_at == NOON + timedelta(days=1))
    qtbot.waitUntil(lambda: screen.day.isoformat() == "2026-06-18")
    assert any("18 June 2026" in each.text or "June 18, 2026" in each.text for each in notices)
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: ask(lambda uow: uow.releases.get(opened.release.id)).due_at == NOON)


def _drag(widget: Any, start: QPoint, end: QPoint) -> None:
    """A drag as the pointer makes it (QTest moves without buttons)."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def send(kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        point = QPointF(at)
        QApplication.sendEvent(widget, QMouseEvent(kind, point, widget.mapToGlobal(point), button, held, none))

    send(QEvent.Type.MouseButtonPress, start, left, left)
    for step in range(1, 6):
        send(QEvent.Type.MouseMove, start + (end - start) * step / 5, Qt.MouseButton.NoButton, left)
    send(QEvent.Type.MouseButtonRelease, end, left, Qt.MouseButton.NoButton)


def test_a_dragged_embargo_voids_the_approval_and_says_so(
    screen: CalendarScreen, ask: Ask, qtbot: QtBot, notices: list[Notice]
) -> None:
    far = datetime(2027, 6, 16, 12, tzinfo=UTC)
    opened = make(ask, "Two offices open", embargo=far)
    ask(lambda uow: approving.approve(uow, opened.source.id, approver="Rosa"))
    enter(screen, qtbot, "2027-06-16")
    qtbot.waitUntil(lambda: len(seen(screen)) == 1)
    grid = screen.month
    day = screen.day
    start = grid._shown_entries(day)[0][0][1].center().toPoint()
    end = grid.day_rect(day + timedelta(days=9)).center().toPoint()
    _drag(grid, start, end)
    qtbot.waitUntil(lambda: any("approval of English is void" in each.text for each in notices))
    assert ask(lambda uow: uow.releases.get(opened.release.id)).embargo_at == far + timedelta(days=9)


def test_a_click_opens_and_a_double_click_on_an_empty_day_begins_a_release(
    screen: CalendarScreen, ask: Ask, qtbot: QtBot, desk: Desk
) -> None:
    make(ask, "Two offices open", due=NOON)
    went: list[Route] = []
    desk.routed.connect(went.append)
    enter(screen, qtbot)
    qtbot.waitUntil(lambda: len(seen(screen)) == 1)
    grid = screen.month
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid._shown_entries(screen.day)[0][0][1].center().toPoint())
    assert went[-1].screen == "editor"
    empty = screen.day + timedelta(days=2)
    QTest.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=grid.day_rect(empty).center().toPoint())
    qtbot.waitUntil(lambda: len(went) == 2)
    release = ask(lambda uow: uow.releases.get(went[-1].release_id))
    assert release.due_at is not None
    assert release.due_at.astimezone(screen._zone).date() == empty


def test_the_embargo_shows_its_own_hour_beside_the_offices(ask: Ask) -> None:
    from zoneinfo import ZoneInfo

    opened = make(ask, "Two offices open", embargo=datetime(2026, 6, 26, 22, tzinfo=UTC))
    ask(
        lambda uow: releases.set_embargo(uow, opened.release.id, datetime(2026, 6, 26, 22, tzinfo=UTC), "Europe/Madrid")
    )
    (moment,) = ask(
        lambda uow: uow.planning.between(datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC))
    )
    now = datetime(2026, 5, 1, tzinfo=UTC)
    office = entry_of(moment, ZoneInfo("America/Managua"), now)
    assert (office.day.isoformat(), office.time) == ("2026-06-26", "16:00")
    assert "16:00 (27/06 00:00 Madrid)" in office.words
    assert entry_of(moment, ZoneInfo("Europe/Madrid"), now).day.isoformat() == "2026-06-27"
    assert "(" not in entry_of(moment, ZoneInfo("Europe/Paris"), now).words, "the same clock says nothing twice"


def test_overdue_is_told_by_word_icon_and_colour(ask: Ask) -> None:
    from zoneinfo import ZoneInfo

    make(ask, "Two offices open", due=NOON)
    (moment,) = ask(lambda uow: uow.planning.between(NOON, NOON + timedelta(days=1)))
    late = entry_of(moment, ZoneInfo("UTC"), NOON + timedelta(hours=1))
    assert (late.word, late.icon, late.role) == ("overdue", "warning", "problem")
    assert entry_of(moment, ZoneInfo("UTC"), NOON - timedelta(hours=1)).word == "due"


def test_the_week_begins_as_the_language_has_it() -> None:
    use_language("es")
    try:
        assert dates.first_weekday() == 1
        assert dates.weekday_name(NOON.date()).startswith("Mi")
        assert dates.month_name(NOON.date()) == "Junio 2026"
    finally:
        use_language("en")


def test_an_empty_stretch_teaches_and_the_filter_narrows(screen: CalendarScreen, ask: Ask, qtbot: QtBot) -> None:
    enter(screen, qtbot)
    assert screen._hint.isVisible()
    make(ask, "Migración: dos oficinas", due=NOON)
    make(ask, "Border figures", due=NOON)
    enter(screen, qtbot)
    qtbot.waitUntil(lambda: len(seen(screen)) == 2)
    assert not screen._hint.isVisible()
    screen.field.setText("migracion")
    assert len(seen(screen)) == 1
    enter(screen, qtbot, view=AGENDA)
    qtbot.waitUntil(screen.is_ready)
    assert [screen.agenda.item(row).text() for row in range(screen.agenda.count())][-1].endswith(
        "Migración: dos oficinas"
    )


def test_more_than_has_room_is_counted_and_space_walks_through_all(
    screen: CalendarScreen, ask: Ask, qtbot: QtBot
) -> None:
    for number in range(9):
        make(ask, f"Release {number}", due=NOON + timedelta(minutes=number))
    enter(screen, qtbot)
    qtbot.waitUntil(lambda: len(seen(screen)) == 9)
    shown, more = screen.month._shown_entries(screen.day)
    assert len(shown) + more == 9
    assert more > 0
    for _ in range(8):
        QTest.keyClick(screen.month, Qt.Key.Key_Space)
    chosen = screen.month.current_entry()
    assert chosen is not None
    assert chosen.title == "Release 8"
    assert chosen in [entry for entry, _rect in screen.month._shown_entries(screen.day)[0]], "what is chosen is seen"
