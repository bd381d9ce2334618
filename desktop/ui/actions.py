"""Every deed of the window as one named action: shortcut, palette entry, menu entry and test handle in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


@dataclass(frozen=True, slots=True)
class RegisteredAction:
    """An action with the name it is known by. ``owner`` is the widget whose being shown makes it available."""

    name: str
    action: QAction
    owner: QWidget | None
    screen: str
    icon: str = ""

    @property
    def is_alive(self) -> bool:
        """Whether Qt still has it (a closed screen takes its actions along)."""
        return isValid(self.action) and (self.owner is None or isValid(self.owner))

    @property
    def is_available(self) -> bool:
        """Whether it can be done now: enabled, and its owner on the screen."""
        return self.is_alive and self.action.isEnabled() and (self.owner is None or self.owner.isVisible())


class ActionRegistry(QObject):
    """All actions by name, in the order of registration. The command palette lists :meth:`available`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, RegisteredAction] = {}
        self._window: QWidget | None = None
        self._scheme: Mapping[str, Sequence[str]] = {}
        self._own_keys: dict[str, list[QKeySequence]] = {}

    def use_keys(self, scheme: Mapping[str, Sequence[str]]) -> None:
        """Give actions other keys, by name; the rest have their own.

        Where another action of the same screen had such a key, it is without it while the scheme is in force.
        """
        self._scheme = scheme
        for each in self:
            self._set_keys(each.name, each.action)
        self.changed.emit()

    def _set_keys(self, name: str, action: QAction) -> None:
        own = self._own_keys.get(name, [])
        if name in self._scheme:
            action.setShortcuts([QKeySequence(each) for each in self._scheme[name]])
            return
        screen = name.split(".", 1)[0]
        taken = {
            QKeySequence(key).toString()
            for other, keys in self._scheme.items()
            if other.split(".", 1)[0] == screen and other in self._own_keys
            for key in keys
        }
        action.setShortcuts([each for each in own if each.toString() not in taken])

    def set_window(self, window: QWidget | None) -> None:
        """The window that carries actions without an owner. A new window starts with none of the old ones."""
        self._window = window
        self._actions = {}
        self.changed.emit()

    def add(  # noqa: PLR0913 - the parts of an action, each by name
        self,
        name: str,
        label: str,
        shortcut: str | Sequence[str] = "",
        callback: Callable[[], object] | None = None,
        *,
        owner: QWidget | None = None,
        screen: str = "",
        icon: str = "",
        is_local: bool = False,
    ) -> QAction:
        """Register an action; one of the same name is replaced.

        ``name`` is dotted (``translate.confirm``). The shortcut works wherever the focus is while ``owner`` is
        shown (without an owner: in the whole window), or, with ``is_local``, only while the focus is in ``owner``.
        ``icon`` is a Phosphor name.
        """
        carrier = owner or self._window
        action = QAction(label, carrier or self)
        action.setObjectName(name)
        shortcuts = [shortcut] if isinstance(shortcut, str) else list(shortcut)
        self._own_keys[name] = [QKeySequence(each) for each in shortcuts if each]
        self._set_keys(name, action)
        context = Qt.ShortcutContext
        action.setShortcutContext(context.WidgetWithChildrenShortcut if is_local else context.WindowShortcut)
        if icon:
            from desktop.ui.theme.icons import icon as themed  # noqa: PLC0415 - lazy: the icon font

            action.setIcon(themed(icon))
        if callback is not None:
            action.triggered.connect(lambda: callback())  # noqa: PLW0108 - Qt would pass `checked`
        if carrier is not None:
            carrier.addAction(action)
        self._drop(name)
        self._actions[name] = RegisteredAction(name, action, owner, screen, icon)
        if name in self._scheme:
            for each in self:  # its keys may be another one's until now
                self._set_keys(each.name, each.action)
        self.changed.emit()
        return action

    def _drop(self, name: str) -> None:
        old = self._actions.pop(name, None)
        if old is not None and old.is_alive:
            carrier = old.owner or self._window
            if carrier is not None:
                carrier.removeAction(old.action)
            old.action.deleteLater()

    def get(self, name: str) -> QAction:
        """The action of a name; raises ``KeyError``."""
        return self._actions[name].action

    def __contains__(self, name: str) -> bool:
        found = self._actions.get(name)
        return found is not None and found.is_alive

    def __iter__(self) -> Iterator[RegisteredAction]:
        return iter([each for each in self._actions.values() if each.is_alive])

    def available(self) -> tuple[RegisteredAction, ...]:
        """What can be done now."""
        return tuple(each for each in self if each.is_available)

    def trigger(self, name: str) -> None:
        """Do an action as a key press would; raises ``KeyError`` for an unknown name."""
        self.get(name).trigger()
