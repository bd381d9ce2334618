"""From a source edit to the stale marks on the screen, in the translation grid."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.benchmarks.figure import Figure

SEGMENTS, TIMES = 60, 40


def figures() -> Iterator[Figure]:
    """An editor's autosave of one block of a release of 60 sentences, until the row that went stale is painted."""
    from PySide6.QtWidgets import QApplication

    from desktop.app import wiring
    from desktop.app.preferences import FilePreferences
    from desktop.services.worker import DatabaseWorker
    from desktop.ui.desk import Desk
    from desktop.ui.theme.apply import put_look
    from desktop.ui.theme.tokens import LIGHT

    application = QApplication.instance() or QApplication([])
    put_look(LIGHT)
    with tempfile.TemporaryDirectory() as name:
        worker = DatabaseWorker(lambda: wiring.create_new(Path(name, "stale.comunicado")))
        worker.start()
        desk = Desk(worker, wiring.make_tools("CR"), FilePreferences(None))
        samples = _measure(desk, application)
        desk.close()
    yield Figure(f"source edit to stale marks, {SEGMENTS} segments", samples, bar=50, measure="median")
    yield Figure("the same, slowest of twenty", samples, bar=50, measure="p95")


def _measure(desk: Any, application: Any) -> list[float]:
    from desktop.domain.document import Block, BlockKind
    from desktop.domain.edits import PutBlock
    from desktop.domain.richtext import RichText
    from desktop.services import drafting, translating
    from desktop.services.releases import create_release
    from desktop.ui.desk import Route
    from desktop.ui.translate.screen import TranslateScreen

    def until(condition: Callable[[], object]) -> None:
        end = time.monotonic() + 20
        while not condition() and time.monotonic() < end:
            application.processEvents()

    def ask(work: Callable[[Any], Any]) -> Any:
        answers: list[Any] = []
        desk.run(work, answers.append)
        until(lambda: answers)
        return answers[0]

    blocks = tuple(
        Block(f"b{n:02}", BlockKind.PARAGRAPH, RichText.plain(f"Office {n} opened 11 shelters. It feeds {n} towns."))
        for n in range(SEGMENTS // 2)
    )
    release = ask(lambda uow: create_release(uow, type_="press-release", language="en", blocks=blocks)).value
    version = ask(lambda uow: translating.add_version(uow, desk.tools, release.release.id, "es")).value
    lines = [f"Frase {n} con 11 albergues." for n in range(SEGMENTS)]
    ask(lambda uow: translating.fill_targets(uow, version.id, lines))
    screen = TranslateScreen(desk)
    screen.resize(1000, 800)
    screen.show()
    screen.enter(Route("translate", release.release.id, "es"))
    until(screen.is_ready)
    application.processEvents()

    samples = []
    for turn in range(TIMES):
        count = 11 + turn % 2
        other = 23 - count
        words = f"Office 0 opened {other} shelters. It feeds 0 towns."
        edits = [PutBlock(replace(blocks[0], text=RichText.plain(words)), None)]
        seen: list[float] = []

        def edit(uow: Any, edits: Any = edits) -> Any:
            return drafting.save_edits(uow, desk.tools, release.source.id, edits)

        def painted(seen: list[float] = seen) -> None:
            screen.page.view.viewport().repaint()
            seen.append(time.perf_counter())

        screen.page.shown.connect(painted)
        started = time.perf_counter()
        desk.run(edit, lambda outcome: desk.hub.announce(replace(outcome.changes, initiator="editor")))
        until(lambda seen=seen: seen)
        screen.page.shown.disconnect(painted)
        assert sum(pair.is_stale for pair in screen.page.model.pairs) == (1 if other != 11 else 0)
        samples.append((seen[0] - started) * 1000)
    screen.close()
    if screen.inspector is not None:
        screen.inspector.deleteLater()
    return samples
