"""Journey: a text is typed with slips, put right by keyboard and pointer, and the office's word is there tomorrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.app.preferences import FilePreferences
from desktop.domain.document import Block, BlockKind
from desktop.services import releases
from desktop.ui.desk import Route
from desktop.ui.editor.spelling_part import SpellingPart
from tests.journeys.conftest import Launch
from tests.journeys.hands import Hands


def part_of(editor: Any) -> SpellingPart:
    return next(each for each in editor.parts if isinstance(each, SpellingPart))


def found(editor: Any) -> list[str]:
    return [each.word for each in part_of(editor).checked.found]


def open_release(hands: Hands, release_id: str) -> Any:
    hands.desk.navigate(Route("editor", release_id))
    editor = hands.arrive("editor")
    hands.until(editor.page.hasFocus)
    return editor


def test_from_slips_to_a_clean_text(launch: Launch, tmp_path: Path) -> None:
    path, preferences = tmp_path / "journey.comunicado", FilePreferences(None)
    hands = launch(preferences, path)
    hands.arrive("home")
    blocks = (Block("p", BlockKind.PARAGRAPH),)
    made = hands.deed(lambda uow: releases.create_release(uow, type_="press-release", language="en", blocks=blocks))
    editor = open_release(hands, made.release.id)
    hands.write('The goverment of Zembla said: "We recieve them" -- and the goverment stays. ')
    assert "said: “We recieve them” – and" in editor.page.current().plain_text
    hands.until(lambda: found(editor) == ["goverment", "Zembla", "recieve", "goverment"])

    hands.press("Ctrl+Home", "F7")
    assert editor.page.textCursor().selectedText() == "goverment"
    section = part_of(editor).list
    hands.until(lambda: "government" in section.offers)
    hands.click("Replace with “government”", section)
    hands.until(lambda: found(editor) == ["Zembla", "recieve"])
    assert editor.page.current().plain_text.count("government") == 2

    hands.press("Ctrl+Home", "F7")
    assert editor.page.textCursor().selectedText() == "Zembla"
    hands.click("Add to the office’s dictionary", section)
    hands.until(lambda: found(editor) == ["recieve"])
    hands.press("Ctrl+Home", "F7")
    hands.click("Ignore in this text", section)
    hands.until(lambda: found(editor) == [])
    hands.settle()
    hands.close()

    again = launch(preferences, path)
    again.arrive("editor")
    editor = open_release(again, made.release.id)
    again.until(lambda: part_of(editor).checked.speller is not None)
    assert found(editor) == []
    again.write("Zembla recieve wich ")
    again.until(lambda: found(editor) == ["wich"])
