"""``comunicado self-check``: the whole program tried out on a temporary workspace, without a display.

Opens every screen of the real window and does the main job through the same desk: import, contacts,
translation, a source edit and its stale mark, exports in both languages. A line per step.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from desktop import places
from desktop.app import wiring
from desktop.app.preferences import FilePreferences
from desktop.app.sample import SEED, SEED_SPANISH
from desktop.domain.changes import Outcome
from desktop.domain.errors import ComunicadoError
from desktop.i18n import _

if TYPE_CHECKING:
    from desktop.domain.ports import UnitOfWork
    from desktop.ui.desk import Desk, Route
    from desktop.ui.window.main_window import MainWindow

T = TypeVar("T")
PATIENCE = 30.0


def self_check() -> int:
    """Run every step; answers 0, or 1 after the first step that failed, with its reason."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="comunicado-") as folder:
        check = _Check(Path(folder))
        try:
            check.run()
        except (ComunicadoError, AssertionError) as error:
            told = error.one_line() if isinstance(error, ComunicadoError) else str(error)
            sys.stdout.write(_("FAILED  {step}: {reason}").format(step=check.step, reason=told) + "\n")
            return 1
        finally:
            check.close()
    sys.stdout.write(_("Everything works.") + "\n")
    return 0


class _Check:
    """The steps, and what they share."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop.app.window import start

        self.folder = folder
        self.step = _("Open the window")
        self.path = folder / f"self-check{wiring.WORKSPACE_SUFFIX}"
        application = QApplication.instance() or QApplication(["comunicado"])
        assert isinstance(application, QApplication)
        self.application = application
        self.running = start(application, self.path, FilePreferences(None), sample=True, author="self-check")
        self.is_closed = False

    @property
    def desk(self) -> Desk:
        return self.running.desk

    @property
    def window(self) -> MainWindow:
        from desktop.ui.window.main_window import MainWindow

        windows = [w for w in self.application.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
        assert windows, _("the window is not there")
        return windows[0]

    def run(self) -> None:
        """All steps in order."""
        self._done(_("Open the window"), self._window_is_up)
        self._done(_("Fill the sample workspace"), lambda: self._ask(lambda unit: unit.media_lists.all()))
        release_id = self._done(_("Import a release and its contacts"), self._import)
        version_id = self._done(_("Translate it into Spanish"), partial(self._translate, release_id))
        self._done(_("See what a source edit made stale"), partial(self._edit, release_id, version_id))
        for language in ("en", "es"):
            for name in ("docx", "html", "txt", "bilingual-docx", "xliff21"):
                label = _("Export {format}, {language}").format(format=name, language=language)
                self._done(label, partial(self._export, release_id, language, name))
        self._screens(release_id)
        self._done(_("Close, open again and verify the workspace"), self._verify)

    def close(self) -> None:
        """End the worker and take the window down."""
        if not self.is_closed:
            self.is_closed = True
            self.window.close()
            self.desk.close()

    # -- steps ----------------------------------------------------------------------------------------------

    def _done(self, label: str, work: Callable[[], T]) -> T:
        self.step = label
        started = time.perf_counter()
        value = work()
        sys.stdout.write(f"ok  {label}  ({(time.perf_counter() - started) * 1000:.0f} ms)\n")
        sys.stdout.flush()
        return value

    def _window_is_up(self) -> None:
        self._wait(lambda: bool(self.window.is_ready()), _("the window did not become ready"))

    def _import(self) -> str:
        from desktop.services import importing

        found = importing.read_release(places.resource("sample", SEED), self.desk.tools)
        done = self._deed(
            lambda unit: importing.import_release(unit, found, type_="press-release", contacts=found.contacts)
        )
        assert done.opened.release.title.startswith("IOM Director General"), _("the headline was not found")
        assert all(person.phone.startswith("+506") for person in done.contacts), _("a phone number is wrong")
        assert len(done.contacts) == 2, _("the contacts were not found")
        return str(done.opened.release.id)

    def _translate(self, release_id: str) -> str:
        from desktop.services import translating

        lines = places.resource("sample", SEED_SPANISH).read_text("utf-8").splitlines()
        version = self._deed(lambda unit: translating.add_version(unit, self.desk.tools, release_id, "es"))
        grid = self._deed(lambda unit: translating.fill_targets(unit, version.id, lines))
        assert grid.progress.done >= 20, _("too few sentences were filled")
        return str(version.id)

    def _edit(self, release_id: str, version_id: str) -> None:
        from desktop.services import drafting, translating
        from desktop.services.releases import open_release

        source = self._ask(lambda unit: open_release(unit, release_id)).source
        for find, new, stale in (("11 countries", "12 countries", 1), ("12 countries", "11 countries", 0)):
            self._deed(
                partial(drafting.replace_text, tools=self.desk.tools, version_id=source.id, find=find, replacement=new)
            )
            grid = self._ask(lambda unit: translating.open_grid(unit, version_id))
            assert grid.progress.stale == stale, _("the stale marks are wrong")

    def _export(self, release_id: str, language: str, name: str) -> None:
        from desktop.services.handing_out import gather

        gathered = self._ask(lambda unit: gather(unit, release_id, language, name))
        path = self.folder / f"{language}-{gathered.suggested_name}"
        gathered.write_to(path)
        assert path.stat().st_size > 1000, _("the file is too small")

    def _screens(self, release_id: str) -> None:
        from desktop.ui.desk import Route
        from desktop.ui.registry import SCREENS

        for entry in SCREENS:
            needs_release = entry.name in ("editor", "translate")
            route = Route(entry.name, release_id if needs_release else "", "es" if entry.name == "translate" else "")
            label = _("Open the screen “{name}”").format(name=entry.label())
            self._done(label, partial(self._show, route))

    def _show(self, route: Route) -> None:
        self.desk.navigate(route)
        self._wait(
            lambda: self.window.route.screen == route.screen and self.window.is_ready(), _("it did not become ready")
        )
        assert not self.window.grab().isNull(), _("nothing was painted")

    def _verify(self) -> None:
        self.close()
        workspace = wiring.open_existing(self.path)
        try:
            problems = workspace.verify()
        finally:
            workspace.close()
        assert not problems, "; ".join(problems)

    # -- waiting --------------------------------------------------------------------------------------------

    def _wait(self, is_done: Callable[[], bool], otherwise: str) -> None:
        limit = time.monotonic() + PATIENCE
        while not is_done():
            assert time.monotonic() < limit, otherwise
            self.application.processEvents()
            time.sleep(0.002)

    def _ask(self, work: Callable[[UnitOfWork], T]) -> T:
        answers: list[T] = []
        errors: list[ComunicadoError] = []
        self.desk.run(work, answers.append, errors.append)
        self._wait(lambda: bool(answers or errors), _("the workspace does not answer"))
        if errors:
            raise errors[0]
        return answers[0]

    def _deed(self, work: Callable[[UnitOfWork], Outcome[T]]) -> T:
        outcome: Any = self._ask(work)
        self.desk.hub.announce(outcome.changes)
        value: T = outcome.value
        return value
