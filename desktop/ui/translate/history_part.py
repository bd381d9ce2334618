"""What the active sentence read before, and the reviewer's change that waits for the translator."""

from __future__ import annotations

from functools import partial
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.changes import SEGMENT, ChangeSet
from desktop.domain.segment import PairedSegment, SegmentOrigin
from desktop.domain.segment_record import ACCEPTED, SegmentRecord
from desktop.i18n import _
from desktop.services import reviewing
from desktop.services.reviewing import History
from desktop.translation.changes import word_diff
from desktop.ui.text.alive import while_alive
from desktop.ui.theme import tokens
from desktop.ui.theme.tokens import S4, S8, S12, S16
from desktop.ui.translate.page import GridPage
from desktop.ui.translate.part import GridPart, PartSection
from desktop.ui.translate.rows import state_word
from desktop.ui.translate.saving import INITIATOR
from desktop.ui.widgets.buttons import PlainButton, QuietButton
from desktop.ui.widgets.section_header import label
from desktop.ui.widgets.when import day_and_time, exact

_MOST = 30


def diff_html(old: str, new: str) -> str:
    """A change word by word: struck out and underlined, so that colour is not the only sign."""
    look = tokens.current()
    parts: list[str] = []
    before = ""
    for part in word_diff(old, new):
        words = escape(part.text)
        if {before, part.kind} == {"delete", "insert"}:
            parts.append("\u2009")  # struck and new words must not read as one
        before = part.kind
        if part.kind == "delete":
            parts.append(f'<s style="color:{look.problem}">{words}</s>')
        elif part.kind == "insert":
            parts.append(f'<u style="color:{look.ok}">{words}</u>')
        else:
            parts.append(words)
    return "".join(parts)


def record_words(record: SegmentRecord) -> str:
    """Who left a sentence so, and as what."""
    what = {
        SegmentOrigin.MEMORY: _("from the memory"),
        SegmentOrigin.MACHINE: _("machine translation"),
        SegmentOrigin.GENERATED: _("filled in by itself"),
        SegmentOrigin.PROPAGATED: _("from an identical sentence"),
        SegmentOrigin.FILE: _("from a file"),
        SegmentOrigin.COPIED: _("copied from the source"),
    }.get(record.origin, "")
    state = _("review accepted") if record.deed == ACCEPTED else state_word(record.state)
    return " · ".join(part for part in (record.author, state, what) if part)


class HistoryPart(GridPart):
    """Read when the section is open and another sentence is active; the reviewer's change always."""

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self.widget = QWidget()
        self.history = History(())
        self._segment_id = ""
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(S16, 0, S16, S8)
        self._column.setSpacing(S12)
        self.review = QWidget()
        self._told = label("", "strong", wraps=True)
        self._diff = _rich()
        self.accept = PlainButton(_("Accept change"), self.accept_review, icon_name="check")
        self.reject = QuietButton(_("Reject"), self.reject_review)
        review = QVBoxLayout(self.review)
        review.setContentsMargins(0, 0, 0, 0)
        review.setSpacing(S8)
        row = QHBoxLayout()
        row.addWidget(self.accept)
        row.addWidget(self.reject)
        row.addStretch(1)
        review.addWidget(self._told)
        review.addWidget(self._diff)
        review.addLayout(row)
        self._empty = label(
            _("Nothing is confirmed here yet. Every confirmed text stays in this list."), "muted", wraps=True
        )
        self._rows: list[QWidget] = []
        self._column.addWidget(self.review)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.review.hide()
        add = page.desk.actions.add
        add(
            "translate.accept-review",
            _("Accept the reviewer’s change"),
            "Ctrl+Alt+A",
            self.accept_review,
            owner=page,
            screen="translate",
            icon="check",
        )
        add(
            "translate.reject-review",
            _("Reject the reviewer’s change"),
            "Ctrl+Alt+R",
            self.reject_review,
            owner=page,
            screen="translate",
            icon="arrow-counter-clockwise",
        )

    def section(self) -> PartSection:
        """See the base."""
        return PartSection(_("History of the sentence"), self.widget, 60, is_open=False)

    def row_changed(self, pair: PairedSegment | None) -> None:
        """Another sentence has another history."""
        self._segment_id = pair.segment.id if pair else ""
        self._read()

    def hear(self, changes: ChangeSet) -> None:
        """A confirmation of the sentence is a line more."""
        if self._segment_id and changes.touches(SEGMENT, self._segment_id):
            self._read()

    def _read(self) -> None:
        segment_id = self._segment_id
        if not segment_id:
            self._show("", History(()))
            return
        self.page.desk.run(
            lambda uow: reviewing.history_of(uow, segment_id),
            while_alive(self, lambda found: self._show(segment_id, found)),
            key="translate.history",
            flush=False,
        )

    # -- showing --------------------------------------------------------------------------------------------

    def _show(self, segment_id: str, found: History) -> None:
        if segment_id != self._segment_id:
            return
        self.history = found
        change = found.change
        self.review.setVisible(change is not None)
        if change is not None:
            reviewer = change.reviewer or _("The reviewer")
            self._told.setText(_("{name} changed this translation").format(name=reviewer))
            self._diff.setText(diff_html(change.before.text, change.after.text))
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = found.records[:_MOST]
        self._rows = [self._row(record, place) for place, record in enumerate(shown)]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(2 + place, row)
        self._empty.setVisible(not shown)

    def _row(self, record: SegmentRecord, place: int) -> QWidget:
        """One state: who and when above what changed from the one before, and the way back to it."""
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        when = label(f"{day_and_time(record.at)} · {record_words(record)}", "small", wraps=True)
        when.setToolTip(exact(record.at))
        column.addWidget(when)
        records = self.history.records
        before = records[place + 1].target.text if place + 1 < len(records) else record.target.text
        text = _rich()
        text.setText(diff_html(before, record.target.text))
        text.setAccessibleName(record.target.text)
        column.addWidget(text)
        pair = self.page.view.cell.pair
        if pair is not None and record.target != pair.segment.target:
            restore = QuietButton(_("Restore"), partial(self.restore, record.id))
            restore.setAccessibleName(_("Restore: {text}").format(text=record.target.text))
            column.addWidget(restore, 0, Qt.AlignmentFlag.AlignLeft)
        return row

    # -- deeds ----------------------------------------------------------------------------------------------

    def restore(self, record_id: str) -> None:
        """Bring an earlier text back as a draft."""
        segment_id = self._segment_id
        self.page.desk.deed(lambda uow: reviewing.restore(uow, record_id, segment_id), initiator=INITIATOR)

    def accept_review(self) -> None:
        """Agree with the reviewer."""
        segment_id = self._segment_id
        if segment_id:
            self.page.desk.deed(lambda uow: reviewing.accept_review(uow, segment_id), initiator=INITIATOR)

    def reject_review(self) -> None:
        """One's own words again."""
        segment_id = self._segment_id
        if segment_id:
            self.page.desk.deed(lambda uow: reviewing.reject_review(uow, segment_id), initiator=INITIATOR)


def _rich() -> QLabel:
    made = label("", "", wraps=True)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
