"""From the open release to the next one like it, or to a template made of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.ui.desk import Route
from desktop.ui.editor.part import EditorPart
from desktop.ui.editor.sections.facts import type_title

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen


class ReusePart(EditorPart):
    """Two actions for the palette and the keyboard, and types that follow the templates."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        add = screen.desk.actions.add
        for name, words, key, target in (
            ("editor.reuse", _("New release from this one"), "Ctrl+Shift+R", "reuse"),
            ("editor.template", _("Make a template of this release"), "", "templates"),
        ):
            add(name, words, key, partial(self._go, target), owner=screen, screen="editor", icon="copy")

        screen.desk.templates.changed.connect(self._templates_changed)

    def _templates_changed(self) -> None:
        """Another name for the release's type, or more types to choose from."""
        self.screen.side.facts.offer_types(self.screen.desk.templates.all())
        opened = self.screen.opened
        template = self.screen.desk.templates.named(opened.release.type) if opened else None
        if opened is not None and template is not None:
            self.screen.header.show_release(opened.release, opened.versions, type_title(template))

    def _go(self, target: str) -> None:
        if self.screen.opened is not None:
            self.screen.desk.navigate(Route(target, self.screen.opened.release.id))
