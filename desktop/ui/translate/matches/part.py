"""Matches for the sentence being translated, inserted by one key; and the concordance. Nothing here is on the key path."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu

from desktop.domain.changes import UNIT, ChangeSet
from desktop.domain.richtext import RichText
from desktop.domain.segment import PairedSegment, SegmentOrigin
from desktop.i18n import _
from desktop.services import memory
from desktop.services.memory import Concordance, Offered
from desktop.services.remembering import neighbours
from desktop.services.translating import Grid
from desktop.translation.memory.match import Asked
from desktop.ui.text.alive import while_alive
from desktop.ui.translate.matches.panel import MatchesPanel
from desktop.ui.translate.page import GridPage
from desktop.ui.translate.part import GridPart, PartSection

#: Somebody who runs through the sentences asks for none of them.
_ASK_AFTER_MS = 60
_WORDS_AFTER_MS = 200
_KEY = "translate.matches"
_PLACES = 30


class MatchesPart(GridPart):
    """``offers`` are the matches of the sentence ``segment_id``."""

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self.panel = MatchesPanel()
        self.offers: tuple[Offered, ...] = ()
        self.segment_id = ""
        self._asked: Asked | None = None
        self._timer = QTimer(self, singleShot=True, interval=_ASK_AFTER_MS)
        self._timer.timeout.connect(self._ask)
        self._words_timer = QTimer(self, singleShot=True, interval=_WORDS_AFTER_MS)
        self._words_timer.timeout.connect(self._search)
        self.panel.asked.connect(lambda _words: self._words_timer.start())
        self.panel.used.connect(self._use)
        self.panel.inserted.connect(self._insert)
        self.panel.field.moved_down.connect(self._search)
        add = partial(page.desk.actions.add, owner=page, screen="translate")
        for number in range(1, 10):
            words = _("Use match {number}").format(number=number)
            add(f"translate.match-{number}", words, f"Alt+{number}", partial(self.use, number))
        add("translate.concordance", _("Search the memory"), "Ctrl+K", self.begin_search, icon="magnifying-glass")

    def section(self) -> PartSection:
        return PartSection(_("Matches"), self.panel, 0)

    # -- hearing --------------------------------------------------------------------------------------------

    def shown(self, grid: Grid) -> None:
        """The sentence's neighbours or its source may read otherwise now: asked again only then."""
        question = self._question()
        if question != self._asked:
            self._timer.start()

    def row_changed(self, pair: PairedSegment | None) -> None:
        self._timer.start()

    def confirmed(self, segment_id: str) -> None:
        self._asked = None

    def hear(self, changes: ChangeSet) -> None:
        if changes.touches(UNIT):
            self._asked = None
            self._timer.start()

    def leave(self) -> None:
        self._timer.stop()
        self._words_timer.stop()

    def add_to_menu(self, menu: QMenu, point: int) -> None:
        words = self._selected()
        if words:
            shown = words if len(words) <= 30 else words[:29] + "…"
            menu.addAction(_("Search the memory for “{words}”").format(words=shown), self.begin_search)

    # -- asking ---------------------------------------------------------------------------------------------

    def _question(self) -> Asked | None:
        grid, pair = self.page.grid, self.page.view.cell.pair
        if grid is None or pair is None or not self.page.view.active_id:
            return None
        live = [each.segment for each in grid.live]
        place = next((at for at, segment in enumerate(live) if segment.id == pair.segment.id), None)
        if place is None:
            return None
        source = grid.release.source_language
        return Asked(live[place].source, source, grid.version.language, *neighbours(live, place))

    def _ask(self) -> None:
        question, grid = self._question(), self.page.grid
        if question is None or grid is None:
            self._asked, self.offers, self.segment_id = None, (), ""
            if not self.panel.field.text().strip():
                self.panel.clear()
            return
        segment_id, release_id = self.page.view.active_id, grid.release.id
        if question == self._asked and segment_id == self.segment_id:
            return
        self._asked = question

        def show(offers: tuple[Offered, ...]) -> None:
            if segment_id == self.page.view.active_id:
                self._show(segment_id, question, offers)

        self.page.desk.run(
            lambda uow: memory.offers(uow, question, release_id=release_id, without=segment_id),
            while_alive(self, show),
            key=f"{_KEY}-{id(self)}",
            flush=False,
        )

    def _show(self, segment_id: str, question: Asked, offers: tuple[Offered, ...]) -> None:
        self.segment_id, self.offers = segment_id, offers
        if not self.panel.field.text().strip():
            self.panel.show_matches(offers, question.source.text)

    # -- using ----------------------------------------------------------------------------------------------

    def use(self, number: int) -> None:
        """Put the match of this number (from 1) in place of the translation; Ctrl+Z takes it back."""
        if self.segment_id != self.page.view.active_id or number > len(self.offers):
            self.page.desk.notify(_("There is no match {number} for this sentence.").format(number=number))
            return
        self._use(self.offers[number - 1].match.target)

    def _use(self, text: RichText) -> None:
        if self.page.view.active_id:
            self.page.copy_in(text, SegmentOrigin.MEMORY)
            self.page.view.cell.edit.setFocus()

    def _insert(self, text: RichText) -> None:
        if self.page.view.active_id:
            self.page.view.cell.edit.insert(text)
            self.page.view.cell.edit.setFocus()

    # -- concordance ----------------------------------------------------------------------------------------

    def _selected(self) -> str:
        return " ".join(self.page.view.cell.edit.textCursor().selectedText().split())

    def begin_search(self) -> None:
        """Go to the field; words that are selected in the translation are searched at once."""
        words = self._selected()
        if words:
            self.panel.field.setText(words)
        self.panel.field.setFocus()
        self.panel.field.selectAll()

    def _search(self) -> None:
        self._words_timer.stop()
        words, grid = self.panel.field.text().strip(), self.page.grid
        if not words or grid is None:
            if self._asked is not None:
                self.panel.show_matches(self.offers, self._asked.source.text)
            return
        languages = (grid.release.source_language, grid.version.language)

        def show(found: tuple[Concordance, ...]) -> None:
            if words == self.panel.field.text().strip():
                self.panel.show_places(found, languages[1])

        self.page.desk.run(
            lambda uow: memory.concordance(uow, words, languages=languages, limit=_PLACES),
            while_alive(self, show),
            key=f"{_KEY}.words-{id(self)}",
            flush=False,
        )
