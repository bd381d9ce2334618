"""Suggesting beside the page: the switch, the list, and settling what is pending."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from desktop.domain.document import Document
from desktop.domain.suggestions import (
    Suggestion,
    has_suggestions,
    settle,
    suggestions,
    with_all_accepted,
    with_all_rejected,
)
from desktop.i18n import _
from desktop.services.releases import OpenRelease
from desktop.ui.editor.part import EditorPart, PartSection
from desktop.ui.editor.reading_view import ReadingView
from desktop.ui.editor.sections.suggestions import ACCEPTED, PENDING, SuggestionsSection, in_one_line
from desktop.ui.editor.suggestion_marks import ids_at
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S8, S16
from desktop.ui.widgets import QuietButton, label
from desktop.ui.widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.editor.screen import EditorScreen

#: The preference that keeps suggesting on over a restart.
SUGGESTING = "editor.suggesting"


class SuggestionsPart(EditorPart):
    """Follows the suggestions of the open text; taking and refusing are undone with the typing."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._found: tuple[Suggestion, ...] = ()
        self.page = screen.page
        self.list = SuggestionsSection(self.toggle)
        self.view = ReadingView(screen.show_page)
        self._bar = _SuggestingBar(self.toggle)
        self.list.chosen.connect(self.go_to)
        self.list.settled.connect(lambda each, taken: self.settle((each,), is_accepted=taken))
        self.list.all_settled.connect(self._settle_all)
        self.list.view_wanted.connect(self._show_view)
        screen.page_shown.connect(lambda: self.list.show_view(PENDING))
        self.page.suggesting_changed.connect(self._switched)
        screen.toolbar.suggesting.clicked.connect(self.toggle)
        self._register()
        screen.desk.run(lambda uow: uow.author, while_alive(self, self.page.set_author), flush=False)
        self.page.set_suggesting(screen.desk.preferences.get(SUGGESTING) == "1")

    def _register(self) -> None:
        screen = self.screen

        def add(name: str, words: str, keys: str, act: Callable[[], object]) -> None:
            screen.desk.actions.add(f"editor.{name}", words, keys, act, owner=screen, screen="editor")

        add("suggesting", _("Suggesting on or off"), "Ctrl+Shift+E", self.toggle)
        add("next-suggestion", _("Go to the next suggestion"), "F12", self.go_on)
        add("previous-suggestion", _("Go to the previous suggestion"), "Shift+F12", partial(self.go_on, backwards=True))
        add("accept-suggestion", _("Accept the suggestion here"), "Ctrl+F12", partial(self._settle_here, taken=True))
        add(
            "reject-suggestion",
            _("Reject the suggestion here"),
            "Ctrl+Shift+F12",
            partial(self._settle_here, taken=False),
        )

    def section(self) -> PartSection:
        return PartSection(_("Suggestions"), self.list, 4, is_open=False, follows_count=True)

    def bar(self) -> QWidget:
        return self._bar

    # -- following ------------------------------------------------------------------------------------------

    def opened(self, release: OpenRelease) -> None:
        """The text came with the release; :meth:`follow` shows what is pending in it."""

    def follow(self, document: Document) -> None:
        if not self._found and not has_suggestions(document):
            self._show(())
            return
        self.screen.desk.compute(
            partial(suggestions, document), while_alive(self, self._show), key="editor.suggestions"
        )

    def _show(self, found: tuple[Suggestion, ...]) -> None:
        self._found = found
        if bool(found) is not self.page.has_pending:
            self.page.has_pending = bool(found)
            self.page.viewport().update()
        self.list.show_suggestions(found, self.page.typography.people.number_of)
        self.screen.side.section_of(self.list).set_count(str(len(found)) if found else "")

    # -- the switch -----------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Turn suggesting on or off."""
        self.page.set_suggesting(not self.page.is_suggesting)
        self.screen.show_page()

    def _switched(self, is_on: bool) -> None:
        self.screen.desk.preferences.set(SUGGESTING, "1" if is_on else "")
        self.screen.toolbar.suggesting.setChecked(is_on)
        self.list.set_suggesting(is_on)
        self._bar.setVisible(is_on)

    # -- settling -------------------------------------------------------------------------------------------

    def settle(self, ids: tuple[str, ...], *, is_accepted: bool) -> None:
        """Take or refuse suggestions in one step that Ctrl+Z takes back."""
        if not ids:
            return
        self.page.become(settle(self.page.current(), ids, is_accepted=is_accepted))
        self.follow(self.page.current())

    def _settle_all(self, author: str, is_accepted: bool) -> None:
        found = suggestions(self.page.current())
        self.settle(tuple(s.id for s in found if not author or s.author == author), is_accepted=is_accepted)

    def _settle_here(self, *, taken: bool) -> None:
        here = ids_at(self.page.current_block(), self.page.place()[1])
        if here:
            self.settle(here[:1], is_accepted=taken)
            self.go_on()
        else:
            self.screen.desk.notify(_("There is no suggestion at the cursor. F12 goes to the next one."))

    # -- going there ----------------------------------------------------------------------------------------

    def go_to(self, suggestion_id: str) -> None:
        """Show a suggestion on the page."""
        self.screen.show_page()
        for each in suggestions(self.page.current()):
            if each.id == suggestion_id:
                self.page.go_to(each.block_id, each.start, each.end - each.start)

    def go_on(self, *, backwards: bool = False) -> None:
        """Go to the next suggestion behind the cursor, or round to the first."""
        found = suggestions(self.page.current())
        if not found:
            return
        ids = self.page.ledger.ids
        block_id, point = self.page.place()
        here = (ids.index(block_id), point)
        cursor = self.page.textCursor()
        if backwards and cursor.hasSelection():
            here = (here[0], point - abs(cursor.position() - cursor.anchor()))
        places = [((ids.index(each.block_id), each.start), each) for each in found]
        if backwards:
            earlier = [each for place, each in places if place < here]
            self.go_to((earlier or list(found))[-1].id)
        else:
            later = [each for place, each in places if place >= here and (place, each.end) != (here, point)]
            self.go_to((later or list(found))[0].id)

    def _show_view(self, name: str) -> None:
        self.list.show_view(name)
        document = self.page.current()
        if name == PENDING:
            self.screen.show_page()
            return
        if name == ACCEPTED:
            self.view.show_text(with_all_accepted(document), _("As it would be with every suggestion accepted"))
        else:
            self.view.show_text(with_all_rejected(document), _("As it was before the suggestions"))
        self.screen.show_over(self.view)
        self.view.back.setFocus()

    def add_to_menu(self, menu: QMenu, block_id: str, point: int) -> None:
        ids = self.page.ledger.ids
        if block_id not in ids:
            return
        here = ids_at(self.page.ledger.block_of(ids.index(block_id)), point)
        for each in suggestions(self.page.current()) if here else ():
            if each.id in here:
                words = in_one_line(each).replace("&", "&&")
                yes = menu.addAction(_("Accept: {what}").format(what=words))
                no = menu.addAction(_("Reject: {what}").format(what=words))
                yes.triggered.connect(lambda _on=False, i=each.id: self.settle((i,), is_accepted=True))
                no.triggered.connect(lambda _on=False, i=each.id: self.settle((i,), is_accepted=False))


class _SuggestingBar(QFrame):
    """Says that edits are suggestions now; there only while they are."""

    def __init__(self, stop: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(S16, S8, S16, S8)
        row.setSpacing(S8)
        sentence = _("You are suggesting: what you change waits until somebody accepts it.")
        self.setAccessibleName(sentence)
        row.addWidget(IconLabel("pencil-line", "accent"))
        row.addWidget(label(sentence, "strong", wraps=True), 1)
        row.addWidget(QuietButton(_("Stop suggesting"), stop))
        self.hide()
