"""Take back a file: choose or drop it, look what it would change, take it as one deed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.domain.changes import SEGMENT, ChangeSet
from desktop.domain.handing import Returned
from desktop.i18n import _, ngettext
from desktop.services import merging_returned
from desktop.services.merging_returned import MergePlan
from desktop.services.translating import Grid
from desktop.ui.desk import Route
from desktop.ui.text.alive import while_alive
from desktop.ui.translate.page import GridPage
from desktop.ui.translate.part import GridPart
from desktop.ui.translate.returned.panel import ReturnedPanel

_FOLDER = "returned.folder"
_KEY = "translate.returned"
ENDINGS = (".docx", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".xml")


class ReturnedPart(GridPart):
    """While a file is looked through the panel stands over the sentences, which stay in sight and can be edited."""

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self.panel = ReturnedPanel()
        self._returned: Returned | None = None
        self._plan: MergePlan | None = None
        self.panel.applied.connect(self.apply)
        self.panel.closed.connect(self.close)
        self.panel.chosen.connect(self._show_sentence)
        page.header.return_wanted.connect(self.ask)
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        page.desk.actions.add(
            "translate.take-back",
            _("Take back a file"),
            "Ctrl+Shift+T",
            self.ask,
            owner=page,
            screen="translate",
            icon="download-simple",
        )

    def bar(self) -> QWidget:
        return self.panel

    # -- a file comes ---------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for the file."""
        desk = self.page.desk
        if self.page.grid is None:
            return
        known = desk.preferences.get(_FOLDER)
        standard = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = known if known and Path(known).is_dir() else standard
        kinds = _("Returned translations ({endings})").format(endings=" ".join(f"*{each}" for each in ENDINGS))
        chosen, _filter = QFileDialog.getOpenFileName(self.page, _("Take back a file"), start, kinds)
        if chosen:
            desk.preferences.set(_FOLDER, str(Path(chosen).parent))
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a file off the main thread, then show what it would do."""
        self.page.desk.compute(
            lambda: merging_returned.read_file(path),
            while_alive(self, self._look),
            label=_("Reading “{name}”").format(name=path.name),
            key=_KEY,
        )

    def _look(self, returned: Returned, *, keeps: bool = False) -> None:
        grid = self.page.grid
        if grid is None:
            return
        release_id = grid.release.id
        self._returned = returned

        def show(plan: MergePlan) -> None:
            if self._returned is returned:
                self._show(plan, keeps=keeps)

        self.page.desk.run(
            lambda uow: merging_returned.plan_merge(uow, release_id, returned), while_alive(self, show), key=_KEY
        )

    def _show(self, plan: MergePlan, *, keeps: bool) -> None:
        self._plan = plan
        if plan.version.id != self.page.version_id:
            if not keeps:
                self.page.desk.navigate(Route("translate", plan.release.id, plan.version.language))
            return
        self.panel.show_plan(plan, keeps=keeps)
        layout = self.page.layout()
        if isinstance(layout, QVBoxLayout):
            layout.setStretchFactor(self.panel, 1)
        self.panel.show()
        if not keeps:
            self.panel.view.setFocus()

    def shown(self, grid: Grid) -> None:
        if self._plan is None:
            return
        if self._plan.version.id == grid.version.id:
            if self.panel.isHidden():
                self._show(self._plan, keeps=False)
        elif not self.panel.isHidden():
            self.close()

    def hear(self, changes: ChangeSet) -> None:
        plan, returned = self._plan, self._returned
        if plan is None or returned is None or self.panel.isHidden():
            return
        if changes.under(SEGMENT, plan.version.id):
            self._look(returned, keeps=True)

    # -- deciding -------------------------------------------------------------------------------------------

    def apply(self) -> None:
        """Write what is ticked; one undo takes everything back."""
        plan, taken = self._plan, self.panel.model.chosen
        if plan is None:
            return
        remarks = sum(len(notes) for notes in plan.remarks.values())

        def done(_plan: MergePlan) -> None:
            words = ngettext("{count} sentence taken back", "{count} sentences taken back", len(taken))
            told = words.format(count=len(taken))
            if remarks:
                more = ngettext("{count} comment", "{count} comments", remarks).format(count=remarks)
                told = f"{told} · {more}"
            self.page.desk.notify(told, "ok")

        self.close()
        self.page.desk.deed(lambda uow: merging_returned.merge(uow, plan, taken), while_alive(self, done))

    def close(self) -> None:
        """Leave the file; nothing is written."""
        self._plan = self._returned = None
        self.panel.hide()
        self.panel.clear()
        self.page.view.setFocus()

    def _show_sentence(self, segment_id: str) -> None:
        if self.page.model.row_of(segment_id) >= 0:
            self.page.view.activate(segment_id)
            self.panel.view.setFocus()

    # -- dropping -------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.page and self.page.grid is not None:
            path = _dropped(event) if isinstance(event, QDropEvent) else None
            if isinstance(event, QDropEvent) and path is not None:  # entering and moving are kinds of it in Qt
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.read(path)
                return True
        return super().eventFilter(watched, event)


def _dropped(event: QDropEvent) -> Path | None:
    """The first file of a kind that can come back."""
    for url in event.mimeData().urls():
        if url.isLocalFile() and Path(url.toLocalFile()).suffix.lower() in ENDINGS:
            return Path(url.toLocalFile())
    return None
