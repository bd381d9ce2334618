"""The list of pending suggestions: who wants what, with a button for yes and one for no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QDate, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.suggestions import Suggestion, SuggestionKind
from desktop.i18n import _, ngettext
from desktop.ui.editor.moments import in_words
from desktop.ui.text.kinds import kind_name
from desktop.ui.theme import tokens
from desktop.ui.theme.tokens import S4, S8, S12
from desktop.ui.widgets import IconButton, QuietButton, label
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.flow import FlowRow

#: How many are shown at once; the rest waits until some are settled.
MOST_SHOWN = 60
#: How much of a text is shown.
_MOST_TEXT = 90
#: The views of the text.
PENDING, ACCEPTED, BEFORE = "pending", "accepted", "before"


def in_short(text: str) -> str:
    """A text in one line, cut in its middle where it is long."""
    line = text.strip("\n").replace("\n", " ¶ ")
    half = _MOST_TEXT // 2
    return line if len(line) <= _MOST_TEXT else f"{line[:half].rstrip()} … {line[-half:].lstrip()}"


def what(suggestion: Suggestion) -> str:
    """What a suggestion asks for, in words."""
    return {
        SuggestionKind.INSERT: _("Add"),
        SuggestionKind.DELETE: _("Delete"),
        SuggestionKind.REPLACE: _("Replace"),
        SuggestionKind.SPLIT: _("New paragraph"),
        SuggestionKind.MERGE: _("Join paragraphs"),
        SuggestionKind.MOVE: _("Move"),
        SuggestionKind.KIND: _("Change the kind"),
    }[suggestion.kind]


def in_one_line(suggestion: Suggestion) -> str:
    """A whole suggestion for a screen reader, a tooltip or a menu."""
    old, new = in_short(suggestion.old), in_short(suggestion.text)
    if suggestion.kinds and suggestion.kind is SuggestionKind.KIND:
        old, new = (kind_name(kind) for kind in suggestion.kinds)
    elif suggestion.kind is SuggestionKind.MOVE:
        old = ""
    return f"{what(suggestion)}: {' → '.join(part for part in (old, new) if part)}".removesuffix(": ")


class _Dot(QWidget):
    """A person's colour."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(tokens.px(S12), tokens.px(S12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.current().person(self.number)))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class SuggestionCard(QFrame):
    """One suggestion. ``chosen`` asks to go there, ``settled`` carries yes or no."""

    chosen = Signal(str)
    settled = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._id = ""
        self._shown: tuple[Suggestion, int, QDate] | None = None
        self._dot = _Dot()
        self._who, self._when = label("", "strong", wraps=True), label("", "small", wraps=True)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self.accept = IconButton("check", _("Accept"), lambda: self.settled.emit(self._id, True), role="ok")
        self.refuse = IconButton("x", _("Reject"), lambda: self.settled.emit(self._id, False), role="problem")
        top = QHBoxLayout()
        top.setSpacing(S8)
        top.addWidget(self._dot)
        top.addWidget(self._who, 1)
        top.addWidget(self.accept)
        top.addWidget(self.refuse)
        column = QVBoxLayout(self)
        column.setContentsMargins(S12, S4, S4, S8)
        column.setSpacing(S4)
        column.addLayout(top)
        column.addWidget(self._when)
        column.addWidget(self._text)

    def show_suggestion(self, suggestion: Suggestion, number: int) -> None:
        """Show one; ``number`` is its author's."""
        today = QDate.currentDate()
        if self._shown == (suggestion, number, today):
            return
        self._shown = (suggestion, number, today)
        short, exact = in_words(suggestion.at)
        self._id = suggestion.id
        self._dot.number = number
        self._dot.update()
        self._who.setText(suggestion.author or _("Unknown person"))
        self._when.setText(f"{what(suggestion)} · {short}")
        self._when.setToolTip(exact)
        shown = _rich(suggestion)
        self._text.setText(shown)
        self._text.setVisible(bool(shown))
        words = in_one_line(suggestion)
        self.setAccessibleName(f"{suggestion.author}, {short}. {words}")
        self.accept.setAccessibleName(_("Accept: {what}").format(what=words))
        self.refuse.setAccessibleName(_("Reject: {what}").format(what=words))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self._id)


def _rich(suggestion: Suggestion) -> str:
    old, new = escape(in_short(suggestion.old)), escape(in_short(suggestion.text))
    if suggestion.kind is SuggestionKind.KIND and suggestion.kinds:
        old, new = (escape(kind_name(kind)) for kind in suggestion.kinds)
    if suggestion.kind is SuggestionKind.MOVE:
        return new
    parts = [f"<s>{old}</s>" if old else "", f"<u>{new}</u>" if new else ""]
    return " → ".join(part for part in parts if part)


class SuggestionsSection(QWidget):
    """See :class:`SuggestionCard`; ``all_settled`` carries a person (empty: everybody) and yes or no."""

    chosen = Signal(str)
    settled = Signal(str, bool)
    all_settled = Signal(str, bool)
    view_wanted = Signal(str)

    def __init__(self, start: Callable[[], object]) -> None:
        super().__init__()
        self._shown: tuple[Suggestion, ...] | None = None
        self._number_of: Callable[[str], int] = lambda _author: 0
        self._sentence = label("", "muted", wraps=True)
        self.start = QuietButton(_("Start suggesting"), start, icon_name="pencil-line")
        self.people = QComboBox()
        self.people.setAccessibleName(_("Whose suggestions"))
        self.people.currentIndexChanged.connect(lambda _place: self._show())
        self.accept_all = QuietButton(_("Accept all"), lambda: self._all(is_accepted=True), icon_name="checks")
        self.refuse_all = QuietButton(_("Reject all"), lambda: self._all(is_accepted=False), icon_name="x")
        self.views = {
            PENDING: Chip(_("With suggestions")),
            ACCEPTED: Chip(_("As accepted")),
            BEFORE: Chip(_("As before")),
        }
        self._lay_out()
        self.show_suggestions(())

    def _lay_out(self) -> None:
        self._tools = QWidget()
        tools = FlowRow(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(S4)
        for name, chip in self.views.items():
            chip.clicked.connect(lambda _checked=False, name=name: self.view_wanted.emit(name))
            tools.addWidget(chip)
        self.show_view(PENDING)
        self._deeds = QWidget()
        deeds = FlowRow(self._deeds)
        deeds.setContentsMargins(0, 0, 0, 0)
        deeds.setSpacing(S4)
        for each in (self.people, self.accept_all, self.refuse_all):
            deeds.addWidget(each)
        self._cards: list[SuggestionCard] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(S8)
        self._more = label("", "muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        for widget in (self._sentence, self.start, self._tools, self._deeds):
            column.addWidget(widget, 0, Qt.AlignmentFlag(0) if widget is not self.start else Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._list)
        column.addWidget(self._more)

    @property
    def cards(self) -> tuple[SuggestionCard, ...]:
        """The cards that are shown."""
        return tuple(card for card in self._cards if not card.isHidden())

    def show_view(self, name: str) -> None:
        """Tell which view of the text is on the page."""
        for each, chip in self.views.items():
            chip.setChecked(each == name)

    def set_suggesting(self, is_on: bool) -> None:
        """Say what can be done now."""
        self.start.setText(_("Stop suggesting") if is_on else _("Start suggesting"))

    def show_suggestions(self, found: Sequence[Suggestion], number_of: Callable[[str], int] | None = None) -> None:
        """Show the suggestions, by place; nothing moves where they are the same as before."""
        self._number_of = number_of or self._number_of
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        people = list(dict.fromkeys(each.author for each in found))
        chosen = self.people.currentData()
        with QSignalBlocker(self.people):
            self.people.clear()
            self.people.addItem(_("Everybody’s"), "")
            for author in people:
                self.people.addItem(author or _("Unknown person"), author)
            self.people.setCurrentIndex(max(0, self.people.findData(chosen) if chosen else 0))
        self.people.setVisible(len(people) > 1)
        self._show()

    def _show(self) -> None:
        found = self._shown or ()
        author = self.people.currentData() or ""
        rows = [each for each in found if not author or each.author == author]
        self._sentence.setText(
            _("Nothing is suggested. While you suggest, what you change waits in the text until somebody accepts it.")
        )
        self._sentence.setVisible(not found)
        for each in (self._tools, self._deeds):
            each.setVisible(bool(found))
        while len(self._cards) < min(len(rows), MOST_SHOWN):
            self._add()
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(rows))
            if place < len(rows):
                card.show_suggestion(rows[place], self._number_of(rows[place].author))
        rest = len(rows) - MOST_SHOWN
        self._more.setVisible(rest > 0)
        self._more.setText(ngettext("and {count} more", "and {count} more", max(rest, 1)).format(count=rest))

    def _add(self) -> None:
        card = SuggestionCard()
        card.chosen.connect(self.chosen)
        card.settled.connect(self.settled)
        self._list.addWidget(card)
        self._cards.append(card)

    def _all(self, *, is_accepted: bool) -> None:
        self.all_settled.emit(self.people.currentData() or "", is_accepted)
