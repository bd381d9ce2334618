"""A part of the translation grid: one concern beside the sentences (matches, terms, findings), made of its own files.

The screen knows only this shape and the list in :mod:`desktop.ui.translate.parts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.changes import ChangeSet
from desktop.domain.richtext import RichText
from desktop.domain.segment import PairedSegment

if TYPE_CHECKING:
    from desktop.services.translating import Grid
    from desktop.ui.translate.page import GridPage


@dataclass(frozen=True, slots=True)
class PartSection:
    """A section of the inspector.

    ``place`` orders it among the others: matches 0, terms 10, findings 20, "Ready?" 30, preview 40, comments 50, the rest.
    """

    title: str
    widget: QWidget
    place: int
    is_open: bool = True
    fills: bool = False


class GridPart(QObject):
    """Made once with the screen; ``page.desk``, ``page.grid``, ``page.model``, ``page.view`` are there to use.

    Nothing here may be slow: what takes more than a millisecond goes to ``page.desk.compute`` or ``.run``, and its
    answer is guarded by ``while_alive`` and by the sentence it was asked for. Main thread.
    """

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self.page = page

    def section(self) -> PartSection | None:
        """What stands in the inspector; asked once, after ``__init__``."""
        return None

    def bar(self) -> QWidget | None:
        """A bar above the sentences (hidden until it is needed); asked once, after ``__init__``."""
        return None

    def shown(self, grid: Grid) -> None:
        """A version is on the page, or the one that was there was read again: its pairs may have changed."""

    def row_changed(self, pair: PairedSegment | None) -> None:
        """Another sentence is being edited, or none."""

    def typed(self, text: RichText) -> None:
        """The active translation changed under the fingers: called at every key, so only note it and start a timer."""

    def confirmed(self, segment_id: str) -> None:
        """The translator confirmed a sentence; it is stored by now."""

    def hear(self, changes: ChangeSet) -> None:
        """Something changed in the workspace while a version is open."""

    def add_to_menu(self, menu: QMenu, point: int) -> None:
        """Put entries into the target editor's context menu for a code point of the translation."""

    def leave(self) -> None:
        """Another screen is about to be shown."""
