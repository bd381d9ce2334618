"""Every part of the translation grid, a line each, and what tells them what happens."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.changes import ChangeSet
from desktop.ui.translate.completing.part import CompletionPart
from desktop.ui.translate.cutting_part import CuttingPart
from desktop.ui.translate.filling.generated_part import GeneratedPart
from desktop.ui.translate.filling.pretranslate_part import PretranslatePart
from desktop.ui.translate.filling.statistics_part import StatisticsPart
from desktop.ui.translate.findings.part import FindingsPart
from desktop.ui.translate.history_part import HistoryPart
from desktop.ui.translate.machine_part import MachinePart
from desktop.ui.translate.matches.part import MatchesPart
from desktop.ui.translate.page import GridPage
from desktop.ui.translate.part import GridPart, PartSection
from desktop.ui.translate.returned.part import ReturnedPart
from desktop.ui.translate.terms.part import TermsPart
from desktop.ui.widgets.inspector import Inspector, InspectorSection

#: In the order in which they are made and told.
PARTS: tuple[type[GridPart], ...] = (
    MatchesPart,
    TermsPart,
    FindingsPart,
    PretranslatePart,
    GeneratedPart,
    CompletionPart,
    CuttingPart,
    HistoryPart,
    StatisticsPart,
    ReturnedPart,
    MachinePart,
)


class GridParts(QObject):
    """Makes the parts, lays their sections and bars out, and passes on what happens to the page."""

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self._page = page
        self.parts = tuple(make(page) for make in PARTS)
        for part in self.parts:
            if (bar := part.bar()) is not None:
                bar.hide()
                page.add_bar(bar)
        page.shown.connect(self._shown)
        page.view.row_changed.connect(self._row_changed)
        page.view.cell.edit.typed.connect(self._typed)
        page.view.cell.edit.menu_wanted.connect(self._fill_menu)
        page.desk.hub.announced.connect(self._hear)

    def fill(self, inspector: Inspector, own: tuple[PartSection, ...]) -> dict[QWidget, InspectorSection]:
        """Put the parts' sections and the screen's ``own`` into the inspector by their places; widget → section."""
        sections = [*own, *(section for part in self.parts if (section := part.section()) is not None)]
        return {
            each.widget: inspector.add_section(each.title, each.widget, is_open=each.is_open, fills=each.fills)
            for each in sorted(sections, key=lambda section: section.place)
        }

    def confirmed(self, segment_id: str) -> None:
        """A sentence was confirmed and is stored."""
        for part in self.parts:
            part.confirmed(segment_id)

    def leave(self) -> None:
        """Another screen is about to be shown."""
        for part in self.parts:
            part.leave()

    def _shown(self) -> None:
        if self._page.grid is not None:
            for part in self.parts:
                part.shown(self._page.grid)

    def _row_changed(self, _segment_id: str) -> None:
        for part in self.parts:
            part.row_changed(self._page.view.cell.pair)

    def _typed(self) -> None:
        text = self._page.view.cell.edit.text_now()
        for part in self.parts:
            part.typed(text)

    def _fill_menu(self, menu: QMenu, point: int) -> None:
        for part in self.parts:
            part.add_to_menu(menu, point)

    def _hear(self, changes: ChangeSet) -> None:
        if self._page.grid is not None:
            for part in self.parts:
                part.hear(changes)
