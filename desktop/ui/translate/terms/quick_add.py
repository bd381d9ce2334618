"""A bar above the sentences to add a term without leaving them."""

from __future__ import annotations

import re

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QGridLayout, QHBoxLayout, QLineEdit

from desktop.i18n import _
from desktop.ui.theme.tokens import S4, S8, S12
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from desktop.ui.widgets.language_words import own_name
from desktop.ui.widgets.section_header import label

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LONGEST_PHRASE = 6


def phrases(sentence: str) -> list[str]:
    """Every run of up to six words of a sentence, as the source field offers them."""
    words = list(_WORD.finditer(sentence))
    found = (
        sentence[words[first].start() : words[last].end()]
        for first in range(len(words))
        for last in range(first, min(first + _LONGEST_PHRASE, len(words)))
    )
    return list(dict.fromkeys(found))


class _Line(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class QuickAdd(QFrame):
    """``written`` carries source term, target term and note; ``closed`` tells that the form was put away."""

    written = Signal(str, str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.source, self.target, self.note = _Line(), _Line(), _Line()
        self.note.setPlaceholderText(_("When to use it, what not to write"))
        self._names = [label("", "muted"), label("", "muted"), label(_("Note"), "muted")]
        self._phrases = QStringListModel(self)
        completer = self._offers = QCompleter(self._phrases, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        self.source.setCompleter(completer)
        grid = QGridLayout()
        grid.setHorizontalSpacing(S8)
        grid.setVerticalSpacing(S4)
        for place, (name, field) in enumerate(zip(self._names, (self.source, self.target, self.note), strict=True)):
            name.setBuddy(field)
            grid.addWidget(name, 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
            field.returnPressed.connect(self.send)
            field.left.connect(self.close_form)
            field.textChanged.connect(self._may_send)
        self.note.setAccessibleName(_("Note"))
        self.button = PrimaryButton(_("Add term"), self.send)
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self.button)
        row.addWidget(QuietButton(_("Cancel"), self.close_form))
        grid.addLayout(row, 1, 3)
        grid.setContentsMargins(S12, S8, S12, S8)
        self.setLayout(grid)

    def open_with(self, sentence: str, source: str, target: str, languages: tuple[str, str]) -> None:
        """Show the form with what is selected; the source field offers the sentence's words."""
        self._phrases.setStringList(phrases(sentence))
        names = [own_name(language) for language in languages]
        for name, field, text, shown in zip(
            names, (self.source, self.target), (source, target), self._names, strict=False
        ):
            shown.setText(name)
            field.setAccessibleName(_("Term in {language}").format(language=name))
            field.setText(" ".join(text.split()))
        self.note.clear()
        self._may_send()
        self.show()
        first = self.source if not source.strip() else self.target if not target.strip() else self.note
        first.setFocus()

    def send(self) -> None:
        """Tell what was written; with a field empty, go to it."""
        self._hide_offers()
        source, target = self.source.text().strip(), self.target.text().strip()
        if not source or not target:
            (self.target if source else self.source).setFocus()
            return
        self.hide()
        self.written.emit(source, target, self.note.text().strip())

    def close_form(self) -> None:
        """Put the form away."""
        self._hide_offers()
        self.hide()
        self.closed.emit()

    def _hide_offers(self) -> None:
        """A list that stayed open would outlive the form."""
        popup = self._offers.popup()
        if popup is not None:
            popup.hide()

    def _may_send(self) -> None:
        self.button.setEnabled(bool(self.source.text().strip() and self.target.text().strip()))
