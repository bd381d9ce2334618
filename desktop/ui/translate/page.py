"""The grid as a page: shows a version, hears of its changes, keeps what is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import BLOCK, BOILERPLATE, CONTACT, RELEASE, SEGMENT, VERSION, ChangeSet
from desktop.domain.release import RevisionHeader
from desktop.domain.richtext import EMPTY, RichText
from desktop.domain.segment import SegmentOrigin
from desktop.i18n import _
from desktop.services import references, spelling
from desktop.services.resolving import reference_of
from desktop.services.translating import Grid
from desktop.ui.desk import Desk
from desktop.ui.text.alive import while_alive
from desktop.ui.translate.header import GridHeader
from desktop.ui.translate.model import GridModel
from desktop.ui.translate.preview import TargetPreview
from desktop.ui.translate.reading import GridReader
from desktop.ui.translate.saving import INITIATOR, SentenceSaver
from desktop.ui.translate.spelling import CellSpelling
from desktop.ui.translate.tray import Tray
from desktop.ui.translate.view import GridView
from desktop.ui.widgets.empty_state import EmptyState, scrolled
from desktop.ui.widgets.language_words import own_name


class GridPage(QWidget):
    """``shown`` tells that what was asked for is on the screen, also after each refresh."""

    shown = Signal()

    def __init__(self, desk: Desk, preview: TargetPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.grid: Grid | None = None
        self._preview = preview
        self._stored: RichText = EMPTY
        self._origin = SegmentOrigin.TYPED
        self._armed = ""
        self.saver = SentenceSaver(desk, self)
        self.reader = GridReader(self, self._show_again)
        self.model = GridModel(self)
        self.view = GridView(self.model)
        self.spelling = CellSpelling(desk, self.view.cell.edit)
        self.header = GridHeader()
        self.tray = Tray()
        self._lay_out()
        self.view.row_changed.connect(self._row_changed)
        self.view.cell.edit.typed.connect(self._typed)
        self.view.cell.edit.left.connect(self.saver.save)
        self.saver.conflicted.connect(self._tell_conflict)
        self.header.filtered.connect(self._filter)
        self.header.field.moved_down.connect(self._enter_rows)
        desk.hub.announced.connect(self._hear)

    def _lay_out(self) -> None:
        self._nothing = EmptyState(
            "check-circle", _("No sentence matches this filter."), _("Show all"), self.header.show_all
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(scrolled(self._nothing))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        column.addWidget(self.tray)
        self.setFocusProxy(self.view)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar between the header and the sentences, below those that are there."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self._stack), bar)

    # -- showing --------------------------------------------------------------------------------------------

    @property
    def version_id(self) -> str:
        """The version shown, or the empty string."""
        return self.grid.version.id if self.grid else ""

    def open(self, grid: Grid, segment_id: str = "") -> None:
        """Show a version; the active row is the one asked for, else the first that needs work."""
        self.saver.save()
        if self.version_id != grid.version.id:
            self.view.clear_active()
            self.grid = grid
            source, target = own_name(grid.release.source_language), own_name(grid.version.language)
            self.model.set_titles(_("{language} (source)").format(language=source), target)
            self.model.reset(grid.live)
        self._show(grid)
        wanted = segment_id or self.view.active_id
        if not self.view.activate(wanted):
            first = next((p for p in grid.live if not p.segment.is_done), grid.live[0] if grid.live else None)
            if first is not None:
                self.view.activate(first.segment.id)
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self.shown.emit()

    def close_grid(self) -> None:
        """Show nothing; what was typed is written."""
        self.saver.save()
        self.view.clear_active()
        self.grid = None
        self.model.reset(())

    def _show(self, grid: Grid) -> None:
        self.grid = grid
        self.header.show_release(grid.release, grid.version.language)
        self.spelling.open(grid.version.id, grid.version.language, grid.source)
        self.header.show_progress(grid.progress)
        self.header.menu.offer(grid.live)
        self.model.update(grid.live)
        self.tray.show_pairs(grid.tray)
        self.view.refresh_active()
        segments = tuple(pair.segment for pair in grid.live)
        self._preview.set_material(grid.source, segments, grid.version.id, grid.version.language, grid.drawn)

    def _enter_rows(self) -> None:
        self.view.setFocus()

    def _filter(self) -> None:
        self.saver.save()
        kept = self.view.active_id
        self.view.clear_active()
        self.model.choose(self.header.wanted)
        has_rows = bool(self.model.rowCount())
        self._stack.setCurrentIndex(0 if has_rows else 1)
        if has_rows and not self.view.activate(kept):
            first = self.model.pair_at(0)
            self.view.activate(first.segment.id if first else "")

    # -- hearing --------------------------------------------------------------------------------------------

    def _hear(self, changes: ChangeSet) -> None:
        if self.grid is None:
            return
        if spelling.ignores_changed(changes, self.version_id):
            self.spelling.hear_ignored()
        named, is_version = changes.under(SEGMENT, self.version_id), changes.touches(VERSION, self.version_id)
        if changes.initiator == INITIATOR and named and not is_version and not changes.touches(BLOCK):
            self.reader.read(named)
        elif named or is_version or (changes.initiator != INITIATOR and changes.touches(RELEASE, self.grid.release.id)):
            self.reload()
        elif changes.touches(BOILERPLATE) or changes.touches(CONTACT):
            self._redraw()

    def _redraw(self) -> None:
        """The library or the directory changed: what they draw is brought up to them in source and translation."""
        if self.grid is None or not any(reference_of(block) for block in self.grid.source):
            return
        source_id, tools = self.grid.source.id, self.desk.tools
        self.desk.deed(
            lambda uow: references.redraw(uow, tools, source_id),
            while_alive(self, lambda _document: self.reload()),
            initiator="references",
        )

    def reload(self) -> None:
        """Read the version again; only rows that changed are painted anew."""
        self.reader.read_all()

    def _show_again(self, grid: Grid, written: int) -> None:
        self._show(grid)
        self._follow_active(written)
        self.shown.emit()

    def _follow_active(self, written: int) -> None:
        """The active sentence was changed by a deed (never by typing): its editor follows, as one undo step."""
        if not self.view.active_id:
            return
        if self.model.row_of(self.view.active_id) < 0:  # its sentence left the source: what was typed is in the tray
            self.saver.save()
            self.view.clear_active()
            return
        pair = self.model.pair_at(self.model.row_of(self.view.active_id))
        if pair is None or written != self.saver.count or self.saver.holds(pair.segment.id):
            return
        if pair.segment.target != self._stored:
            self._stored = pair.segment.target
            if self.view.cell.edit.text_now() != self._stored:
                self.view.cell.edit.replace_all(self._stored, is_typing=False)
                self._preview.set_active(pair.segment.id, self._stored)

    def _tell_conflict(self, kept: RevisionHeader) -> None:
        """Another window wrote the sentence first: its words are shown, what was typed here is in the history."""
        words = _(
            "This sentence was changed in another window, and that text is shown. What you typed is version {number} "
            "in the history of this language."
        )
        self.desk.notify(words.format(number=kept.number), "problem")
        self.reload()

    def _row_changed(self, segment_id: str) -> None:
        self.saver.save()
        pair = self.view.cell.pair
        self._stored = pair.segment.target if pair else EMPTY
        self._armed = ""
        self._preview.set_active(segment_id, self._stored)
        self.spelling.begin()

    # -- typing ---------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        segment_id = self.view.active_id
        if not segment_id:
            return
        text = self.view.cell.edit.text_now()
        if text == self._stored:
            return
        before, self._stored = self._stored, text
        self._armed = ""
        self.view.cell.say("")
        self.saver.note(segment_id, text, before, self._origin)
        self._preview.set_active(segment_id, text)

    def copy_in(self, text: RichText, origin: SegmentOrigin) -> None:
        """Put a text in place of the active translation, as if typed (Ctrl+Z takes it back)."""
        self._origin = origin
        self.view.cell.edit.replace_all(text, is_typing=True)
        self._origin = SegmentOrigin.TYPED

    def may_confirm(self) -> bool:
        """Whether the active text may be confirmed; says below it why not. A missing chip only warns once."""
        cell = self.view.cell
        text = cell.edit.text_now()
        if not text.text.strip():
            cell.say(_("There is nothing to confirm yet. Write the translation, or copy the source."))
            return False
        if cell.missing and self._armed != self.view.active_id:
            self._armed = self.view.active_id
            names = ", ".join(f"“{chip.text or chip.value}”" for chip in cell.missing)
            cell.say(
                _("The translation lacks {names}. Insert it, or confirm once more to do without.").format(names=names)
            )
            return False
        self._armed = ""
        cell.say("")
        return True
