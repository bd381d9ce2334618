"""Shows the window, and shows it anew when the interface's language changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.i18n import use_language
from desktop.ui.desk import Desk
from desktop.ui.registry import SCREENS
from desktop.ui.window.main_window import MainWindow


class WindowKeeper(QObject):
    """Holds the window. A language change makes a new one in the same place and then closes the old."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.window = MainWindow(desk, SCREENS)
        # Queued: the old window's own settings page asked for it and must be out of its slot before it goes.
        self._desk.language_changed.connect(lambda: QTimer.singleShot(0, self.renew))
        self.window.show()

    def renew(self) -> None:
        """Make the window again, in the language now in the preferences."""
        old = self.window
        old.keep_state()
        use_language(self._desk.preferences.get("language", "en"))
        old.disconnect_from_desk()
        self.window = MainWindow(self._desk, SCREENS)
        self.window.show()
        old.close()
        old.deleteLater()
        self.window.activateWindow()  # not every platform hands the keyboard on to it by itself


def show_window(application: QApplication, desk: Desk) -> WindowKeeper:
    """Open the window on a desk; keep what it answers as long as the window lives."""
    application.setQuitOnLastWindowClosed(True)
    return WindowKeeper(desk)
