"""One term in the card: language, words, status, and what else is to be said of it when it is unfolded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.concept import Term, TermStatus
from desktop.i18n import _
from desktop.ui.people.choice import Choice
from desktop.ui.theme.tokens import S4, S8, px
from desktop.ui.widgets.buttons import IconButton


def status_words() -> list[tuple[str, str]]:
    """Each status by its value, in words."""
    return [
        (TermStatus.PREFERRED.value, _("preferred")),
        (TermStatus.ADMITTED.value, _("admitted")),
        (TermStatus.FORBIDDEN.value, _("forbidden")),
    ]


def word_classes() -> list[tuple[str, str]]:
    """The parts of speech that TBX-Basic knows."""
    return [
        ("", _("not said")),
        ("noun", _("noun")),
        ("properNoun", _("proper noun")),
        ("verb", _("verb")),
        ("adjective", _("adjective")),
        ("adverb", _("adverb")),
        ("other", _("other")),
    ]


class TermRow(QWidget):
    """``committed`` tells that a field was left or a choice made; ``removed`` asks to take the row away."""

    committed = Signal()
    removed = Signal(object)

    def __init__(self, term: Term, languages: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._term = term
        self.language = Choice(_("Language"), languages)
        self.language.choose(term.language)
        self.language.setMinimumContentsLength(7)
        self.words = QLineEdit(term.text)
        self.words.setAccessibleName(_("Term"))
        self.words.setPlaceholderText(_("Term"))
        self.status = Choice(_("Status"), status_words())
        self.status.choose(term.status.value)
        self.note = QLineEdit(term.note)
        self.means = QLineEdit(term.means)
        self.means.setPlaceholderText(_("for a false friend: what it really means"))
        self.word_class = Choice(_("Part of speech"), word_classes())
        self.word_class.choose(term.part_of_speech)
        self.more_button = IconButton("dots-three", _("More about this term"), self._toggle)
        self.remove_button = IconButton("x", _("Remove this term"), lambda: self.removed.emit(self))
        self.more = QWidget()
        self._lay_out()
        self.more.setVisible(bool(term.note or term.means or term.part_of_speech))
        for line in (self.words, self.note, self.means):
            line.editingFinished.connect(self.committed)
        for choice in (self.language, self.status, self.word_class):
            choice.activated.connect(lambda _place: self.committed.emit())
        self.words.setCursorPosition(0)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(S4)
        row.addWidget(self.words, 1)
        self.status.setFixedWidth(px(116))
        row.addWidget(self.status)
        row.addWidget(self.more_button)
        row.addWidget(self.remove_button)
        form = QFormLayout(self.more)
        form.setContentsMargins(S8, 0, 0, S8)
        form.setVerticalSpacing(S4)
        form.setHorizontalSpacing(S8)
        for name, field in (
            (_("Language"), self.language),
            (_("Note"), self.note),
            (_("Means"), self.means),
            (_("Part of speech"), self.word_class),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addLayout(row)
        column.addWidget(self.more)

    def _toggle(self) -> None:
        self.more.setVisible(not self.more.isVisibleTo(self))

    def term(self) -> Term:
        """The term as it stands here now."""
        return replace(
            self._term,
            language=self.language.value,
            text=" ".join(self.words.text().split()),
            status=TermStatus(self.status.value),
            note=self.note.text().strip(),
            means=" ".join(self.means.text().split()),
            part_of_speech=self.word_class.value,
        )

    def adopt(self, stored: Mapping[tuple[str, str], Term]) -> None:
        """Take the key that the term got when it was stored."""
        now = self.term()
        self._term = (
            replace(self._term, id=stored[now.language, now.text].id)
            if (now.language, now.text) in stored
            else self._term
        )
