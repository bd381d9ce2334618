"""The editor's deeds by name and key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from desktop.domain.richtext import MarkKind
from desktop.i18n import _
from desktop.ui.text.kinds import KIND_KEYS, kind_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.editor.screen import EditorScreen


def register(screen: EditorScreen) -> tuple[QAction, ...]:
    """Put every deed of the editor into the registry."""
    page = screen.page
    made: list[QAction] = []

    def add(name: str, label: str, keys: str, act: Callable[[], object]) -> None:
        made.append(screen.desk.actions.add(f"editor.{name}", label, keys, act, owner=screen, screen="editor"))

    add("strong", _("Strong"), "Ctrl+B", lambda: page.toggle(MarkKind.STRONG))
    add("emphasis", _("Emphasis"), "Ctrl+I", lambda: page.toggle(MarkKind.EMPHASIS))
    add("link", _("Link…"), "Ctrl+K", lambda: screen.open_bar("link"))
    add("paste-plain", _("Paste as plain text"), "Ctrl+Shift+V", page.paste_plain)
    add("next-gap", _("Go to the next open gap"), "F8", page.jump_to_gap)
    add("previous-gap", _("Go to the previous open gap"), "Shift+F8", lambda: page.jump_to_gap(backwards=True))
    add("move-up", _("Move block up"), "Alt+Up", lambda: page.move_blocks(-1))
    add("move-down", _("Move block down"), "Alt+Down", lambda: page.move_blocks(1))
    add("dateline", _("Dateline…"), "Ctrl+Alt+D", lambda: screen.open_bar("dateline"))
    add("embargo", _("Embargo…"), "Ctrl+Alt+E", lambda: screen.open_bar("embargo"))
    add("export-docx", _("Export as Word document…"), "", lambda: screen.export("docx"))
    add("export-html", _("Export as web page…"), "", lambda: screen.export("html"))
    for kind, digit in KIND_KEYS:
        words = _("Make it: {kind}").format(kind=kind_name(kind))
        keys = f"Ctrl+Alt+{digit}" if digit else ""
        add(f"kind-{kind.value}", words, keys, lambda kind=kind: page.set_kind(kind))  # type: ignore[misc]
    return tuple(made)
