"""Find and replace on the page, by keyboard, on a real workspace."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.richtext import MarkKind
from desktop.ui.editor.find_part import FindPart
from desktop.ui.editor.screen import EditorScreen

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def part(screen: EditorScreen, qtbot: QtBot) -> FindPart:
    screen.activateWindow()
    screen.page.setFocus()
    return next(each for each in screen.parts if isinstance(each, FindPart))


def press(screen: EditorScreen, key: Qt.Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(screen.focusWidget() or screen.page, key, modifiers)


def selected(screen: EditorScreen) -> tuple[str, str]:
    return screen.page.textCursor().selectedText(), screen.page.place()[0]


def test_f3_goes_round_and_says_where_it_is(screen: EditorScreen, part: FindPart, qtbot: QtBot) -> None:
    press(screen, Qt.Key.Key_F, CTRL)
    assert part.find_bar.isVisible()
    assert part.find_bar.words.hasFocus()
    QTest.keyClicks(part.find_bar.words, "on")
    press(screen, Qt.Key.Key_Return)
    assert selected(screen) == ("on", "p2")
    assert part.find_bar.words.hasFocus()
    qtbot.waitUntil(lambda: part.find_bar.count.text() == "1 of 1")
    part.find_bar.words.setText("the")
    for expected in ("p2", "p1", "p2", "p1"):
        press(screen, Qt.Key.Key_F3)
        assert selected(screen)[1] == expected
    press(screen, Qt.Key.Key_F3, SHIFT)
    assert selected(screen)[1] == "p2"
    qtbot.waitUntil(lambda: part.find_bar.count.text() == "2 of 2")
    press(screen, Qt.Key.Key_Escape)
    assert not part.find_bar.isVisible()
    assert screen.page.hasFocus()


def test_every_place_is_lit_and_the_light_follows(screen: EditorScreen, part: FindPart, qtbot: QtBot) -> None:
    part.open_bar()
    part.find_bar.words.setText("e")
    qtbot.waitUntil(lambda: bool(screen.page.underlines.at("h", 9)))
    screen.page.go_to("h", 0)
    screen.page.textCursor().insertText("xx")
    qtbot.waitUntil(lambda: any(u.start == 11 for _layer, u in screen.page.underlines.at("h", 11)))
    part.find_bar.close_bar()
    assert screen.page.underlines.at("h", 11) == ()


def test_one_after_the_other_keeps_marks_and_each_is_an_undo(screen: EditorScreen, part: FindPart) -> None:
    before = screen.page.current()
    press(screen, Qt.Key.Key_H, CTRL)
    part.find_bar.words.setText("the")
    part.find_bar.new_words.setText("our")
    part.find_bar.new_words.setFocus()
    press(screen, Qt.Key.Key_Return)
    assert screen.page.current() == before
    press(screen, Qt.Key.Key_Return)
    press(screen, Qt.Key.Key_Return)
    texts = {b.id: b.text.text for b in screen.page.current()}
    assert texts["p1"] == "our office in [City] opens."
    assert texts["p2"] == "Read more on our site."
    (link,) = screen.page.current().blocks[3].text.marks_of(MarkKind.LINK)
    assert screen.page.current().blocks[3].text.text[link.start : link.end] == "site"
    screen.page.undo()
    assert [b.text.text for b in screen.page.current()][3] == "Read more on the site."
    screen.page.undo()
    assert screen.page.current() == before


def test_all_at_once_is_one_undo_and_leaves_gaps(screen: EditorScreen, part: FindPart, qtbot: QtBot) -> None:
    before = screen.page.current()
    part.open_bar()
    part.find_bar.pattern.setChecked(True)
    part.find_bar.words.setText(r"([oi])([nt])")
    part.find_bar.new_words.setText(r"\2\1")
    qtbot.mouseClick(part.find_bar.all_button, Qt.MouseButton.LeftButton)
    texts = {b.id: b.text.text for b in screen.page.current()}
    assert "[City]" in texts["p1"]
    assert texts["p2"] == "Read more no the stie."
    assert part.find_bar.count.text().endswith("places replaced")
    screen.page.undo()
    assert screen.page.current() == before
    qtbot.waitUntil(lambda: screen.autosave.is_saved, timeout=5000)


def test_a_wrong_pattern_is_told_beside_the_field(screen: EditorScreen, part: FindPart, qtbot: QtBot) -> None:
    part.open_bar()
    part.find_bar.pattern.setChecked(True)
    part.find_bar.words.setText("(")
    qtbot.waitUntil(lambda: "pattern" in part.find_bar.count.text())
    part.replace_all()
    part.step(1)
    part.find_bar.words.setText("zzz")
    qtbot.waitUntil(lambda: part.find_bar.count.text() == "Not found")
