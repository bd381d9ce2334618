"""Rows that are read when they are looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.paged_model import Column, PagedModel


def _model(asked: list[tuple[int, int]]) -> PagedModel[int]:
    columns = (Column[int]("Number", str, "number"), Column[int]("Square", lambda n: str(n * n), is_right=True))
    return PagedModel(columns, lambda offset, limit: asked.append((offset, limit)))


def test_only_pages_in_view_are_read(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    asked: list[tuple[int, int]] = []
    model = _model(asked)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(400, 300)
    view.show()
    model.reset(20_000, range(200))
    assert model.index(150, 0).data() == "150"
    qtbot.waitExposed(view)
    qtbot.wait(10)
    view.scrollTo(model.index(15_000, 0))
    qtbot.waitUntil(lambda: bool(asked))
    assert {offset // PagedModel.PAGE for offset, _ in asked} <= {149, 150}
    for offset, limit in asked:
        model.set_rows(model.generation, offset, range(offset, offset + limit))
    assert model.index(15_000, 1).data() == str(15_000 * 15_000)
    qtmodeltester.check(model)


def test_answers_of_an_older_list_are_dropped(qapp: Any) -> None:
    model = _model([])
    model.reset(300)
    old = model.generation
    model.reset(300)
    model.set_rows(old, 0, range(100))
    assert model.row(0) is None
    model.set_rows(model.generation, 200, range(200, 300))
    assert model.row(299) == 299


def test_memory_stays_bounded(qapp: Any) -> None:
    model = _model([])
    model.reset(100_000)
    for page in range(500):
        start = page * PagedModel.PAGE
        model.set_rows(model.generation, start, range(start, start + PagedModel.PAGE))
    assert sum(model.row(place) is not None for place in range(0, 50_000, PagedModel.PAGE)) == PagedModel.KEPT


def test_a_page_cut_short_is_read_whole(qapp: Any) -> None:
    model = _model([])
    model.reset(500, range(150))
    assert model.row(99) == 99
    assert model.row(149) is None
    model.reset(150, range(150))
    assert model.row(149) == 149


def test_refreshing_keeps_the_place(qtbot: QtBot) -> None:
    model = _model([])
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    model.reset(300, range(300))
    view.selectRow(120)
    model.refresh(300, 0, range(1, 301))
    assert view.currentIndex().row() == 120
    assert view.currentIndex().data() == "121"
    model.refresh(299, 0, range(299))
    assert model.rowCount() == 299
