"""Ctrl+Shift+P: a field over the page that does or opens what is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.release import ReleaseQuery, ReleaseSummary
from desktop.i18n import _
from desktop.services.releases import release_page
from desktop.ui.desk import Desk, Route
from desktop.ui.palette.fuzzy import best
from desktop.ui.palette.line import LineDelegate
from desktop.ui.theme import tokens

if TYPE_CHECKING:
    from desktop.domain.archive import SavedSearch

_SHOWN = 60
_RELEASES = 12
_NOT_LISTED = frozenset({"view.palette"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the palette: what it says, what stands small beside it, and what choosing it does."""

    text: str
    hint: str
    icon: str
    do: Callable[[], object]


class Palette(QFrame):
    """Lies over the window. Arrows choose, Enter does, Esc leaves; the focus goes back to where it was."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._before: QWidget | None = None
        self._deeds: list[Line] = []
        self._found: list[Line] = []
        self.setProperty("role", "card")
        self.setAccessibleName(_("Commands and releases"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Type a command or a release’s title"))
        self.field.setAccessibleName(_("Type a command or a release’s title"))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(_("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.itemClicked.connect(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.S8, tokens.S8, tokens.S8, tokens.S8)
        column.setSpacing(tokens.S8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.hide()

    def open_up(self) -> None:
        """Show the palette, empty, with the focus in its field."""
        if self.isVisible():
            self.close_down()
            return
        self._before = self._window.focusWidget()
        self._deeds = [
            Line(
                each.action.text().replace("&", ""),
                each.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                each.icon or "command",
                each.action.trigger,
            )
            for each in self._desk.actions.available()
            if each.name not in _NOT_LISTED
        ]
        self._found = []
        self.field.clear()
        self._filter("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_down(self) -> None:
        """Hide the palette and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None

    def follow(self) -> None:
        """Stay in the window's upper middle."""
        width = min(tokens.px(640), self._window.width() - 2 * tokens.S32)
        lines = self.list.count() * max(1, self.list.sizeHintForRow(0)) + tokens.S8
        most = min(tokens.px(420), self._window.height() - 4 * tokens.S32)
        height = min(most, self.field.sizeHint().height() + 3 * tokens.S8 + lines + 2)
        self.resize(QSize(width, height))
        self.move(QPoint((self._window.width() - width) // 2, 2 * tokens.S32))

    def _filter(self, text: str) -> None:
        from desktop.services.archive import saved_searches  # noqa: PLC0415 - lazy: the start needs no search

        self._fill(text)
        self._desk.run(
            lambda uow: (release_page(uow, ReleaseQuery(text=text, limit=_RELEASES))[0], saved_searches(uow)),
            lambda found: self._add_found(text, *found),
            key="palette",
            flush=False,
        )

    def _add_found(self, text: str, rows: Sequence[ReleaseSummary], searches: Sequence[SavedSearch]) -> None:
        lines = [self._search_line(each) for each in searches]
        named = [lines[place] for place in best(text, (line.text for line in lines), _RELEASES)] if text.strip() else []
        self._found = [*named, *(self._release_line(row) for row in rows)]
        self._fill(text)

    def _release_line(self, row: ReleaseSummary) -> Line:
        route = Route("editor", row.release.id)
        languages = " ".join(version.language.upper() for version in row.versions)
        return Line(row.release.title or _("Untitled"), languages, "file-text", lambda: self._desk.navigate(route))

    def _search_line(self, search: SavedSearch) -> Line:
        words = _("Search: {name}").format(name=search.name)
        route = Route("search", detail=f"saved:{search.name}")
        return Line(words, "", "magnifying-glass", lambda: self._desk.navigate(route))

    def _fill(self, text: str) -> None:
        shown = [self._deeds[place] for place in best(text, (deed.text for deed in self._deeds), _SHOWN)]
        shown = [*shown, *self._found] if text.strip() else [*self._found, *shown]
        self.list.clear()
        for line in shown:
            item = QListWidgetItem(line.text)
            item.setData(Qt.ItemDataRole.UserRole, line)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.follow()

    def _do(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        line = item.data(Qt.ItemDataRole.UserRole)
        self.close_down()
        line.do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and self._window.isActiveWindow():
            self.hide()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, count = event.key(), max(1, self.list.count())
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        if key == Qt.Key.Key_Escape:
            self.close_down()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self.list.currentItem())
        elif key in steps:
            step = steps[Qt.Key(key)]
            place = self.list.currentRow() + step
            self.list.setCurrentRow(place % count if abs(step) == 1 else min(max(place, 0), count - 1))
        else:
            return False
        return True
