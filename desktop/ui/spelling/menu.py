"""The entries of a context menu on a misspelled word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from desktop.i18n import _
from desktop.ui.spelling.desk_speller import DeskSpeller

SHOWN = 5


def add_spelling_entries(
    menu: QMenu, speller: DeskSpeller, word: str, language: str, version_id: str, replace: Callable[[str], object]
) -> None:
    """Up to five suggestions, which come in while the menu stands open, and what else can be done with the word."""
    offered = [menu.addAction("") for _place in range(SHOWN)]
    waiting = menu.addAction(_("Looking for suggestions…"))
    waiting.setEnabled(False)
    for entry in offered:
        entry.setVisible(False)
        bold = QFont(entry.font())
        bold.setBold(True)
        entry.setFont(bold)
        entry.triggered.connect(partial(_choose, entry, replace))
    menu.addSeparator()
    menu.addAction(_("Add to my dictionary")).triggered.connect(lambda: speller.add_to_personal(word, language))
    menu.addAction(_("Add to the office’s dictionary")).triggered.connect(lambda: speller.add_to_office(word, language))
    menu.addAction(_("Ignore in this text")).triggered.connect(lambda: speller.ignore(version_id, word))

    def show(found: tuple[str, ...]) -> None:
        if not isValid(waiting):
            return
        for entry, text in zip(offered, found, strict=False):
            entry.setText(text.replace("&", "&&"))
            entry.setVisible(True)
        waiting.setText(_("No suggestions"))
        waiting.setVisible(not found)

    speller.suggest(word, language, show)


def _choose(entry: QAction, replace: Callable[[str], object], _checked: bool = False) -> None:
    replace(entry.text().replace("&&", "&"))
