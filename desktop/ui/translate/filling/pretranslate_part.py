"""Pre-translating from the grid: a bar with the two thresholds, and what it did."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.services import pretranslating
from desktop.translation.pretranslation import Prefilled, Thresholds
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S8, S16
from desktop.ui.translate.filling.band_words import band_word
from desktop.ui.translate.page import GridPage
from desktop.ui.translate.part import GridPart
from desktop.ui.widgets.buttons import Chip, IconButton, PrimaryButton
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.section_header import label

_LEAST = (100, 95, 85, 75, 60, 50)
_LEAST_KEY, _CONFIRM_KEY = "translate.prefill-from", "translate.prefill-confirms"


class PretranslateBar(QFrame):
    """``wanted`` asks to fill; ``closed`` tells that Esc or the cross was used."""

    wanted = Signal()
    closed = Signal()

    def __init__(self, least: int, *, confirms: bool) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setAccessibleName(_("Pre-translate"))
        self.least = QComboBox()
        self.least.setAccessibleName(_("Least match"))
        for each in _LEAST:
            words = _("{percent} % and better").format(percent=each) if each < 100 else _("exact matches only")
            self.least.addItem(words, each)
        self.least.setCurrentIndex(max(0, self.least.findData(least)))
        self.confirms = Chip(_("Confirm exact matches"))
        self.confirms.setChecked(confirms)
        self.go = PrimaryButton(_("Pre-translate"), self.wanted.emit)
        self.report = label("", "muted", wraps=True)
        row = FlowRow()
        row.setSpacing(S8)
        row.add(label(_("Fill untranslated sentences from"), "muted"))
        row.add(self.least)
        row.add(self.confirms)
        row.add(self.go)
        row.add(QWidget(), 1)
        row.add(IconButton("x", _("Close"), self.closed.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(S16, S8, S16, S8)
        column.setSpacing(S8)
        column.addLayout(row)
        column.addWidget(self.report)
        self.report.hide()
        self.hide()

    @property
    def thresholds(self) -> Thresholds:
        """What is chosen."""
        return Thresholds(int(self.least.currentData()), confirm=100 if self.confirms.isChecked() else 0)

    def tell(self, words: str) -> None:
        """What was done."""
        self.report.setText(words)
        self.report.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


class PretranslatePart(GridPart):
    """The bar and its deed. The memory, where there is one, is the services' business."""

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        preferences = page.desk.preferences
        least = preferences.get(_LEAST_KEY, "75")
        self.form = PretranslateBar(
            int(least) if least.isdigit() else 75, confirms=preferences.get(_CONFIRM_KEY) == "on"
        )
        self.form.wanted.connect(self.fill)
        self.form.closed.connect(self._close)
        page.desk.actions.add(
            "translate.pretranslate",
            _("Pre-translate"),
            "Ctrl+Alt+P",
            self.open_bar,
            owner=page,
            screen="translate",
            icon="magic-wand",
        )

    def bar(self) -> QWidget:
        """See the base."""
        return self.form

    def open_bar(self) -> None:
        """Show the bar."""
        if self.page.grid is not None:
            self.form.tell("")
            self.form.show()
            self.form.least.setFocus()

    def _close(self) -> None:
        self.form.hide()
        self.page.view.cell.edit.setFocus()

    def fill(self) -> None:
        """Fill what is open, as one deed."""
        version_id, thresholds = self.page.version_id, self.form.thresholds
        if not version_id:
            return
        preferences = self.page.desk.preferences
        preferences.set(_LEAST_KEY, str(thresholds.least))
        preferences.set(_CONFIRM_KEY, "on" if thresholds.confirm else "off")
        self.page.desk.deed(
            lambda uow: pretranslating.pretranslate(uow, version_id, thresholds),
            while_alive(self, self._tell),
            initiator="pretranslate",
            label=_("Pre-translating…"),
        )

    def _tell(self, report: Prefilled) -> None:
        self.form.tell(report_words(report))


def report_words(report: Prefilled) -> str:
    """How many sentences were filled, by band."""
    if not report.total:
        return _("No open sentence has a match that good.")
    filled = ngettext("{count} sentence filled", "{count} sentences filled", report.total).format(count=report.total)
    bands = ", ".join(f"{band_word(band)}: {count}" for band, count in report.by_band.items())
    words = [f"{filled} ({bands})"]
    if report.confirmed:
        sure = ngettext("{count} of them confirmed", "{count} of them confirmed", report.confirmed)
        words.append(sure.format(count=report.confirmed))
    words.append(_("Ctrl+Z takes it back"))
    return " · ".join(words)
