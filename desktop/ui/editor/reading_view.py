"""The text in the page's place, only to read: as it would be with all suggestions, or as it was before them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from desktop.domain.document import Document
from desktop.i18n import _
from desktop.ui.text.projection import write_document
from desktop.ui.text.typography import Typography, document_face
from desktop.ui.theme.tokens import S8, S16
from desktop.ui.widgets import QuietButton, label


class ReadingView(QWidget):
    """A document to read, with a sentence that says what it is and the way back."""

    def __init__(self, back: Callable[[], object]) -> None:
        super().__init__()
        self._says = label("", "strong")
        self.back = QuietButton(_("Back to the text"), back, icon_name="arrow-u-up-left")
        bar = QFrame()
        bar.setProperty("role", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(S16, S8, S16, S8)
        row.addWidget(self._says, 1)
        row.addWidget(self.back)
        self.text = QTextBrowser()
        self.text.setProperty("role", "page")
        self.text.setOpenLinks(False)
        self._page = QTextDocument(self.text)
        self._page.setDefaultFont(document_face())
        self._page.setDocumentMargin(48)
        self._looks = Typography(self._page)
        self.text.setDocument(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.text)

    def show_text(self, document: Document, sentence: str) -> None:
        """Show a document."""
        self._says.setText(sentence)
        self.text.setAccessibleName(sentence)
        write_document(self._page, document)
        self._looks.renew()
