"""The rows of the grid: pairs by filter, refreshed in place so that nothing the translator looks at jumps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.finding import Severity
from desktop.domain.segment import PairedSegment
from desktop.i18n import _, ngettext
from desktop.ui.translate.filtering import GridFilter
from desktop.ui.translate.rows import change_word, state_look

STATE, SOURCE, TARGET = range(3)
PAIR_ROLE = Qt.ItemDataRole.UserRole
#: The gravest severity and the number of a row's findings, or ``None``.
FINDINGS_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class GridModel(QAbstractTableModel):
    """Three columns: number and state, source, target. ``PAIR_ROLE`` gives the pair.

    A row that passed the filter when it was chosen stays until another is chosen: what was just confirmed does
    not vanish from under the cursor.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[PairedSegment, ...] = ()
        self._rows: list[PairedSegment] = []
        self._row_of: dict[str, int] = {}
        self._filter = GridFilter()
        self._titles = ("", "", "")
        self.findings: Mapping[str, tuple[Severity, int]] = {}

    @property
    def pairs(self) -> tuple[PairedSegment, ...]:
        """All live pairs, whatever the filter."""
        return self._all

    def set_titles(self, source: str, target: str) -> None:
        """The headings of the two columns."""
        self._titles = ("", source, target)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)

    def choose(self, wanted: GridFilter) -> None:
        """Apply a filter afresh."""
        self._filter = wanted
        self.reset(self._all)

    def reset(self, pairs: tuple[PairedSegment, ...]) -> None:
        """Show another version's live pairs."""
        self.beginResetModel()
        self._all = pairs
        self._set_rows([pair for pair in pairs if self._filter.shows(pair)])
        self.endResetModel()

    def update(self, pairs: tuple[PairedSegment, ...]) -> list[int]:
        """The same version read again; answers the rows that look different now. Other rows are not touched."""
        pairs = self._all = self._known(pairs)
        kept = self._row_of
        wanted = [p for p in pairs if p.segment.id in kept or self._filter.shows(p)]
        if [p.segment.id for p in wanted] != [p.segment.id for p in self._rows]:
            self._restructure(wanted)
        changed = [row for row, pair in enumerate(wanted) if pair is not self._rows[row]]
        self._rows = wanted
        for row in changed:
            self.dataChanged.emit(self.index(row, STATE), self.index(row, TARGET))
        return changed

    def _known(self, pairs: tuple[PairedSegment, ...]) -> tuple[PairedSegment, ...]:
        """The pairs, what stayed as it was being the very object that is here: whoever keeps things by pair keeps them."""
        here = {pair.segment.id: pair for pair in (*self._all, *self._rows)}
        return tuple(old if (old := here.get(pair.segment.id)) == pair and old is not None else pair for pair in pairs)

    def _restructure(self, wanted: list[PairedSegment]) -> None:
        """Rows came, went or moved: the smallest run of rows around them is taken out and put in."""
        old = [pair.segment.id for pair in self._rows]
        new = [pair.segment.id for pair in wanted]
        first = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        tail = 0
        while tail < min(len(old), len(new)) - first and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        rows = list(self._rows)
        if len(old) - tail > first:
            self.beginRemoveRows(_ROOT, first, len(old) - tail - 1)
            self._set_rows([*rows[:first], *rows[len(old) - tail :]])
            self.endRemoveRows()
        if len(new) - tail > first:
            self.beginInsertRows(_ROOT, first, len(new) - tail - 1)
            self._set_rows([*rows[:first], *wanted[first : len(new) - tail], *rows[len(old) - tail :]])
            self.endInsertRows()

    def _set_rows(self, rows: list[PairedSegment]) -> None:
        self._rows = rows
        self._row_of = {pair.segment.id: row for row, pair in enumerate(rows)}

    def set_findings(self, findings: Mapping[str, tuple[Severity, int]]) -> None:
        """Segment id → what its row's mark says; only rows whose mark changed are painted anew."""
        before, self.findings = self.findings, findings
        for segment_id in {*before, *findings}:
            row = self.row_of(segment_id)
            if row >= 0 and before.get(segment_id) != findings.get(segment_id):
                self.dataChanged.emit(self.index(row, STATE), self.index(row, STATE))

    def row_of(self, segment_id: str) -> int:
        """The row of a segment; -1 where the filter hides it or it is gone."""
        return self._row_of.get(segment_id, -1)

    def pair_at(self, row: int) -> PairedSegment | None:
        """The pair in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    # -- Qt -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        pair = self.pair_at(index.row()) if index.isValid() else None
        if pair is None:
            return None
        if role == PAIR_ROLE:
            return pair
        if role == FINDINGS_ROLE:
            return self.findings.get(pair.segment.id)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.column() == STATE:
            words = (str(pair.number), state_look(pair).word, change_word(pair.change), self._findings_word(pair))
            return ", ".join(word for word in words if word)
        return pair.segment.source.text if index.column() == SOURCE else pair.segment.target.text or _("empty")

    def _findings_word(self, pair: PairedSegment) -> str:
        count = self.findings.get(pair.segment.id, (None, 0))[1]
        return ngettext("{count} finding", "{count} findings", count).format(count=count) if count else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section] if 0 <= section < 3 else None
        return None
