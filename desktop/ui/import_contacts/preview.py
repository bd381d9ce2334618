"""The preview of an import: how the file was read, which column is what, and what becomes of each row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.contacts.plan import PlannedRow
from desktop.exchange.read_contacts import ReadContacts, ReadingOptions
from desktop.i18n import _, ngettext
from desktop.services.contact_import import planned_lists
from desktop.ui.import_contacts.fields import LOOKS, encoding_word, outcome_word, separator_word
from desktop.ui.import_contacts.mapping import MappingBox
from desktop.ui.import_contacts.model import EMAIL, NAME, OUTCOME, OUTLET, PHONE, REASON, ROW, PlanModel
from desktop.ui.import_contacts.reading import ReadingBox
from desktop.ui.people.words import counted
from desktop.ui.theme.tokens import S8, S12, px
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.section_header import label, line
from desktop.ui.widgets.tables import calm_rows

_WIDTHS = {ROW: 56, OUTCOME: 140, NAME: 180, OUTLET: 150, EMAIL: 200, PHONE: 136}


def scroll_area(inside: QWidget) -> QScrollArea:
    """A widget that may be taller than there is room for."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


class PlanPreview(QWidget):
    """See the module. ``changed`` when the file is to be read again: another field for a column, another region."""

    changed = Signal()

    def __init__(self, region: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PlanModel(self)
        self.facts = label("", "muted", wraps=True)
        self.samples = label("", "", wraps=True)
        self.reading = ReadingBox(region)
        self.reading.changed.connect(self.changed)
        self.warnings = label("", "stale", wraps=True)
        self.mapping = MappingBox()
        self.mapping.changed.connect(self.changed)
        self.chips: dict[str, Chip] = {}
        self._columns = scroll_area(self.mapping)
        self.lists = label("", "muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        column.addWidget(self.facts)
        column.addWidget(self.samples)
        column.addWidget(self.reading)
        column.addWidget(self._columns)
        column.addWidget(self.warnings)
        column.addWidget(line())
        column.addLayout(self._make_chips())
        self.table = self._make_table()
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(S8)
        foot.addWidget(self.lists, 1)
        foot.addWidget(self.reading.with_lists)
        column.addLayout(foot)

    def _make_chips(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S8)
        group = QButtonGroup(self)
        for outcome in ("", *LOOKS):
            chip = self.chips[outcome] = Chip("")
            chip.clicked.connect(lambda _checked=False, outcome=outcome: self.model.show_outcome(outcome))
            group.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(_("What becomes of each row"))
        calm_rows(table, 34)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        for section, width in _WIDTHS.items():
            table.setColumnWidth(section, px(width))
        table.horizontalHeader().setSectionResizeMode(REASON, QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(px(260))
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        return table

    def show_plan(self, read: ReadContacts, rows: Sequence[PlannedRow]) -> None:
        """Show what was read and what becomes of it."""
        facts = [
            counted(ngettext("{count} row", "{count} rows", len(rows)), len(rows)),
            _("encoding {encoding}").format(encoding=encoding_word(read.encoding)) if read.encoding else "",
            _("separator: {separator}").format(separator=separator_word(read.separator)) if read.separator else "",
        ]
        self.facts.setText(" · ".join(fact for fact in facts if fact))
        self.samples.setText(_("Letters as they were read: {words}").format(words=", ".join(read.samples)))
        self.samples.setVisible(bool(read.samples and read.encoding))
        self.reading.show_read(read)
        self.mapping.show_mapping(read.mapping)
        self._columns.setVisible(bool(read.mapping))
        self._columns.setFixedHeight(min(self.mapping.sizeHint().height(), px(148)))
        lists = [f"{name} ({len(members)})" for name, members in planned_lists(rows).items()]
        self.lists.setText(_("Media lists: {lists}").format(lists=", ".join(lists[:20])))
        self.lists.setText(self.lists.text() if lists else "")
        words = (*read.warnings, *self._row_warnings(read))
        self.warnings.setText("\n".join(words[:4]))
        self.warnings.setVisible(bool(words))
        self.model.show_plan(rows)
        counts = self.model.counts()
        for outcome, chip in self.chips.items():
            count = counts[outcome] if outcome else len(rows)
            name = outcome_word(outcome) if outcome else _("All")
            chip.setText(f"{name}  {counted('{count}', count)}")
            chip.setAccessibleName(chip.text())
            chip.setVisible(bool(count) or not outcome)
        self.chips[""].setChecked(True)

    @staticmethod
    def _row_warnings(read: ReadContacts) -> tuple[str, ...]:
        doubtful = [row for row in read.rows if row.warnings]
        if not doubtful:
            return ()
        words = ngettext(
            "{count} row was read with a doubt; the first, row {row}: {reason}",
            "{count} rows were read with a doubt; the first, row {row}: {reason}",
            len(doubtful),
        )
        first = doubtful[0]
        return (words.format(count=len(doubtful), row=first.row, reason=first.warnings[0]),)

    def options(self) -> ReadingOptions:
        """How the file is to be read, as chosen."""
        return self.reading.options(self.mapping.mapping())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(PHONE, self.width() < px(1200))
