"""The terms of the sentence: what to write for each, one key or click to insert it, what never to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.concept import Term
from desktop.i18n import _, ngettext
from desktop.ui.theme.tokens import S4, S8
from desktop.ui.translate.terms.offers import CONCEPTS, Offer, TermEntry
from desktop.ui.widgets.buttons import IconButton, QuietButton
from desktop.ui.widgets.icon_label import IconLabel
from desktop.ui.widgets.section_header import label

_LONGEST_NOTE = 160


def key_of(number: int) -> str:
    """The key that inserts a translation, as menus and buttons name it."""
    return f"Ctrl+Shift+{number}" if number else ""


def _key_in_words(number: int) -> str:
    return QKeySequence(key_of(number)).toString(QKeySequence.SequenceFormat.NativeText) if number else ""


def _plain(text: str, role: str) -> QLabel:
    made = label(text, role, wraps=True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


class _Entry(QFrame):
    """One concept."""

    def __init__(self, entry: TermEntry, section: TermsSection) -> None:
        super().__init__()
        self.entry = entry
        self.setAccessibleName(entry.found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S4, 0, S8)
        column.setSpacing(S4)
        head = QHBoxLayout()
        head.setSpacing(S4)
        self.done = IconLabel("check", "ok", 14)
        self.done.setToolTip(_("The translation has it"))
        self.done.hide()
        head.addWidget(self.done)
        head.addWidget(_plain(entry.found, "problem" if entry.term.is_forbidden else "strong"), 1)
        edit = IconButton("pencil-simple", _("Open in the termbase"), partial(section.opened.emit, entry.concept.id))
        head.addWidget(edit)
        column.addLayout(head)
        if entry.term.is_forbidden:
            column.addWidget(_plain(_("This is a forbidden term."), "problem"))
        for offer in entry.offers:
            column.addWidget(OfferButton(offer, partial(section.inserted.emit, offer)))
        for told in _never(entry.never):
            column.addWidget(_plain(told, "problem"))
        if note := " ".join(entry.concept.note.split()):
            said = _plain(_short(note, _LONGEST_NOTE), "small")
            said.setToolTip(entry.concept.note if len(note) > _LONGEST_NOTE else "")
            column.addWidget(said)


def _never(terms: Sequence[Term]) -> list[str]:
    """What never to write: false friends a line each, the others in one."""
    plain = [_("“{term}”").format(term=term.text) for term in terms if not term.means]
    told = [_("Never {terms}").format(terms=", ".join(plain))] if plain else []
    words = _("Never “{term}”: it means “{meaning}”")
    return told + [words.format(term=term.text, meaning=term.means) for term in terms if term.means]


class OfferButton(QPushButton):
    """One translation over the whole width, long ones in several lines; its key stands at the right."""

    def __init__(self, offer: Offer, on_click: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Insert “{term}”").format(term=offer.text))
        self.clicked.connect(lambda: on_click())  # noqa: PLW0108 - Qt would pass `checked`
        self.words = _plain(offer.text, "")
        self._key = label(f"Ctrl+⇧+{offer.number}" if offer.number else "", "small")
        self.setToolTip(_key_in_words(offer.number))
        row = QHBoxLayout(self)
        row.setContentsMargins(S8, S4, S8, S4)
        row.setSpacing(S8)
        row.addWidget(IconLabel("arrow-bend-down-left", "accent" if offer.is_preferred else "muted", 14))
        row.addWidget(self.words, 1)
        row.addWidget(self._key)
        for each in (self.words, self._key):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()


class TermsSection(QWidget):
    """``inserted`` carries an offer, ``opened`` a concept's id, ``add_wanted`` asks for the form."""

    inserted = Signal(object)
    opened = Signal(str)
    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[TermEntry, ...] = ()
        self._rows: list[_Entry] = []
        self._nothing = label(_("No term of the termbase is in this sentence."), "muted", wraps=True)
        self._more = label("", "small")
        self._more.hide()
        self.add = QuietButton(_("Add a term"), self.add_wanted.emit, icon_name="plus")
        self.add.setToolTip("Ctrl+Shift+G")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for each in (self._nothing, self._more):
            self._column.addWidget(each)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_entries(self, entries: Sequence[TermEntry]) -> None:
        """Show what was recognised."""
        if tuple(entries) == self.entries:
            return
        self.entries = tuple(entries)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_Entry(entry, self) for entry in self.entries[:CONCEPTS]]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
        self._nothing.setVisible(not self.entries)
        rest = len(self.entries) - CONCEPTS
        self._more.setText(ngettext("and {count} more term", "and {count} more terms", rest).format(count=rest))
        self._more.setVisible(rest > 0)

    def show_used(self, concepts: frozenset[str]) -> None:
        """Tick the concepts that the translation has."""
        for row in self._rows:
            row.done.setVisible(row.entry.concept.id in concepts)

    def offer(self, number: int) -> Offer | None:
        """The translation that a key's number inserts."""
        offers = (offer for entry in self.entries for offer in entry.offers)
        return next((offer for offer in offers if offer.number == number), None)
