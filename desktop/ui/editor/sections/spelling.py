"""The misspelled words of the text, grouped, with what can be done about each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.editorial.spelling.misspellings import Misspelling
from desktop.i18n import _, ngettext
from desktop.ui.editor.sections.lists import JumpList
from desktop.ui.theme.tokens import S4, S8
from desktop.ui.widgets import QuietButton, label
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.flow import FlowRow

_ROWS = 40


class SpellingSection(QWidget):
    """``chosen`` carries ``(word, language)``; so do ``personal``, ``office`` and ``ignored``, the deeds on the word.

    ``replaced`` carries ``(word, language), text``: every place where the word stands is meant.
    """

    chosen = Signal(object)
    replaced = Signal(object, str)
    personal = Signal(object)
    office = Signal(object)
    ignored = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.words = JumpList(_("Misspelled words"), _("No misspelled words."))
        self.more = label("", "small")
        self.more.hide()
        self.missing = label("", "muted", wraps=True)
        self.missing.hide()
        self._current: tuple[str, str] | None = None
        self.card = QWidget()
        self.card.hide()
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(0, S8, 0, 0)
        inside.setSpacing(S4)
        self._title = label("", "strong", wraps=True)
        self._offers = QWidget()
        self._row = FlowRow(self._offers)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S4)
        self._buttons: list[PlainButton] = []
        self._nothing = label("", "muted")
        inside.addWidget(self._title)
        inside.addWidget(self._offers)
        inside.addWidget(self._nothing)
        for words, icon_name, signal in (
            (_("Add to my dictionary"), "book-bookmark", self.personal),
            (_("Add to the office’s dictionary"), "buildings", self.office),
            (_("Ignore in this text"), "eye-slash", self.ignored),
        ):
            button = QuietButton(words, partial(self._tell, signal), icon_name=icon_name)
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        for each in (self.missing, self.words, self.more, self.card):
            column.addWidget(each)
        self.words.chosen.connect(self.chosen.emit)

    @property
    def current(self) -> tuple[str, str] | None:
        """The word that the card is about."""
        return self._current

    @property
    def offers(self) -> tuple[str, ...]:
        """The suggestions shown."""
        return tuple(button.text().replace("&&", "&") for button in self._buttons)

    def show_found(self, found: Iterable[Misspelling], missing: str) -> int:
        """Show the words with their counts, the most frequent first; answers how many there are."""
        counts = Counter((each.word, each.language) for each in found)
        rows = [(key, key[0] if number == 1 else f"{key[0]}  ×{number}", "text-aa") for key, number in counts.items()]
        self.words.show_rows(rows[:_ROWS])
        self.words.setVisible(bool(rows) or not missing)
        rest = len(rows) - _ROWS
        self.more.setText(ngettext("and {count} more word", "and {count} more words", rest).format(count=rest))
        self.more.setVisible(rest > 0)
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))
        if self._current not in counts:
            self._current = None
            self.card.hide()
        return len(rows)

    def show_word(self, key: tuple[str, str]) -> None:
        """Turn the card to a word; its suggestions come in by :meth:`show_offers`."""
        if key == self._current and self.card.isVisibleTo(self):
            return
        self._current = key
        self._title.setText(_("“{word}”").format(word=key[0]))
        self._put_offers(())
        self._nothing.setText(_("Looking for suggestions…"))
        self._nothing.show()
        self.card.show()

    def show_offers(self, key: tuple[str, str], found: tuple[str, ...]) -> None:
        """Show a word's suggestions, if the card is still about it."""
        if key != self._current:
            return
        self._put_offers(found)
        self._nothing.setText(_("No suggestions"))
        self._nothing.setVisible(not found)

    def _put_offers(self, found: tuple[str, ...]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for text in found:
            button = PlainButton(text.replace("&", "&&"), partial(self._replace, text))
            button.setAccessibleName(_("Replace with “{word}”").format(word=text))
            self._row.addWidget(button)
            self._buttons.append(button)
            button.show()
        self._offers.setVisible(bool(found))

    def _replace(self, text: str) -> None:
        if self._current is not None:
            self.replaced.emit(self._current, text)

    def _tell(self, signal: SignalInstance) -> None:
        if self._current is not None:
            signal.emit(self._current)
