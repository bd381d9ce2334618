"""From a key press to the paint that shows it, in a release of 5,000 words with everything on.

Everything: the real editor with its inspector on a real workspace, a Spanish version whose sentences are matched
again by every autosave, and autosave, counts, spelling (with misspellings in every paragraph) and typographic
corrections running between and under the keys.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.figure import Figure

if TYPE_CHECKING:
    from desktop.ui.desk import Desk
    from desktop.ui.editor.screen import EditorScreen

WORDS, KEYS, PAUSE_S = 5_000, 400, 0.02
SENTENCE = "The ofices of the region count people who return by land and by air, and publish what they recieve. "
TYPED = 'people who come back -- they\'re countd once... and in "both" languages '


def _blocks() -> tuple[Any, ...]:
    from desktop.domain.document import Block, BlockKind
    from desktop.domain.richtext import Mark, MarkKind, RichText

    made = [Block("b0", BlockKind.HEADLINE, RichText.plain("Regional offices agree on common figures"))]
    words = 0
    while words < WORDS:
        number = len(made)
        text = f"In part {number} of the report: " + SENTENCE * 3 + "More in [City] soon."
        gap = text.index("[")
        marks = [Mark(3, 9, MarkKind.STRONG), Mark(gap, gap + 6, MarkKind.PLACEHOLDER, "city")]
        kind = BlockKind.QUOTE if number % 5 == 0 else BlockKind.PARAGRAPH
        made.append(Block(f"b{number}", kind, RichText.of(text, marks if number % 4 == 0 else marks[:1])))
        words += len(text.split())
    return tuple(made)


def _desk(folder: Path) -> Desk:
    from desktop.app.preferences import FilePreferences
    from desktop.app.wiring import make_tools, system_ports
    from desktop.services.worker import DatabaseWorker
    from desktop.ui.desk import Desk

    def open_workspace() -> Any:
        from desktop.storage.workspace import create_workspace

        clock, ids = system_ports()
        return create_workspace(folder / "bench.comunicado", clock=clock, ids=ids, author="bench")

    worker = DatabaseWorker(open_workspace)
    worker.start()
    return Desk(worker, make_tools("CR"), FilePreferences(None))


def _until(holds: Callable[[], object], seconds: float = 30) -> None:
    from PySide6.QtWidgets import QApplication

    end = time.perf_counter() + seconds
    while not holds():
        QApplication.processEvents()
        if time.perf_counter() > end:
            raise TimeoutError


def _opened(desk: Desk) -> EditorScreen:
    from desktop.services import releases, translating
    from desktop.ui.desk import Route
    from desktop.ui.editor.screen import EditorScreen
    from desktop.ui.editor.spelling_part import SpellingPart

    made: list[str] = []

    def work(uow: Any) -> str:
        outcome = releases.create_release(uow, type_="press-release", language="en", blocks=_blocks())
        translating.add_version(uow, desk.tools, outcome.value.release.id, "es")
        return outcome.value.release.id

    desk.run(work, made.append)
    _until(lambda: made)
    screen = EditorScreen(desk)
    screen.resize(1200, 900)
    screen.show()
    screen.side.show()
    screen.enter(Route("editor", made[0]))
    _until(screen.is_ready)
    part = next(each for each in screen.parts if isinstance(each, SpellingPart))
    _until(lambda: len(part.checked.found) > WORDS // 20)
    return screen


def _measure(screen: EditorScreen) -> list[float]:
    from PySide6.QtCore import QEvent, QObject, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    class Paints(QObject):
        count = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self.count += 1
            return False

    page, paints = screen.page, Paints()
    page.viewport().installEventFilter(paints)
    page.go_to("b20", 30)
    _until(lambda: paints.count)
    samples = []
    for number in range(KEYS):
        before, started = paints.count, time.perf_counter()
        if number % 60 == 59:
            QTest.keyClick(page, Qt.Key.Key_Return)
        else:
            QTest.keyClick(page, TYPED[number % len(TYPED)])
        while paints.count == before:
            QApplication.processEvents()
        samples.append((time.perf_counter() - started) * 1000)
        pause = time.perf_counter() + PAUSE_S
        while time.perf_counter() < pause:
            QApplication.processEvents()
            time.sleep(0.001)
    page.viewport().removeEventFilter(paints)
    return samples


def figures() -> Iterator[Figure]:
    """Key to paint; and reading the document after one key."""
    from PySide6.QtWidgets import QApplication

    from desktop.ui.theme.apply import put_look
    from desktop.ui.theme.tokens import LIGHT

    _app = QApplication.instance() or QApplication([])
    put_look(LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        desk = _desk(Path(folder))
        screen = _opened(desk)
        yield Figure("key to paint, 5,000 words, everything on", _measure(screen), bar=8, measure="p95")
        reads = []
        for _ in range(50):
            screen.page.textCursor().insertText("a")
            started = time.perf_counter()
            screen.page.current()
            reads.append((time.perf_counter() - started) * 1000)
        yield Figure("reading the document after one changed block", reads, bar=1)
        screen.autosave.save()
        desk.close()
        screen.close()
        screen.side.close()
