"""Pre-translating, counting and propagating from the grid."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from desktop.domain.document import Block, BlockKind
from desktop.domain.edits import PutBlock
from desktop.domain.richtext import RichText
from desktop.domain.segment import SegmentState
from desktop.services import drafting
from desktop.ui.translate.deeds import PROPAGATES
from desktop.ui.translate.filling.pretranslate_part import PretranslatePart
from desktop.ui.translate.filling.statistics_part import StatisticsPart
from tests.ui.translate.test_grid import confirm

REPEATED = "It serves 1,350 people there. It serves 2,400 people there. It serves 1,350 people there."


def part(office: Any, kind: type) -> Any:
    return next(each for each in office.screen.parts.parts if isinstance(each, kind))


def add_repeats(office: Any) -> int:
    """Put a paragraph with repeats at the end; answers the number of its first sentence."""
    count = len(office.page.model.pairs)
    last = office.page.grid.source.blocks[-1].id
    block = Block("repeats", BlockKind.PARAGRAPH, RichText.plain(REPEATED))
    outcome = office.ask(
        lambda uow: drafting.save_edits(uow, office.desk.tools, office.release.source.id, [PutBlock(block, last)])
    )
    with office.qtbot.waitSignal(office.page.shown):
        office.desk.hub.announce(outcome.changes)
    return count + 1


def test_the_bar_fills_and_tells_and_undo_takes_it_back(office: Any, qtbot: Any) -> None:
    first = add_repeats(office)
    office.desk.preferences.set(PROPAGATES, "off")
    confirm(office, first, "Allí atiende a 1.350 personas.")
    office.wait_for(lambda: office.pair(first).segment.is_done)
    filling = part(office, PretranslatePart)
    office.desk.actions.trigger("translate.pretranslate")
    assert filling.form.isVisible()
    qtbot.keyClick(filling.form.go, Qt.Key.Key_Return)
    office.wait_for(lambda: office.pair(first + 1).segment.target.text == "Allí atiende a 2.400 personas.")
    office.wait_for(lambda: "2 sentences filled" in filling.form.report.text())
    assert office.pair(first + 2).segment.state is SegmentState.DRAFT
    office.desk.undo_stack.undo()
    office.wait_for(lambda: not office.pair(first + 1).segment.has_translation)
    filling.form.setFocus()
    qtbot.keyClick(filling.form, Qt.Key.Key_Escape)
    assert not filling.form.isVisible()


def test_it_counts_and_writes_the_table(office: Any, tmp_path: Path) -> None:
    add_repeats(office)
    counting = part(office, StatisticsPart)
    counting.read()
    office.wait_for(lambda: counting.made is not None)
    assert counting.table.text_of("repetition")[1:3] == ("1", "5")
    assert int(counting.table.text_of("95-99")[1]) == 1
    assert "Repetitions" in counting.chart.accessibleName()
    counting.chart.grab()
    path = tmp_path / "count.csv"
    counting.write(path)
    office.wait_for(path.exists)
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0][0] == "Match"
    assert int(rows[-1][1]) == len(office.page.model.pairs)


def test_identical_sentences_follow_unless_they_stand_apart(office: Any) -> None:
    first = add_repeats(office)
    confirm(office, first, "Allí atiende a 1.350 personas.")
    office.wait_for(lambda: office.pair(first + 2).segment.is_done)
    office.desk.undo_stack.undo()
    office.wait_for(lambda: not office.pair(first + 2).segment.has_translation)
    office.go(first + 2)
    office.desk.actions.trigger("translate.apart")
    office.wait_for(lambda: office.pair(first + 2).segment.is_apart)
    confirm(office, first, "")
    office.wait_for(lambda: office.pair(first).segment.is_done)
    assert not office.pair(first + 2).segment.has_translation
