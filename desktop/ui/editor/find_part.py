"""Find and replace on the page: every place lit while one types, one or all replaced as one undo step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.domain.document import Document
from desktop.domain.errors import ComunicadoError
from desktop.editorial.finding import Finder, FoundPlace, Query, is_fixed, replaced, replaced_document
from desktop.i18n import _, ngettext
from desktop.services.releases import OpenRelease
from desktop.ui.desk import Route
from desktop.ui.editor.part import EditorPart
from desktop.ui.editor.underlines import WASH, Underline
from desktop.ui.finding.bar import FindBar
from desktop.ui.text.alive import while_alive

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen

_LAYER = "find"
_Seen = tuple[Document, Query, tuple[FoundPlace, ...]]


class FindPart(EditorPart):
    """Looks in the pool; what it answers with is used as long as it was found in the text that stands there."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._page = screen.page
        self.find_bar = FindBar()
        self._found: tuple[FoundPlace, ...] = ()
        self._looked: tuple[Document, Query] | None = None
        bar = self.find_bar
        bar.changed.connect(self._look)
        bar.stepped.connect(self.step)
        bar.replace_wanted.connect(self.replace_one)
        bar.replace_all_wanted.connect(self.replace_all)
        bar.everywhere_wanted.connect(self._everywhere)
        bar.closed.connect(self._closed)
        self._page.cursorPositionChanged.connect(self._count)
        add = screen.desk.actions.add
        add(
            "editor.find", _("Find"), "Ctrl+F", lambda: self.open_bar(with_replace=False), owner=screen, screen="editor"
        )
        add("editor.replace", _("Find and replace"), "Ctrl+H", self.open_bar, owner=screen, screen="editor")
        add("editor.find-next", _("Next place found"), "F3", lambda: self.step(1), owner=screen, screen="editor")
        add(
            "editor.find-previous",
            _("Previous place found"),
            "Shift+F3",
            lambda: self.step(-1),
            owner=screen,
            screen="editor",
        )

    def bar(self) -> QWidget:
        return self.find_bar

    def opened(self, release: OpenRelease) -> None:
        if self.find_bar.isVisible():
            self._look()

    def follow(self, document: Document) -> None:
        if self.find_bar.isVisible():
            self._look()

    # -- looking --------------------------------------------------------------------------------------------

    def open_bar(self, *, with_replace: bool = True) -> None:
        """Show the bar, looking for what is selected."""
        if self.screen.opened is None:
            return
        self.screen.show_page()
        self.find_bar.open_for(self._page.textCursor().selectedText(), with_replace=with_replace)
        self._look()

    def _closed(self) -> None:
        self._found, self._looked = (), None
        self._page.underlines.show(_LAYER, {})
        self._page.setFocus()

    def _look(self) -> None:
        document, query = self._page.current(), self.find_bar.query

        def work() -> _Seen:
            return document, query, Finder(query).places_in(document) if query.text else ()

        self.screen.desk.compute(
            work, while_alive(self.find_bar, self._show), while_alive(self.find_bar, self._refused), key="editor.find"
        )

    def _show(self, seen: _Seen) -> None:
        document, query, found = seen
        if self.find_bar.isHidden() or query != self.find_bar.query:
            return
        self._looked, self._found = (document, query), found
        texts = {block.id: block.text.text for block in document}
        layer: dict[str, tuple[str, list[Underline]]] = {}
        for place in found:
            entry = layer.setdefault(place.block_id, (texts[place.block_id], []))
            entry[1].append(Underline(place.start, place.end, "stale", WASH))
        self._page.underlines.show(_LAYER, layer)
        self._count()

    def _refused(self, error: ComunicadoError) -> None:
        self._found, self._looked = (), None
        self._page.underlines.show(_LAYER, {})
        self.find_bar.say(error.message, is_problem=True)

    def _places(self) -> tuple[FoundPlace, ...]:
        """Where it stands in the text of now; none where that cannot be told."""
        now = (self._page.current(), self.find_bar.query)
        if now != self._looked:
            try:
                self._show((*now, Finder(now[1]).places_in(now[0]) if now[1].text else ()))
            except ComunicadoError as error:
                self._refused(error)
        return self._found

    def _count(self) -> None:
        if self.find_bar.isVisible() and self._looked is not None:
            self.find_bar.show_count(self._at(self._found) + 1, len(self._found))

    def _at(self, found: tuple[FoundPlace, ...]) -> int:
        """Which place is selected; -1 for none."""
        length = len(self._page.textCursor().selectedText())
        if not length:
            return -1
        block_id, point = self._page.place()
        wanted = FoundPlace(block_id, point - length, point)
        return next((number for number, place in enumerate(found) if place == wanted), -1)

    def step(self, by: int) -> None:
        """Select the next place behind the cursor, or the one before it; round and round."""
        if self.find_bar.isHidden():
            if not self.find_bar.words.text():
                self.open_bar(with_replace=False)
                return
            self.find_bar.open_for("", with_replace=False)
            self._page.setFocus()
        found = self._places()
        if not found:
            self._count()
            return
        order = {block_id: number for number, block_id in enumerate(self._page.ledger.ids)}
        block_id, point = self._page.place()
        if by < 0:
            point -= len(self._page.textCursor().selectedText())
        here = (order.get(block_id, 0), point)
        if by > 0:
            wanted = next((p for p in found if (order[p.block_id], p.start) >= here), found[0])
        else:
            wanted = next((p for p in reversed(found) if (order[p.block_id], p.end) <= here), found[-1])
        self._select(wanted)

    def _select(self, place: FoundPlace) -> None:
        self._page.go_to(place.block_id, place.start, place.end - place.start)
        self._count()

    # -- replacing ------------------------------------------------------------------------------------------

    def replace_one(self) -> None:
        """Replace the place that is selected and go to the next; where none is, go to one."""
        found = self._places()
        at = self._at(found)
        if at < 0:
            self.step(1)
            return
        here = found[at]
        document = self._page.current()
        block = document.blocks[document.index(here.block_id)]
        places = Finder(self.find_bar.query).places(block.text.text, self.find_bar.replacement)
        place = next((each for each in places if each.start == here.start), None)
        if place is None or is_fixed(block.text, place):
            self.find_bar.say(_("Gaps and protected words stay"), is_problem=True)
            self.step(1)
            return
        changed = replace(block, text=replaced(block.text, [place]))
        wanted = document.with_blocks(changed if each.id == block.id else each for each in document)
        self._page.take_over(document, wanted)
        self._page.go_to(block.id, place.start + len(place.new))
        self.step(1)

    def replace_all(self) -> None:
        """Replace every place as one undo step, and say how many."""
        query = self.find_bar.query
        if not query.text:
            return
        document = self._page.current()
        try:
            wanted, count = replaced_document(document, Finder(query), self.find_bar.replacement)
        except ComunicadoError as error:
            self._refused(error)
            return
        self._page.take_over(document, wanted)
        self._places()
        words = ngettext("{count} place replaced", "{count} places replaced", count).format(count=count)
        self.find_bar.say(words, is_problem=not count)

    def _everywhere(self) -> None:
        self.screen.desk.navigate(Route("replace", detail=self.find_bar.words.text()))
