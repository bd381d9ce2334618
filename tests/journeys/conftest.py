"""The whole program, wired as ``make run`` wires it, on a workspace of the test's own."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.app.preferences import FilePreferences
from desktop.app.window import start
from desktop.i18n import use_language
from desktop.ui.desk import Preferences
from tests.journeys.hands import Hands

Launch = Callable[..., Hands]


@pytest.fixture
def launch(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Launch]:
    """Start the program: ``launch()``, or with the preferences and the file of a run before.

    Afterwards every run still open is closed, and neither a thread nor a window may be left.
    """
    before = set(threading.enumerate())
    runs: list[Hands] = []

    def begin(
        preferences: Preferences | None = None,
        path: Path | None = None,
        *,
        sample: bool = False,
        author: str = "Ana Test",
    ) -> Hands:
        file = path or tmp_path / "journey.comunicado"
        use_language("en")
        running = start(qapp, file, preferences or FilePreferences(None), sample=sample, author=author)
        hands = Hands(running, file, qtbot)
        runs.append(hands)
        hands.window.activateWindow()
        hands.until(hands.window.isActiveWindow)
        return hands

    yield begin
    for each in runs:
        if not each.is_closed:
            each.close()
    left = [each.name for each in threading.enumerate() if each not in before and each.is_alive()]
    assert not left, f"threads left: {left}"
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]


@pytest.fixture
def hands(launch: Launch) -> Hands:
    """The program on an empty workspace, at home."""
    made = launch()
    made.arrive("home")
    return made


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """The system's save dialog, answered with a file of the suggested name in ``tmp_path``; lists what was chosen."""
    chosen: list[Path] = []

    def answer(_parent: object, _title: str, suggested: str, kinds: str) -> tuple[str, str]:
        chosen.append(tmp_path / Path(suggested).name)
        return str(chosen[-1]), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return chosen
