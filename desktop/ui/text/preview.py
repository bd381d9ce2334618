"""A document to look at: same typography as the page, nothing to edit."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.domain.document import BlockKind, Document
from desktop.ui.text import formats
from desktop.ui.text.pictures import Pictures
from desktop.ui.text.projection import write_document
from desktop.ui.text.typography import Typography, document_face
from desktop.ui.theme import tokens


class DocumentPreview(QTextBrowser):
    """Shows a document in a centred column; links do not open."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._page = QTextDocument(self)
        self._page.setDefaultFont(document_face())
        self._page.setDocumentMargin(tokens.S24)
        self._looks = Typography(self._page)
        #: Draws the pictures; frames only, until somebody with a desk gives it ``load``.
        self.pictures = Pictures(self)
        self.setDocument(self._page)

    def show_document(self, document: Document) -> None:
        """Show a document; the place scrolled to stays."""
        place = self.verticalScrollBar().value()
        write_document(self._page, document)
        self.verticalScrollBar().setValue(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        layout, offset = self._page.documentLayout(), self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        block = self._page.begin()
        while block.isValid():
            if formats.kind_of(block.blockFormat()) is BlockKind.IMAGE:
                rect = layout.blockBoundingRect(block).translated(0, -offset)
                above = rect.top() - block.blockFormat().topMargin()
                if above < event.rect().bottom() and rect.bottom() > event.rect().top():
                    self.pictures.paint(painter, block, rect)
            block = block.next()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        measure = QFontMetricsF(document_face()).averageCharWidth() * tokens.DOCUMENT_MEASURE + 2 * tokens.S24
        side = max(0, round((self.width() - self.verticalScrollBar().sizeHint().width() - measure) / 2))
        self.setViewportMargins(side, 0, side, 0)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_looks"):
            self._page.setDefaultFont(document_face())
            self._looks.renew()
        super().changeEvent(event)
