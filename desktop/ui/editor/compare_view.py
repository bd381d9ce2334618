"""Two kept states compared, in the page's place: counts, next and previous change, side by side or inline."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.editorial.compare import Comparison, Row, RowKind
from desktop.i18n import _, ngettext
from desktop.ui.editor.compare_page import ComparePage
from desktop.ui.theme.tokens import S8, S16, px
from desktop.ui.widgets import IconButton, QuietButton, label, line
from desktop.ui.widgets.buttons import Chip


def counts_words(comparison: Comparison) -> str:
    """``12 paragraphs changed, 2 moved, 1 added``; that nothing changed where it is so."""
    said = [
        (comparison.changed, ngettext("{count} paragraph changed", "{count} paragraphs changed", comparison.changed)),
        (comparison.moved, ngettext("{count} moved", "{count} moved", comparison.moved)),
        (comparison.added, ngettext("{count} added", "{count} added", comparison.added)),
        (comparison.removed, ngettext("{count} gone", "{count} gone", comparison.removed)),
    ]
    shown = [words.format(count=count) for count, words in said if count]
    return ", ".join(shown) or _("Nothing changed")


class CompareView(QWidget):
    """``closed`` asks for the page, ``put_back`` carries the :class:`Row` whose old wording is wanted again."""

    closed = Signal()
    put_back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._comparison = Comparison(())
        self._can_put_back = False
        self.page = ComparePage()
        self.setFocusProxy(self.page)
        self._names, self.counts, self._at = label("", "strong"), label("", "muted"), label("", "muted")
        self.beside, self.inline = Chip(_("Side by side")), Chip(_("Inline"))
        group = QButtonGroup(self)
        for chip in (self.beside, self.inline):
            group.addButton(chip)
            chip.setMinimumWidth(chip.sizeHint().width() + px(S16))  # the chosen one is bold
            chip.clicked.connect(self._draw)
        self.beside.setChecked(True)
        self.previous = IconButton("caret-up", _("Previous change"), lambda: self.step(-1))
        self.next = IconButton("caret-down", _("Next change"), lambda: self.step(1))
        self.back = QuietButton(_("Put old wording back"), self._put_back, icon_name="arrow-counter-clockwise")
        self._lay_out()
        for words, keys, deed in (
            (_("Next change"), ("N", "Ctrl+Down"), lambda: self.step(1)),
            (_("Previous change"), ("P", "Ctrl+Up"), lambda: self.step(-1)),
            (_("Back to the text"), ("Esc",), self.closed.emit),
        ):
            action = QAction(words, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, deed=deed: deed())
            self.addAction(action)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(S16, S8, S16, 0)
        first.setSpacing(S8)
        first.addWidget(self._names, 1)
        first.addWidget(QuietButton(_("Back to the text"), self.closed.emit))
        second = QHBoxLayout()
        second.setContentsMargins(S16, 0, S16, S8)
        second.setSpacing(S8)
        for widget in (self.beside, self.inline, self.previous, self.next, self._at):
            second.addWidget(widget)
        second.addSpacing(S16)
        second.addWidget(self.counts, 1)
        second.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(line())
        column.addWidget(self.page, 1)

    def show_comparison(self, comparison: Comparison, old: str, new: str, *, can_put_back: bool) -> None:
        """Show two states by their names; ``can_put_back`` where the new one is the text now, and is written here."""
        self._comparison, self._can_put_back = comparison, can_put_back
        self._names.setText(_("{old} → {new}").format(old=old, new=new))
        self.counts.setText(counts_words(comparison))
        self.page.go_to(-1)
        self._draw()
        changes = comparison.changes
        self.page.go_to(changes[0] if changes else -1)
        self._tell()

    def _draw(self) -> None:
        self.page.show_comparison(self._comparison, is_inline=self.inline.isChecked())

    @property
    def row(self) -> Row | None:
        """The change that is lit."""
        place = self.page.place
        return self._comparison.rows[place] if 0 <= place < len(self._comparison.rows) else None

    def step(self, by: int) -> None:
        """Go to the next or the previous change; past the last one comes the first."""
        changes = self._comparison.changes
        if not changes:
            return
        here = self.page.place
        ahead = [place for place in changes if (place > here if by > 0 else place < here)]
        self.page.go_to((ahead or changes)[0 if by > 0 else -1])
        self._tell()

    def _tell(self) -> None:
        changes, row = self._comparison.changes, self.row
        number = changes.index(self.page.place) + 1 if self.page.place in changes else 0
        words = _("{number} of {count}").format(number=number, count=len(changes))
        self._at.setText(words if number else "")
        for button in (self.previous, self.next):
            button.setEnabled(bool(changes))
        can = self._can_put_back and row is not None and row.kind in (RowKind.CHANGED, RowKind.REMOVED)
        self.back.setVisible(self._can_put_back)
        self.back.setEnabled(can)

    def _put_back(self) -> None:
        if self.row is not None and self.back.isEnabled():
            self.put_back.emit(self.row)
