"""The rail at the left: the way to every screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui.screens import ScreenEntry
from desktop.ui.theme.icons import icon, icon_size
from desktop.ui.theme.tokens import S4, S8, S12

#: Stands at the rail's foot.
_AT_FOOT = "settings"


class Rail(QWidget):
    """A button per rail screen; ``chosen`` carries the screen's name. Up and Down move between the buttons."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[ScreenEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Screens"))
        self._entries = {entry.name: entry for entry in entries}
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(S8, S12, S8, S8)
        column.setSpacing(S4)
        shown = [entry for entry in entries if entry.in_rail]
        for entry in shown:
            if entry.name == _AT_FOOT:
                column.addStretch(1)
            column.addWidget(self._button(entry))

    def _button(self, entry: ScreenEntry) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "rail")
        button.setText(f" {entry.label()}")
        button.setIcon(icon(entry.icon, "muted", checked=f"{entry.icon}-fill", checked_role="accent"))
        button.setIconSize(icon_size())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        shortcut = QKeySequence(entry.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(_("{screen} ({shortcut})").format(screen=entry.label(), shortcut=shortcut))
        button.setAccessibleName(entry.label())
        button.clicked.connect(lambda: self.chosen.emit(entry.name))
        self._group.addButton(button)
        self._buttons[entry.name] = button
        return button

    def light(self, name: str) -> None:
        """Light the button of a screen, or of its rail parent."""
        entry = self._entries.get(name)
        if entry is not None:
            button = self._buttons.get(entry.name) or self._buttons.get(entry.rail_parent)
            if button is not None:
                button.setChecked(True)

    def take_focus(self) -> None:
        """Put the focus on the button that is lit."""
        lit = self._group.checkedButton()
        if lit is not None:
            lit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_narrow(self, is_narrow: bool) -> None:
        """Show icons alone where the window has no room for words."""
        style = Qt.ToolButtonStyle
        for button in self._buttons.values():
            button.setToolButtonStyle(style.ToolButtonIconOnly if is_narrow else style.ToolButtonTextBesideIcon)

    def refresh_look(self) -> None:
        """Take over a new text scale."""
        for button in self._buttons.values():
            button.setIconSize(icon_size())
