"""The help of the screen on show, at the window's right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextCharFormat, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from desktop.i18n import _, interface_language
from desktop.ui.help.pages import help_page
from desktop.ui.theme.fonts import ui_font
from desktop.ui.theme.tokens import S4, S8, S12, S16, TYPE_LARGE, TYPE_TITLE, px
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.section_header import label


def _set_type(document: QTextDocument) -> None:
    """Give a page read from Markdown its rhythm: air between paragraphs, tables of keys without a grid or a head."""
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            frame.removeRows(0, 1)
            form = frame.format()
            form.setBorder(0)
            form.setCellPadding(px(2))
            form.setCellSpacing(0)
            frame.setFormat(form)
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        if cursor.currentTable() is None:
            shape.setBottomMargin(px(S4 if block.textList() else S8))
            shape.setTopMargin(px(S12) if shape.headingLevel() > 1 else 0)
            cursor.setBlockFormat(shape)
        if shape.headingLevel():
            look = QTextCharFormat()
            look.setFont(ui_font(TYPE_TITLE if shape.headingLevel() == 1 else TYPE_LARGE, QFont.Weight.DemiBold))
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(look)
        block = block.next()


class HelpPanel(QWidget):
    """A title, a way to close it, the page. Esc closes it too. ``keys_wanted`` asks for the keyboard map."""

    keys_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(min(px(280), 340))
        head = QHBoxLayout()
        head.addWidget(label(_("Help"), "heading"), 1)
        head.addWidget(IconButton("keyboard", _("Keyboard map"), self.keys_wanted.emit))
        head.addWidget(IconButton("x", _("Close help"), self.hide))
        self._text = QTextBrowser()
        self._text.setProperty("role", "panel")
        self._text.setOpenExternalLinks(False)
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._follow)
        self._text.setAccessibleName(_("Help for this screen"))
        self.setFocusProxy(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(S16, S12, S12, S12)
        column.setSpacing(S8)
        column.addLayout(head)
        column.addWidget(self._text, 1)
        self._shown: Path | None = None

    def show_page(self, screen: str) -> None:
        """Show the help of a screen, or any page of the help by its name; read only where the panel is open."""
        if self.isHidden():
            return
        page = help_page(screen, interface_language())
        if page != self._shown:
            self._shown = page
            self._set_markdown(page.read_text("utf-8"))

    def show_text(self, markdown: str) -> None:
        """Show a text that is no screen's page, until the next :meth:`show_page`."""
        self._shown = None
        self.show()
        self._set_markdown(markdown)

    @property
    def plain_text(self) -> str:
        """What is shown, without its looks."""
        return self._text.toPlainText()

    def _set_markdown(self, markdown: str) -> None:
        self._text.setMarkdown(markdown)
        _set_type(self._text.document())
        self._text.verticalScrollBar().setValue(0)

    def _follow(self, link: QUrl) -> None:
        """Go to another page of the help; links to elsewhere are not followed."""
        if link.isRelative():
            self.show_page(link.path())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
