"""The tab "Align earlier releases" through its own widgets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.unit import UnitOrigin, UnitQuery
from desktop.services.worker import Work
from desktop.ui.desk import Desk, Route
from desktop.ui.terms_memory.align.beads_model import is_doubtful
from desktop.ui.terms_memory.align.tab import AlignTab
from tests.unit.translation.alignment import gold

Ask = Callable[[Work[Any]], Any]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two folders of releases; one Spanish text has no partner, one file is no text."""
    for pair in [each for each in gold.pairs("development") if each.languages == ("en", "es")][:3]:
        for language, side in (("en", pair.source), ("es", pair.target)):
            folder = tmp_path / "archive" / language
            folder.mkdir(parents=True, exist_ok=True)
            paragraphs: dict[int, list[str]] = {}
            for sentence in side:
                paragraphs.setdefault(sentence.paragraph, []).append(sentence.text)
            text = "\n".join(" ".join(each) for each in paragraphs.values())
            (folder / f"{pair.name[:2]}-{language}.txt").write_text(text, "utf-8")
    (tmp_path / "archive" / "es" / "sola.txt").write_text("La biblioteca abre los domingos por la mañana.\n", "utf-8")
    (tmp_path / "archive" / "es" / "vacía.txt").write_text("", "utf-8")
    return tmp_path / "archive"


@pytest.fixture
def tab(desk: Desk, qtbot: QtBot, archive: Path) -> AlignTab:
    made = AlignTab(desk)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.enter(Route("terms-memory", language="align"))
    made.form.fields[0].setText(str(archive / "en"))
    made.form.fields[1].setText(str(archive / "es"))
    qtbot.keyClick(made.form.fields[1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: made.is_ready() and bool(made.pairs.rows), timeout=30_000)
    return made


def _count(ask: Ask) -> int:
    return len(ask(lambda uow: uow.memory.places(UnitQuery(origin=UnitOrigin.ALIGNED))))


def test_pairs_are_found_and_what_has_none_or_cannot_be_read_is_told(tab: AlignTab) -> None:
    names = {(row.pair.source.path.name[:2], row.pair.target.path.name[:2]) for row in tab.pairs.rows}
    assert len(names) == 3
    assert all(one == other for one, other in names)
    assert "sola.txt" in tab.told.text()
    assert "vacía.txt" in tab.told.text()
    doubts = [is_doubtful(tab.row.alignment.beads[tab.beads.place(at)]) for at in range(tab.beads.rowCount())]  # type: ignore[union-attr]
    assert doubts == sorted(doubts, reverse=True)


def test_one_folder_with_both_languages_gives_the_same_pairs(tab: AlignTab, qtbot: QtBot, archive: Path) -> None:
    before = sorted(row.pair.source.path.name for row in tab.pairs.rows)
    tab.pairs.show_pairs([])
    tab.form.fields[0].setText(str(archive))
    tab.form.fields[1].clear()
    tab.look()
    qtbot.waitUntil(lambda: tab.is_ready() and bool(tab.pairs.rows), timeout=30_000)
    assert sorted(row.pair.source.path.name for row in tab.pairs.rows) == before


def test_rows_are_joined_split_and_left_out_by_key_and_every_step_is_undone(tab: AlignTab, desk: Desk) -> None:
    row = tab.row
    assert row is not None
    before = row.alignment
    tab.first.setChecked(False)
    tab.table.setCurrentIndex(tab.beads.index(1, 1))
    desk.actions.trigger("align.join")
    assert len(row.alignment.beads) == len(before.beads) - 1
    desk.actions.trigger("align.split")
    assert len(row.alignment.beads) == len(before.beads)
    desk.actions.trigger("align.left-out")
    assert len(row.left_out) == 1
    desk.undo_stack.undo()
    assert not row.left_out
    desk.undo_stack.undo()
    desk.undo_stack.undo()
    assert row.alignment == before


def test_everything_but_the_doubtful_goes_into_the_memory_and_comes_out_again(
    tab: AlignTab, qtbot: QtBot, desk: Desk, ask: Ask
) -> None:
    sure = sum(bead.is_pair and not is_doubtful(bead) for row in tab.pairs.rows for bead in row.alignment.beads)
    qtbot.mouseClick(tab.all_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all(row.is_kept for row in tab.pairs.rows))
    assert _count(ask) == sure
    assert not tab.all_button.isEnabled()
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: not any(row.is_kept for row in tab.pairs.rows))
    assert _count(ask) == 0
