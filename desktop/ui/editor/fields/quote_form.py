"""Who says the quote at the cursor, and in what office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui.theme.tokens import S8
from desktop.ui.widgets import QuietButton, label


@dataclass(frozen=True, slots=True)
class Speaker:
    """A name with the office that goes with it; where it was found decides its place in the list."""

    name: str
    title: str = ""


class QuoteForm(QWidget):
    """``changed`` carries speaker and office; ``typed`` what stands in the name, to look people up by."""

    changed = Signal(str, str)
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.speaker = QLineEdit()
        self.speaker.setPlaceholderText(_("Name"))
        self.title = QLineEdit()
        self.title.setPlaceholderText(_("for example Director General"))
        self._found: Speaker | None = None
        self._take = QuietButton("", self._take_found, icon_name="quotes")
        self._known: dict[str, str] = {}
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._choose)
        self.speaker.setCompleter(completer)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(S8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in ((_("Speaker"), self.speaker), (_("Office"), self.title)):
            form.addRow(name, field)
            field.setAccessibleName(name)
            field.editingFinished.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addLayout(form)
        column.addWidget(self._take, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(
            label(_("Printed under the quote where the text itself does not name the speaker."), "muted", wraps=True)
        )
        self._said = ("", "")
        self._timer = QTimer(self, singleShot=True, interval=150)
        self._timer.timeout.connect(lambda: self.typed.emit(self.speaker.text().strip()))
        self.speaker.textEdited.connect(lambda _text: self._timer.start())

    def show_quote(self, speaker: str, title: str, found: Speaker | None) -> None:
        """Show what the quote says of its speaker; ``found`` is whom its own words name."""
        self._said = (speaker, title)
        with QSignalBlocker(self.speaker), QSignalBlocker(self.title):
            if not self.speaker.hasFocus():
                self.speaker.setText(speaker)
            if not self.title.hasFocus():
                self.title.setText(title)
        self._found = found if found is not None and (found.name, found.title) != self._said else None
        self._take.setVisible(self._found is not None)
        if self._found is not None:
            words = ", ".join(part for part in (self._found.name, self._found.title) if part)
            self._take.setText(_("The text says: {name}").format(name=words))

    def offer(self, people: Sequence[Speaker]) -> None:
        """Names to complete to, the likeliest first."""
        self._known = {}
        for each in people:
            self._known[each.name] = self._known.get(each.name) or each.title
        self._names.setStringList(list(self._known))

    def _choose(self, name: str) -> None:
        self.speaker.setText(name)
        if self._known.get(name) and not self.title.text().strip():
            self.title.setText(self._known[name])
        self._tell()

    def _take_found(self) -> None:
        if self._found is not None:
            self.speaker.setText(self._found.name)
            self.title.setText(self._found.title or self.title.text())
            self._tell()

    def _tell(self) -> None:
        said = (self.speaker.text().strip(), self.title.text().strip())
        if said != self._said:
            self._said = said
            self.changed.emit(*said)
