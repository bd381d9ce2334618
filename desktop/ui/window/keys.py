"""The keyboard map: every key of every screen, read from the action registry, in the interface's language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence

from desktop.i18n import _
from desktop.ui.actions import ActionRegistry, RegisteredAction
from desktop.ui.screens import ScreenEntry


def keyboard_map(actions: ActionRegistry, registry: Sequence[ScreenEntry], screen: str) -> str:
    """The map as Markdown: the shown screen's keys first, then the window's, then the other screens'."""
    names = [entry.name for entry in registry]
    groups: dict[str, list[RegisteredAction]] = {screen: [], "": []}
    for each in actions:
        if each.action.shortcut().isEmpty():
            continue
        own = each.screen or each.name.split(".", 1)[0]
        groups.setdefault(own if each.owner is not None and own in names else "", []).append(each)
    titles = {entry.name: entry.label() for entry in registry} | {"": _("Everywhere")}
    parts = [f"# {_('Keyboard map')}"]
    for name, found in groups.items():
        if found and name in titles:
            parts += [f"## {titles[name]}", _table(found)]
    return "\n\n".join(parts) + "\n"


def _table(found: Sequence[RegisteredAction]) -> str:
    rows = [f"| {_('Key')} | {_('What it does')} |", "|---|---|"]
    for each in found:
        keys = ", ".join(
            sequence.toString(QKeySequence.SequenceFormat.NativeText)
            for sequence in _different(each.action.shortcuts())
        )
        rows.append(f"| {_escaped(keys)} | {_escaped(each.action.text().replace('&&', '&'))} |")
    return "\n".join(rows)


def _different(sequences: Sequence[QKeySequence]) -> list[QKeySequence]:
    """Without the keypad's Enter, which stands beside Return everywhere."""
    kept = [each for each in sequences if not each.toString().endswith("Enter")]
    return kept or list(sequences)


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\|*_[]<>`#" else sign for sign in text)
