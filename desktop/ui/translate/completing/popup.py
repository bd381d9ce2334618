"""The list under the word that is being typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from desktop.i18n import _
from desktop.translation.completing import Offer
from desktop.ui.theme.tokens import S8, px
from desktop.ui.translate.target_edit import TargetEdit

_TAKING = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CompletionPopup(QListWidget):
    """Never takes the focus: while it is shown it hears the editor's keys. ``taken`` carries the offer chosen.

    Tab and Enter take, Esc closes, the arrows choose; every other key goes on to the text.
    """

    taken = Signal(object)
    refused = Signal()

    def __init__(self, edit: TargetEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._edit, self._parent = edit, parent
        self._offers: tuple[Offer, ...] = ()
        self._is_hearing = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "popup")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(_("Suggestions"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self._take(self.row(item)))
        self.hide()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What is shown."""
        return self._offers if self.isVisible() else ()

    def show_offers(self, offers: Sequence[Offer], below: QPoint) -> None:
        """Show offers at a point of the parent; none closes."""
        if not offers:
            self.close_quietly()
            return
        self._offers = tuple(offers)
        self.clear()
        for offer in offers:
            item = QListWidgetItem(f"{offer.text}   {offer.note}" if offer.note else offer.text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, offer.text)
            self.addItem(item)
        self.setCurrentRow(0)
        self._place(below)
        self.show()
        self.raise_()
        if not self._is_hearing:
            self._is_hearing = True
            self._edit.installEventFilter(self)

    def _place(self, below: QPoint) -> None:
        parent = self._parent
        width = min(max(px(160), self.sizeHintForColumn(0) + 2 * S8 + 2 * self.frameWidth()), parent.width())
        height = self.sizeHintForRow(0) * self.count() + 2 * self.frameWidth()
        left = max(0, min(below.x(), parent.width() - width))
        top = below.y() + px(4)
        if top + height > parent.height():  # no room below: over the line
            top = max(0, below.y() - height - self._edit.fontMetrics().height() - px(8))
        self.setGeometry(left, top, width, height)

    def close_quietly(self) -> None:
        """Go away; the editor has its keys to itself again."""
        if self._is_hearing:
            self._is_hearing = False
            self._edit.removeEventFilter(self)
        self.hide()

    def _take(self, row: int) -> None:
        offer = self._offers[row] if 0 <= row < len(self._offers) else None
        self.close_quietly()
        if offer is not None:
            self.taken.emit(offer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.close_quietly()
            return False
        is_key = event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if not is_key or not isinstance(event, QKeyEvent) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().eventFilter(watched, event)
        key = event.key()
        if key not in (*_TAKING, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if key in _TAKING:
            self._take(self.currentRow())
        elif key == Qt.Key.Key_Escape:
            self.close_quietly()
            self.refused.emit()
        else:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count())
        return True
