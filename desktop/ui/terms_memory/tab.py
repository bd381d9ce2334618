"""What a tab of the screen is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.ui.desk import Desk, Route


class Tab(QWidget):
    """A page of the screen; made on its first visit. Its focus proxy takes the keys when it is turned to."""

    #: The part at the right that belongs to this tab, or ``None``. Set in ``__init__``.
    inspector: QWidget | None = None

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def enter(self, route: Route) -> None:
        """The tab is shown; ``route.language`` is the tab's name, ``route.detail`` what to go to in it."""

    def leave(self) -> None:
        """Another tab or screen is about to be shown; writes what is unsaved."""

    def is_ready(self) -> bool:
        """Whether everything asked for in :meth:`enter` has arrived."""
        return True


@dataclass(frozen=True, slots=True)
class TabEntry:
    """A line of the list. ``label`` is a function so that it follows the interface language."""

    name: str
    label: Callable[[], str]
    make: Callable[[Desk], Tab]
