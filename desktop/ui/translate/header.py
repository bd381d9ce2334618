"""Above the grid: the release, the filters, how far the translation is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.domain.release import Progress, Release
from desktop.i18n import _, ngettext
from desktop.ui.theme.tokens import S8, S12, S16, px
from desktop.ui.translate.filter_menu import FilterMenu
from desktop.ui.translate.filtering import Filter, GridFilter
from desktop.ui.widgets.buttons import Chip, PlainButton
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.language_words import own_name
from desktop.ui.widgets.release_words import title_of
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import label


def progress_words(progress: Progress) -> str:
    """``31 of 34 · 91 % · 3 stale``."""
    share = 100 * progress.done // progress.total if progress.total else 0
    words = _("{done} of {total} · {share} %").format(done=progress.done, total=progress.total, share=share)
    if progress.stale:
        stale = ngettext("{count} stale", "{count} stale", progress.stale).format(count=progress.stale)
        words = f"{words} · {stale}"
    return words


class GridHeader(QWidget):
    """``filtered`` tells that another filter or text was chosen."""

    filtered = Signal()
    source_wanted = Signal()
    export_wanted = Signal()
    return_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel("title")
        self._languages = label("", "muted")
        top = FlowRow()
        top.setSpacing(S8)
        top.add(self._title, 1)
        self.reviewing = Chip(_("Review mode"))
        self.reviewing.setToolTip(
            _("Confirming says “reviewed”; what you change in confirmed sentences is shown as yours")
        )
        top.add(self.reviewing)
        for button in (
            PlainButton(_("Open source"), self.source_wanted.emit, icon_name="note-pencil"),
            PlainButton(_("Export…"), self.export_wanted.emit, icon_name="export"),
            PlainButton(_("Take back…"), self.return_wanted.emit, icon_name="download-simple"),
        ):
            top.add(button)
        filters = self._filter_line()
        column = QVBoxLayout(self)
        column.setContentsMargins(S16, S12, S16, S8)
        column.setSpacing(S8)
        column.addLayout(top)
        column.addLayout(self._second_line())
        column.addLayout(filters)
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        column.addWidget(self.problem)
        self._column = column

    def _filter_line(self) -> FlowRow:
        """The choices, the text, the rarer filters, how far it is."""
        self.chips: dict[Filter, Chip] = {}
        self._group = QButtonGroup(self)
        filters = FlowRow()
        filters.setSpacing(S8)
        for each, words in (
            (Filter.ALL, _("All")),
            (Filter.NEEDS_WORK, _("Needs work")),
            (Filter.STALE, _("Stale")),
            (Filter.DRAFTS, _("Drafts")),
            (Filter.FINDINGS, ""),
        ):
            chip = self.chips[each] = Chip(words)
            chip.clicked.connect(lambda _checked=False: self.filtered.emit())
            self._group.addButton(chip)
            filters.add(chip)
        self.chips[Filter.ALL].setChecked(True)
        self._found: frozenset[str] = frozenset()
        self.chips[Filter.FINDINGS].hide()
        self.field = SearchField(_("Filter sentences"))
        self.field.textChanged.connect(lambda _text: self.filtered.emit())
        self.menu = FilterMenu(self)
        self.menu.changed.connect(self.filtered)
        self.more = PlainButton(_("More filters"), icon_name="funnel")
        self.more.setMenu(self.menu)
        self.filtered.connect(self._tell_filter)
        filters.add(self.field, 1)
        filters.add(self.more)
        self.progress = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(px(120))
        self._bar.setAccessibleName(_("Progress of the translation"))
        filters.add(self.progress)
        filters.add(self._bar)
        return filters

    def _second_line(self) -> FlowRow:
        """The languages, room for the state, room for the next steps."""
        self._second = FlowRow()
        self._second.setSpacing(S8)
        self._second.add(self._languages)
        state = QWidget()
        self._state_row = QHBoxLayout(state)
        self._state_row.setContentsMargins(0, 0, 0, 0)
        self._second.add(state, 1)
        return self._second

    def add_way(self, buttons: QWidget, bar: QWidget) -> None:
        """Put the next steps beside the languages, and their short form below everything."""
        self._second.add(buttons)
        self._column.addWidget(bar)

    def add_pill(self, pill: QWidget) -> None:
        """Put the version's state behind the languages."""
        self._state_row.addWidget(pill)
        self._state_row.addStretch(1)

    @property
    def wanted(self) -> GridFilter:
        """Everything that is filtered by."""
        chosen = next(each for each, chip in self.chips.items() if chip.isChecked())
        return replace(self.menu.chosen, chosen=chosen, text=self.field.text(), found=self._found)

    def set_found(self, segment_ids: frozenset[str]) -> None:
        """The sentences with findings: their choice stands above the grid while there are any."""
        self._found = segment_ids
        chip = self.chips[Filter.FINDINGS]
        count = len(segment_ids)
        chip.setText(ngettext("{count} with findings", "{count} with findings", count).format(count=count))
        chip.setAccessibleName(chip.text())
        chip.setVisible(bool(count) or chip.isChecked())

    def _tell_filter(self) -> None:
        wanted = self.wanted
        words = _("More filters")
        self.more.setText(f"{words} · {wanted.count}" if wanted.count else words)
        self.field.setToolTip(wanted.problem)
        self.field.setProperty("role", "problem" if wanted.problem else "")
        self.field.style().polish(self.field)
        self.problem.setText(wanted.problem)
        self.problem.setVisible(bool(wanted.problem))

    def show_release(self, release: Release, language: str) -> None:
        """Whose translation this is."""
        self._title.set_whole(title_of(release))
        languages = _("{source} → {target}")
        self._languages.setText(languages.format(source=own_name(release.source_language), target=own_name(language)))

    def show_progress(self, progress: Progress) -> None:
        """How far it is."""
        self.progress.setText(progress_words(progress))
        self.progress.setAccessibleName(self.progress.text())
        self._bar.setRange(0, max(1, progress.total))
        self._bar.setValue(progress.done)

    def show_all(self) -> None:
        """Back to no filter."""
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.chips[Filter.ALL].setChecked(True)
        self.menu.clear_choice()
        self.filtered.emit()
