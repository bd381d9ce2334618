"""The findings of the text that is open: a list, one of them in full, and what was dismissed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.dismissal import Dismissal
from desktop.domain.finding import Finding, Severity
from desktop.i18n import _, ngettext
from desktop.ui.findings.card import FindingCard
from desktop.ui.findings.words import LOOKS, row_in_words, severity_in_words
from desktop.ui.theme.icons import icon, icon_size
from desktop.ui.theme.tokens import S4, S8, px
from desktop.ui.widgets import QuietButton, label

_MOST_ROWS = 100
#: Rows that can be seen at once, at most.
_FITTED = 16
_TALLEST = 264
_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the list: a finding by its number, or without a severity a heading."""

    text: str
    severity: Severity | None = None
    number: int = -1
    title: str = ""


class FindingsSection(QWidget):
    """``chosen`` carries a finding to jump to; the card's signals say what to do with it; ``taken_back`` a dismissal."""

    chosen = Signal(object)
    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.findings: tuple[Finding, ...] = ()
        self._dismissed: tuple[tuple[Finding, Dismissal], ...] = ()
        self._shown: tuple[tuple[Severity, str], ...] = ()
        self._rows: list[_Row] = []
        self._sentence = label(_("Nothing to put right was found."), "muted", wraps=True)
        self.list = _rows(_("Findings"))
        self.list.currentItemChanged.connect(lambda item, _before: self._show(item))
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.card = FindingCard()
        self.show_dismissed = QuietButton("", self._toggle_dismissed, icon_name="eye-slash")
        self.show_dismissed.setCheckable(True)
        self.dismissed = _rows(_("Dismissed findings"))
        self.dismissed.itemActivated.connect(lambda _item: self._take_back())
        self.back = QuietButton(_("Show again"), self._take_back, icon_name="eye")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self._sentence)
        column.addWidget(self.list)
        column.addWidget(self.card)
        column.addWidget(self.show_dismissed, alignment=left)
        column.addWidget(self.dismissed)
        column.addWidget(self.back, alignment=left)
        for each in (self.list, self.card, self.show_dismissed, self.dismissed, self.back):
            each.hide()

    def show_findings(
        self,
        findings: Sequence[Finding],
        dismissed: Sequence[tuple[Finding, Dismissal]],
        titles: dict[str, str],
    ) -> None:
        """Show what was found, the gravest first; the chosen one stays chosen while it is there."""
        ordered = self.ordered(findings)
        rows = tuple((each.severity, self.heading(each, ordered) + self.words(each)) for each in ordered)
        if rows == self._shown and [f.key for f, _by in dismissed] == [f.key for f, _by in self._dismissed]:
            self.findings, self._dismissed = ordered, tuple(dismissed)  # the same words, perhaps at other places
            self._show(self.list.currentItem())
            return
        self._shown = rows
        current, before = self.current(), self.findings
        self.findings, self._dismissed = ordered, tuple(dismissed)
        with QSignalBlocker(self.list):
            self._fill(titles)
            self._select(self._again(current, before))
        self._fit(self.list)
        self.list.setVisible(bool(ordered))
        self._sentence.setVisible(not ordered)
        self._show(self.list.currentItem())
        self._fill_dismissed()

    def ordered(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings as the list shows them: the gravest first."""
        return tuple(sorted(findings, key=lambda each: each.severity.rank))

    def heading(self, finding: Finding, among: Sequence[Finding]) -> str:
        """What stands above a finding and those that share it."""
        return severity_in_words(finding.severity, sum(each.severity is finding.severity for each in among))

    def words(self, finding: Finding) -> str:
        """A finding's row."""
        return row_in_words(finding)

    def current(self) -> Finding | None:
        """The finding that is chosen."""
        item = self.list.currentItem()
        number = item.data(_KEY) if item else None
        return self.findings[number] if isinstance(number, int) and 0 <= number < len(self.findings) else None

    def choose(self, finding: Finding) -> None:
        """Choose a finding; nothing is jumped to."""
        self._select(self.findings.index(finding) if finding in self.findings else -1)
        self._show(self.list.currentItem())

    def _fill(self, titles: dict[str, str]) -> None:
        """Bring the rows up to what is to be shown, touching only those that differ."""
        rows = self._wanted(titles)
        while self.list.count() > len(rows):
            self.list.takeItem(self.list.count() - 1)
        for number, row in enumerate(rows):
            if number >= self.list.count():
                self.list.addItem(QListWidgetItem())
            elif self._rows[number] == row:
                continue
            _fill_item(self.list.item(number), row)
        self._rows = rows

    def _wanted(self, titles: dict[str, str]) -> list[_Row]:
        rows: list[_Row] = []
        shown = ""
        for number, finding in enumerate(self.findings[:_MOST_ROWS]):
            heading = self.heading(finding, self.findings)
            if heading != shown:
                shown = heading
                rows.append(_Row(heading))
            title = titles.get(finding.check, finding.check)
            rows.append(_Row(self.words(finding), finding.severity, number, title))
        more = len(self.findings) - _MOST_ROWS
        if more > 0:
            rows.append(_Row(ngettext("and {count} more", "and {count} more", more).format(count=more)))
        return rows

    def _again(self, chosen: Finding | None, before: tuple[Finding, ...]) -> int:
        """The number of the finding that was chosen; of the one after it where it is gone."""
        if chosen is None:
            return -1
        for number, finding in enumerate(self.findings):
            if (finding.check, finding.here) == (chosen.check, chosen.here):
                return number
        return min(before.index(chosen), len(self.findings) - 1)

    def _select(self, number: int) -> None:
        for row in range(self.list.count()):
            if 0 <= number == self.list.item(row).data(_KEY):
                self.list.setCurrentRow(row)
                if row == 1:
                    self.list.scrollToTop()
                return
        self.list.setCurrentRow(-1)

    def _show(self, item: QListWidgetItem | None) -> None:
        finding = self.current() if item is not None else None
        kind = [each for each in self.findings if finding and each.check == finding.check and each.fix]
        self.card.show_finding(finding, len(kind))

    def _choose(self, _item: QListWidgetItem) -> None:
        finding = self.current()
        if finding is not None:
            self.chosen.emit(finding)

    def _fit(self, rows: QListWidget) -> None:
        first = range(min(rows.count(), _FITTED))
        height = sum(max(1, rows.sizeHintForRow(row)) for row in first) + 2 * S4
        rows.setFixedHeight(min(px(_TALLEST), height))

    # -- what was dismissed ---------------------------------------------------------------------------------

    def _fill_dismissed(self) -> None:
        count = len(self._dismissed)
        words = ngettext("{count} dismissed finding", "{count} dismissed findings", count).format(count=count)
        self.show_dismissed.setText(words)
        self.show_dismissed.setVisible(bool(count))
        self.dismissed.clear()
        for finding, dismissal in self._dismissed:
            words = self.words(finding)
            if dismissal.is_everywhere:
                words = _("{finding} (in all texts)").format(finding=words)
            self.dismissed.addItem(QListWidgetItem(icon("eye-slash", "muted"), words))
        if count:
            self.dismissed.setCurrentRow(0)
        self._fit(self.dismissed)
        self._toggle_dismissed()

    def _toggle_dismissed(self) -> None:
        is_open = self.show_dismissed.isChecked() and bool(self._dismissed)
        self.dismissed.setVisible(is_open)
        self.back.setVisible(is_open)

    def _take_back(self) -> None:
        row = self.dismissed.currentRow()
        if 0 <= row < len(self._dismissed):
            self.taken_back.emit(self._dismissed[row][1])


def _fill_item(item: QListWidgetItem, row: _Row) -> None:
    item.setText(row.text)
    item.setToolTip(row.title)
    item.setData(_KEY, row.number)
    font = item.font()
    font.setBold(row.severity is None)
    item.setFont(font)
    if row.severity is None:
        item.setIcon(QIcon())
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    else:
        item.setIcon(icon(*LOOKS[row.severity]))
        item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)


def _rows(name: str) -> QListWidget:
    made = QListWidget()
    made.setProperty("role", "panel")
    made.setAccessibleName(name)
    made.setIconSize(QSize(icon_size()))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    return made
