"""A release from its file to a Spanish Word document, then one word changed everywhere: no pointer at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from desktop.domain.segment import SegmentState
from desktop.services import releases, translating
from tests.journeys.hands import Hands

SEED = Path(__file__).parents[1] / "fixtures" / "seed_release.txt"
SPANISH = ("La OIM asiste a la reunión de la RCM", "Nicaragua", "Los 11 países de la RCM se reúnen esta semana.")


def test_import_translate_export_and_replace_everywhere(
    hands: Hands, save_as: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_more: (str(SEED), ""))
    hands.press("Ctrl+Shift+O")
    screen = hands.arrive("import")
    hands.tab_to("Choose a file")
    hands.press("Space")
    hands.until(lambda: screen.lines.rowCount() and screen.is_ready())
    assert screen.view.hasFocus()
    hands.tab_to("Import release")
    hands.press("Space")
    editor = hands.arrive("editor")
    assert editor.page.hasFocus()
    add_spanish(hands)
    for sentence in SPANISH:
        grid = hands.arrive("translate").page
        assert grid.view.cell.edit.hasFocus()
        hands.write(sentence)
        active = grid.view.active_id
        hands.press("Ctrl+Return")
        hands.until(lambda active=active, grid=grid: grid.view.active_id != active)
    replace_everywhere(hands)
    hands.press("Alt+Left")
    grid = hands.arrive("translate").page
    hands.press("Ctrl+E")
    choose(hands, "Word document")
    hands.until(lambda: save_as and save_as[-1].exists())
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(save_as[-1])).paragraphs)
    assert "La OIM asiste a la reunión de la CRM" in text
    assert "RCM" not in text
    assert grid.version_id


def choose(hands: Hands, words: str) -> None:
    """Go through the menu that is open with the arrow keys."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        hands.press("Down")
        active = menu.activeAction()
        if active is not None and active.text().replace("&", "") == words:
            hands.press("Return")
            return
    raise AssertionError(f"the menu has no “{words}”: {[each.text() for each in menu.actions()]}")


def add_spanish(hands: Hands) -> None:
    for _ in range(60):
        if hands.focus.accessibleName() == "Add language":
            break
        hands.press("Shift+Tab")
    assert hands.focus.accessibleName() == "Add language"
    hands.press("Space")
    choose(hands, "Spanish")
    hands.arrive("translate")


def replace_everywhere(hands: Hands) -> None:
    """RCM becomes CRM in the Spanish texts; what is ticked and nothing else."""
    hands.press("Ctrl+Shift+H")
    screen = hands.arrive("replace")
    assert screen.form.words.hasFocus()
    hands.write("RCM")
    hands.tab_to("Replace with")
    hands.write("CRM")
    hands.tab_to("Language of the texts")
    hands.press("Down", "Down")
    hands.press("Ctrl+Return")
    hands.until(lambda: screen.model.rowCount() == 2)
    assert screen.view.hasFocus()
    hands.press("Ctrl+Shift+Return")
    hands.until(lambda: hands.told and hands.told[-1].text.startswith("2 places replaced."))
    hands.settle()

    def read(uow: Any) -> list[tuple[str, SegmentState]]:
        (row,) = uow.releases.page(releases.ReleaseQuery())
        version = releases.version_of(uow, row.release.id, "es")
        return [(p.segment.target.text, p.segment.state) for p in translating.open_grid(uow, version.id).live[:3]]

    found = hands.ask(read)
    assert found[0] == ("La OIM asiste a la reunión de la CRM", SegmentState.TRANSLATED)
    assert found[2] == ("Los 11 países de la CRM se reúnen esta semana.", SegmentState.TRANSLATED)
