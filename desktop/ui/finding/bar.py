"""The bar for finding and replacing. It knows no text: who holds it looks, goes and changes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop.editorial.finding import Query
from desktop.i18n import _
from desktop.ui.theme.tokens import S8, S16, px
from desktop.ui.widgets.buttons import Chip, IconButton, PlainButton, QuietButton
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.section_header import label

_CAPTION, _COUNT, _FIELD = 96, 110, 150
#: Below this width, in pixels at 100 %, the fields name themselves.
_NARROW = 1000
#: And below this one a line is spared: the menu leads to all releases too.
_LEAST = 700


class FindBar(QFrame):
    """Enter goes on, Shift+Enter back; in the lower field Enter replaces. Esc closes.

    ``changed`` tells that other words or options are looked for. ``everywhere_wanted`` asks for all releases.
    """

    changed = Signal()
    stepped = Signal(int)
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    everywhere_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAccessibleName(_("Find and replace"))
        self._captions: list[QWidget] = []
        self._is_form = False
        self.words, self.new_words = QLineEdit(), QLineEdit()
        self.case = Chip(_("Match case"))
        self.whole = Chip(_("Whole words"))
        self.accents = Chip(_("Ignore accents"))
        self.pattern = Chip(_("Pattern"))
        self.pattern.setToolTip(_("A regular expression; \\1 puts its first group into the replacement"))
        self.count = label("", "muted")
        self.count.setMinimumWidth(px(_COUNT))
        self._below = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(S16, S8, S16, S8)
        column.setSpacing(S8)
        column.addLayout(self._find_row())
        column.addWidget(self._below)
        self._fill_replace_row()
        self._connect()
        self.hide()

    def _find_row(self) -> FlowRow:
        row = FlowRow()
        row.setSpacing(S8)
        row.add(self._caption(_("Find"), self.words))
        row.add(self.words, 1)
        up = IconButton("arrow-up", _("Previous place (Shift+F3)"), lambda: self.stepped.emit(-1))
        down = IconButton("arrow-down", _("Next place (F3)"), lambda: self.stepped.emit(1))
        close = IconButton("x", _("Close"), self.close_bar)
        self._of_a_text: list[QWidget] = [self.count, up, down, close]
        for widget in (self.count, up, down, self.case, self.whole, self.accents, self.pattern, close):
            row.add(widget)
        return row

    def _fill_replace_row(self) -> None:
        row = FlowRow(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        row.add(self._caption(_("Replace with"), self.new_words))
        row.add(self.new_words, 1)
        self.one_button = PlainButton(_("Replace"), self.replace_wanted.emit)
        self.all_button = PlainButton(_("Replace all"), self.replace_all_wanted.emit)
        self._everywhere = QuietButton(_("In all releases…"), self.everywhere_wanted.emit)
        for button in (self.one_button, self.all_button, self._everywhere):
            self._of_a_text.append(button)
            row.add(button)

    def _caption(self, text: str, field: QLineEdit) -> QWidget:
        caption = label(text, "muted")
        caption.setMinimumWidth(px(_CAPTION))
        caption.setBuddy(field)
        field.setAccessibleName(text)
        field.setPlaceholderText(text)
        field.setMinimumWidth(px(_FIELD))
        self._captions.append(caption)
        return caption

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = event.size().width() < px(_NARROW)
        for caption in self._captions:
            caption.setVisible(not is_narrow)
        self._everywhere.setVisible(not self._is_form and event.size().width() >= px(_LEAST))
        super().resizeEvent(event)

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _text: self.changed.emit())
        for chip in (self.case, self.whole, self.accents, self.pattern):
            chip.toggled.connect(lambda _on: self.changed.emit())
        self.pattern.toggled.connect(lambda is_on: self.accents.setEnabled(not is_on))

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(
            self.words.text(),
            matches_case=self.case.isChecked(),
            ignores_accents=self.accents.isChecked() and not self.pattern.isChecked(),
            whole_words=self.whole.isChecked(),
            is_pattern=self.pattern.isChecked(),
        )

    @property
    def replacement(self) -> str:
        """What should stand there instead."""
        return self.new_words.text()

    def open_for(self, words: str, *, with_replace: bool) -> None:
        """Show the bar, with words of one line to look for (else those of last time), the focus on them."""
        if words and "\n" not in words and words != self.words.text():
            self.words.setText(words)
        self._below.setVisible(with_replace)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def become_form(self) -> None:
        """Stand on a page of its own: both fields and the options, without the buttons that go through one text."""
        self._is_form = True
        for widget in self._of_a_text:
            widget.hide()
        self.show()

    def show_count(self, at: int, count: int) -> None:
        """Say ``3 of 12``; ``at`` 0 where the cursor is on none."""
        if not self.words.text():
            self.say("")
        elif not count:
            self.say(_("Not found"), is_problem=True)
        elif at:
            self.say(_("{at} of {count}").format(at=at, count=count))
        else:
            self.say(_("{count} found").format(count=count))

    def say(self, words: str, *, is_problem: bool = False) -> None:
        """Show a few words beside the field."""
        self.count.setText(words)
        self.count.setToolTip(words)
        self.count.setAccessibleName(words)
        wanted = "problem" if is_problem else "muted"
        if self.count.property("role") != wanted:
            self.count.setProperty("role", wanted)
            self.count.style().polish(self.count)

    def close_bar(self) -> None:
        """Hide and tell so."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_bar()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.new_words.hasFocus():
                self.replace_wanted.emit()
            else:
                self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
