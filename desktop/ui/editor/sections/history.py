"""Kept states of a text: look at one, name it, bring it back, compare any two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.release import Revision, RevisionHeader, Version, VersionRole
from desktop.i18n import _
from desktop.services.history import why_words
from desktop.ui.editor.moments import in_words
from desktop.ui.text.projection import write_document
from desktop.ui.text.typography import Typography, document_face
from desktop.ui.theme.tokens import S4, S8, px
from desktop.ui.widgets import QuietButton, label
from desktop.ui.widgets.language_words import own_name

_SHOWN = 7


def state_name(header: RevisionHeader) -> str:
    """What a kept state is called: its name, else its number."""
    return header.name or _("Version {number}").format(number=header.number)


def state_line(header: RevisionHeader) -> str:
    """A row of the list: what it is called, when and why it was kept."""
    short, _exact = in_words(header.created_at)
    first = f"{header.number} · {header.name}" if header.name else str(header.number)
    return " · ".join(part for part in (first, short, why_words(header.label)) if part)


class HistorySection(QWidget):
    """``wanted`` asks to show a revision in the page's place, ``restored`` to bring one back, ``named`` to name one.

    ``compared`` carries two revision ids, the older first; an empty second one is the text now.
    ``version_chosen`` carries the id of the version whose history is wanted.
    """

    wanted = Signal(str)
    restored = Signal(str)
    named = Signal(str, str)
    compared = Signal(str, str)
    version_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._headers: tuple[RevisionHeader, ...] = ()
        self._is_source = True
        self.versions = QComboBox()
        self.versions.setAccessibleName(_("Language of the history"))
        self.versions.currentIndexChanged.connect(self._choose_version)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Versions kept"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = label(_("Versions are kept as you write."), "muted", wraps=True)
        self.view_button = QuietButton(_("View"), self._look, icon_name="eye")
        self.restore_button = QuietButton(_("Restore"), self._bring_back, icon_name="arrow-counter-clockwise")
        self.name_button = QuietButton(_("Name…"), self._begin_naming, icon_name="tag")
        self.compare_button = QuietButton("", self._compare, icon_name="columns")
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self.name.setPlaceholderText(_("Name of this version; empty takes it away"))
        self.name.setAccessibleName(_("Name of this version; empty takes it away"))
        self.name.returnPressed.connect(self._give_name)
        self.name.hide()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(S4)
        for place, button in enumerate((self.view_button, self.restore_button, self.name_button)):
            grid.addWidget(button, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.compare_button, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        for widget in (self.versions, self._empty, self.list, self.name):
            column.addWidget(widget)
        column.addLayout(grid)
        self.list.itemActivated.connect(lambda _item: self._look())
        self.list.itemSelectionChanged.connect(self._follow)

    def show_versions(self, versions: Sequence[Version], chosen: str) -> None:
        """Offer the languages; one alone needs no choice."""
        blocked = QSignalBlocker(self.versions)
        self.versions.clear()
        for version in versions:
            self.versions.addItem(own_name(version.language), version.id)
        self.versions.setCurrentIndex(max(0, self.versions.findData(chosen)))
        self.versions.setVisible(len(versions) > 1)
        blocked.unblock()
        self._is_source = any(v.id == chosen and v.role is VersionRole.SOURCE for v in versions)
        self._follow()

    def _choose_version(self) -> None:
        self.version_chosen.emit(str(self.versions.currentData() or ""))

    def show_headers(self, headers: Sequence[RevisionHeader]) -> None:
        """Show the kept states, newest first; what was chosen stays chosen."""
        chosen = set(self.chosen())
        self._headers = tuple(headers)
        blocked = QSignalBlocker(self.list)
        self.list.clear()
        for header in headers:
            _short, exact = in_words(header.created_at)
            item = QListWidgetItem(state_line(header))
            parts = (header.name, exact, header.author, why_words(header.label))
            item.setToolTip("\n".join(part for part in parts if part))
            item.setData(Qt.ItemDataRole.UserRole, header.id)
            self.list.addItem(item)
            item.setSelected(header.id in chosen)
        blocked.unblock()
        self.list.setVisible(bool(headers))
        self.list.setFixedHeight(min(_SHOWN, max(1, len(headers))) * max(px(30), self.list.sizeHintForRow(0)) + S8)
        self._empty.setVisible(not headers)
        if headers and not self.chosen():
            self.list.setCurrentRow(0)
        self._follow()

    def header(self, revision_id: str) -> RevisionHeader | None:
        """The kept state of an id, if it is in the list."""
        return next((header for header in self._headers if header.id == revision_id), None)

    def chosen(self) -> list[str]:
        """Ids of the states chosen, the oldest first."""
        places = sorted((self.list.row(item) for item in self.list.selectedItems()), reverse=True)
        return [self._headers[place].id for place in places]

    def _follow(self) -> None:
        count = len(self.chosen())
        self.compare_button.setText(_("Compare the two") if count == 2 else _("Compare with the text now"))
        self.compare_button.setEnabled(count in (1, 2))
        for button in (self.view_button, self.name_button):
            button.setEnabled(count == 1)
        self.restore_button.setEnabled(count == 1 and self._is_source)
        for button in (self.view_button, self.name_button, self.compare_button, self.restore_button):
            button.setVisible(bool(self._headers))
        self.restore_button.setVisible(bool(self._headers) and self._is_source)
        if count != 1:
            self.name.hide()

    def _look(self) -> None:
        if len(self.chosen()) == 1:
            self.wanted.emit(self.chosen()[0])

    def _bring_back(self) -> None:
        if len(self.chosen()) == 1:
            self.restored.emit(self.chosen()[0])

    def _compare(self) -> None:
        chosen = self.chosen()
        if len(chosen) in (1, 2):
            self.compared.emit(chosen[0], chosen[1] if len(chosen) == 2 else "")

    def _begin_naming(self) -> None:
        chosen = self.chosen()
        header = self.header(chosen[0]) if len(chosen) == 1 else None
        if header is not None:
            self.name.setText(header.name)
            self.name.show()
            self.name.setFocus()
            self.name.selectAll()

    def _give_name(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            self.name.hide()
            self.named.emit(chosen[0], self.name.text())
            self.list.setFocus()


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
        self._restore = QuietButton(_("Restore this version"), lambda: self.restored.emit(self._id))
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.addWidget(self._says)
        bar.addStretch(1)
        bar.addWidget(self._restore)
        bar.addWidget(QuietButton(_("Back to the text"), self.closed.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._text)

    def show_revision(self, revision: Revision, *, can_restore: bool = True) -> None:
        """Show a kept state."""
        self._id = revision.header.id
        _short, exact = in_words(revision.header.created_at)
        words = _("{name}, {when}").format(name=state_name(revision.header), when=exact)
        self._says.setText(words)
        self._restore.setVisible(can_restore)
        write_document(self._page, revision.document)
        self._looks.renew()
