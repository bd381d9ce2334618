"""Typographic corrections while somebody types, in any of our text fields."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.editorial.typing_rules import SEEN, TypingRules, correction
from desktop.ui.text.utf16 import unit_length

#: The preference that switches corrections off: this person, on this computer.
PREFERENCE = "typing.correct"
#: A preference per language: the style of its quotation marks where it is not the first one offered.
STYLE_PREFERENCE = "typing.style.{}"


def correct_typed(edit: QTextEdit, sign: str, rules: TypingRules | None) -> bool:
    """Put right what the sign just typed completed; whether something was.

    It is an undo step of its own: undo takes back the correction and leaves what was typed. A few microseconds for a
    sign that no rule waits for.
    """
    if rules is None or sign not in rules.keys:
        return False
    cursor = edit.textCursor()
    if cursor.hasSelection():
        return False
    before = _tail(cursor)
    found = correction(before, rules)
    if found is None:
        return False
    removed = unit_length(before[len(before) - found.removed :])
    hand = QTextCursor(cursor)
    hand.setPosition(cursor.position() - removed, QTextCursor.MoveMode.KeepAnchor)
    made = cursor.charFormat()
    hand.beginEditBlock()
    hand.insertText(found.text, made)
    hand.endEditBlock()
    return True


def _tail(cursor: QTextCursor) -> str:
    """The block's text before the cursor, or more of it than a rule can see: a very long block is not copied."""
    units = 2 * SEEN + 1  # in case all of it is emoji
    hand = QTextCursor(cursor)
    hand.setPosition(cursor.position() - min(cursor.positionInBlock(), units), QTextCursor.MoveMode.KeepAnchor)
    return hand.selectedText()
