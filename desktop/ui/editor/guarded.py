"""A text field that leaves blocks alone which are drawn from elsewhere, whatever way a change comes in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QTextEdit

from desktop.ui.editor import locked
from desktop.ui.text import formats


class GuardedEdit(QTextEdit):
    """What of the page's guard Qt asks through events; keys, kinds and marks ask :mod:`desktop.ui.editor.locked`."""

    #: The id of a block that is drawn from elsewhere, whose text somebody tried to change.
    refused = Signal(str)
    #: Images dropped or pasted: a list of file paths, or one ``QImage``.
    images_given = Signal(object)

    def refuse_here(self) -> bool:
        """Whether the cursor or its selection would alter a block that is drawn from elsewhere; tells so."""
        is_guarded = locked.is_guarded(self.textCursor())
        if is_guarded:
            self.refused.emit(formats.id_of(self.textCursor().blockFormat()))
        return is_guarded

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if locked.is_guarded(self.textCursor()) and (event.commitString() or event.preeditString()):
            event.ignore()
            return
        super().inputMethodEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() in (self, self.viewport()) and locked.is_guarded(self.textCursor()):
            event.setDropAction(Qt.DropAction.CopyAction)
        super().dropEvent(event)
