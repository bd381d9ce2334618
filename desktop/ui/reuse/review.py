"""Looking an earlier release through: the text at the left, what was found at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QCompleter, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.editorial.gazetteer import Gazetteer
from desktop.editorial.reuse.answers import Answer, Decision, answered_with_places
from desktop.editorial.reuse.found import GapKind
from desktop.i18n import _, ngettext
from desktop.services.reuse_plan import Renewal, ReusePlan
from desktop.ui.reuse.rows import GapRow
from desktop.ui.reuse.text import ReuseText
from desktop.ui.theme.tokens import S4, S8, S16, S24, px
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.icon_label import IconLabel
from desktop.ui.widgets.language_words import language_in_sentence
from desktop.ui.widgets.section_header import label, line

_SOON_MS = 120


class Review(QWidget):
    """``counted`` carries the words for how much is decided."""

    counted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._plan: ReusePlan | None = None
        self._gazetteer = Gazetteer(())
        self.rows: dict[str, GapRow] = {}
        self.text = ReuseText()
        self.text.pointed.connect(self._enter)
        self._timer = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._timer.timeout.connect(self.show_text)
        self._count = label("", "heading")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setProperty("role", "panel")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setMinimumWidth(px(380))
        head = QHBoxLayout()
        head.setContentsMargins(S24, S8, S16, S8)
        head.addWidget(self._count, 1)
        self.keep_rest = QuietButton(_("Keep the rest"), lambda: self._decide_rest(Decision.KEEP))
        self.keep_rest.setToolTip(_("Everything that is not decided keeps its old words"))
        head.addWidget(self.keep_rest)
        side = QWidget()
        side.setProperty("role", "panel")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self._area, 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.text, 5)
        both.addWidget(line(is_vertical=True))
        both.addWidget(side, 4)

    @property
    def plan(self) -> ReusePlan | None:
        """The release that is looked through."""
        return self._plan

    def show_plan(self, plan: ReusePlan, gazetteer: Gazetteer) -> None:
        """Look another release through. Answers given to the same release before are taken over."""
        given = {}
        if self._plan is not None and self._plan.release.id == plan.release.id:
            given = {(row.gap.kind, row.gap.old): row.answer for row in self.rows.values()}
        self._plan, self._gazetteer = plan, gazetteer
        places = QCompleter(list(gazetteer.names(plan.document.language)), self)
        places.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        body = QWidget()
        body.setProperty("role", "panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(S16, S8, S16, S24)
        column.setSpacing(S8)
        for sentence, icon, role in self._sentences(plan):
            column.addLayout(_told(sentence, icon, role))
        self.rows = {}
        for gap in plan.asked:
            completer = places if gap.kind is GapKind.PLACE and "+" not in gap.value else None
            row = GapRow(gap, len(plan.mentions(gap.group)), completer)
            if (gap.kind, gap.old) in given:
                row.take(given[gap.kind, gap.old])
            row.changed.connect(self._soon)
            row.entered.connect(self._follow)
            column.addWidget(row)
            self.rows[gap.group] = row
        if not plan.asked:
            column.addWidget(label(_("Nothing was found that has to change."), "muted", wraps=True))
        column.addStretch(1)
        self._area.setWidget(body)
        self.show_text()

    @staticmethod
    def _sentences(plan: ReusePlan) -> list[tuple[str, str, str]]:
        found = [(sentence, "info", "muted") for sentence in plan.dropped]
        if plan.languages:
            names = ", ".join(language_in_sentence(each) for each in plan.languages)
            words = _("The translation comes along as drafts to confirm: {languages}.").format(languages=names)
            found.append((words, "translate", "muted"))
        found += [(each.sentence, "warning", "stale") for each in plan.renewed if each.renewal is Renewal.OPEN]
        renewed = dict.fromkeys(each.sentence for each in plan.renewed if each.renewal is Renewal.RENEWED)
        found += [(sentence, "arrows-clockwise", "muted") for sentence in renewed]
        return found

    @property
    def answers(self) -> dict[str, Answer]:
        """What is decided, by group."""
        return {group: answer for group, row in self.rows.items() if (answer := row.answer) is not None}

    def focus_first(self) -> None:
        """Go to the first thing that is not decided, or to the first."""
        rows = list(self.rows.values())
        first = next((row for row in rows if row.answer is None), rows[0] if rows else None)
        if first is not None:
            first.field.setFocus(Qt.FocusReason.TabFocusReason)

    def decide(self, decision: Decision) -> None:
        """Decide the row with the focus, and go on to the next."""
        widget = QApplication.focusWidget()
        rows = list(self.rows.values())
        for place, row in enumerate(rows):
            if widget is row.field:
                row.toggle(decision)
                if place + 1 < len(rows):
                    rows[place + 1].field.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def show_text(self) -> None:
        """Bring text and counts up to the answers."""
        if self._plan is None:
            return
        answers = self.answers
        document, places = answered_with_places(self._plan.document, self._plan.gaps, answers, self._gazetteer)
        self.text.show_answered(document, places)
        total, done = len(self.rows), len(answers)
        words = ngettext("{done} of {count} decided", "{done} of {count} decided", total)
        self._count.setText(words.format(done=done, count=total))
        self.keep_rest.setEnabled(done < total)
        left = total - sum(1 for each in answers.values() if each.decision is not Decision.OPEN)
        opened = ngettext("{count} gap stays open", "{count} gaps stay open", left).format(count=left)
        self.counted.emit(opened if left else _("No gap is open"))

    def _soon(self) -> None:
        self._timer.start()

    def _decide_rest(self, decision: Decision) -> None:
        for row in self.rows.values():
            if row.answer is None:
                row.take(Answer(decision))
        self.show_text()

    def _follow(self, group: str) -> None:
        self.text.follow(group)
        row = self.rows.get(group)
        if row is not None:
            self._area.ensureWidgetVisible(row, 0, S24)

    def _enter(self, group: str) -> None:
        row = self.rows.get(group)
        if row is not None:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _told(sentence: str, icon: str, role: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(S8, S4, S8, S4)
    row.setSpacing(S8)
    row.addWidget(IconLabel(icon, role), alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(sentence, role, wraps=True), 1)
    return row
