"""The section of matches: the field for words at its head, cards below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.services.memory import Concordance, Offered
from desktop.ui.theme.tokens import S8
from desktop.ui.translate.matches.card import UnitCard, concordance_card, match_card
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import label


class MatchesPanel(QWidget):
    """``used`` carries a match's translation, ``inserted`` that of a place of the concordance; ``asked`` the words."""

    used = Signal(object)
    inserted = Signal(object)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = SearchField(_("Search the memory"))
        self.field.setToolTip(_("Search the memory in both languages (Ctrl+K)"))
        self.field.textChanged.connect(self.asked)
        self.told = label("", "muted", wraps=True)
        self.cards: list[UnitCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S8)
        self._column.addWidget(self.field)
        self._column.addWidget(self.told)

    def show_matches(self, offers: Sequence[Offered], asked: str) -> None:
        """The matches of a sentence, the best first."""
        self._fill([match_card(offered, asked, number) for number, offered in enumerate(offers, 1)], self.used)
        self._say("" if offers else _("Nothing like this sentence was translated before."))

    def show_places(self, found: Sequence[Concordance], target_language: str) -> None:
        """Where words were found."""
        self._fill([concordance_card(each, target_language) for each in found], self.inserted)
        self._say("" if found else _("No unit of the memory has these words."))

    def clear(self) -> None:
        """Nothing is asked."""
        self._fill([], self.used)
        self._say("")

    def _say(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def _fill(self, cards: list[UnitCard], used: object) -> None:
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = cards
        for card in cards:
            card.used.connect(used)
            self._column.addWidget(card)
