"""The languages a person reads, in order of preference."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui.people.choice import Choice
from desktop.ui.people.names import language_name, languages
from desktop.ui.theme.tokens import S4, S8


class _LanguageChip(QPushButton):
    """A language; Left and Right move it, Delete takes it off."""

    moved = Signal(int)
    removed = Signal()

    def __init__(self, tag: str, place: int) -> None:
        name = language_name(tag)
        super().__init__(_("{place}. {language}").format(place=place, language=name))
        self.tag = tag
        self.setProperty("role", "chip")
        words = _("{language}, choice {place}. Left and Right change the order, Delete removes it.")
        self.setAccessibleName(words.format(language=name, place=place))
        self.setToolTip(_("Left and Right change the order, Delete removes it"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class LanguagesField(QWidget):
    """Chips in order, and a choice that adds one. A click on a chip makes it the first."""

    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        self._holder = QWidget()
        self._chips = QHBoxLayout(self._holder)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(S4)
        self._chips.addStretch(1)
        self.choice = Choice(_("Add a language"))
        self.choice.activated.connect(self._add)
        column.addWidget(self._holder)
        column.addWidget(self.choice)
        self.setFocusProxy(self.choice)
        self._show()

    @property
    def tags(self) -> tuple[str, ...]:
        """BCP 47 tags in order."""
        return self._tags

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show these, in place of what was there."""
        if tuple(tags) != self._tags or not self.choice.count():
            self._tags = tuple(tags)
            self._show()

    def _show(self) -> None:
        while self._chips.count() > 1:
            taken = self._chips.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, tag in enumerate(self._tags):
            chip = _LanguageChip(tag, place + 1)
            chip.clicked.connect(lambda _checked=False, tag=tag: self._move_to(tag, 0))
            chip.moved.connect(lambda by, tag=tag: self._move_to(tag, self._tags.index(tag) + by))
            chip.removed.connect(lambda tag=tag: self._remove(tag))
            self._chips.insertWidget(place, chip)
        self._holder.setVisible(bool(self._tags))
        offered = [pair for pair in languages() if pair[0] not in self._tags]
        self.choice.set_choices([("", _("Add a language…")), *offered])
        self.choice.setCurrentIndex(0)

    def _add(self, _place: int) -> None:
        tag = self.choice.value
        if tag and tag not in self._tags:
            self._tags = (*self._tags, tag)
            self._show()
            self.committed.emit()

    def _move_to(self, tag: str, place: int) -> None:
        rest = [each for each in self._tags if each != tag]
        place = min(max(place, 0), len(rest))
        moved = (*rest[:place], tag, *rest[place:])
        if moved != self._tags:
            self._tags = moved
            self._show()
            self._focus(place)
            self.committed.emit()

    def _remove(self, tag: str) -> None:
        place = self._tags.index(tag)
        self._tags = tuple(each for each in self._tags if each != tag)
        self._show()
        self._focus(place)
        self.committed.emit()

    def _focus(self, place: int) -> None:
        item = self._chips.itemAt(min(place, len(self._tags) - 1)) if self._tags else None
        widget = item.widget() if item is not None else None
        (widget or self.choice).setFocus()
