"""The terms of the grid: recognised in the pool, marked in the source, offered beside, inserted by Ctrl+Shift+1 … 9."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.concept import Concept, Term
from desktop.domain.richtext import RichText
from desktop.domain.segment import PairedSegment
from desktop.i18n import _
from desktop.services import terms
from desktop.services.translating import Grid
from desktop.translation.terms.recognition import recognise
from desktop.ui.desk import Route
from desktop.ui.terms.desk_terms import desk_terms
from desktop.ui.text.alive import while_alive
from desktop.ui.text.projection import point_in_block
from desktop.ui.text.underlining import Underline
from desktop.ui.translate.part import GridPart, PartSection
from desktop.ui.translate.rows import source_runs
from desktop.ui.translate.terms.marks import tip, underlines
from desktop.ui.translate.terms.offers import KEYS, Offer, entries, replaced_start, used
from desktop.ui.translate.terms.quick_add import QuickAdd
from desktop.ui.translate.terms.section import TermsSection, key_of

if TYPE_CHECKING:
    from desktop.translation.terms.recognition import TermHit
    from desktop.ui.translate.page import GridPage

#: How long after the last key it is looked which terms the translation has.
_AFTER_MS = 300


class TermsPart(GridPart):
    """Nothing is recognised on the key path; marks are looked up by the sentence's text while rows are painted."""

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self.terms = desk_terms(page.desk)
        self.list = TermsSection()
        self.form = QuickAdd()
        self._source = self._target = ""
        self._pair: PairedSegment | None = None
        self._shown: tuple[str, tuple[str, ...]] = ("", ())
        self._marks: dict[object, tuple[tuple[TermHit, ...], tuple[Underline, ...]]] = {}
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._look_at_target)
        self.terms.changed.connect(self._look_again)
        self.terms.recognised.connect(self._came)
        page.view.rows.marks = self.marks
        page.view.rows.tip = self._tip
        self.list.inserted.connect(self.insert)
        self.list.opened.connect(self._open)
        self.list.add_wanted.connect(self.quick_add)
        self.form.written.connect(self._add)
        self.form.closed.connect(page.view.cell.edit.setFocus)
        self._register()

    def _register(self) -> None:
        add = partial(self.page.desk.actions.add, owner=self.page, screen="translate")
        for number in range(1, KEYS + 1):
            add(
                f"translate.term-{number}",
                _("Insert term {number}").format(number=number),
                key_of(number),
                partial(self.insert_number, number),
            )
        add("translate.add-term", _("Add a term"), "Ctrl+Shift+G", self.quick_add, icon="plus")

    def section(self) -> PartSection:
        return PartSection(_("Terms"), self.list, 10)

    def bar(self) -> QWidget:
        return self.form

    # -- recognising ----------------------------------------------------------------------------------------

    def shown(self, grid: Grid) -> None:
        shown = (grid.version.id, tuple(pair.segment.source.text for pair in grid.live))
        if shown != self._shown:  # an autosave reads the grid again, and no source is another
            self._shown = shown
            self._marks.clear()
            self._source, self._target = grid.release.source_language, grid.version.language
            self.terms.load()
            self._ask_all()
        self._show(self.page.view.cell.pair)

    def row_changed(self, pair: PairedSegment | None) -> None:
        self._show(pair)

    def typed(self, text: RichText) -> None:
        self._timer.start()

    def leave(self) -> None:
        self.form.hide()

    def hits(self, pair: PairedSegment) -> tuple[TermHit, ...]:
        """The terms of a sentence as far as they are known by now."""
        return self.terms.known(pair.segment.source.text, self._source) or ()

    def marks(self, pair: PairedSegment) -> tuple[Underline, ...]:
        """The marks of a source cell, kept while its text and its terms stay."""
        hits = self.hits(pair)
        if not hits:
            return ()
        key = (pair.segment.source.text, pair.segment.made_from if pair.is_stale else None)
        known = self._marks.get(key)
        if known is None or known[0] is not hits:
            known = self._marks[key] = (hits, underlines(hits, source_runs(pair)))
        return known[1]

    def _tip(self, pair: PairedSegment, key: str) -> str:
        return tip(self.hits(pair), key, self._target)

    def _look_again(self) -> None:
        self._ask_all()
        self._show(self._pair)
        self.page.view.viewport().update()

    def _ask_all(self) -> None:
        """Look terms up in every sentence, the active one first."""
        grid = self.page.grid
        if grid is None:
            return
        active = [self._pair.segment.source.text] if self._pair else []
        texts = active + [pair.segment.source.text for pair in grid.live]
        self.terms.ask(texts, self._source, key="translate.terms")

    def _came(self) -> None:
        self.page.view.viewport().update()
        if self._pair is not None:
            self._show(self._pair)

    def _show(self, pair: PairedSegment | None) -> None:
        """Show a sentence's terms; what is shown of it already stays until its terms are known."""
        is_same = pair is not None and self._pair is not None and pair.segment.id == self._pair.segment.id
        self._pair = pair
        if is_same and pair is not None and self.terms.known(pair.segment.source.text, self._source) is None:
            return
        hits = self.hits(pair) if pair else ()
        self.list.show_entries(entries(pair.segment.source.text, hits, self._target) if pair else ())
        self._timer.start(0)

    def _look_at_target(self) -> None:
        """Tick the terms that the translation has."""
        index, shown = self.terms.index, self.list.entries
        if index is None or not shown:
            return
        text, language = self.page.view.cell.edit.text_now().text, self._target
        concepts = [entry.concept.id for entry in shown]
        self.page.desk.compute(
            lambda: used(concepts, recognise(text, language, index, nested=True)),
            while_alive(self.list, self.list.show_used),
            key="translate.terms.used",
        )

    # -- inserting ------------------------------------------------------------------------------------------

    def insert_number(self, number: int) -> None:
        """Insert the translation that a key names."""
        if (offer := self.list.offer(number)) is not None:
            self.insert(offer)

    def insert(self, offer: Offer) -> None:
        """Put a translation at the cursor, parted from its neighbours; what is typed of it already is replaced."""
        edit = self.page.view.cell.edit
        if self._pair is None or not self.page.view.active_id:
            return
        cursor = edit.textCursor()
        if cursor.hasSelection():
            edit.insert(RichText.plain(""))
        now, at = edit.text_now().text, point_in_block(edit.textCursor())
        start = at - replaced_start(now[:at], offer.text)
        text = offer.text
        if offer.starts_sentence and not now[:start].strip():
            text = text[:1].upper() + text[1:]
        before = " " if start > 0 and now[start - 1].isalnum() else ""
        behind = " " if at < len(now) and now[at].isalnum() else ""
        if start < at:
            edit.select_text(start, at)
        edit.insert(RichText.plain(before + text + behind))
        edit.setFocus()

    def add_to_menu(self, menu: QMenu, point: int) -> None:
        for entry in self.list.entries[:3]:
            for offer in entry.offers[:1]:
                words = _("Insert “{term}”").format(term=offer.text.replace("&", "&&"))
                menu.addAction(words, partial(self.insert, offer))
        menu.addAction(_("Add a term"), self.quick_add)

    # -- adding ---------------------------------------------------------------------------------------------

    def quick_add(self) -> None:
        """Open the form with what is selected in the source and in the translation."""
        pair = self._pair
        if pair is None:
            return
        view = self.page.view
        target = view.cell.edit.textCursor().selectedText().replace("\u2028", " ")
        self.form.open_with(pair.segment.source.text, view.selected_source(), target, (self._source, self._target))

    def _add(self, source: str, target: str, note: str) -> None:
        pair = (Term("", self._source, source), Term("", self._target, target))

        def done(concept: Concept) -> None:
            words = _("“{term}” is in the termbase.").format(term=source)
            self.page.desk.notify(words, "ok", action_label=_("Open"), action=lambda: self._open(concept.id))

        self.page.desk.deed(lambda uow: terms.add_pair(uow, *pair, note), while_alive(self.list, done), flush=False)
        self.page.view.cell.edit.setFocus()

    def _open(self, concept_id: str) -> None:
        self.page.desk.navigate(Route("terms-memory", language="terms", detail=concept_id))
