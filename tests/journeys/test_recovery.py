"""A text never saved is recovered after a crash, with a sentence that says so: a real process, really killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app.preferences import FilePreferences
from desktop.app.window import start
from desktop.i18n import use_language
from desktop.services.journal import FileJournal
from tests.journeys.hands import Hands

#: Fills a gap of the form for a new release, says so, and waits to be killed.
_TYPIST = """
import os, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLineEdit
from desktop.app.preferences import FilePreferences
from desktop.app.window import start
from desktop.services.journal import FileJournal
from desktop.ui.desk import Route
from PySide6.QtTest import QTest

file, folder = Path(sys.argv[1]), Path(sys.argv[2])
application = QApplication([])
running = start(application, file, FilePreferences(None), author="typist", journal=FileJournal(folder, "killed"))
window = running.keeper.window
def wait(done):
    limit = time.monotonic() + 40
    while not done():
        assert time.monotonic() < limit
        application.processEvents()
        time.sleep(0.001)
wait(window.is_ready)
running.desk.navigate(Route("new"))
wait(lambda: window.route.screen == "new" and window.is_ready())
screen = window.screen_shown
line = next(each.widget for each in screen._fields.values() if isinstance(each.widget, QLineEdit))
QTest.keyClicks(line, "Never saved anywhere")
wait(lambda: any(folder.glob("new-release.killed.unsaved.json")) and "anywhere" in next(folder.glob("*.json")).read_text())
print("typed", flush=True)
while True:
    application.processEvents()
    time.sleep(0.01)
"""


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_form_never_saved_is_offered_after_a_kill(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    file, folder = tmp_path / "desk.comunicado", tmp_path / "unsaved"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _TYPIST, str(file), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, start_new_session=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        assert said == b"typed\n"
        os.killpg(process.pid, signal.SIGKILL)
    use_language("en")
    hands = Hands(
        start(qapp, file, FilePreferences(None), author="Ana", journal=FileJournal(folder, "next")), file, qtbot
    )
    try:
        hands.until(lambda: hands.window.notices.notice is not None)
        notice = hands.window.notices.notice
        assert notice is not None
        assert notice.text.startswith("A text that was never saved was recovered: “")
        assert (notice.action_label, notice.other_label) == ("Open", "Discard")
        time.sleep(0.05)
        hands.seen(QPushButton, "Open", hands.window.notices).click()
        hands.arrive("editor")
        assert "Never saved anywhere" in hands.window.screen_shown.page.current().plain_text  # type: ignore[union-attr]
        assert FileJournal(folder, "third").left() == ()
    finally:
        hands.close()
