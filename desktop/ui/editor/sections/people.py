"""People of the directory for the contact block."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.contact import Contact
from desktop.domain.document import BlockKind, Document
from desktop.i18n import _
from desktop.services import directory
from desktop.ui.desk import Desk
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.icons import icon, icon_size
from desktop.ui.theme.tokens import S8
from desktop.ui.widgets import QuietButton, SearchField, label

_ROWS = 8


class PeopleSection(QWidget):
    """Finds people and offers them to the page; shows who is in the release. ``chosen`` carries a Contact."""

    chosen = Signal(object)
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._named: tuple[str, ...] = ()
        self._people: tuple[Contact, ...] = ()
        self._search = SearchField(_("Search the directory"))
        self._list = QListWidget()
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(_("People"))
        self._list.setIconSize(icon_size())
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._hint = label(_("Choose a person to put a contact sentence at the cursor."), "muted", wraps=True)
        self._add = QuietButton(_("Insert contact"), self._insert, icon_name="identification-card")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        for each in (self._search, self._list, self._hint, self._add):
            column.addWidget(each)
        self._list.hide()
        self._add.hide()
        self._timer = QTimer(self, singleShot=True, interval=120)
        self._timer.timeout.connect(self.refresh)
        self._search.textChanged.connect(lambda _text: self._timer.start())
        self._search.moved_down.connect(self._list.setFocus)
        self._list.itemActivated.connect(lambda _item: self._insert())
        self._list.currentRowChanged.connect(lambda row: self._add.setEnabled(row >= 0))

    def show_named(self, document: Document) -> None:
        """Put the people whose contact blocks are in the text on top."""
        named = tuple(
            who for b in document.of_kind(BlockKind.CONTACT) if (who := b.attr("contact") or b.attr("person"))
        )
        if named != self._named:
            self._named = named
            self.refresh()

    def refresh(self) -> None:
        """Ask the directory again."""
        text = self._search.text().strip()
        self._desk.run(
            lambda uow: directory.find_contacts(uow, text, limit=_ROWS),
            while_alive(self, self._show),
            key="editor.people",
            flush=False,
        )

    def _show(self, people: Sequence[Contact]) -> None:
        self._people = tuple(sorted(people, key=lambda person: person.id not in self._named))
        self._list.clear()
        for person in self._people:
            is_in = person.id in self._named
            words = " · ".join(part for part in (person.name, person.organisation) if part)
            item = QListWidgetItem(icon("check" if is_in else "user", "ok" if is_in else "muted"), words)
            item.setToolTip("\n".join(part for part in (person.email, person.phone) if part))
            self._list.addItem(item)
        rows = max(1, min(_ROWS, self._list.count()))
        self._list.setFixedHeight(rows * max(24, self._list.sizeHintForRow(0)) + 8)
        self._list.setVisible(bool(self._people))
        self._hint.setText(
            _("Choose a person to put a contact sentence at the cursor.")
            if self._people
            else _("Nobody found. Add people under Contacts.")
        )
        self._add.setVisible(bool(self._people))
        if self._people:
            self._list.setCurrentRow(0)

    def _insert(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._people):
            self.chosen.emit(self._people[row])
