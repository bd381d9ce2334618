"""Undo and redo: of the typing in the field that has the focus, else of the last deed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from desktop.i18n import _
from desktop.ui.desk import Desk

Field = QLineEdit | QTextEdit | QPlainTextEdit


def _document(field: Field | None) -> QTextDocument | None:
    return field.document() if isinstance(field, QTextEdit | QPlainTextEdit) else None


class Undoing(QObject):
    """Owns the two actions ``edit.undo`` and ``edit.redo`` of a window.

    A text field takes Ctrl+Z for itself even where it has nothing to undo; an event filter on the focused field
    alone (not on the application: that would cost every paint) gives the key back to the window then.
    """

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._stack = desk.undo_stack
        self._field: Field | None = None
        self.undo = desk.actions.add("edit.undo", _("Undo"), "Ctrl+Z", self._undo, icon="arrow-u-up-left")
        self.redo = desk.actions.add(
            "edit.redo", _("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), self._redo, icon="arrow-u-up-right"
        )
        self._stack.indexChanged.connect(self.refresh)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        self.refresh()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = new if isinstance(new, QLineEdit | QTextEdit | QPlainTextEdit) else None
        if self._field is not None:
            self._field.installEventFilter(self)
        self.refresh()

    def _can(self, *, redo: bool) -> bool:
        field = self._field
        if field is None or not isValid(field):
            return False
        if isinstance(field, QLineEdit):
            return field.isRedoAvailable() if redo else field.isUndoAvailable()
        document = _document(field)
        if document is None or field.isReadOnly():
            return False
        return document.isRedoAvailable() if redo else document.isUndoAvailable()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            standard = QKeySequence.StandardKey
            is_undo, is_redo = event.matches(standard.Undo), event.matches(standard.Redo)
            if (is_undo and not self._can(redo=False)) or (is_redo and not self._can(redo=True)):
                event.ignore()
                return True
        return False

    def refresh(self) -> None:
        """Let the menu name the deed that would be undone."""
        for action, words, plain, deed, can in (
            (self.undo, _("Undo {deed}"), _("Undo typing"), self._stack.undoText(), self._stack.canUndo()),
            (self.redo, _("Redo {deed}"), _("Redo typing"), self._stack.redoText(), self._stack.canRedo()),
        ):
            if self._can(redo=action is self.redo):
                action.setText(plain)
                action.setEnabled(True)
                continue
            bare = _("Undo") if action is self.undo else _("Redo")
            action.setText(words.format(deed=deed) if can and deed else bare)
            action.setEnabled(True)  # kept on so that the key works before the menu was looked at

    def _undo(self) -> None:
        if self._can(redo=False) and self._field is not None:
            self._field.undo()
        else:
            self._stack.undo()

    def _redo(self) -> None:
        if self._can(redo=True) and self._field is not None:
            self._field.redo()
        else:
            self._stack.redo()
