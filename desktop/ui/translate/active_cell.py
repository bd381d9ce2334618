"""The one editor of the grid, with what is to be said about its sentence right below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.richtext import MarkKind, RichText
from desktop.domain.segment import PairedSegment
from desktop.i18n import _
from desktop.translation.chips import Chip, chips, missing_chips
from desktop.ui.theme.tokens import S4, S8, S12, px
from desktop.ui.translate.rows import advice, answer_label, change_word
from desktop.ui.translate.target_edit import TargetEdit
from desktop.ui.widgets.buttons import PlainButton, QuietButton
from desktop.ui.widgets.icon_label import IconLabel

_SHOWN_CHIPS = 9


def chip_label(chip: Chip) -> str:
    """What a chip is called on its button."""
    words = chip.text if len(chip.text) <= 28 else chip.text[:27] + "…"
    return words or chip.value


class ActiveCell(QWidget):
    """Lies over the target cell of the active row.

    ``height_changed`` asks for another row height; ``answered`` is the button that accepts or applies a change.
    """

    height_changed = Signal()
    answered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.edit = TargetEdit(self)
        self._banner_icon = IconLabel("warning", "stale", 14)
        self._banner = _wrapping("stale")
        self.answer = PlainButton("", self.answered.emit)
        self.answer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._finding = _wrapping("problem")
        self._missing = QHBoxLayout()
        self._missing.setSpacing(px(S4))
        self._buttons: list[QuietButton] = []
        self._pair: PairedSegment | None = None
        self._chips: tuple[Chip, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(S12), px(S8), px(S12), px(S8))
        self._column.setSpacing(px(S4))
        banner = QHBoxLayout()
        banner.setSpacing(px(S4))
        banner.addWidget(self._banner_icon, 0, Qt.AlignmentFlag.AlignTop)
        banner.addWidget(self._banner, 1)
        row = QHBoxLayout()
        row.addWidget(self.answer)
        row.addStretch(1)
        self._missing.addStretch(1)
        self._column.addWidget(self.edit)
        self._column.addLayout(banner)
        self._column.addLayout(row)
        self._column.addWidget(self._finding)
        self._column.addLayout(self._missing)
        self._column.addStretch(1)
        self.setTabOrder(self.edit, self.answer)
        self.edit.document().documentLayout().documentSizeChanged.connect(
            self._fit, Qt.ConnectionType.QueuedConnection
        )  # never while the text is being laid out
        self.edit.typed.connect(self._show_missing)

    # -- showing --------------------------------------------------------------------------------------------

    def show_pair(self, pair: PairedSegment, *, is_new: bool) -> None:
        """Show a row's facts; ``is_new`` also loads its text. Otherwise text, cursor and focus are untouched."""
        self._pair = pair
        if is_new:
            self.edit.load(pair.segment.target)
            self.say("")
        source = pair.segment.source.text
        self.edit.setAccessibleName(_("Translation of sentence {number}").format(number=pair.number))
        self.edit.setAccessibleDescription(source)
        label = answer_label(pair)
        word = change_word(pair.change)
        told = _("The source changed: {change}.").format(change=word) if word else ""
        if words := advice(pair):
            told = f"{told} {words}"
        self._banner.setText(told)
        self._banner.setVisible(bool(told))
        self._banner_icon.setVisible(bool(told))
        self.answer.setText(f"{label}   Alt+↵" if label else "")
        self.answer.setAccessibleName(label)
        self.answer.setVisible(bool(label))
        self._show_missing()

    @property
    def pair(self) -> PairedSegment | None:
        """The row shown."""
        return self._pair

    @property
    def missing(self) -> tuple[Chip, ...]:
        """The source's chips that the text lacks."""
        return self._chips

    @property
    def finding(self) -> str:
        """The sentence shown below the text."""
        return self._finding.text()

    def all_chips(self) -> tuple[Chip, ...]:
        """The source's chips in order."""
        return chips(self._pair.segment.source) if self._pair else ()

    def say(self, sentence: str) -> None:
        """Show a finding below the text; empty for none."""
        self._finding.setText(sentence)
        self._finding.setVisible(bool(sentence))
        self._fit()

    def insert(self, chip: Chip) -> None:
        """Put a chip at the cursor; a link goes onto the selected words."""
        cursor = self.edit.textCursor()
        if chip.kind is MarkKind.LINK and cursor.hasSelection():
            words = cursor.selectedText()
            self.edit.insert(RichText.plain(words).with_mark(0, len(words), chip.kind, chip.value))
        else:
            self.edit.insert_chip(chip)
        self.edit.setFocus()

    def _show_missing(self) -> None:
        text = self.edit.text_now()
        lacking = missing_chips(self._pair.segment.source, text) if self._pair and text.text.strip() else ()
        if lacking == self._chips and len(self._buttons) == min(len(lacking), _SHOWN_CHIPS):
            return
        self._chips = lacking
        for button in self._buttons:
            self._missing.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        order = self.all_chips()
        for place, chip in enumerate(lacking[:_SHOWN_CHIPS]):
            number = order.index(chip) + 1 if chip in order else place + 1
            words = _("Insert “{chip}”").format(chip=chip_label(chip))
            button = QuietButton(words, partial(self.insert, chip), icon_name="plus")
            button.setToolTip(_("Ctrl+Alt+{number}").format(number=number))
            self._missing.insertWidget(place, button)
            self._buttons.append(button)
        self._fit()

    # -- size -----------------------------------------------------------------------------------------------

    def wanted_height(self) -> int:
        """How high the row must be to hold all of this."""
        self._size_edit()
        layout = self._column
        layout.activate()
        return layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def _size_edit(self) -> None:
        margins = self._column.contentsMargins()
        self.edit.document().setTextWidth(max(px(80), self.width() - margins.left() - margins.right()))
        self.edit.setFixedHeight(max(px(24), round(self.edit.document().size().height()) + 2))

    def _fit(self) -> None:
        self._column.invalidate()
        self.height_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "edit"):
            self.edit.renew()
        super().changeEvent(event)


def _wrapping(role: str) -> QLabel:
    made = QLabel()
    made.setProperty("role", role)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    made.hide()
    return made
