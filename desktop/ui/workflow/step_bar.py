"""The short form of a step: a name where one is needed, a note, one verb. Enter takes the step, Esc closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop.editorial.workflow import Step
from desktop.i18n import _
from desktop.ui.theme.tokens import S4, S8, S16
from desktop.ui.widgets import IconButton, PrimaryButton, label
from desktop.ui.widgets.flow import FlowRow


class StepBar(QFrame):
    """``taken`` carries the step, the name and the note; ``closed`` tells that it was left without a step."""

    taken = Signal(object, str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._step = Step.SUBMIT
        self._is_own: Callable[[str], bool] = lambda _name: False
        self._name_caption, self._note_caption = label("", "muted"), label("", "muted")
        self.name, self.note = QLineEdit(), QLineEdit()
        self._says = label("", "muted", wraps=True)
        self.deed = PrimaryButton("", self.act)
        row = FlowRow()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        for caption, field in ((self._name_caption, self.name), (self._note_caption, self.note)):
            caption.setBuddy(field)
            row.add(caption)
            row.add(field, 2 if field is self.note else 1)
        row.add(self.deed)
        row.add(IconButton("x", _("Close"), self.close_bar))
        column = QVBoxLayout(self)
        column.setContentsMargins(S16, S8, S16, S8)
        column.setSpacing(S4)
        column.addLayout(row)
        column.addWidget(self._says)
        self.name.textChanged.connect(self._follow_name)
        self.hide()

    @property
    def step(self) -> Step:
        """The step it is open for."""
        return self._step

    @property
    def says(self) -> str:
        """The sentence below the fields."""
        return self._says.text() if not self._says.isHidden() else ""

    def open_for(self, step: Step, verb: str, *, name_caption: str = "", note_caption: str = "") -> None:
        """Open for a step; without a caption there is no such field."""
        self._step = step
        self._is_own = lambda _name: False
        for caption, field, words in (
            (self._name_caption, self.name, name_caption),
            (self._note_caption, self.note, note_caption),
        ):
            caption.setText(words)
            field.setAccessibleName(words)
            field.clear()
            caption.setVisible(bool(words))
            field.setVisible(bool(words))
        self.deed.setText(verb)
        self.setAccessibleName(verb)
        self.say("")
        self.show()
        (self.name if name_caption else self.note).setFocus()

    def offer_names(self, suggested: str, names: Sequence[str], is_own: Callable[[str], bool]) -> None:
        """Fill the name in where nothing was typed yet, and complete from the names seen."""
        completer = QCompleter(list(names), self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self._is_own = is_own
        if not self.name.text():
            self.name.setText(suggested)
            self.name.selectAll()
        self._follow_name()

    def say(self, sentence: str, *, is_problem: bool = False) -> None:
        """Show a sentence below the fields; empty takes it away."""
        self._says.setProperty("role", "problem" if is_problem else "muted")
        self._says.style().polish(self._says)
        self._says.setText(sentence)
        self._says.setVisible(bool(sentence))

    def _follow_name(self) -> None:
        if self._is_own(self.name.text()):
            self.say(_("You wrote in this text last: somebody else should read it. It is recorded."))
        else:
            self.say("")

    def act(self) -> None:
        """Take the step with what stands in the fields."""
        self.taken.emit(self._step, self.name.text().strip(), self.note.text().strip())

    def close_bar(self) -> None:
        """Close without a step."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.act()
        else:
            super().keyPressEvent(event)
