"""The filters of the search: a field each, with how many there are of every value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.archive import FACETS, ArchiveQuery
from desktop.i18n import _
from desktop.ui.theme.tokens import S4, S8, S12
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.language_words import own_name
from desktop.ui.widgets.release_words import type_word
from desktop.ui.widgets.section_header import label

#: Filters that are shown only where there is something to choose.
_SELDOM = frozenset({"topic", "country"})
Counts = Mapping[str, tuple[tuple[str, int], ...]]


def status_word(status: str) -> str:
    """A status in the interface's language."""
    known = {
        "draft": _("Draft"),
        "in-review": _("In review"),
        "approved": _("Approved"),
        "embargoed": _("Embargoed"),
        "scheduled": _("Scheduled"),
        "released": _("Released"),
        "corrected": _("Corrected"),
        "withdrawn": _("Withdrawn"),
    }
    return known.get(status, status)


class _DayField(QWidget):
    """A day that may stay open: the tick says whether it counts."""

    changed = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self._known = QCheckBox(words)
        self._day = QDateEdit(QDate.currentDate())
        self._day.setCalendarPopup(True)
        self._day.setEnabled(False)
        self._day.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        row.addWidget(self._known, 1)
        row.addWidget(self._day, 2)
        self._known.toggled.connect(self._day.setEnabled)
        self._known.toggled.connect(self.changed)
        self._day.dateChanged.connect(self.changed)

    def value(self) -> date | None:
        """The day, or ``None`` while it does not count."""
        if not self._known.isChecked():
            return None
        day = self._day.date()
        return date(day.year(), day.month(), day.day())

    def show_value(self, day: date | None) -> None:
        """Show a day, or that none counts, without telling."""
        blocked = QSignalBlocker(self)
        self._known.setChecked(day is not None)
        if day is not None:
            self._day.setDate(QDate(day.year, day.month, day.day))
        blocked.unblock()


class FilterPanel(QWidget):
    """``changed`` tells that another filter was chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        words: dict[str, tuple[str, Callable[[str], str]]] = {
            "language": (_("Language"), own_name),
            "status": (_("Status"), status_word),
            "type": (_("Type"), type_word),
            "topic": (_("Topic"), str),
            "country": (_("Country"), str),
            "speaker": (_("Speaker"), str),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, S8)
        column.setSpacing(S4)
        self.boxes: dict[str, QComboBox] = {}
        self._captions: dict[str, QWidget] = {}
        self._words = {name: words[name][1] for name in FACETS}
        for name in FACETS:
            caption = label(words[name][0], "small")
            box = self.boxes[name] = QComboBox()
            box.setAccessibleName(words[name][0])
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
            caption.setBuddy(box)
            self._captions[name] = caption
            column.addWidget(caption)
            column.addWidget(box)
            if name != "speaker":
                box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        speaker = self.boxes["speaker"]
        speaker.activated.connect(lambda _index: self._take_speaker())
        speaker.setEditable(True)
        speaker.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        edit = speaker.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(_("Anybody"))
            edit.editingFinished.connect(self._take_speaker)
        column.addSpacing(S8)
        self.since, self.until = _DayField(_("From")), _DayField(_("Until"))
        self.embargo = QCheckBox(_("With an embargo"))
        for field in (self.since, self.until, self.embargo):
            column.addWidget(field)
        for day in (self.since, self.until):
            day.changed.connect(self.changed)
        self.embargo.toggled.connect(self.changed)
        column.addSpacing(S12)
        self.clear_button = QuietButton(_("Clear filters"), self.clear, icon_name="x")
        column.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._spoken = ""
        self.show_counts({})

    def filter(self, query: ArchiveQuery) -> ArchiveQuery:
        """The question with these filters."""
        chosen = {name: str(box.currentData() or "") for name, box in self.boxes.items() if name != "speaker"}
        return replace(
            query,
            language=chosen["language"],
            status=chosen["status"],
            type=chosen["type"],
            topic=chosen["topic"],
            country=chosen["country"],
            speaker=self._spoken,
            since=self.since.value(),
            until=self.until.value(),
            has_embargo=self.embargo.isChecked(),
        )

    def show_query(self, query: ArchiveQuery) -> None:
        """Show a question's filters, without telling."""
        blocked = QSignalBlocker(self)
        self._spoken = query.speaker
        for name, box in self.boxes.items():
            self._fill(box, name, (), getattr(query, name))
        self.since.show_value(query.since)
        self.until.show_value(query.until)
        self.embargo.setChecked(query.has_embargo)
        blocked.unblock()

    def show_counts(self, counts: Counts) -> None:
        """Offer the values there are, with their numbers; what is chosen stays chosen."""
        blocked = QSignalBlocker(self)
        for name, box in self.boxes.items():
            edit = box.lineEdit()
            if edit is not None and edit.hasFocus():
                continue  # somebody is typing a name
            chosen = self._spoken if name == "speaker" else str(box.currentData() or "")
            self._fill(box, name, counts.get(name, ()), chosen)
        blocked.unblock()

    def _fill(self, box: QComboBox, name: str, counts: tuple[tuple[str, int], ...], chosen: str) -> None:
        quiet = QSignalBlocker(box)
        box.clear()
        box.addItem("" if name == "speaker" else _("Any"), "")
        for value, count in counts:
            number = f"{count:,}".replace(",", "\u202f")
            word = self._words[name](value)
            box.addItem(f"{word} ({number})" if count else word, value)
        if chosen and box.findData(chosen) < 0:
            box.addItem(self._words[name](chosen), chosen)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        if name in _SELDOM:  # an office that gives no topics need not see an empty choice
            for widget in (box, self._captions[name]):
                widget.setVisible(box.count() > 1)
        edit = box.lineEdit()
        if edit is not None:
            edit.setText(chosen)
        quiet.unblock()

    def _take_speaker(self) -> None:
        box = self.boxes["speaker"]
        data = box.currentData()
        is_item = box.currentIndex() > 0 and box.currentText() == box.itemText(box.currentIndex())
        spoken = str(data) if is_item and data else box.currentText().strip()
        edit = box.lineEdit()
        if edit is not None and edit.text() != spoken:
            edit.setText(spoken)
        if spoken != self._spoken:
            self._spoken = spoken
            self.changed.emit()

    def clear(self) -> None:
        """No filter any more."""
        self.show_query(ArchiveQuery())
        self.changed.emit()
