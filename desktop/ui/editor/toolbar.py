"""The row above the page: kind, marks, links, lists, datelines, contacts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from desktop.domain.document import BlockKind
from desktop.domain.richtext import MarkKind
from desktop.i18n import _
from desktop.ui.editor import writing
from desktop.ui.editor.page import PageEdit
from desktop.ui.text import formats
from desktop.ui.text.kinds import KIND_KEYS, kind_name
from desktop.ui.theme import tokens
from desktop.ui.theme.tokens import S4, S16
from desktop.ui.widgets import IconButton, QuietButton, line
from desktop.ui.widgets.flow import FlowRow


class Toolbar(QFrame):
    """Shows what the cursor stands in, and changes it. ``asked`` names a bar to open: link, dateline."""

    asked = Signal(str)

    def __init__(self, page: PageEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._page = page
        row = FlowRow(self)
        row.setContentsMargins(S16, S4, S16, S4)
        row.setSpacing(S4)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(_("Kind of block"))
        self.kinds.setToolTip(_("Kind of block (Ctrl+Alt+0 to 9)"))
        self.kinds.setMaxVisibleItems(len(KIND_KEYS))
        for kind, _key in KIND_KEYS:
            self.kinds.addItem(kind_name(kind), kind)
        self.kinds.activated.connect(self._choose)
        self.strong = self._toggle("text-bolder", _("Strong (Ctrl+B)"), lambda: page.toggle(MarkKind.STRONG))
        self.emphasis = self._toggle("text-italic", _("Emphasis (Ctrl+I)"), lambda: page.toggle(MarkKind.EMPHASIS))
        self.link = self._toggle("link", _("Link (Ctrl+K)"), lambda: self.asked.emit("link"))
        self.bullets = self._toggle("list-bullets", _("Bulleted list"), lambda: self._list(is_ordered=False))
        self.numbers = self._toggle("list-numbers", _("Numbered list"), lambda: self._list(is_ordered=True))
        self.gap = QuietButton("", lambda: page.jump_to_gap(), icon_name="arrow-bend-down-right")  # noqa: PLW0108
        row.addWidget(self.kinds)
        row.addWidget(self._rule())
        for each in (self.strong, self.emphasis, self.link):
            row.addWidget(each)
        row.addWidget(self._rule())
        for each in (self.bullets, self.numbers):
            row.addWidget(each)
        row.addWidget(self._rule())
        row.addWidget(QuietButton(_("Dateline"), lambda: self.asked.emit("dateline"), icon_name="map-pin"))
        row.addWidget(self.gap)
        page.cursorPositionChanged.connect(self.follow)
        page.ledger.restructured.connect(self.follow)

    @staticmethod
    def _toggle(icon_name: str, name: str, act: Callable[[], object]) -> IconButton:
        button = IconButton(icon_name, name, act, role="text")
        button.setCheckable(True)
        return button

    @staticmethod
    def _rule() -> QWidget:
        rule = line(is_vertical=True)
        rule.setFixedHeight(tokens.px(tokens.S24))
        return rule

    def follow(self) -> None:
        """Show the kind and the marks at the cursor."""
        cursor = self._page.textCursor()
        made = cursor.blockFormat()
        kind = formats.kind_of(made)
        with QSignalBlocker(self.kinds):
            self.kinds.setCurrentIndex(self.kinds.findData(kind))
        marks = {mark for mark, _value in formats.marks_of(cursor.charFormat())}
        self.strong.setChecked(MarkKind.STRONG in marks)
        self.emphasis.setChecked(MarkKind.EMPHASIS in marks)
        self.link.setChecked(MarkKind.LINK in marks)
        is_ordered = bool(dict(formats.attrs_of(made)).get("ordered"))
        self.bullets.setChecked(kind is BlockKind.LIST_ITEM and not is_ordered)
        self.numbers.setChecked(kind is BlockKind.LIST_ITEM and is_ordered)

    def set_gaps(self, count: int, words: str) -> None:
        """Offer to jump to the next gap while there is one."""
        self.gap.setText(words)
        self.gap.setToolTip(_("Go to the next open gap (Tab or F8)"))
        self.gap.setVisible(count > 0)

    def _choose(self, index: int) -> None:
        self._page.set_kind(BlockKind(self.kinds.itemData(index)))

    def _list(self, *, is_ordered: bool) -> None:
        cursor = self._page.textCursor()
        made = cursor.blockFormat()
        is_now = formats.kind_of(made) is BlockKind.LIST_ITEM
        if is_now and bool(dict(formats.attrs_of(made)).get("ordered")) == is_ordered:
            self._page.set_kind(BlockKind.PARAGRAPH)
        else:
            self._page.set_kind(BlockKind.LIST_ITEM, (("ordered", "1"),) if is_ordered else ())
        self.follow()


def link_under(page: PageEdit) -> str | None:
    """The address of the link at the cursor; the whole link is selected then. ``None`` where there is nothing to link."""
    cursor = page.textCursor()
    found = formats.has_mark(cursor.charFormat(), MarkKind.LINK)
    if not cursor.hasSelection():
        point = page.place()[1]
        block = page.current_block()
        mark = next((m for m in block.text.marks_of(MarkKind.LINK) if m.start <= point <= m.end), None)
        if mark is None:
            cursor.select(cursor.SelectionType.WordUnderCursor)
            page.setTextCursor(cursor)
            return "" if cursor.hasSelection() else None
        page.setTextCursor(writing.select_gap(cursor, mark))
        return mark.value
    return found or ""
