"""The panel over the sentences while a returned file is looked through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.services.merging_returned import MergePlan
from desktop.translation.returning import MergeOutcome
from desktop.ui.theme.tokens import S4, S8, S16, px
from desktop.ui.translate.returned.delegate import ReturnedDelegate
from desktop.ui.translate.returned.model import ROW_ROLE, ReturnedModel, outcome_word
from desktop.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.section_header import label
from desktop.ui.widgets.ticks import turn

_ORDER = (
    MergeOutcome.UPDATED,
    MergeOutcome.STALE,
    MergeOutcome.CONFLICT,
    MergeOutcome.REFUSED,
    MergeOutcome.UNKNOWN,
    MergeOutcome.UNCHANGED,
)


class ReturnedView(QListView):
    """Space takes or leaves a sentence, Enter goes to it, Esc closes the panel."""

    closed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            turn(self.model(), self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ReturnedPanel(QFrame):
    """``chosen`` carries a segment id to show, ``applied`` asks to write what is ticked, ``closed`` to leave it."""

    chosen = Signal(str)
    applied = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.model = ReturnedModel(self)
        self.view = ReturnedView()
        self.view.setModel(self.model)
        self.delegate = ReturnedDelegate(self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.setAccessibleName(_("Sentences that came back"))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setMinimumHeight(px(96))
        self._title = label("", "heading")
        self._counts = label("", "muted")
        self.all_button = QuietButton(_("Take all"), lambda: self.model.tick_all(is_on=True))
        self.none_button = QuietButton(_("Take none"), lambda: self.model.tick_all(is_on=False))
        self.apply_button = PrimaryButton("", self.applied.emit, icon_name="check")
        self.close_button = IconButton("x", _("Leave the file as it is"), self.closed.emit)
        self._remarks = 0
        self._lay_out()
        self.model.ticked.connect(self._refresh)
        self.view.activated.connect(self._go)
        self.view.selectionModel().currentChanged.connect(lambda index, _before: self._go(index))
        self.view.closed.connect(self.closed)

    def _lay_out(self) -> None:
        head, second = QHBoxLayout(), FlowRow()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        second.setSpacing(S8)
        second.add(self._counts, 1)
        together, deeds = QWidget(), QHBoxLayout()
        deeds.setContentsMargins(0, 0, 0, 0)
        deeds.setSpacing(S8)
        for button in (self.all_button, self.none_button, self.apply_button):
            deeds.addWidget(button)
        together.setLayout(deeds)
        second.add(together)
        column = QVBoxLayout(self)
        column.setContentsMargins(S16, S8, S16, S8)
        column.setSpacing(S4)
        column.addLayout(head)
        column.addLayout(second)
        column.addWidget(self.view, 1)

    def show_plan(self, plan: MergePlan, *, keeps: bool = False) -> None:
        """Show what a file would do; ``keeps`` what was ticked of the same file."""
        self.delegate.forget()
        self._title.setText(_("Back from “{name}”").format(name=plan.name))
        self._counts.setText(counts_words(plan))
        self._remarks = sum(len(notes) for notes in plan.remarks.values())
        self.model.show_plan(plan, keeps=keeps)
        self.view.setVisible(bool(self.model.rowCount()))

    def clear(self) -> None:
        """Show nothing."""
        self.model.show_plan(None)

    def _refresh(self) -> None:
        count = len(self.model.chosen)
        words = ngettext("Take {count} sentence", "Take {count} sentences", count).format(count=count)
        if not count and self._remarks:
            words = ngettext("Take {count} comment", "Take {count} comments", self._remarks).format(count=self._remarks)
        self.apply_button.setText(words)
        self.apply_button.setEnabled(bool(count or self._remarks))

    def _go(self, index: object) -> None:
        row = index.data(ROW_ROLE) if hasattr(index, "data") else None
        if row is not None and row.segment is not None:
            self.chosen.emit(row.segment.id)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.delegate.forget()
            self.view.scheduleDelayedItemsLayout()
        super().changeEvent(event)


def counts_words(plan: MergePlan) -> str:
    """How many sentences come out how, and how many comments there are; what does not occur is left out."""
    told = [
        _("{outcome}: {count}").format(outcome=outcome_word(outcome), count=plan.counts[outcome.value])
        for outcome in _ORDER
        if plan.counts[outcome.value]
    ]
    remarks = sum(len(notes) for notes in plan.remarks.values())
    if remarks:
        told.append(ngettext("{count} comment", "{count} comments", remarks).format(count=remarks))
    return " · ".join(told)
