"""The chosen unit below the table: both sentences and a note, kept when they are left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from desktop.domain.richtext import RichText
from desktop.domain.unit import TranslationUnit
from desktop.i18n import _
from desktop.ui.theme.tokens import S8, S12, S16, px
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.language_words import language_name
from desktop.ui.widgets.section_header import label


class _Text(QPlainTextEdit):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(px(72))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class UnitForm(QWidget):
    """``edited`` carries the unit, both texts and the note, where something was changed."""

    edited = Signal(object, object, object, str)

    def __init__(self) -> None:
        super().__init__()
        self._unit: TranslationUnit | None = None
        self._titles = (label("", "strong"), label("", "strong"), label(_("Note"), "strong"))
        self.source, self.target, self.note = _Text(), _Text(), _Text()
        self.save = PlainButton(_("Save unit"), self.keep, icon_name="floppy-disk")
        grid = QGridLayout(self)
        grid.setContentsMargins(S16, S12, S16, S12)
        grid.setHorizontalSpacing(S12)
        grid.setVerticalSpacing(S8)
        for column, (title, field, share) in enumerate(
            zip(self._titles, (self.source, self.target, self.note), (3, 3, 2), strict=True)
        ):
            title.setBuddy(field)
            grid.addWidget(title, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, share)
            field.left.connect(self.keep)
        grid.addWidget(self.save, 2, 0, alignment=Qt.AlignmentFlag.AlignLeft)
        self.note.setAccessibleName(_("Note"))
        self.show_unit(None)

    def show_unit(self, unit: TranslationUnit | None) -> None:
        """Show another unit; what was typed in the one before is kept first. The same unit, unchanged, stays as it is."""
        if unit == self._unit and unit is not None:
            return
        self.keep()
        self._unit = unit
        self.setEnabled(unit is not None)
        for field, title, text, name in (
            (self.source, self._titles[0], unit.source.text if unit else "", unit.source_language if unit else ""),
            (self.target, self._titles[1], unit.target.text if unit else "", unit.target_language if unit else ""),
        ):
            field.setPlainText(text)
            words = language_name(name) if name else _("No unit is chosen")
            title.setText(words if name or field is self.source else "")
            field.setAccessibleName(words)
        self.note.setPlainText(unit.note if unit else "")

    def keep(self) -> None:
        """Hand over what was changed."""
        unit = self._unit
        if unit is None:
            return
        source = retyped(unit.source, self.source.toPlainText())
        target = retyped(unit.target, self.target.toPlainText())
        note = self.note.toPlainText()
        if (source, target, note) != (unit.source, unit.target, unit.note):
            self._unit = None  # handed over once; the stored one comes back with the table
            self.edited.emit(unit, source, target, note)


def retyped(before: RichText, text: str) -> RichText:
    """A rich text that was edited as plain text: marks outside the edit stay."""
    old = before.text
    if old == text:
        return before
    start = 0
    while start < min(len(old), len(text)) and old[start] == text[start]:
        start += 1
    end = 0
    while end < min(len(old), len(text)) - start and old[-1 - end] == text[-1 - end]:
        end += 1
    return before.replace(start, len(old) - end, text[start : len(text) - end])
