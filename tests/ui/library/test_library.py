"""The library through its widgets, on a real workspace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from desktop.domain.boilerplate import Boilerplate, BoilerplateText
from desktop.domain.document import Block, BlockKind, make_attrs
from desktop.domain.richtext import MarkKind, RichText
from desktop.services import boilerplate as shelf
from desktop.services import releases
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.library.rich_field import RichField, linked
from desktop.ui.library.screen import LibraryScreen

Ask = Callable[[Any], Any]
TODAY = datetime.now(UTC).astimezone().date()


def text(language: str, words: str, first: date | None = None, last: date | None = None) -> BoilerplateText:
    return BoilerplateText("", language, RichText.plain(words), valid_from=first, valid_to=last)


@pytest.fixture
def about(ask: Ask) -> Boilerplate:
    texts = (
        text("en", "Old words.", None, TODAY - timedelta(days=11)),
        text("en", "IOM has 175 member states.", TODAY - timedelta(days=10), TODAY + timedelta(days=400)),
        text("es", "La OIM tiene 175 Estados Miembros.", None, TODAY + timedelta(days=5)),
    )
    ask(lambda uow: shelf.save_boilerplate(uow, Boilerplate("", "Note on data")))
    return ask(lambda uow: shelf.save_boilerplate(uow, Boilerplate("", "About IOM", texts=texts))).value


@pytest.fixture
def screen(desk: Desk, about: Boilerplate, qtbot: QtBot) -> LibraryScreen:
    shown = LibraryScreen(desk)
    qtbot.addWidget(shown)
    shown.resize(1100, 760)
    shown.show()
    shown.enter(Route("library"))
    qtbot.waitUntil(lambda: shown.card.stored is not None)
    return shown


def stored(ask: Ask, name: str) -> Boilerplate:
    return next(each for each in ask(shelf.library) if each.name == name)


def test_the_list_says_how_each_text_stands_and_the_card_opens_what_holds_today(screen: LibraryScreen) -> None:
    rows = [screen.view.item(row).text() for row in range(screen.view.count())]
    assert [row.split("\n")[0] for row in rows] == ["About IOM", "Note on data"]
    assert "ends soon" in rows[0]
    assert "no text yet" in rows[1]
    assert screen.card.columns["en"].text.toPlainText() == "IOM has 175 member states."
    assert screen.card.columns["en"].periods.count() == 2
    assert screen.card.columns["es"].ends.value == TODAY + timedelta(days=5)


def test_words_are_kept_when_the_field_is_left_and_undo_brings_the_old_ones(
    screen: LibraryScreen, ask: Ask, desk: Desk, qtbot: QtBot
) -> None:
    field = screen.card.columns["es"].text
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "La OIM: www.iom.int.")
    screen.card.name.setFocus()
    qtbot.waitUntil(lambda: "www" in next(t for t in stored(ask, "About IOM").texts if t.language == "es").text.text)
    spanish = next(t for t in stored(ask, "About IOM").texts if t.language == "es")
    assert [mark.value for mark in spanish.text.marks_of(MarkKind.LINK)] == ["https://www.iom.int"]
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: "Estados" in screen.card.columns["es"].text.toPlainText())


def test_looking_at_a_card_changes_nothing(screen: LibraryScreen, ask: Ask, desk: Desk, settle: Any) -> None:
    before = stored(ask, "About IOM")
    screen.card.columns["en"].text.setFocus()
    screen.card.owner.setFocus()
    screen.card.save()
    settle()
    assert stored(ask, "About IOM") == before
    assert not desk.undo_stack.canUndo()


def test_a_new_text_begins_today_and_the_old_one_ends_yesterday(screen: LibraryScreen, ask: Ask, qtbot: QtBot) -> None:
    screen.card.columns["en"]._new.click()
    qtbot.waitUntil(lambda: screen.card.columns["en"].periods.count() == 3)
    assert screen.card.columns["en"].begins.value == TODAY
    english = [t for t in stored(ask, "About IOM").texts if t.language == "en"]
    assert [t.valid_to for t in english[1:]] == [TODAY - timedelta(days=1), TODAY + timedelta(days=400)]


def test_days_that_leave_a_hole_are_told(screen: LibraryScreen, qtbot: QtBot) -> None:
    column = screen.card.columns["en"]
    column.begins.day.setDate(column.begins.day.date().addDays(3))
    qtbot.waitUntil(lambda: column._problems.text().startswith("Nothing holds from"))


def test_a_wrong_day_is_refused_with_a_sentence_and_the_card_shows_what_is_kept(
    screen: LibraryScreen, qtbot: QtBot, notices: list[Notice], ask: Ask
) -> None:
    column = screen.card.columns["en"]
    column.ends.day.setDate(column.begins.day.date().addDays(-3))
    qtbot.waitUntil(lambda: bool(notices))
    assert "cannot end before it begins" in notices[-1].text
    qtbot.waitUntil(lambda: column.ends.value == TODAY + timedelta(days=400))


def test_texts_are_made_copied_deleted_and_brought_back_by_keys(
    screen: LibraryScreen, ask: Ask, desk: Desk, qtbot: QtBot
) -> None:
    screen.new_text()
    qtbot.waitUntil(lambda: screen.view.count() == 3)
    assert screen.card.name.text() == "New text"
    qtbot.keyClicks(screen.card.name, "Closing line")
    qtbot.keyClick(screen.card.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("Closing line" in each.name for each in ask(shelf.library)))
    screen.duplicate(stored(ask, "About IOM").id)
    qtbot.waitUntil(lambda: screen.view.count() == 4)
    copy = stored(ask, "About IOM (copy)")
    screen.delete(copy.id)
    qtbot.waitUntil(lambda: screen.view.count() == 3)
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: screen.view.count() == 4)


def test_typing_filters_by_name_and_by_words(screen: LibraryScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.field, "member")
    assert [screen.view.item(row).text().split("\n")[0] for row in range(screen.view.count())] == ["About IOM"]
    screen.field.setText("nothing such")
    assert screen.view.count() == 0
    assert not screen.card.isEnabled()
    screen.field.clear()
    assert screen.view.count() == 2


def test_where_it_is_used_leads_to_the_release(
    screen: LibraryScreen, about: Boilerplate, ask: Ask, desk: Desk, qtbot: QtBot
) -> None:
    blocks = (
        Block("h", BlockKind.HEADLINE, RichText.plain("Station opens")),
        Block("b", BlockKind.BOILERPLATE, attrs=make_attrs({"boilerplate": about.id})),
    )
    made = ask(lambda uow: releases.create_release(uow, type_="press-release", language="en", blocks=blocks))
    desk.hub.announce(made.changes)
    uses = screen.card._uses
    qtbot.waitUntil(lambda: uses.count() == 1)
    with qtbot.waitSignal(desk.routed) as told:
        uses.itemActivated.emit(uses.item(0))
    assert told.args == [Route("editor", made.value.release.id)]


def test_a_language_is_added(screen: LibraryScreen, ask: Ask, qtbot: QtBot) -> None:
    screen.card.more.choose("fr")
    screen.card.more.activated.emit(screen.card.more.currentIndex())
    screen.card.columns["fr"].text.insertPlainText("L’OIM compte 175 membres.")
    screen.card.save()
    qtbot.waitUntil(lambda: "fr" in stored(ask, "About IOM").languages)


def test_an_empty_library_teaches_and_starts(desk: Desk, qtbot: QtBot, ask: Ask) -> None:
    shown = LibraryScreen(desk)
    qtbot.addWidget(shown)
    shown.show()
    shown.enter(Route("library"))
    qtbot.waitUntil(shown.is_ready)
    assert shown.empty.isVisible()
    assert shown.empty.button is not None
    shown.empty.button.click()
    qtbot.waitUntil(lambda: len(ask(shelf.library)) == 1)
    qtbot.waitUntil(lambda: not shown.empty.isVisible())


def test_the_field_keeps_marks_takes_plain_pastes_and_links_addresses(qtbot: QtBot) -> None:
    field = RichField("x")
    qtbot.addWidget(field)
    rich = RichText.plain("La OIM y más\nLínea").with_mark(3, 6, MarkKind.STRONG)
    field.show_text(rich)
    assert field.read() == rich
    mime = QMimeData()
    mime.setHtml("<b>bold</b><script>x</script>")
    mime.setText("bold")
    field.insertFromMimeData(mime)
    assert field.read().text.startswith("bold")
    found = linked(RichText.plain("See https://www.iom.int/es. or press@iom.int, 👍"))
    assert [mark.value for mark in found.marks_of(MarkKind.LINK)] == ["https://www.iom.int/es", "mailto:press@iom.int"]
