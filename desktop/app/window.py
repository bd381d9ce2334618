"""Opening the window: it shows first, the workspace opens behind it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app import wiring
from desktop.app.collector import rest_collector, wake_collector
from desktop.app.logs import start_logging
from desktop.app.preferences import FilePreferences
from desktop.domain.errors import ComunicadoError
from desktop.i18n import _, use_language
from desktop.services.worker import DatabaseWorker, OpenWorkspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.services.journal import Journal
    from desktop.ui.desk import Desk, Preferences
    from desktop.ui.window.start import WindowKeeper

#: How often it is asked whether the first page is there, and how long nothing more is done after it is: neither the
#: start nor the first autosave is to wait for the sentence rules.
_ASK_EVERY_MS, _REST_MS = 100, 150


def has_display() -> bool:
    """Whether a window can be shown to somebody."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(workspace: str | None, *, sample: bool = False) -> int:
    """Show the window and work until it closes; answers the exit code. Needs a display."""
    if not has_display():
        raise ComunicadoError(
            _("There is no display to open a window on."),
            advice=_("Run “comunicado self-check” to try the program without one."),
        )
    rest_collector()
    from PySide6.QtWidgets import QApplication

    start_logging(wiring.folder("log"))
    path = wiring.sample_path() if sample and not workspace else wiring.workspace_path(workspace)
    preferences = FilePreferences(wiring.folder("config") / "preferences.json")
    use_language(preferences.get("language") or _system_language())
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    running = start(
        application,
        path,
        preferences,
        sample=sample,
        words=wiring.words_path(),
        journal=wiring.journal_of(path),
    )
    _when_ready(running.keeper, wake_collector)
    code = application.exec()
    running.desk.close()
    return int(code)


@dataclass(frozen=True)
class Running:
    """The wired program: hold it as long as the window is to live."""

    desk: Desk
    keeper: WindowKeeper


def start(
    application: QApplication,
    path: Path,
    preferences: Preferences,
    *,
    sample: bool = False,
    author: str = "",
    words: Path | None = None,
    journal: Journal | None = None,
) -> Running:
    """Wire everything and show the window; the workspace opens (or is made) on the worker's thread meanwhile.

    ``words`` is the file of the person's own words for spelling; without one they last until the end.
    ``journal`` is where unsaved texts are kept, and what earlier runs left there is offered; ``None`` keeps none.

    The caller runs the event loop, and closes the desk at the end.
    """
    from desktop.ui.desk import Desk
    from desktop.ui.window.start import show_window

    application.setApplicationName("Comunicado")
    application.setDesktopFileName("comunicado")
    author = author or preferences.get("author") or wiring.person()
    made: list[Desk] = []
    worker = DatabaseWorker(
        _opener(path, author, sample=sample),
        unavailable=lambda error: made[0].tell_unavailable(error),  # noqa: PLW0108 - made after its worker
    )
    desk = Desk(worker, wiring.make_tools(preferences.get("phone.region"), words=words), preferences)
    desk.workspace_name = path.name
    made.append(desk)
    if journal is not None:
        desk.journal = journal
    keeper = show_window(application, desk)
    worker.start()
    _when_ready(keeper, partial(desk.compute, partial(desk.tools.warm, "en")))
    if journal is not None:
        _when_ready(keeper, partial(_offer_unsaved, desk))
    return Running(desk, keeper)


def _offer_unsaved(desk: Desk) -> None:
    from desktop.ui.window.recovery import RecoveryOffer

    RecoveryOffer(desk).begin()


def _when_ready(keeper: WindowKeeper, then: Callable[[], None]) -> None:
    """Call once, soon after the first page has everything it asked for; never where the window goes before."""
    from PySide6.QtCore import QTimer

    timer = QTimer(keeper)

    def look() -> None:
        if keeper.window.is_ready():
            timer.stop()
            QTimer.singleShot(_REST_MS, keeper, then)

    timer.timeout.connect(look)
    timer.start(_ASK_EVERY_MS)


def _opener(path: Path, author: str, *, sample: bool) -> Callable[[], OpenWorkspace]:
    def open_it() -> OpenWorkspace:
        if path.exists():
            return wiring.open_existing(path, author=author)
        workspace = wiring.create_new(path, author=author)
        if sample:
            from desktop.app.sample import fill_sample

            fill_sample(workspace)
        return workspace

    return open_it


def _system_language() -> str:
    from PySide6.QtCore import QLocale

    return QLocale.system().name().split("_", 1)[0]
