"""Last year's release becomes this year's, by keyboard, with its Spanish version."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.app.sample import fill_sample
from desktop.app.wiring import create_new
from desktop.domain.segment import ChangeClass, SegmentState
from desktop.services import releases, translating
from desktop.ui.desk import Route
from tests.journeys.conftest import Launch
from tests.journeys.hands import Hands


def choose_last_years(hands: Hands) -> Any:
    hands.press("Ctrl+2")
    hands.arrive("releases")
    hands.press("Ctrl+F")
    hands.write("XIX")
    releases_ = hands.arrive("releases")
    hands.until(lambda: releases_.model.rowCount() == 1)
    hands.press("Return", "Ctrl+Shift+R")
    screen = hands.arrive("reuse")
    hands.until(lambda: screen.review.rows)
    return screen


def decide(hands: Hands, screen: Any, new: dict[str, str]) -> None:
    """Tab through the fields: type what is new, keep the rest."""
    rows = list(screen.review.rows.values())
    hands.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    rows[0].field.setFocus()
    for row in rows:
        assert row.field.hasFocus(), row.gap.old
        if row.gap.old in new:
            row.field.selectAll()
            hands.write(new[row.gap.old])
            hands.press("Tab")
        elif row.gap.suggestion:
            hands.press("Tab")  # what is proposed is taken
        else:
            hands.press("Ctrl+Alt+K")


def test_last_years_release_becomes_this_years(launch: Launch, tmp_path: Path) -> None:
    file = tmp_path / "office.comunicado"
    workspace = create_new(file, author="Ana Test")
    fill_sample(workspace)
    workspace.close()
    hands = launch(path=file)
    hands.arrive("home")
    screen = choose_last_years(hands)
    decide(hands, screen, {"Nicaragua": "Honduras", "12": "13", "2014": "2027"})
    hands.until(
        lambda: screen.review._count.text() == f"{len(screen.review.rows)} of {len(screen.review.rows)} decided"
    )
    hands.press("Ctrl+Return")
    editor = hands.arrive("editor")
    title = "IOM Director General Attends XX Annual Meeting of the Regional Conference on Migration in Honduras"
    assert editor.release.title == title
    assert "the 13 countries" in editor.page.toPlainText()
    assert "[" not in editor.page.toPlainText()
    release_id = editor.release.id

    opened = hands.ask(lambda uow: releases.open_release(uow, release_id))
    assert [version.language for version in opened.versions] == ["en", "es"]
    grid = hands.ask(lambda uow: translating.open_grid(uow, opened.versions[1].id))
    assert grid.progress.done == 0
    changes = {pair.change for pair in grid.live}
    assert {ChangeClass.UNCHANGED, ChangeClass.NUMBERS_ONLY, ChangeClass.REWORDED} <= changes

    hands.desk.navigate(Route("translate", release_id, "es"))
    page = hands.arrive("translate").page
    hands.desk.actions.trigger("translate.confirm-carried")
    hands.until(lambda: any("confirmed" in notice.text for notice in hands.told))
    stale = next(pair for pair in grid.live if "in 2027" in pair.segment.source.text)
    assert stale.change is ChangeClass.NUMBERS_ONLY
    page.view.activate(stale.segment.id, edit=True)
    hands.press("Alt+Return")
    hands.settle()
    after = hands.ask(lambda uow: translating.open_grid(uow, opened.versions[1].id))
    done = next(pair for pair in after.live if pair.segment.id == stale.segment.id)
    assert "2027" in done.segment.target.text
    assert not done.is_stale
    confirmed = [pair for pair in after.live if pair.segment.state is SegmentState.TRANSLATED]
    assert confirmed
    assert all(pair.change is ChangeClass.UNCHANGED for pair in confirmed)
