"""Templates of the office's own: copied, changed, saved by themselves, shared, undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import RichText
from desktop.editorial.templates import GapType, Template
from desktop.services import releases, templates
from desktop.ui.desk import Desk, Route
from desktop.ui.new_release.screen import NewReleaseScreen
from desktop.ui.templates.screen import TemplatesScreen


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> TemplatesScreen:
    made = TemplatesScreen(desk)
    qtbot.addWidget(made)
    made.resize(1300, 850)
    made.show()
    made.enter(Route("templates"))
    qtbot.waitUntil(made.is_ready)
    return made


@pytest.fixture
def own(screen: TemplatesScreen, qtbot: QtBot) -> TemplatesScreen:
    """The screen with a copy of the statement open."""
    screen.listing.list.setCurrentRow(2)
    screen.duplicate()
    qtbot.waitUntil(lambda: screen.editor.offered is not None and not screen.editor.offered.is_built_in)
    return screen


def stored(screen: TemplatesScreen, ask: Callable[[Any], Any]) -> Template | None:
    offered = screen.editor.offered
    assert offered is not None
    return ask(lambda uow: templates.template_named(uow, screen.desk.tools, offered.template.name))


def test_a_built_in_one_is_only_looked_at(screen: TemplatesScreen) -> None:
    assert screen.listing.list.count() == 3
    assert screen.editor._built_in.isVisible()
    assert not screen.listing.delete.isEnabled()
    body = screen.editor.text.widget()
    assert body is not None
    assert not body.isEnabled()


def test_typing_is_saved_by_itself(own: TemplatesScreen, ask: Callable[[Any], Any], qtbot: QtBot) -> None:
    title = own.editor.titles["en"]
    title.clear()
    QTest.keyClicks(title, "Reaction")
    own.editor.text.rows[0].text.setPlainText("Reaction: {subject}")
    qtbot.waitUntil(lambda: own.editor.is_saved)
    kept = stored(own, ask)
    assert kept is not None
    assert kept.title("en") == "Reaction"
    assert kept.blocks["en"][0].text == "Reaction: {subject}"
    qtbot.waitUntil(lambda: "Reaction" in own.listing.list.currentItem().text())


def test_what_is_wrong_is_told_and_not_saved(own: TemplatesScreen, ask: Callable[[Any], Any], qtbot: QtBot) -> None:
    before = stored(own, ask)
    own.editor.text.rows[0].text.setPlainText("About {nobody}")
    assert "nobody" in own.editor.state.text()
    own.editor.flush()
    assert stored(own, ask) == before
    own.editor.text.rows[0].text.setPlainText("About {subject}")
    qtbot.waitUntil(lambda: own.editor.is_saved)


def test_selected_words_become_a_gap_and_undo_takes_it_back(
    own: TemplatesScreen, ask: Callable[[Any], Any], qtbot: QtBot
) -> None:
    row = own.editor.text.rows[0]
    row.text.setPlainText("\U0001f600 Statement of 24 June 2027 on {subject}")
    qtbot.waitUntil(lambda: own.editor.is_saved)
    row.text.setFocus()
    cursor = row.text.document().find("24 June 2027")
    row.text.setTextCursor(cursor)
    own.desk.actions.trigger("templates.gap")
    qtbot.waitUntil(lambda: own.editor.is_saved)
    kept = stored(own, ask)
    assert kept is not None
    assert kept.gaps[-1].type is GapType.DATE
    assert kept.blocks["en"][0].text == f"\U0001f600 Statement of {{{kept.gaps[-1].name}}} on {{subject}}"
    own.desk.undo_stack.undo()
    qtbot.waitUntil(lambda: "24 June 2027" in own.editor.text.rows[0].text.toPlainText())


def test_gaps_are_described_moved_renamed_and_deleted(
    own: TemplatesScreen, ask: Callable[[Any], Any], qtbot: QtBot
) -> None:
    own.editor.show_page("gaps")
    first = own.editor.gaps.rows[0]
    first.label.clear()
    QTest.keyClicks(first.label, "Topic")
    first.name.setText("topic")
    first.name.editingFinished.emit()
    qtbot.waitUntil(lambda: own.editor.is_saved)
    kept = stored(own, ask)
    assert kept is not None
    assert (kept.gaps[0].name, kept.gaps[0].label("en")) == ("topic", "Topic")
    assert "{topic}" in kept.blocks["en"][0].text
    count = len(kept.gaps)
    own.editor.gaps.rows[0].moved.emit(1)
    qtbot.waitUntil(lambda: own.editor.gaps.rows[1].name.text() == "topic")
    own.editor.gaps.rows[1].removed.emit()
    qtbot.waitUntil(lambda: len(own.editor.gaps.rows) == count - 1)
    qtbot.waitUntil(lambda: own.editor.is_saved)
    assert "[Topic]" in (stored(own, ask) or kept).blocks["en"][0].text


def test_a_choice_asks_for_its_words(own: TemplatesScreen, ask: Callable[[Any], Any], qtbot: QtBot) -> None:
    own.editor.show_page("gaps")
    row = own.editor.gaps.rows[0]
    row.type.setCurrentIndex(list(GapType).index(GapType.CHOICE))
    row.type.activated.emit(row.type.currentIndex())
    assert row.choices.isVisible()
    assert "nothing to choose from" in own.editor.state.text()
    row.choices.setPlainText("Regional\nNational")
    qtbot.waitUntil(lambda: own.editor.is_saved)
    kept = stored(own, ask)
    assert kept is not None
    assert kept.gaps[0].choices["en"] == {"regional": "Regional", "national": "National"}
    own.editor.show_language("es")
    own.editor.gaps.rows[0].choices.setPlainText("Regional\nNacional")
    qtbot.waitUntil(lambda: own.editor.is_saved)
    kept = stored(own, ask)
    assert kept is not None
    assert kept.gaps[0].choice("national", "es") == "Nacional"


def test_the_form_and_another_language(own: TemplatesScreen, qtbot: QtBot) -> None:
    own.editor.show_page("form")
    body = own.editor.form.widget()
    assert body is not None
    assert body.isVisible()
    own.editor.show_page("text")
    own.editor.show_language("fr")
    for _row in range(len(own.editor.text.rows)):
        count = len(own.editor.text.rows)
        own.editor.text.rows[0].removed.emit()
        qtbot.waitUntil(lambda count=count: len(own.editor.text.rows) == count - 1)
    own.editor.text._copy("en")
    qtbot.waitUntil(lambda: len(own.editor.text.rows) > 2)


def test_a_template_is_shared_as_a_file(own: TemplatesScreen, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "ours.toml"
    own.share(str(file))
    qtbot.waitUntil(file.exists)
    own.bring_in(str(file))
    qtbot.waitUntil(lambda: own.listing.list.count() == 5)
    current = own.listing.current
    assert current is not None
    assert not current.is_built_in


def test_deleting_can_be_undone(own: TemplatesScreen, qtbot: QtBot) -> None:
    own.delete()
    qtbot.waitUntil(lambda: own.listing.list.count() == 3)
    own.desk.undo_stack.undo()
    qtbot.waitUntil(lambda: own.listing.list.count() == 4)


def test_a_release_becomes_a_template_with_what_is_ticked(
    screen: TemplatesScreen, ask: Callable[[Any], Any], qtbot: QtBot
) -> None:
    def make(uow: Any) -> str:
        blocks = [Block(uow.ids.new(), BlockKind.HEADLINE, RichText("XVIII Meeting in Managua with 12 boats"))]
        return releases.create_release(uow, type_="statement", language="en", blocks=blocks).value.release.id

    screen.enter(Route("templates", ask(make)))
    qtbot.waitUntil(lambda: screen.choosing.isVisible() and screen.choosing.list.count() == 3)
    screen.choosing.list.item(1).setCheckState(screen.choosing.list.item(1).checkState().Unchecked)
    screen.choosing.make.click()
    qtbot.waitUntil(lambda: screen.editor.isVisible() and not screen.editor.offered.is_built_in)
    assert screen.editor.text.rows[0].text.toPlainText() == "{edition_1} Meeting in Managua with {number_1} boats"


def test_the_offices_own_stand_beside_the_built_in_ones(own: TemplatesScreen, desk: Desk, qtbot: QtBot) -> None:
    new = NewReleaseScreen(desk)
    qtbot.addWidget(new)
    new.show()
    new.enter(Route("new"))
    qtbot.waitUntil(lambda: new.is_ready() and len(new.cards._group.buttons()) == 4)
    own.editor.titles["en"].setText("Reaction")
    own.editor._retitle("en", "Reaction")
    own.editor.flush()
    qtbot.waitUntil(lambda: new.cards._group.buttons()[-1].text() == "Reaction")
    new.cards.choose(3)
    assert "[" in new.preview.toPlainText()
