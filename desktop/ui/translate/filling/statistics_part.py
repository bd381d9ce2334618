"""The section that counts what there is to translate."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.services import pretranslating
from desktop.services.exporting import write_whole
from desktop.services.translating import Grid
from desktop.translation.statistics import Band, Statistics, as_csv
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S8, S12, S16
from desktop.ui.translate.filling.band_words import band_word, column_words
from desktop.ui.translate.filling.statistics_view import BandChart, StatisticsTable
from desktop.ui.translate.page import GridPage
from desktop.ui.translate.part import GridPart, PartSection
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.section_header import label


class StatisticsPart(GridPart):
    """Counts when asked, never by itself: a long text takes a moment, on the worker."""

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self.widget = QWidget()
        self.chart, self.table = BandChart(), StatisticsTable()
        self.made: Statistics | None = None
        self._version_id = ""
        self._told = label(_("How much of this text the memory and the text itself know already."), "muted", wraps=True)
        self.count = PlainButton(_("Count"), self.read, icon_name="chart-bar")
        self.export = PlainButton(_("Export table…"), self._ask_file, icon_name="export")
        self.export.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(S8)
        buttons.addWidget(self.count)
        buttons.addWidget(self.export)
        buttons.addStretch(1)
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(S16, 0, S16, S8)
        column.setSpacing(S12)
        column.addWidget(self._told)
        column.addWidget(self.chart)
        column.addWidget(self.table)
        column.addLayout(buttons)
        self.chart.hide()
        self.table.hide()
        page.desk.actions.add(
            "translate.statistics",
            _("Statistics of this translation"),
            "",
            self.read,
            owner=page,
            screen="translate",
            icon="chart-bar",
        )

    def section(self) -> PartSection:
        """See the base."""
        return PartSection(_("Statistics"), self.widget, 80, is_open=False)

    def shown(self, grid: Grid) -> None:
        """Another version is not what was counted."""
        if grid.version.id != self._version_id:
            self._version_id = grid.version.id
            self._show(None)

    def read(self) -> None:
        """Count."""
        version_id = self.page.version_id
        if not version_id:
            return
        self.page.desk.run(
            lambda uow: pretranslating.statistics(uow, version_id),
            while_alive(self, self._show),
            key="translate.statistics",
            label=_("Counting…"),
        )

    def _show(self, made: Statistics | None) -> None:
        self.made = made
        self.chart.setVisible(made is not None)
        self.table.setVisible(made is not None)
        self._told.setVisible(made is None)
        self.export.setEnabled(made is not None)
        self.count.setText(_("Count again") if made else _("Count"))
        if made is not None:
            self.chart.show_statistics(made)
            self.table.show_statistics(made)

    def _ask_file(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self.widget, _("Export table"), _("statistics.csv"), _("Table (*.csv)")
        )
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write the table as CSV, with a mark that lets a spreadsheet read the accents."""
        if self.made is None:
            return
        names = column_words() | {band.value: band_word(band) for band in Band}
        content = as_csv(self.made, names).encode("utf-8-sig")
        words = _("Written: {name}").format(name=path.name)
        self.page.desk.compute(
            partial(write_whole, path, content), while_alive(self, lambda _done: self.page.desk.notify(words, "ok"))
        )
