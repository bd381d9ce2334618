"""Replace in all releases, by keyboard, on a real workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind
from desktop.domain.release import Approval
from desktop.domain.richtext import RichText
from desktop.editorial.finding import Place
from desktop.services import translating
from desktop.services.releases import create_release
from desktop.services.replacing import Occurrence
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.replace.model import around
from desktop.ui.replace.screen import ReplaceScreen
from desktop.ui.replace.work import BATCH, pieces

Ask = Callable[[Any], Any]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def make(uow: Any, desk: Desk, title: str, text: str) -> str:
    blocks = [
        Block(uow.ids.new(), BlockKind.HEADLINE, RichText.plain(title)),
        Block(uow.ids.new(), BlockKind.PARAGRAPH, RichText.plain(text)),
    ]
    made = create_release(uow, type_="statement", language="en", blocks=blocks).value
    version = translating.add_version(uow, desk.tools, made.release.id, "es").value
    translating.fill_targets(uow, version.id, [f"({title})", f"({text})"])
    return made.source.id


@pytest.fixture
def texts(desk: Desk, ask: Ask) -> Callable[[], list[str]]:
    ask(lambda uow: make(uow, desk, "The IOM opens", "IOM staff moved in."))
    ask(lambda uow: make(uow, desk, "Another day", "The iom stays."))
    return lambda: sorted(ask(lambda uow: [each.body for each in uow.search.texts()]))


@pytest.fixture
def screen(desk: Desk, texts: Any, qtbot: QtBot) -> Iterator[ReplaceScreen]:
    made = ReplaceScreen(desk)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.enter(Route("replace", detail="iom"))
    made.setFocus()
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    made.close()


def look(screen: ReplaceScreen, qtbot: QtBot, new: str = "OIM") -> None:
    screen.form.new_words.setText(new)
    screen.form.new_words.setFocus()
    QTest.keyClick(screen.form.new_words, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.is_ready, timeout=10_000)


def test_looks_ticks_replaces_and_undoes(screen: ReplaceScreen, texts: Any, qtbot: QtBot, desk: Desk) -> None:
    before = texts()
    said: list[Notice] = []
    desk.noticed.connect(said.append)
    look(screen, qtbot)
    assert screen.model.rowCount() == 6
    assert screen._told.text() == "6 places in 4 texts looked at"
    assert screen.view.hasFocus()
    assert texts() == before
    QTest.keyClick(screen.view, Qt.Key.Key_Space)
    assert screen.replace_button.text() == "Replace in 5 places"
    kept = screen.model._rows[0]
    QTest.keyClick(screen.view, Qt.Key.Key_Return, CTRL | SHIFT)
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert said[0].text.startswith("5 places replaced.")
    assert sum(body.lower().count("iom") for body in texts()) == 1
    assert kept.place.new == "OIM"
    assert screen.model.rowCount() == 0
    assert said[0].action is not None
    said[0].action()
    qtbot.waitUntil(lambda: texts() == before, timeout=10_000)
    assert not desk.undo_stack.canUndo()


def test_other_words_forget_what_was_found(screen: ReplaceScreen, qtbot: QtBot) -> None:
    look(screen, qtbot)
    screen.form.new_words.setText("OI")
    assert screen.model.rowCount() == 0
    assert not screen.replace_button.isEnabled()
    screen.form.words.setText("zzz")
    QTest.keyClick(screen.form.words, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.is_ready, timeout=10_000)
    assert screen._stack.currentWidget() is screen._nothing
    screen.form.pattern.setChecked(True)
    screen.form.words.setText("(")
    screen.look()
    assert "pattern" in screen._told.text()


def test_signed_texts_are_named_and_a_language_can_be_chosen(screen: ReplaceScreen, qtbot: QtBot, ask: Ask) -> None:
    def sign(uow: Any) -> None:
        first = next(each for each in uow.search.texts() if each.body.startswith("The IOM"))
        document = uow.documents.load(first.version_id)
        uow.releases.put_approval(
            Approval(uow.ids.new(), first.version_id, document.content_hash(), "Ana", uow.clock.now())
        )

    ask(sign)
    screen.languages.setCurrentIndex(screen.languages.findData("en"))
    look(screen, qtbot)
    assert screen.model.rowCount() == 1
    assert screen._stays.text() == "2 places stay in approved or released texts: “The IOM opens”."


def test_a_text_edited_meanwhile_is_told(screen: ReplaceScreen, qtbot: QtBot, ask: Ask, desk: Desk) -> None:
    said: list[Notice] = []
    desk.noticed.connect(said.append)
    look(screen, qtbot)
    from desktop.services import drafting

    ask(
        lambda uow: drafting.replace_text(
            uow,
            desk.tools,
            next(e.version_id for e in uow.search.texts() if e.body.startswith("Another")),
            "stays",
            "goes",
        )
    )
    screen.replace_chosen()
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert "edited since stays as it is: “Another day”" in said[0].text


def occurrence(number: int, version: str) -> Occurrence:
    return Occurrence("r", version, "en", "T", f"b{number}", RichText.plain("x"), Place(0, 1, "y"), is_source=True)


def test_pieces_never_part_a_text() -> None:
    chosen = [occurrence(n, f"v{n // 70}") for n in range(350)]
    made = pieces(chosen)
    assert sorted(p.unit_id for piece in made for p in piece) == sorted(p.unit_id for p in chosen)
    where = {(p.version_id, n) for n, piece in enumerate(made) for p in piece}
    assert len(where) == len({version for version, _n in where})
    assert len(made) == 5
    assert all(len(piece) < BATCH + 70 for piece in made)


def test_a_passage_is_cut_at_words() -> None:
    text = "word " * 40 + "HERE" + " tail" * 40
    place = Occurrence("r", "v", "en", "T", "b", RichText.plain(text), Place(200, 204, "there"), is_source=True)
    before, old, new, behind = around(place)
    assert (old, new) == ("HERE", "there")
    assert before.startswith("…word")
    assert behind.endswith("tail…")
