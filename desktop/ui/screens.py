"""What a screen is, and the registry that the rail, the palette and the screenshots read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.desk import Desk, Route


class Screen(QWidget):
    """A page of the window. Made once, on first visit.

    Subclasses set their widgets up in ``__init__(desk)``, load in :meth:`enter`, and refresh on the hub's
    announcements only what they show (at once if visible, else on the next :meth:`enter`).
    ``page_wanted`` tells that something was shown on the page itself: a side panel in its place gives way.
    """

    page_wanted = Signal()

    #: The part at the right that belongs to this screen, or ``None``. Set in ``__init__``.
    inspector: QWidget | None = None

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def enter(self, route: Route) -> None:
        """Show what the route asks for; called on every visit."""

    def leave(self) -> None:
        """Called before another screen is shown; writes what is unsaved."""

    def title(self) -> str:
        """What the window's title says of this page."""
        return ""

    def is_ready(self) -> bool:
        """Whether everything asked for in :meth:`enter` has arrived (for self-check and screenshots)."""
        return True


@dataclass(frozen=True, slots=True)
class ScreenEntry:
    """A line of the registry. ``label`` is a function so that it follows the interface language.

    ``icon`` is a Phosphor name. Screens not ``in_rail`` (the editor) are reached through others; ``rail_parent``
    names the rail entry lit meanwhile.
    """

    name: str
    label: Callable[[], str]
    icon: str
    make: Callable[[Desk], Screen]
    in_rail: bool = True
    rail_parent: str = ""
    shortcut: str = ""
