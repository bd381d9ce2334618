"""What is drawn under the text follows the edits made since it was found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from desktop.ui.editor.screen import EditorScreen
from desktop.ui.editor.underlines import LINE, Underline, moved

WORD = Underline(4, 8, "problem", key="w")


def test_before_the_edit_it_stays_behind_it_moves_along_touched_it_waits() -> None:
    assert moved("the word here", "the word there", [WORD]) == [WORD]
    assert moved("the word here", "oh, the word here", [WORD]) == [Underline(8, 12, "problem", key="w")]
    assert moved("the word here", "the wird here", [WORD]) == []
    assert moved("the word here", "the words here", [WORD]) == []


@given(st.text("ab 😀", max_size=12), st.text("ab 😀", max_size=12), st.integers(0, 12), st.integers(1, 4))
def test_what_is_kept_still_covers_the_same_letters(then: str, now: str, start: int, length: int) -> None:
    end = start + length
    if end > len(then):
        return
    for each in moved(then, now, [Underline(start, end, "info")]):
        assert now[each.start : each.end] == then[start:end]


def test_an_underline_is_found_where_it_is_now(screen: EditorScreen) -> None:
    text = screen.page.current().block("h").text.text  # type: ignore[union-attr]
    screen.page.underlines.show("test", {"h": (text, [Underline(4, 11, "stale", LINE, "f1")])})
    assert screen.page.underlines.at("h", 5)[0][1].key == "f1"
    screen.page.moveCursor(QTextCursor.MoveOperation.Start)
    screen.page.textCursor().insertText("😀 ")
    assert screen.page.underlines.at("h", 5) == ()
    assert screen.page.underlines.at("h", 7)[0][1] == Underline(6, 13, "stale", LINE, "f1")
    screen.page.grab()
    screen.page.underlines.show("test", {})
    assert screen.page.underlines.at("h", 7) == ()
