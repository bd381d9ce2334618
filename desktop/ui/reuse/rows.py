"""One found thing: what it was, what it becomes, and whether it is decided."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from desktop.editorial.reuse.answers import Answer, Decision
from desktop.editorial.reuse.found import FoundGap
from desktop.i18n import _, ngettext
from desktop.ui.reuse.words import ICONS, hint
from desktop.ui.theme.tokens import S4, S8, S12
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.gap_kinds import kind_words
from desktop.ui.widgets.icon_label import IconLabel
from desktop.ui.widgets.section_header import label

_SHOWN = 160


class GapRow(QFrame):
    """The field is what Tab stops at; the two buttons beside it are for the pointer and have keys of their own."""

    changed = Signal()
    entered = Signal(str)

    def __init__(self, gap: FoundGap, mentions: int, completer: QCompleter | None = None) -> None:
        super().__init__()
        self.gap = gap
        self.setProperty("role", "card")
        old = gap.old if len(gap.old) <= _SHOWN else f"{gap.old[:_SHOWN]}…"
        self.field = QLineEdit(gap.suggestion)
        self.field.setPlaceholderText(hint(gap.kind))
        self.field.setAccessibleName(_("{kind}: {old}").format(kind=kind_words()[gap.kind], old=old))
        if completer is not None:
            self.field.setCompleter(completer)
        self.keep = Chip(_("Keep"))
        self.open = Chip(_("Leave open"))
        for chip in (self.keep, self.open):
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            chip.setAccessibleName(_("{deed}: {old}").format(deed=chip.text(), old=old))
        self._lay_out(old, mentions)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._typed)
        self.keep.clicked.connect(lambda on: self._choose(self.keep, on=on))
        self.open.clicked.connect(lambda on: self._choose(self.open, on=on))

    def _lay_out(self, old: str, mentions: int) -> None:
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(IconLabel(ICONS[self.gap.kind], "muted"), alignment=Qt.AlignmentFlag.AlignTop)
        said = label(old, "strong", wraps=True)
        said.setBuddy(self.field)
        said.setTextFormat(Qt.TextFormat.PlainText)
        head.addWidget(said, 1)
        facts = [kind_words()[self.gap.kind]]
        if mentions > 1:
            facts.append(ngettext("{count} place", "{count} places", mentions).format(count=mentions))
        head.addWidget(label(" · ".join(facts), "small"), alignment=Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setSpacing(S8)
        below.addWidget(self.field, 1)
        below.addWidget(self.keep)
        below.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(S12, S8, S12, S8)
        column.setSpacing(S4)
        column.addLayout(head)
        column.addLayout(below)

    @property
    def answer(self) -> Answer | None:
        """What is decided; ``None`` while nothing is."""
        if self.keep.isChecked():
            return Answer(Decision.KEEP)
        if self.open.isChecked():
            return Answer(Decision.OPEN)
        value = self.field.text().strip()
        return Answer(Decision.FILL, value) if value else None

    def take(self, answer: Answer | None) -> None:
        """Show an answer that was given before."""
        self.keep.setChecked(answer is not None and answer.decision is Decision.KEEP)
        self.open.setChecked(answer is not None and answer.decision is Decision.OPEN)
        self.field.setText(answer.value if answer is not None and answer.decision is Decision.FILL else "")
        self._describe()

    def toggle(self, decision: Decision) -> None:
        """Keep or leave open, or take that back; as the buttons do."""
        (self.keep if decision is Decision.KEEP else self.open).click()

    def _choose(self, chosen: Chip, *, on: bool) -> None:
        other = self.open if chosen is self.keep else self.keep
        other.setChecked(False)
        if on:
            self.field.clear()
        self._describe()
        self.changed.emit()

    def _typed(self, text: str) -> None:
        if text.strip():
            self.keep.setChecked(False)
            self.open.setChecked(False)
        self._describe()
        self.changed.emit()

    def _describe(self) -> None:
        words = hint(self.gap.kind)
        if self.keep.isChecked():
            words = _("The old words stay")
        elif self.open.isChecked():
            words = _("Stays an open gap")
        self.field.setPlaceholderText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.gap.group)
        return super().eventFilter(watched, event)
