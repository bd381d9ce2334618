"""The text as it will read, with everything that was found in it lit by what is decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.domain.document import Document
from desktop.editorial.reuse.answers import Decision, Place
from desktop.i18n import _
from desktop.ui.text.preview import DocumentPreview
from desktop.ui.text.projection import point_in_block, select_points
from desktop.ui.theme import tokens

_ROLES = {Decision.OPEN: "stale", Decision.FILL: "ok", Decision.KEEP: "neutral"}


class ReuseText(DocumentPreview):
    """``pointed`` carries the group of a found thing that was clicked."""

    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("The new release"))
        self._places: Sequence[Place] = ()
        self._numbers: dict[str, int] = {}
        self._current = ""

    def show_answered(self, document: Document, places: Sequence[Place]) -> None:
        """Show the text as it would be made now."""
        self._places = places
        self._numbers = {block.id: number for number, block in enumerate(document.blocks)}
        self.show_document(document)
        self._light()

    def follow(self, group: str) -> None:
        """Bring a group's first mention into view, and light it more than the rest."""
        self._current = group
        self._light()
        place = next((each for each in self._places if each.group == group), None)
        if place is not None:
            cursor = self._cursor(place)
            rect = self.cursorRect(cursor)
            if not 0 <= rect.top() <= self.viewport().height() - rect.height():
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + rect.top() - self.viewport().height() // 3)

    def lit(self) -> tuple[tuple[str, str], ...]:
        """``(group, words)`` of everything lit, in the order of the text."""
        return tuple((each.group, self._cursor(each).selectedText()) for each in self._places)

    def _cursor(self, place: Place) -> QTextCursor:
        block = self.document().findBlockByNumber(self._numbers[place.block_id])
        return select_points(block, place.start, place.end)

    def _light(self) -> None:
        look = tokens.current()
        found = []
        for place in self._places:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(place)
            role = _ROLES[place.decision]
            lit = QTextCharFormat()
            share = 0.34 if place.group == self._current else 0.15
            lit.setBackground(QColor(tokens.mix(look.role(role), look.surface, share)))
            if place.group == self._current:
                lit.setFontUnderline(True)
            selection.format = lit
            found.append(selection)
        self.setExtraSelections(found)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        cursor = self.cursorForPosition(event.position().toPoint())
        number, point = cursor.block().blockNumber(), point_in_block(cursor)
        for place in self._places:
            if self._numbers.get(place.block_id) == number and place.start <= point <= place.end:
                self.pointed.emit(place.group)
                return
