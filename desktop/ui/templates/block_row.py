"""One block of a template's text: its kind, its words with gaps in braces, its place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from desktop.domain.document import BlockKind
from desktop.editorial.templates import TemplateBlock
from desktop.i18n import _
from desktop.ui.templates.words import block_kinds
from desktop.ui.text.utf16 import to_points
from desktop.ui.theme.tokens import S4, S8, S12, px
from desktop.ui.widgets.buttons import IconButton

_LINES = 8


class BlockRow(QFrame):
    """``changed`` carries the block as it is now; ``moved`` up (-1) or down (1); ``removed`` asks to take it away."""

    changed = Signal(object)
    moved = Signal(int)
    removed = Signal()
    entered = Signal()

    def __init__(self, block: TemplateBlock, number: int) -> None:
        super().__init__()
        self._block = block
        self.setProperty("role", "card")
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("Kind of block {number}").format(number=number))
        kinds = block_kinds()
        for kind, words in kinds:
            self.kind.addItem(words, kind)
        at = next((place for place, (kind, _words) in enumerate(kinds) if kind is block.kind), -1)
        if at < 0:
            self.kind.addItem(block.kind.value, block.kind)
        self.kind.setCurrentIndex(at if at >= 0 else self.kind.count() - 1)
        self.text = QPlainTextEdit(block.text)
        self.text.setAccessibleName(_("Text of block {number}").format(number=number))
        self.text.setTabChangesFocus(True)
        head = QHBoxLayout()
        head.setSpacing(S4)
        head.addWidget(self.kind)
        head.addStretch(1)
        for icon_name, words, deed in (
            ("arrow-up", _("Move up"), lambda: self.moved.emit(-1)),
            ("arrow-down", _("Move down"), lambda: self.moved.emit(1)),
            ("trash", _("Delete block"), self.removed.emit),
        ):
            head.addWidget(IconButton(icon_name, words, deed))
        column = QVBoxLayout(self)
        column.setContentsMargins(S12, S8, S12, S8)
        column.setSpacing(S8)
        column.addLayout(head)
        column.addWidget(self.text)
        self.text.textChanged.connect(self._tell)
        self.kind.activated.connect(lambda _index: self._tell())
        self.text.installEventFilter(self)
        self.text.textChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """As high as its lines, wrapped ones too."""
        document, lines = self.text.document(), 0
        for number in range(document.blockCount()):
            lines += max(1, document.findBlockByNumber(number).layout().lineCount())
        lines = max(1, min(_LINES, lines))
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * lines + px(3 * S8))

    def _tell(self) -> None:
        self._block = replace(self._block, kind=BlockKind(self.kind.currentData()), text=self.text.toPlainText())
        self.changed.emit(self._block)

    def selection(self) -> tuple[int, int]:
        """The selected stretch in code points; an empty one where nothing is selected."""
        cursor = self.text.textCursor()
        words = self.text.toPlainText()
        return to_points(words, cursor.selectionStart()), to_points(words, cursor.selectionEnd())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._fit)  # the lines are broken anew after the resize
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)
