"""The translation grid on a text of 2,000 sentences: opening it, scrolling, a key's way to the screen, a confirmation."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.bench_typing import _desk
from tests.benchmarks.figure import Figure

if TYPE_CHECKING:
    from desktop.ui.desk import Desk
    from desktop.ui.translate.screen import TranslateScreen

SENTENCES, IN_BLOCK, TYPED = 2_000, 5, "Los países de la región publican sus cifras "


def _blocks() -> tuple[Any, ...]:
    from desktop.domain.document import Block, BlockKind
    from desktop.domain.richtext import RichText

    made = [Block("b0", BlockKind.HEADLINE, RichText.plain("Regional offices agree on common figures"))]
    for block in range((SENTENCES - 1) // IN_BLOCK + 1):
        sentences = [
            f"In part {block} of the report number {n}, offices count {block * 7 + n:,} people who return by land. "
            for n in range(IN_BLOCK)
        ]
        made.append(Block(f"b{block + 1}", BlockKind.PARAGRAPH, RichText.plain("".join(sentences).strip())))
    return tuple(made)


def _until(condition: Callable[[], bool], seconds: float = 60) -> None:
    from PySide6.QtWidgets import QApplication

    end = time.perf_counter() + seconds
    while not condition():
        QApplication.processEvents()
        if time.perf_counter() > end:
            raise TimeoutError
        time.sleep(0.0005)


def _ask(desk: Desk, work: Callable[[Any], Any]) -> Any:
    found: list[Any] = []
    desk.run(work, found.append)
    _until(lambda: bool(found))
    return found[0]


def _filled(desk: Desk) -> str:
    """A release of 2,000 sentences, half of them translated; answers its id."""
    from desktop.services import translating
    from desktop.services.releases import create_release

    release = _ask(desk, lambda uow: create_release(uow, type_="press-release", language="en", blocks=_blocks())).value
    version = _ask(desk, lambda uow: translating.add_version(uow, desk.tools, release.release.id, "es")).value
    grid = _ask(desk, lambda uow: translating.open_grid(uow, version.id))
    lines = [p.segment.source.text.replace("In part", "En la parte") if p.number % 2 else "" for p in grid.live]
    _ask(desk, lambda uow: translating.fill_targets(uow, version.id, lines))
    return str(release.release.id)


def _open(desk: Desk, release_id: str) -> tuple[TranslateScreen, float]:
    from desktop.ui.desk import Route
    from desktop.ui.translate.screen import TranslateScreen

    screen = TranslateScreen(desk)
    screen.resize(1200, 800)
    screen.show()
    began = time.perf_counter()
    screen.enter(Route("translate", release_id, "es"))
    _until(screen.is_ready)
    screen.page.view.viewport().repaint()
    return screen, (time.perf_counter() - began) * 1000


def _scrolled(screen: TranslateScreen) -> list[float]:
    """Frames of a wheel that is turned through the text."""
    view = screen.page.view
    bar = view.verticalScrollBar()
    frames: list[float] = []
    for _step in range(150):
        began = time.perf_counter()
        bar.setValue(bar.value() + 120)
        view.viewport().repaint()
        frames.append((time.perf_counter() - began) * 1000)
    return frames


def _typed(screen: TranslateScreen) -> list[float]:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    edit = screen.page.view.cell.edit
    edit.setFocus()
    times: list[float] = []
    for sign in TYPED * 3:
        began = time.perf_counter()
        QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))
        edit.viewport().repaint()
        times.append((time.perf_counter() - began) * 1000)
        pause = time.perf_counter() + 0.02
        while time.perf_counter() < pause:
            QApplication.processEvents()
    return times


def _confirmed(screen: TranslateScreen) -> list[float]:
    """From Ctrl+Enter to the grid that shows it, read again."""
    times: list[float] = []
    page = screen.page
    for _round in range(8):
        number = next(p.number for p in page.model.pairs if not p.segment.target.text)
        page.view.activate(page.model.pairs[number - 1].segment.id)
        page.view.cell.edit.insert(page.model.pairs[number - 1].segment.source)
        page.saver.save()
        _until(lambda: page.saver.is_saved)
        began = time.perf_counter()
        screen.deeds.confirm()
        _until(lambda at=number - 1: page.model.pairs[at].segment.is_done)  # type: ignore[misc]
        times.append((time.perf_counter() - began) * 1000)
    return times


def figures() -> Iterator[Figure]:
    from PySide6.QtWidgets import QApplication

    from desktop.ui.theme.apply import put_look
    from desktop.ui.theme.tokens import LIGHT

    application = QApplication.instance() or QApplication([])
    put_look(LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        desk = _desk(Path(folder))
        release_id = _filled(desk)
        took: list[float] = []
        for _round in range(5):
            screen, each = _open(desk, release_id)
            took.append(each)
            if len(took) < 5:
                screen.close()
                screen.deleteLater()
        yield Figure("grid of 2,000 sentences: open", took, 900)
        yield Figure("grid of 2,000 sentences: a frame of scrolling", _scrolled(screen), 16, "p95")
        yield Figure("grid of 2,000 sentences: key to paint", _typed(screen), 16, "p95")
        yield Figure("grid of 2,000 sentences: confirm until shown", _confirmed(screen), 500)
        screen.close()
        desk.close()
    del application
