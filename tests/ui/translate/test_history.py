"""The history of a sentence, and a reviewer's change, through the section."""

from __future__ import annotations

from typing import Any

from desktop.domain.segment import SegmentState
from desktop.ui.translate.history_part import HistoryPart
from tests.ui.translate.test_filling import part
from tests.ui.translate.test_grid import CTRL, ENTER, confirm


def test_every_confirmed_text_is_listed_and_can_come_back(office: Any) -> None:
    confirm(office, 1, "La OIM asiste")
    office.go(1)
    office.type(" a la reunión")
    office.press(ENTER, CTRL)
    office.wait_for(lambda: office.pair(1).segment.target.text.endswith("reunión") and office.pair(1).segment.is_done)
    office.go(1)
    history = part(office, HistoryPart)
    office.wait_for(lambda: len(history.history.records) == 2)
    history.restore(history.history.records[-1].id)
    office.wait_for(lambda: office.edit.toPlainText() == "La OIM asiste")
    assert office.pair(1).segment.state is SegmentState.DRAFT
    office.desk.undo_stack.undo()
    office.wait_for(lambda: office.edit.toPlainText() == "La OIM asiste a la reunión")


def test_a_reviewers_change_is_shown_and_rejected_by_key(office: Any) -> None:
    confirm(office, 1, "La OIM asiste")
    worker = office.ask(lambda uow: uow.author)

    def as_somebody_else(name: str) -> None:
        done: list[None] = []
        office.desk.care(lambda workspace: setattr(workspace, "author", name), done.append)
        office.wait_for(lambda: bool(done))

    as_somebody_else("Luis")
    office.desk.actions.trigger("translate.review-mode")
    assert office.page.header.reviewing.isChecked()
    office.go(1)
    office.type(" ya")
    office.press(ENTER, CTRL)
    office.wait_for(lambda: office.pair(1).segment.state is SegmentState.REVIEWED)
    as_somebody_else(worker)
    office.desk.actions.trigger("translate.review-mode")
    office.go(1)
    history = part(office, HistoryPart)
    office.wait_for(lambda: history.history.change is not None)
    assert not history.review.isHidden()
    assert "<u" in history._diff.text()
    office.desk.actions.trigger("translate.reject-review")
    office.wait_for(lambda: office.edit.toPlainText() == "La OIM asiste")
    office.wait_for(lambda: history.history.change is None)
    assert history.review.isHidden()
