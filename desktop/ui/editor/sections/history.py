"""Kept states of the text: look at one, bring one back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from desktop.domain.release import Revision, RevisionHeader
from desktop.i18n import _
from desktop.ui.editor.moments import in_words
from desktop.ui.text.projection import write_document
from desktop.ui.text.typography import Typography, document_face
from desktop.ui.theme.tokens import S8
from desktop.ui.widgets import QuietButton, label


class HistorySection(QWidget):
    """``wanted`` asks to show a revision on the page's place, ``restored`` to bring one back."""

    wanted = Signal(str)
    restored = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._headers: tuple[RevisionHeader, ...] = ()
        self._list = QListWidget()
        self._list.setAccessibleName(_("Versions kept"))
        self._empty = label(_("Versions are kept as you write."), "muted", wraps=True)
        self._view = QuietButton(_("View"), self._look, icon_name="eye")
        self._restore = QuietButton(_("Restore"), self._bring_back, icon_name="arrow-counter-clockwise")
        row = QHBoxLayout()
        row.addWidget(self._view)
        row.addWidget(self._restore)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(self._empty)
        column.addWidget(self._list)
        column.addLayout(row)
        self._list.itemActivated.connect(lambda _item: self._look())

    def show_headers(self, headers: Sequence[RevisionHeader]) -> None:
        """Show the kept states, newest first."""
        self._headers = tuple(headers)
        self._list.clear()
        for header in headers:
            short, exact = in_words(header.created_at)
            item = QListWidgetItem(f"{header.number} · {short} · {header.label}")
            item.setToolTip("\n".join(part for part in (exact, header.author, header.label) if part))
            item.setData(Qt.ItemDataRole.UserRole, header.id)
            self._list.addItem(item)
        self._list.setVisible(bool(headers))
        self._list.setFixedHeight(min(6, max(1, len(headers))) * max(24, self._list.sizeHintForRow(0)) + 8)
        self._empty.setVisible(not headers)
        for each in (self._view, self._restore):
            each.setVisible(bool(headers))
        if headers:
            self._list.setCurrentRow(0)

    def _chosen(self) -> str:
        item = self._list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def _look(self) -> None:
        if self._chosen():
            self.wanted.emit(self._chosen())

    def _bring_back(self) -> None:
        if self._chosen():
            self.restored.emit(self._chosen())


class RevisionView(QWidget):
    """A kept state in the page's place, to read; two buttons: bring it back, or close."""

    restored = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self._says = label("", "strong")
        self._text = QTextBrowser()
        self._text.setProperty("role", "page")
        self._text.setAccessibleName(_("Kept version"))
        self._text.setOpenLinks(False)
        self._page = QTextDocument(self._text)
        self._page.setDefaultFont(document_face())
        self._page.setDocumentMargin(48)
        self._looks = Typography(self._page)
        self._text.setDocument(self._page)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.addWidget(self._says)
        bar.addStretch(1)
        bar.addWidget(QuietButton(_("Restore this version"), lambda: self.restored.emit(self._id)))
        bar.addWidget(QuietButton(_("Back to the text"), self.closed.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._text)

    def show_revision(self, revision: Revision) -> None:
        """Show a kept state."""
        self._id = revision.header.id
        _short, exact = in_words(revision.header.created_at)
        self._says.setText(_("Version {number}, {when}").format(number=revision.header.number, when=exact))
        write_document(self._page, revision.document)
        self._looks.renew()
