"""The rarer filters of the grid, in one menu that stays open while one chooses."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.segment import ChangeClass, PairedSegment, SegmentState
from desktop.i18n import _
from desktop.ui.translate.filtering import GridFilter, Side
from desktop.ui.translate.rows import change_word, state_word

_CHANGES = (
    ChangeClass.MOVED,
    ChangeClass.COSMETIC,
    ChangeClass.NUMBERS_ONLY,
    ChangeClass.REWORDED,
    ChangeClass.SPLIT,
    ChangeClass.MERGED,
)
_TOGGLING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterMenu(QMenu):
    """States, what happened to the source, who translated, and how the text is looked for. ``changed`` tells each choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.states: dict[SegmentState, QAction] = {}
        self.changes: dict[ChangeClass, QAction] = {}
        self.people: dict[str, QAction] = {}
        self.sides: dict[Side, QAction] = {}
        self.addSection(_("State"))
        for state in SegmentState:
            self.states[state] = self._entry(state_word(state))
        self.addSection(_("Change of the source"))
        for change in _CHANGES:
            self.changes[change] = self._entry(change_word(change))
        self._people_at = self.addSection(_("Translated by"))
        self._text_at = self.addSection(_("Text"))
        self._add_text()
        self.addSeparator()
        self.none = self.addAction(_("Clear these filters"))
        self.none.triggered.connect(self._clear)
        self._people_at.setVisible(False)

    def _add_text(self) -> None:
        group = QActionGroup(self)
        names = {
            Side.EITHER: _("In either language"),
            Side.SOURCE: _("In the source only"),
            Side.TARGET: _("In the translation only"),
        }
        for side, words in names.items():
            self.sides[side] = self._entry(words)
            group.addAction(self.sides[side])
        self.sides[Side.EITHER].setChecked(True)
        self.matches_case = self._entry(_("Match case"))
        self.is_pattern = self._entry(_("Regular expression"))

    def _entry(self, words: str, before: QAction | None = None) -> QAction:
        entry = QAction(words, self)
        entry.setCheckable(True)
        entry.triggered.connect(lambda _checked=False: self.changed.emit())
        self.insertAction(before, entry)  # type: ignore[arg-type]
        return entry

    def offer(self, pairs: Iterable[PairedSegment]) -> None:
        """Offer the people who translated these."""
        names = sorted({pair.segment.author for pair in pairs if pair.segment.author})
        if names == list(self.people):
            return
        kept = {name for name, entry in self.people.items() if entry.isChecked()}
        for entry in self.people.values():
            self.removeAction(entry)
            entry.deleteLater()
        self.people = {name: self._entry(name, self._text_at) for name in names}
        for name in kept & set(names):
            self.people[name].setChecked(True)
        self._people_at.setVisible(bool(names))

    @property
    def chosen(self) -> GridFilter:
        """What is chosen here; nothing of what stands above the grid."""
        return GridFilter(
            side=next(side for side, entry in self.sides.items() if entry.isChecked()),
            is_pattern=self.is_pattern.isChecked(),
            matches_case=self.matches_case.isChecked(),
            states=frozenset(state for state, entry in self.states.items() if entry.isChecked()),
            changes=frozenset(change for change, entry in self.changes.items() if entry.isChecked()),
            people=frozenset(name for name, entry in self.people.items() if entry.isChecked()),
        )

    def clear_choice(self) -> None:
        """Choose nothing; tells nobody."""
        entries = [*self.states.values(), *self.changes.values(), *self.people.values()]
        for entry in (*entries, self.is_pattern, self.matches_case):
            entry.setChecked(False)
        self.sides[Side.EITHER].setChecked(True)

    def _clear(self) -> None:
        self.clear_choice()
        self.changed.emit()

    # -- staying open ---------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        entry = self.activeAction()
        if entry is not None and entry.isCheckable():
            entry.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.activeAction()
        if event.key() in _TOGGLING and entry is not None and entry.isCheckable():
            entry.trigger()
        else:
            super().keyPressEvent(event)
