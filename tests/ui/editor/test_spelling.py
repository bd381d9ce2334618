"""Spelling on the page: waves, menu, section, F7, and nothing under the word being typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.services import releases, spelling
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.editor.screen import EditorScreen
from desktop.ui.editor.spelling_part import LAYER, SpellingPart
from desktop.ui.spelling.preferences import CHECK_PREFERENCE

BLOCKS = (
    Block("h", BlockKind.HEADLINE, RichText.plain("Two ofices open")),
    Block(
        "p",
        BlockKind.PARAGRAPH,
        RichText.of(
            "🙂 The goverment met. Dijo que la migracion crece. A goverment [Ciudda] stays.",
            [
                Mark(21, 49, MarkKind.LANGUAGE, "es"),
                Mark(6, 15, MarkKind.STRONG),
                Mark(62, 70, MarkKind.PLACEHOLDER, "city"),
            ],
        ),
    ),
    Block("q", BlockKind.QUOTE, RichText.plain("“We are here,” she said.")),
)


@pytest.fixture
def opened(desk: Desk, ask: Callable[[Any], Any], qtbot: QtBot) -> EditorScreen:
    made = ask(lambda uow: releases.create_release(uow, type_="press-release", language="en", blocks=BLOCKS))
    shown = EditorScreen(desk)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.side)
    shown.resize(1000, 760)
    shown.side.show()
    shown.show()
    shown.activateWindow()
    shown.enter(Route("editor", made.value.release.id))
    qtbot.waitUntil(shown.is_ready, timeout=20_000)
    qtbot.waitUntil(lambda: bool(part_of(shown).checked.found), timeout=20_000)
    return shown


def part_of(screen: EditorScreen) -> SpellingPart:
    return next(each for each in screen.parts if isinstance(each, SpellingPart))


def words(screen: EditorScreen) -> list[tuple[str, str]]:
    return [(each.word, each.language) for each in part_of(screen).checked.found]


def waved(screen: EditorScreen, block_id: str) -> list[str]:
    """The stretches of a block that carry a wave."""
    text = screen.page.ledger.find(block_id).text()
    points = [
        each for at in range(len(text) + 1) for layer, each in screen.page.underlines.at(block_id, at) if layer == LAYER
    ]
    return [screen.page.current().block(block_id).text.text[e.start : e.end] for e in dict.fromkeys(points)]  # type: ignore[union-attr]


def menu_at(screen: EditorScreen, block_id: str, point: int) -> QMenu:
    menu = QMenu(screen)
    screen.page.menu_wanted.emit(menu, block_id, point)
    return menu


def shown_entries(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.isVisible() and not each.isSeparator()]


def test_each_stretch_in_its_own_language(opened: EditorScreen) -> None:
    assert words(opened) == [("ofices", "en"), ("goverment", "en"), ("migracion", "es"), ("goverment", "en")]
    assert waved(opened, "p") == ["goverment", "migracion", "goverment"]
    assert waved(opened, "q") == []


def test_the_menu_replaces_the_word_and_undo_takes_it_back(opened: EditorScreen, qtbot: QtBot) -> None:
    menu = menu_at(opened, "p", 8)
    qtbot.waitUntil(lambda: "government" in shown_entries(menu), timeout=20_000)
    assert shown_entries(menu)[-3:] == [
        "Add to my dictionary",
        "Add to the office’s dictionary",
        "Ignore in this text",
    ]
    assert 1 <= len(shown_entries(menu)) - 3 <= 5
    next(each for each in menu.actions() if each.text() == "government").trigger()
    block = opened.page.current().block("p")
    assert block is not None
    assert block.text.text.startswith("🙂 The government met. Dijo")
    assert block.text.marks_of(MarkKind.STRONG) == (Mark(6, 16, MarkKind.STRONG),)
    assert (block.text.marks_of(MarkKind.PLACEHOLDER)[0].start, block.text.text.count("goverment")) == (63, 1)
    opened.page.undo()
    assert opened.page.current().block("p") == BLOCKS[1]


def test_no_entries_where_nothing_is_wrong(opened: EditorScreen) -> None:
    assert shown_entries(menu_at(opened, "q", 3)) == []
    assert "Add to my dictionary" not in shown_entries(menu_at(opened, "p", 65)), "a gap is not looked at"


def test_suggestions_come_in_the_words_own_language(opened: EditorScreen, qtbot: QtBot) -> None:
    menu = menu_at(opened, "p", 36)
    qtbot.waitUntil(lambda: "migración" in shown_entries(menu), timeout=20_000)


def test_f7_goes_from_one_to_the_next_and_round(opened: EditorScreen, qtbot: QtBot) -> None:
    opened.page.go_to("h", 0)
    seen = []
    for _ in range(5):
        qtbot.keyClick(opened.page, Qt.Key.Key_F7)
        seen.append(opened.page.textCursor().selectedText())
    assert seen == ["ofices", "goverment", "migracion", "goverment", "ofices"]
    section = part_of(opened).list
    assert section.current == ("ofices", "en")
    qtbot.waitUntil(lambda: "offices" in section.offers, timeout=20_000)


def test_the_section_groups_and_corrects_every_place_at_once(opened: EditorScreen, qtbot: QtBot) -> None:
    section = part_of(opened).list
    assert section.words.row_count() == 3
    section.words.click(1)
    assert opened.page.textCursor().selectedText() == "goverment"
    first = opened.page.place()
    section.words.click(1)
    assert opened.page.place() > first, "the second click goes to the second place"
    qtbot.waitUntil(lambda: "government" in section.offers, timeout=20_000)
    section.replaced.emit(("goverment", "en"), "government")
    block = opened.page.current().block("p")
    assert block is not None
    assert block.text.text.count("government") == 2
    qtbot.waitUntil(lambda: section.words.row_count() == 2, timeout=20_000)
    opened.page.undo()
    assert opened.page.current().block("p") == BLOCKS[1], "one undo step"


def test_a_word_added_is_right_at_once_and_undo_makes_it_wrong_again(
    opened: EditorScreen, desk: Desk, qtbot: QtBot, ask: Callable[[Any], Any]
) -> None:
    menu = menu_at(opened, "p", 8)
    next(each for each in menu.actions() if each.text() == "Add to the office’s dictionary").trigger()
    qtbot.waitUntil(lambda: ("goverment", "en") not in words(opened), timeout=20_000)
    assert {each.word for each in ask(spelling.office_words)} == {"goverment"}
    assert waved(opened, "p") == ["migracion"]
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: ("goverment", "en") in words(opened), timeout=20_000)
    opened.page.go_to("p", 8)
    part_of(opened).list.personal.emit(("goverment", "en"))
    qtbot.waitUntil(lambda: ("goverment", "en") not in words(opened), timeout=20_000)
    assert desk.tools.personal_words.all() == {("goverment", "en")}


def test_ignoring_counts_for_this_text_only(
    opened: EditorScreen, desk: Desk, qtbot: QtBot, ask: Callable[[Any], Any]
) -> None:
    part_of(opened).list.ignored.emit(("goverment", "en"))
    qtbot.waitUntil(lambda: ("goverment", "en") not in words(opened), timeout=20_000)
    other = ask(lambda uow: releases.create_release(uow, type_="statement", language="en", blocks=BLOCKS[1:2]))
    opened.enter(Route("editor", other.value.release.id))
    qtbot.waitUntil(lambda: ("goverment", "en") in words(opened), timeout=20_000)


def test_no_wave_under_the_word_being_typed_until_the_cursor_leaves_it(opened: EditorScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.page.hasFocus, timeout=20_000)
    opened.page.go_to("q", 24)
    qtbot.keyClicks(opened.page, " Nurses acros")
    part = part_of(opened)
    qtbot.waitUntil(lambda: ("acros", "en") in words(opened), timeout=20_000)
    assert waved(opened, "q") == []
    qtbot.keyClicks(opened.page, "x now")
    qtbot.waitUntil(lambda: ("acrosx", "en") in words(opened), timeout=20_000)
    assert waved(opened, "q") == ["acrosx"]
    qtbot.keyClicks(opened.page, " wich")
    qtbot.waitUntil(lambda: ("wich", "en") in words(opened), timeout=20_000)
    assert waved(opened, "q") == ["acrosx"]
    opened.page.go_to("h", 0)
    assert waved(opened, "q") == ["acrosx", "wich"]
    assert part.checked.found


def test_switched_off_there_are_no_waves(opened: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    desk.preferences.set(CHECK_PREFERENCE, "off")
    part = part_of(opened)
    part.follow(opened.page.current())
    assert words(opened) == []
    assert waved(opened, "p") == []


def test_a_language_without_a_dictionary_says_what_to_do(
    desk: Desk, ask: Callable[[Any], Any], qtbot: QtBot, notices: list[Notice]
) -> None:
    desk.tools.open_dictionary = lambda _variety: None
    made = ask(lambda uow: releases.create_release(uow, type_="press-release", language="en", blocks=BLOCKS))
    shown = EditorScreen(desk)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.side)
    shown.show()
    shown.enter(Route("editor", made.value.release.id))
    section = part_of(shown).list
    qtbot.waitUntil(lambda: "hunspell-en-gb" in section.missing.text(), timeout=20_000)
    assert words(shown) == []
    part_of(shown).next()
    assert "no dictionary" in notices[-1].text
