"""A scripted typist in the wired program, to be killed: ``python -m tests.journeys.typist FILE RELEASE LOG SEED``.

Opens the release's editor offscreen and types at its end without stopping: words, and now and then Enter.
After every key it appends ``keys typed so far, monotonic nanoseconds`` to LOG.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def script(seed: int, count: int) -> str:
    """What is typed: the same text for the same seed."""
    chance = random.Random(seed)
    return "".join(chance.choice("abcdefghijklmnño  ,.é") if chance.random() > 0.02 else "\n" for _ in range(count))


def main() -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent, QTextCursor
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from desktop.app.preferences import FilePreferences
    from desktop.app.window import start
    from desktop.ui.desk import Route
    from desktop.ui.editor.page import PageEdit

    file, release_id, log, seed = sys.argv[1:5]
    application = QApplication([])
    running = start(application, Path(file), FilePreferences(None), author="typist")

    def wait(is_done: object) -> None:
        limit = time.monotonic() + 30
        while not is_done():  # type: ignore[operator]
            assert time.monotonic() < limit, "the window never became ready"
            application.processEvents()
            time.sleep(0.001)

    window = running.keeper.window
    wait(window.is_ready)
    running.desk.navigate(Route("editor", release_id))
    wait(lambda: window.route.screen == "editor" and window.is_ready())
    page = next(each for each in window.findChildren(PageEdit) if each.isVisible())
    page.setFocus()
    page.moveCursor(QTextCursor.MoveOperation.End)
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    chance = random.Random(int(seed))
    for count, letter in enumerate(script(int(seed), 100_000), 1):
        if letter == "\n":
            QTest.keyClick(page, Qt.Key.Key_Return)
        else:  # QTest types ASCII only
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(page, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        os.write(handle, f"{count} {time.monotonic_ns()}\n".encode())
        pause = time.monotonic() + chance.uniform(0.001, 0.03)
        while time.monotonic() < pause:
            application.processEvents()
            time.sleep(0.001)


if __name__ == "__main__":
    main()
