"""A part of the editor: one concern beside the page (findings, comments, spelling), made of its own files.

The editor's screen knows only this shape and the list in :mod:`desktop.ui.editor.parts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.changes import ChangeSet
from desktop.domain.document import Document

if TYPE_CHECKING:
    from desktop.services.releases import OpenRelease
    from desktop.ui.editor.screen import EditorScreen


@dataclass(frozen=True, slots=True)
class PartSection:
    """A section of the inspector.

    One that ``follows_count`` is folded while it counts nothing. ``place`` orders it among the others: gaps 0, export 10, facts 20, contacts 30, outline 40, history 50.
    """

    title: str
    widget: QWidget
    place: int
    is_open: bool = True
    follows_count: bool = False


class EditorPart(QObject):
    """Made once with the screen; ``screen.page``, ``screen.desk`` and ``screen.opened`` are there to use.

    Nothing here may be slow: what takes more than a millisecond goes to ``screen.desk.compute`` or ``.run``.
    Main thread.
    """

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self.screen = screen

    def section(self) -> PartSection | None:
        """What stands in the inspector; asked once, after ``__init__``."""
        return None

    def bar(self) -> QWidget | None:
        """A bar above the page (hidden until it is needed); asked once, after ``__init__``."""
        return None

    def foot(self) -> QWidget | None:
        """A line below the page; asked once, after ``__init__``."""
        return None

    def opened(self, release: OpenRelease) -> None:
        """Another release is on the page, or this one's facts or versions changed."""

    def arrive(self, detail: str) -> bool:
        """Whether a route's ``detail`` is this part's to show (a kept state, a comment); it shows it then."""
        return False

    def follow(self, document: Document) -> None:
        """The text changed: called at most every 300 ms, after the keys."""

    def hear(self, changes: ChangeSet) -> None:
        """Something changed in the workspace while a release is open."""

    def add_to_menu(self, menu: QMenu, block_id: str, point: int) -> None:
        """Put entries into the page's context menu for a place in the text; called before Qt's own entries."""

    def leave(self) -> None:
        """Another screen is about to be shown."""
