"""The texts of the library that can be put into the release."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.boilerplate import Boilerplate
from desktop.editorial.boilerplate import Validity, standing_on
from desktop.i18n import _
from desktop.ui.text.validity_words import standing_words
from desktop.ui.theme.icons import icon, icon_size
from desktop.ui.theme.tokens import S8
from desktop.ui.widgets import QuietButton, label

_ROWS = 6
_ICONS = {Validity.VALID: ("buildings", "muted"), Validity.ENDS_SOON: ("hourglass-medium", "stale")}


class LibrarySection(QWidget):
    """``chosen`` carries a Boilerplate; ``library_asked`` opens the library."""

    chosen = Signal(object)
    library_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._language = "en"
        self._texts: tuple[Boilerplate, ...] = ()
        self._list = QListWidget()
        self._list.setAccessibleName(_("Texts of the library"))
        self._list.setIconSize(icon_size())
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint = label("", "muted", wraps=True)
        self._add = QuietButton(_("Insert text"), self._insert, icon_name="buildings")
        self._open = QuietButton(_("Open the library"), self.library_asked.emit, icon_name="books")
        self._list.itemActivated.connect(lambda _item: self._insert())
        self._list.currentRowChanged.connect(lambda row: self._add.setEnabled(self._can_insert(row)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        for each in (self._list, self._hint, self._add, self._open):
            column.addWidget(each)
        self._show()

    def set_language(self, language: str) -> None:
        """The language of the release's text."""
        self._language = language
        self._show()

    def show_library(self, texts: Sequence[Boilerplate]) -> None:
        """Show what the library has."""
        self._texts = tuple(texts)
        self._show()

    def take_focus(self) -> None:
        """Put the focus where the next key chooses."""
        (self._list if self._texts else self._open).setFocus()

    def _show(self) -> None:
        today = datetime.now(UTC).astimezone().date()
        self._list.clear()
        for each in self._texts:
            standing = standing_on(each, self._language, today)
            words, _role, _icon = standing_words(standing.validity, standing.until)
            item = QListWidgetItem(icon(*_ICONS.get(standing.validity, ("warning-circle", "stale"))), each.name)
            item.setToolTip(words)
            if standing.validity is Validity.NO_TEXT:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self._list.addItem(item)
        rows = max(1, min(_ROWS, self._list.count()))
        self._list.setFixedHeight(rows * max(24, self._list.sizeHintForRow(0)) + 8)
        self._list.setVisible(bool(self._texts))
        self._add.setVisible(bool(self._texts))
        self._hint.setText(
            _("A text put in here follows the library until the release is approved.")
            if self._texts
            else _("The library is empty: keep your “About” texts there, once for all releases.")
        )
        first = next((row for row in range(self._list.count()) if self._can_insert(row)), -1)
        self._list.setCurrentRow(first)
        self._add.setEnabled(first >= 0)

    def _can_insert(self, row: int) -> bool:
        item = self._list.item(row) if row >= 0 else None
        return item is not None and bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)

    def _insert(self) -> None:
        row = self._list.currentRow()
        if self._can_insert(row):
            self.chosen.emit(self._texts[row])
