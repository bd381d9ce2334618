"""Counts, readability and the headline's length, below the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.domain.changes import SETTING, ChangeSet
from desktop.domain.document import Document
from desktop.editorial.counts import Counts, count
from desktop.editorial.headline import HeadlineLength, HeadlineLimits, headline_length, read_limits
from desktop.editorial.readability import Readability, readability
from desktop.services.office import HEADLINE_LIMITS, get_setting
from desktop.services.releases import OpenRelease
from desktop.ui.editor.foot import Foot
from desktop.ui.editor.part import EditorPart
from desktop.ui.text.alive import while_alive
from desktop.ui.text.projection import read_selection

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen

_SELECTION_AFTER_MS = 120


class CountsPart(EditorPart):
    """All is counted in the pool; a selection a moment after it was made."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self.line = Foot()
        self._counts = Counts()
        self._limits = HeadlineLimits()
        self._had_selection = False
        self._later = QTimer(self, singleShot=True, interval=_SELECTION_AFTER_MS)
        self._later.timeout.connect(self._count_selection)
        screen.page.selectionChanged.connect(self._selected)

    def foot(self) -> QWidget:
        return self.line

    def opened(self, release: OpenRelease) -> None:
        self._read_limits()

    def hear(self, changes: ChangeSet) -> None:
        if changes.touches(SETTING, HEADLINE_LIMITS):
            self._read_limits()

    def _read_limits(self) -> None:
        def take(text: str) -> None:
            limits = read_limits(text)
            if limits != self._limits:
                self._limits = limits
                self.follow(self.screen.page.current())

        self.screen.desk.run(
            lambda uow: get_setting(uow, HEADLINE_LIMITS), while_alive(self, take), key="editor.limits", flush=False
        )

    def follow(self, document: Document) -> None:
        limits = self._limits

        def work() -> tuple[Counts, Readability | None, HeadlineLength | None]:
            return count(document), readability(document), headline_length(document, limits)

        def show(found: tuple[Counts, Readability | None, HeadlineLength | None]) -> None:
            self._counts, ease, length = found
            self.line.show_headline(length, limits)
            self.line.show_ease(ease)
            self._count_selection()

        self.screen.desk.compute(work, while_alive(self, show), key="editor.counts")

    def _selected(self) -> None:
        has_selection = self.screen.page.textCursor().hasSelection()
        if has_selection or self._had_selection:
            self._later.start()
        self._had_selection = has_selection

    def _count_selection(self) -> None:
        cursor = self.screen.page.textCursor()
        if not cursor.hasSelection():
            self.line.show_counts(self._counts, None)
            return
        part = Document("", "", read_selection(cursor))
        self.screen.desk.compute(
            lambda: count(part),
            while_alive(self, lambda counts: self.line.show_counts(self._counts, counts)),
            key="editor.counts.selected",
        )
