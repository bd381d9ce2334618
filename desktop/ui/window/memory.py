"""What the window remembers: its place, its panes, where one was."""

from __future__ import annotations

import base64
import json

from PySide6.QtCore import QByteArray

from desktop.ui.desk import Preferences, Route


def keep_bytes(preferences: Preferences, name: str, value: QByteArray) -> None:
    """Keep one of Qt's state values."""
    preferences.set(name, base64.b64encode(value.data()).decode("ascii"))


def kept_bytes(preferences: Preferences, name: str) -> QByteArray:
    """The value kept, or an empty one."""
    try:
        return QByteArray(base64.b64decode(preferences.get(name), validate=True))
    except ValueError:
        return QByteArray()


def keep_route(preferences: Preferences, route: Route) -> None:
    """Keep where the person is."""
    values = [route.screen, route.release_id, route.language, route.detail]
    preferences.set("window.route", json.dumps(values))


def kept_route(preferences: Preferences) -> Route:
    """Where the person was; home where nothing sensible was kept."""
    try:
        screen, release_id, language, detail = json.loads(preferences.get("window.route") or "[]")
        return Route(str(screen), str(release_id), str(language), str(detail))
    except (ValueError, TypeError):
        return Route("home")
