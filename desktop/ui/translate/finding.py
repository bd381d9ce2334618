"""Find and replace in a pair: looks in both languages, replaces in the translation."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.domain.changes import Outcome
from desktop.domain.errors import ComunicadoError
from desktop.domain.ports import UnitOfWork
from desktop.domain.segment import SegmentOrigin, SegmentState
from desktop.editorial.finding import Finder, is_fixed, replaced
from desktop.i18n import _, ngettext
from desktop.services import replacing
from desktop.services.replacing import LeftOut, Replaced
from desktop.ui.desk import Route
from desktop.ui.finding.bar import FindBar
from desktop.ui.translate.page import GridPage


@dataclass(frozen=True, slots=True)
class PairPlace:
    """A place in a sentence of one side."""

    segment_id: str
    is_target: bool
    start: int
    end: int


class GridFinding(QObject):
    """The bar over the grid. F3 goes from place to place, source before target, row by row."""

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.bar = FindBar()
        self._current: PairPlace | None = None
        self._tells = False  # what was replaced is told until somebody looks on
        page.add_bar(self.bar)
        self.bar.changed.connect(self._look)
        self.bar.stepped.connect(self.step)
        self.bar.replace_wanted.connect(self.replace_one)
        self.bar.replace_all_wanted.connect(self.replace_all)
        self.bar.everywhere_wanted.connect(lambda: self._desk.navigate(Route("replace", detail=self.bar.words.text())))
        self.bar.closed.connect(self._closed)
        page.shown.connect(self._recount)
        add = self._desk.actions.add
        add("translate.find", _("Find"), "Ctrl+F", lambda: self.open_bar(with_replace=False), owner=page)
        add("translate.replace", _("Find and replace"), "Ctrl+H", self.open_bar, owner=page)
        add("translate.find-next", _("Next place found"), "F3", lambda: self.step(1), owner=page)
        add("translate.find-previous", _("Previous place found"), "Shift+F3", lambda: self.step(-1), owner=page)

    def open_bar(self, *, with_replace: bool = True) -> None:
        """Show the bar, looking for what is selected in the translation."""
        if self._page.grid is not None:
            self.bar.open_for(self._page.view.cell.edit.textCursor().selectedText(), with_replace=with_replace)
            self._look()

    def _closed(self) -> None:
        self._current = None
        self._page.view.light(None)
        self._page.view.cell.edit.setFocus()

    # -- looking --------------------------------------------------------------------------------------------

    def _finder(self) -> Finder | None:
        try:
            return Finder(self.bar.query) if self.bar.words.text() else None
        except ComunicadoError as error:
            self.bar.say(error.message, is_problem=True)
            return None

    def _look(self) -> None:
        self._tells = False
        self._page.view.light(self._finder())
        self._count()

    def places(self) -> tuple[PairPlace, ...]:
        """Every place in the pair as it stands now, typing included; none where the pattern cannot be used."""
        finder = self._finder()
        if finder is None:
            return ()
        active, typed = self._page.view.active_id, self._page.view.cell.edit.text_now().text
        found: list[PairPlace] = []
        try:
            for pair in self._page.model.pairs:
                segment = pair.segment
                target = typed if segment.id == active else segment.target.text
                for is_target, text in ((False, segment.source.text), (True, target)):
                    found += [PairPlace(segment.id, is_target, p.start, p.end) for p in finder.places(text)]
        except ComunicadoError as error:
            self.bar.say(error.message, is_problem=True)
            return ()
        return tuple(found)

    def _count(self) -> None:
        if self.bar.isHidden() or (self.bar.words.text() and self._finder() is None):
            return
        found = self.places()
        at = found.index(self._current) + 1 if self._current in found else 0
        self.bar.show_count(at, len(found))

    def _recount(self) -> None:
        """The page was read anew: the count follows, unless what was replaced is being told."""
        if not self._tells:
            self._count()

    def step(self, by: int) -> None:
        """Go to the next place, or the one before; round and round."""
        self._tells = False
        if not self.bar.words.text():
            self.open_bar(with_replace=False)
            return
        self.bar.show()
        found = self.places()
        if not found:
            self._count()
            return
        self._go_to(found[self._next(found, by)])

    def _next(self, found: tuple[PairPlace, ...], by: int) -> int:
        if self._current in found:
            return (found.index(self._current) + by) % len(found)
        order = {pair.segment.id: number for number, pair in enumerate(self._page.model.pairs)}
        here = order.get(self._page.view.active_id, 0)
        behind = [n for n, place in enumerate(found) if order[place.segment_id] >= here]
        before = [n for n, place in enumerate(found) if order[place.segment_id] < here]
        return (behind or [0])[0] if by > 0 else (before or [len(found) - 1])[-1]

    def _go_to(self, place: PairPlace) -> None:
        page = self._page
        if page.model.row_of(place.segment_id) < 0:
            page.header.show_all()
        page.view.activate(place.segment_id)
        if place.is_target:
            page.view.cell.edit.select_text(place.start, place.end)
        self._current = place
        self._count()

    # -- replacing ------------------------------------------------------------------------------------------

    def replace_one(self) -> None:
        """Replace the place one is at, as typed; Ctrl+Z in the sentence takes it back. The source is never changed."""
        place, finder = self._current, self._finder()
        if finder is None or place is None or place not in self.places():
            self.step(1)
            return
        cell = self._page.view.cell
        if not place.is_target or self._page.view.active_id != place.segment_id or cell.pair is None:
            self.step(1)
            return
        text = cell.edit.text_now()
        there = next(p for p in finder.places(text.text, self.bar.replacement) if p.start == place.start)
        if cell.pair.segment.state is SegmentState.FINAL or is_fixed(text, there):
            self.bar.say(_("Final sentences and chips stay"), is_problem=True)
            return
        self._page.copy_in(replaced(text, [there]), SegmentOrigin.TYPED)
        self._current = None
        rest = [p for p in self.places() if p.is_target]
        order = {pair.segment.id: number for number, pair in enumerate(self._page.model.pairs)}
        here = (order[place.segment_id], place.start + len(there.new))
        following = next((p for p in rest if (order[p.segment_id], p.start) >= here), rest[0] if rest else None)
        if following is None:
            self._count()
        else:
            self._go_to(following)

    def replace_all(self) -> None:
        """Replace in the whole translation, as one deed with its undo."""
        finder, version_id, tools = self._finder(), self._page.version_id, self._desk.tools
        if finder is None or not version_id:
            return
        replacement = self.bar.replacement
        left: list[LeftOut] = []

        def work(uow: UnitOfWork) -> Outcome[Replaced]:
            found, without = replacing.find_in_version(uow, version_id, finder, replacement)
            left[:] = without
            return replacing.replace_texts(uow, tools, found)

        def done(value: Replaced) -> None:
            self._current = None
            self._tells = True
            if any(each.reason == "approved" for each in left):
                self.bar.say(_("This text is approved or released; it stays as it is."), is_problem=True)
                return
            words = ngettext("{count} place replaced", "{count} places replaced", value.count)
            self.bar.say(words.format(count=value.count), is_problem=not value.count)

        self._desk.deed(work, done, initiator="replace")
