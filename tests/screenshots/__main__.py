"""Every screen in both languages and both themes as PNG files: ``python -m tests.screenshots [--out FOLDER]``.

Runs on the living sample in a temporary workspace, offscreen, at 1440×900 unless ``--size`` says otherwise;
``--scale 200`` sets the text size in per cent, as Settings do.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from desktop.app.preferences import FilePreferences
from desktop.app.sample import fill_sample
from desktop.app.wiring import create_new, make_tools, open_existing
from desktop.domain.release import ReleaseQuery, VersionRole
from desktop.i18n import use_language
from desktop.services.releases import release_page
from desktop.services.worker import DatabaseWorker
from desktop.ui.desk import Desk, Route
from desktop.ui.registry import SCREENS
from desktop.ui.window.main_window import MainWindow

LANGUAGES, THEMES = ("en", "es"), ("light", "dark")
_PATIENCE = 15.0


def wait_for(condition: Callable[[], bool], seconds: float = _PATIENCE) -> bool:
    """Run the event loop until a condition holds; whether it did in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    return True


def settle(seconds: float = 0.4) -> None:
    """Let late paints and throttled work pass."""
    wait_for(lambda: False, seconds)


def routes(desk: Desk) -> dict[str, Route]:
    """A route per screen, with something open where a screen shows one thing."""
    found: list[Route] = []

    def keep(rows: object) -> None:
        for row in rows[0]:  # type: ignore[index]
            if any(version.role is VersionRole.TARGET and version.progress.stale for version in row.versions):
                found.append(Route("translate", row.release.id, row.versions[1].language))
                return
        found.append(Route("translate"))

    desk.run(lambda uow: release_page(uow, ReleaseQuery()), keep)
    wait_for(lambda: bool(found))
    opened = found[0]
    special = {
        "editor": Route("editor", opened.release_id),
        "translate": opened,
        "search": Route("search", detail="migra"),
    }
    return {entry.name: special.get(entry.name, Route(entry.name)) for entry in SCREENS}


def shots(desk: Desk, given: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """Take every picture; answers ``(file name, what went wrong or nothing)`` for each."""
    width, height = (int(part) for part in given.size.split("x"))
    desk.preferences.set("look.scale", given.scale)
    for language in given.languages.split(","):
        for theme in given.themes.split(","):
            use_language(language)
            desk.preferences.set("language", language)
            desk.preferences.set("look.scheme", theme)
            desk.preferences.set("window.route", "")
            window = MainWindow(desk, SCREENS)
            window.resize(width, height)
            window.show()
            for name, route in routes(desk).items():
                if given.only and name not in given.only.split(","):
                    continue
                problem = _shoot(window, route, given.out / f"{name}-{language}-{theme}.png")
                yield f"{name}-{language}-{theme}.png", problem
            window.disconnect_from_desk()
            window.close()
            window.deleteLater()


def _shoot(window: MainWindow, route: Route, path: Path) -> str:
    window.notices.dismiss()
    window.desk.navigate(route)
    if window.route != route:
        return "could not be opened"
    is_ready = wait_for(window.is_ready)
    settle()
    window.grab().save(str(path))
    return "" if is_ready else "was not ready in time"


def main() -> int:
    """Render everything; answers 1 where a screen could not be shown."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots")
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--only", default="", help="screens, separated by commas")
    parser.add_argument("--size", default="1440x900", metavar="WxH", help="of the window, in pixels")
    parser.add_argument("--scale", default="100", help="text size in per cent")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--themes", default=",".join(THEMES))
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    problems = 0
    with tempfile.TemporaryDirectory(prefix="comunicado-screenshots-") as folder:
        path = Path(folder, "sample.comunicado")
        workspace = create_new(path, author="Ana Solano")
        fill_sample(workspace)
        workspace.close()
        worker = DatabaseWorker(lambda: open_existing(path, author="Ana Solano"))
        worker.start()
        desk = Desk(worker, make_tools("CR"), FilePreferences(None))
        desk.workspace_name = path.name
        for name, problem in shots(desk, given):
            problems += bool(problem)
            print(f"{name}  {problem}".rstrip(), flush=True)
        desk.close()
    del application
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
