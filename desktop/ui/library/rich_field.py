"""A short text with emphasis and links: what a boilerplate is written in."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.domain.richtext import MarkKind, RichText, join
from desktop.ui.text.projection import read_rich_text, write_rich_text
from desktop.ui.text.typography import document_face

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()]+[^\s<>().,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.\w{2,}")


class RichField(QTextEdit):
    """Ctrl+B and Ctrl+I mark; addresses become links when the text is read. ``left`` when the focus goes elsewhere."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDefaultFont(document_face())

    def show_text(self, text: RichText) -> None:
        """Show a text; its undo begins here."""
        self.clear()
        cursor = QTextCursor(self.document())
        write_rich_text(cursor, text)
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def read(self) -> RichText:
        """The text as it stands, every address in it a link."""
        parts: list[RichText] = []
        block = self.document().begin()
        while block.isValid():
            parts.append(read_rich_text(block))
            block = block.next()
        return linked(join(parts, "\n").strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Bold):
            heavy = self.fontWeight() >= QFont.Weight.DemiBold.value
            self.setFontWeight(QFont.Weight.Normal.value if heavy else QFont.Weight.Bold.value)
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.setFontItalic(not self.fontItalic())
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def linked(text: RichText) -> RichText:
    """The text with every web and mail address that is no link yet made one."""
    taken = text.marks_of(MarkKind.LINK)
    for found in _ADDRESS.finditer(text.text):
        if any(mark.start < found.end() and found.start() < mark.end for mark in taken):
            continue
        url = _address(found.group())
        text = text.with_mark(found.start(), found.end(), MarkKind.LINK, url)
    return text


def _address(written: str) -> str:
    if "://" in written:
        return written
    return f"https://{written}" if written.startswith("www.") else f"mailto:{written}"
