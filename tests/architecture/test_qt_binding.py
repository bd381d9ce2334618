"""The Qt binding is one that does not kill the interpreter."""

from __future__ import annotations

import sys

import PySide6
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot


def test_void_calls_keep_the_references_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 lost one reference to None a call and died after some thousand."""
    document = QTextDocument("a release " * 100)
    cursor = QTextCursor(document)
    for place in range(100):
        cursor.setPosition(place)
    before = sys.getrefcount(None)
    for place in range(20_000):
        cursor.setPosition(place % 900)
    assert abs(sys.getrefcount(None) - before) < 100, f"PySide6 {PySide6.__version__}"
