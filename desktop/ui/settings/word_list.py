"""A dictionary's own words: look through them, take some out."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.editorial.spelling.speller import KnownWord
from desktop.i18n import _, ngettext
from desktop.ui.theme.tokens import S8, px
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.language_words import language_name
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import label


class WordList(QWidget):
    """``removed`` carries the :class:`KnownWord` to take out. Typing in the field filters; Delete removes."""

    removed = Signal(object)

    def __init__(self, name: str, empty: str) -> None:
        super().__init__()
        self._name = name
        self._title = label(name, "strong")
        self.field = SearchField(_("Find a word"))
        self.field.setAccessibleName(_("Find a word"))
        self.field.textChanged.connect(self._filter)
        self.rows = QListWidget()
        self.rows.setAccessibleName(name)
        self.rows.setProperty("role", "boxed")
        self.rows.setFixedHeight(px(152))
        self.rows.itemSelectionChanged.connect(self._offer)
        self.remove = QuietButton(_("Remove the word"), self._remove, icon_name="trash")
        self._empty = label(empty, "muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(self._title)
        column.addWidget(self._empty)
        column.addWidget(self.field)
        column.addWidget(self.rows)
        below = QHBoxLayout()
        below.addWidget(self.remove)
        below.addStretch(1)
        column.addLayout(below)
        column.addStretch(1)
        self.show_words(())

    def show_words(self, words: Iterable[KnownWord]) -> None:
        """Show the words in alphabetical order; the row chosen stays where it was."""
        kept = self.rows.currentRow()
        self.rows.clear()
        for each in sorted(words, key=lambda known: (known.word.casefold(), known.language)):
            words_ = each.word if not each.language else f"{each.word}   {language_name(each.language)}"
            item = QListWidgetItem(words_)
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.rows.addItem(item)
        count = self.rows.count()
        told = ngettext("{count} word", "{count} words", count).format(count=count)
        self._title.setText(f"{self._name}  ·  {told}" if count else self._name)
        for each_widget in (self.rows, self.remove, self.field):
            each_widget.setVisible(bool(count))
        self._empty.setVisible(not count)
        self.rows.setCurrentRow(min(kept, count - 1))
        self._filter()
        self._offer()

    def words(self) -> tuple[str, ...]:
        """The words shown now."""
        items = (self.rows.item(row) for row in range(self.rows.count()))
        return tuple(item.data(Qt.ItemDataRole.UserRole).word for item in items if item and not item.isHidden())

    def _filter(self) -> None:
        sought = self.field.text().strip().casefold()
        for row in range(self.rows.count()):
            item = self.rows.item(row)
            item.setHidden(sought not in item.text().casefold())

    def _offer(self) -> None:
        self.remove.setEnabled(self.rows.currentItem() is not None)

    def _remove(self) -> None:
        item = self.rows.currentItem()
        if item is not None:
            self.removed.emit(item.data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)
