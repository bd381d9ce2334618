"""Sections of the inspector fold and unfold by themselves until somebody does it by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.inspector import Inspector, InspectorSection


def _section(qtbot: QtBot) -> tuple[Inspector, InspectorSection, QLineEdit]:
    inspector, field = Inspector(), QLineEdit()
    qtbot.addWidget(inspector)
    section = inspector.add_section("Findings", field, is_open=False, follows_count=True)
    inspector.show()
    return inspector, section, field


def test_what_counts_something_unfolds_and_folds_again(qtbot: QtBot) -> None:
    _inspector, section, _field = _section(qtbot)
    assert not section.is_open
    section.set_count("3")
    assert section.is_open
    section.set_count("")
    assert not section.is_open


def test_nothing_folds_under_the_cursor(qtbot: QtBot) -> None:
    inspector, section, field = _section(qtbot)
    section.set_count("1")
    inspector.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    section.set_count("")
    assert section.is_open


def test_a_hand_on_the_title_ends_it(qtbot: QtBot) -> None:
    _inspector, section, _field = _section(qtbot)
    section.set_count("1")
    QTest.mouseClick(section.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert not section.is_open
    section.set_count("2")
    assert not section.is_open
