"""Every template that can be used now, for screens that look one up while they draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import TEMPLATE, ChangeSet
from desktop.editorial.templates import Template
from desktop.services.templates import OfferedTemplate, offered_templates
from desktop.ui.text.alive import while_alive

if TYPE_CHECKING:
    from desktop.ui.desk import Desk


class TemplateShelf(QObject):
    """The built-in templates at once, the office's own as soon as they are read; follows every change.

    ``changed`` tells that there are others than before. Main thread.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._own: tuple[Template, ...] = ()
        #: Whether the office's own have arrived.
        self.is_read = False
        desk.hub.announced.connect(self._hear)
        self.read()

    def all(self) -> tuple[Template, ...]:
        """Built-in ones first."""
        return (*self._desk.tools.templates, *self._own)

    def named(self, name: str) -> Template | None:
        """The template of a release's type."""
        return next((each for each in self.all() if each.name == name), None)

    def read(self) -> None:
        """Read the office's own templates."""
        tools = self._desk.tools
        self._desk.run(
            lambda uow: offered_templates(uow, tools), while_alive(self, self._take), key="shelf", flush=False
        )

    def _take(self, offered: tuple[OfferedTemplate, ...]) -> None:
        own = tuple(each.template for each in offered if not each.is_built_in)
        is_first, self.is_read = not self.is_read, True
        if own != self._own or is_first:
            self._own = own
            self.changed.emit()

    def _hear(self, changes: ChangeSet) -> None:
        if changes.touches(TEMPLATE):
            self.read()
