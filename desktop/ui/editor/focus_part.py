"""Focus mode: the text and nothing else, until Esc or F11."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.ui.editor.part import EditorPart

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen


class FocusPart(EditorPart):
    """Hides what the editor has around the page; the window hides what is around the editor."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self.is_on = False
        self._hidden: list[QWidget] = []
        screen.desk.actions.add(
            "editor.focus", _("Focus mode: only the text"), "F11", self.toggle, owner=screen, screen="editor"
        )
        screen.page.installEventFilter(self)

    def toggle(self) -> None:
        """Into focus mode and out of it."""
        if self.screen.opened is not None:
            self._turn(is_on=not self.is_on)

    def _turn(self, *, is_on: bool) -> None:
        if is_on == self.is_on:
            return
        self.is_on = is_on
        screen = self.screen
        if is_on:
            around = (screen.header, screen.toolbar, screen.bars, *screen.feet)
            self._hidden = [each for each in around if not each.isHidden()]
            for each in self._hidden:
                each.hide()
            screen.show_page()
            screen.desk.notify(_("Only the text. Esc or F11 brings everything back."))
        else:
            for each in self._hidden:
                each.show()
            self._hidden = []
        screen.desk.focused.emit(is_on)
        screen.page.setFocus()
        screen.page.ensureCursorVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_escape = (
            self.is_on
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        )
        if is_escape:
            self._turn(is_on=False)
        return is_escape

    def leave(self) -> None:
        self._turn(is_on=False)
