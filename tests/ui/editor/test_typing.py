"""Typography while typing, the line below the page, focus mode."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextOption
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.services import releases
from desktop.services.office import HEADLINE_LIMITS, set_setting
from desktop.ui.desk import Desk, Route
from desktop.ui.editor.counts_part import CountsPart
from desktop.ui.editor.screen import EditorScreen
from desktop.ui.editor.typing_part import TypingPart
from desktop.ui.text.correcting import PREFERENCE, STYLE_PREFERENCE

HARD = "\u00a0"
Ask = Callable[[Any], Any]


def open_in(language: str, desk: Desk, ask: Ask, qtbot: QtBot, *blocks: Block) -> EditorScreen:
    made = ask(
        lambda uow: releases.create_release(
            uow, type_="press-release", language=language, blocks=blocks or (Block("p", BlockKind.PARAGRAPH),)
        )
    )
    shown = EditorScreen(desk)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.side)
    shown.resize(1100, 700)
    shown.show()
    shown.enter(Route("editor", made.value.release.id))
    qtbot.waitUntil(shown.is_ready, timeout=20_000)
    return shown


def text(screen: EditorScreen, block_id: str = "p") -> str:
    block = screen.page.current().block(block_id)
    assert block is not None
    return block.text.text


def test_english(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    screen = open_in("en", desk, ask, qtbot)
    qtbot.keyClicks(screen.page, '"It\'s on," he said -- yes...')
    assert text(screen) == "“It’s on,” he said – yes…"


@pytest.mark.parametrize(("style", "shown"), [("", "“Sí”"), ("angled", "«Sí»")])
def test_spanish_in_the_style_chosen(desk: Desk, ask: Ask, qtbot: QtBot, style: str, shown: str) -> None:
    desk.preferences.set(STYLE_PREFERENCE.format("es"), style)
    screen = open_in("es", desk, ask, qtbot, Block("p", BlockKind.PARAGRAPH, RichText.plain("Sí")))
    screen.page.go_to("p", 0)
    qtbot.keyClicks(screen.page, '"')
    screen.page.go_to("p", 3)
    qtbot.keyClicks(screen.page, '" el 15 % de EE. UU.')
    assert text(screen) == f"{shown} el 15{HARD}% de EE.{HARD}UU."


def test_a_mark_of_another_language_brings_its_rules(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    rich = RichText.of("Dijo algo, she said.", [Mark(0, 9, MarkKind.LANGUAGE, "es")])
    screen = open_in("en", desk, ask, qtbot, Block("p", BlockKind.PARAGRAPH, rich))
    screen.page.go_to("p", 5)
    qtbot.keyClicks(screen.page, "15 % ")
    assert text(screen).startswith(f"Dijo 15{HARD}% algo")
    screen.page.go_to("p", len(text(screen)))
    qtbot.keyClicks(screen.page, " 15 %")
    assert text(screen).endswith(" 15 %")


def test_undo_takes_back_only_the_correction(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    screen = open_in("en", desk, ask, qtbot)
    qtbot.keyClicks(screen.page, "one --")
    assert text(screen) == "one –"
    screen.page.undo()
    assert text(screen) == "one --"
    qtbot.keyClicks(screen.page, " two")
    assert text(screen) == "one -- two"
    screen.page.go_to("p", 0)
    qtbot.keyClicks(screen.page, '"')
    assert text(screen)[0] == "“"
    screen.page.undo()
    assert text(screen)[0] == '"'


def test_marks_and_emoji_stay_as_they_are(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    rich = RichText.of("🙂 strong end", [Mark(2, 8, MarkKind.STRONG)])
    screen = open_in("en", desk, ask, qtbot, Block("p", BlockKind.PARAGRAPH, rich))
    screen.page.go_to("p", 5)
    qtbot.keyClicks(screen.page, "'")
    block = screen.page.current().block("p")
    assert block is not None
    assert block.text == RichText.of("🙂 str’ong end", [Mark(2, 9, MarkKind.STRONG)])


def test_a_paste_is_not_touched(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    screen = open_in("en", desk, ask, qtbot)
    mime = QMimeData()
    mime.setText('"straight" -- and...')
    screen.page.insertFromMimeData(mime)
    assert text(screen) == '"straight" -- and...'


def test_it_can_be_switched_off(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    desk.preferences.set(PREFERENCE, "off")
    screen = open_in("en", desk, ask, qtbot)
    qtbot.keyClicks(screen.page, '"a" --')
    assert text(screen) == '"a" --'


def test_in_a_line_of_ten_thousand_signs(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    long = "palabra 🙂 " * 1100
    screen = open_in("es", desk, ask, qtbot, Block("p", BlockKind.PARAGRAPH, RichText.plain(long)))
    screen.page.go_to("p", len(long))
    qtbot.keyClicks(screen.page, '"si" -- no...')
    assert text(screen) == long + "“si” – no…"


def test_invisible_characters_are_shown_without_touching_the_text(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    screen = open_in("en", desk, ask, qtbot, Block("p", BlockKind.PARAGRAPH, RichText.plain(f"a b{HARD}c")))
    part = next(each for each in screen.parts if isinstance(each, TypingPart))

    def is_shown() -> bool:
        flags = screen.page.document().defaultTextOption().flags()
        return bool(flags & QTextOption.Flag.ShowTabsAndSpaces)

    before = screen.page.grab().toImage()
    assert not is_shown()
    part.signs.trigger()
    assert is_shown()
    assert screen.page.grab().toImage() != before
    assert text(screen) == f"a b{HARD}c"
    assert not screen.page.document().isUndoAvailable()
    part.signs.trigger()
    assert not is_shown()


# -- below the page ---------------------------------------------------------------------------------------------

ENGLISH = (
    Block("h", BlockKind.HEADLINE, RichText.plain("Two offices open")),
    Block("p", BlockKind.PARAGRAPH, RichText.plain("The cat sat on the mat in the old barn. " * 4)),
)


def line_of(screen: EditorScreen) -> Any:
    return next(each for each in screen.parts if isinstance(each, CountsPart)).line


def test_counts_readability_and_headline(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    screen = open_in("en", desk, ask, qtbot, *ENGLISH)
    line = line_of(screen)
    qtbot.waitUntil(lambda: "43 words" in line.counts.text(), timeout=20_000)
    assert line.counts.text() == "43 words · 176 characters · 1 min read"
    assert "4 sentences" in line.counts.toolTip() or "5 sentences" in line.counts.toolTip()
    assert line.ease.text().startswith("Flesch 1")
    assert "very easy" in line.ease.text()
    assert line.headline.text() == "Headline: 16 characters, 3 words, good length"
    assert line.headline.property("role") == "ok"
    screen.page.go_to("p", 0, 7)
    qtbot.waitUntil(lambda: line.counts.text() == "2 of 43 words · 7 characters", timeout=20_000)
    screen.page.go_to("p", 0)
    qtbot.waitUntil(lambda: line.counts.text().startswith("43 words ·"), timeout=20_000)


def test_the_offices_limits(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    screen = open_in("en", desk, ask, qtbot, *ENGLISH)
    desk.deed(lambda uow: set_setting(uow, HEADLINE_LIMITS, "10,15"))
    line = line_of(screen)
    qtbot.waitUntil(lambda: line.headline.text().endswith("too long"), timeout=20_000)
    assert line.headline.property("role") == "problem"
    assert "15" in line.headline.toolTip()


def test_spanish_has_its_own_formulas_and_french_none(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    sentence = "La gente del sur trabaja cada semana con mucha paciencia. " * 4
    screen = open_in("es", desk, ask, qtbot, Block("p", BlockKind.PARAGRAPH, RichText.plain(sentence)))
    line = line_of(screen)
    qtbot.waitUntil(lambda: "Szigriszt-Pazos" in line.ease.text(), timeout=20_000)
    assert "INFLESZ" in line.ease.toolTip()
    assert "Fernández-Huerta" in line.ease.toolTip()
    assert not line.headline.isVisible(), "there is no headline block"
    french = open_in("fr", desk, ask, qtbot, Block("p", BlockKind.PARAGRAPH, RichText.plain(sentence)))
    qtbot.waitUntil(lambda: "40 words" in line_of(french).counts.text(), timeout=20_000)
    assert not line_of(french).ease.isVisible()


def test_focus_mode_leaves_only_the_text_and_escape_brings_all_back(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    screen = open_in("en", desk, ask, qtbot, *ENGLISH)
    heard: list[bool] = []
    desk.focused.connect(heard.append)
    desk.actions.trigger("editor.focus")
    around = (screen.header, screen.toolbar, *screen.feet)
    assert not any(each.isVisible() for each in around)
    assert screen.page.isVisible()
    qtbot.keyClick(screen.page, Qt.Key.Key_Escape)
    assert all(each.isVisible() for each in around)
    desk.actions.trigger("editor.focus")
    screen.leave()
    assert all(each.isVisible() for each in around)
    assert heard == [True, False, True, False]
